"""A well-known company's own domain is authenticated."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import SHARED_HOSTS, WEBMAIL, within
from tocsin.identify.authentication import authentication
from tocsin.identify.brands import brands_of
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="brand-authenticated",
    weight=Weight.GOOD_WEAK,
    explain={
        "en": (
            "It really comes from the company it names. Strangers can misuse such services to send, so read on all "
            "the same."
        ),
        "ar": (
            "الرسالة واردة فعلًا من الشركة التي تذكرها، غير أن الغرباء قد يستغلون خدماتها في الإرسال، فيبقى التأنّي "
            "لازمًا."
        ),
    },
    hits=lambda: [
        message(
            sender="PayPal <service@paypal.com>",
            headers=[("Authentication-Results", "mx.harbour.example; dmarc=pass header.from=paypal.com")],
        ),
        message(
            sender="DHL <noreply@dhl.de>",
            headers=[("Authentication-Results", "mx.harbour.example; dkim=pass header.d=dhl.de")],
        ),
    ],
    misses=lambda: [
        message(sender="PayPal <service@paypal.com>"),
        message(
            sender="Someone <someone@gmail.com>",
            headers=[("Authentication-Results", "mx.harbour.example; dmarc=pass header.from=gmail.com")],
        ),
    ],
)
def brand_authenticated(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Domains where anybody can have a mailbox say nothing about the company."""
    domain = mail.sender.domain
    if not domain or domain in WEBMAIL or within(domain, SHARED_HOSTS) or not brands_of(domain):
        return
    if authentication(mail, context).aligned:
        yield evidence(sender_span(mail), domain=domain)
