"""A newsletter sent by a platform that the sender's domain has set up."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import SENDING_PLATFORMS, within
from tocsin.identify.bulk import unsubscribe_link
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.route import is_signed_by_sender, sending_hop
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="platform-newsletter",
    weight=Weight.GOOD_WEAK,
    explain={
        "en": "A mailing platform sent it with the sender's own signature, and there is a way out of it.",
        "ar": "أُرسلت عبر منصة نشرات بتوقيع المُرسِل نفسه، وفيها رابط لإلغاء الاشتراك.",
    },
    needs="links",
    hits=lambda: [
        message(
            headers=[
                ("Received", "from o1.sendgrid.net (o1.sendgrid.net [192.0.2.7]) by mx.harbour.example"),
                ("DKIM-Signature", "v=1; d=sender.example; s=a; b=x"),
            ],
            links=[("Unsubscribe", "https://click.test/u")],
        ),
        message(
            headers=[
                ("Received", "from mta-dock.bluestatedigital.com (192.0.2.7) by mx.harbour.example"),
                ("DKIM-Signature", "v=1; d=sender.example; s=a; b=x"),
            ],
            links=[("Abmelden", "https://click.test/u")],
        ),
    ],
    misses=lambda: [
        message(
            headers=[("Received", "from o1.sendgrid.net (o1.sendgrid.net [192.0.2.7]) by mx.harbour.example")],
            links=[("Unsubscribe", "https://click.test/u")],
        ),
        message(
            headers=[
                ("Received", "from box.other.test (192.0.2.7) by mx.harbour.example"),
                ("DKIM-Signature", "v=1; d=sender.example; s=a; b=x"),
            ],
            links=[("Unsubscribe", "https://click.test/u")],
        ),
    ],
)
def platform_newsletter(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Accounts of such platforms are taken over as well, hence no more weight than this."""
    if not is_signed_by_sender(mail) or not mail.web_links:
        return
    hop = sending_hop(mail)
    if hop is None or not within(hop.host or hop.helo, SENDING_PLATFORMS):
        return
    link = unsubscribe_link(mail)
    if link is not None:
        yield evidence(link.span, host=hop.host or hop.helo, domain=mail.sender_domain)
