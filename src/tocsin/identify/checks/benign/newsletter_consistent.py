"""A newsletter whose sender, signature and links agree."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.authentication import authentication
from tocsin.identify.bulk import own_link_share, unsubscribe_link
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.identify.route import is_signed_by_sender
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="newsletter-consistent",
    weight=Weight.GOOD,
    explain={
        "en": "It looks like an honest newsletter: sender, signature and links agree, and there is a way out of it.",
        "ar": "تبدو هذه نشرة بريدية سليمة: المُرسِل والتوقيع والروابط متفقة، وفيها رابط لإلغاء الاشتراك.",
    },
    needs="links",
    hits=lambda: [
        message(
            headers=[("DKIM-Signature", "v=1; d=sender.example; s=a; b=x")],
            links=[("News", "https://www.sender.example/a"), ("Unsubscribe", "https://www.sender.example/u")],
        ),
        message(
            headers=[("Authentication-Results", "mx.harbour.example; dmarc=pass header.from=sender.example")],
            links=[("الأخبار", "https://sender.example/a"), ("إلغاء الاشتراك", "https://sender.example/u")],
        ),
    ],
    misses=lambda: [
        message(links=[("News", "https://www.sender.example/a"), ("Unsubscribe", "https://www.sender.example/u")]),
        message(
            headers=[("DKIM-Signature", "v=1; d=sender.example; s=a; b=x")],
            links=[("News", "https://other.test/a"), ("Unsubscribe", "https://other.test/u")],
        ),
        message(
            headers=[("DKIM-Signature", "v=1; d=platform.test; s=a; b=x")],
            links=[("News", "https://www.sender.example/a"), ("Unsubscribe", "https://www.sender.example/u")],
        ),
    ],
)
def newsletter_consistent(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Authenticated by a trusted hop or, where none stamps, signed in the sender's domain; half of the links lead there."""
    if not mail.web_links or own_link_share(mail) < 0.5 or unsubscribe_link(mail) is None:
        return
    found = authentication(mail, context)
    if found.aligned or (not found.known and is_signed_by_sender(mail)):
        yield evidence(sender_span(mail), domain=mail.sender_domain)
