"""A sender's domain made to be taken for a well-known company's."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import resembles_brand
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="lookalike-of-brand",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1583.001",
        "T1656",
    ),
    explain={
        "en": "The sender's domain looks like that of a well-known company and is another one.",
        "ar": "نطاق المُرسِل يشبه نطاق شركة معروفة، وهو ليس نطاقها.",
    },
    hits=lambda: [
        message(sender="Service <service@paypa1.com>"),
        message(sender="Team <team@rnicrosoft.com>"),
        message(sender="Billing <billing@netflix-billing.test>"),
    ],
    misses=lambda: [
        message(sender="Service <service@paypal.com>"),
        message(sender="Team <team@canada.com>"),
        message(sender="Team <team@applepie.test>"),
    ],
)
def lookalike_of_brand(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Also in Reply-To. The same name under another ending does not count: too many honest namesakes."""
    for place, address in (("from", mail.sender), *(("reply-to", a) for a in mail.reply_to[:5])):
        found = resembles_brand(address.domain) if address.domain else None
        if found is not None:
            yield evidence(
                header_span(mail, place), domain=address.domain, protected=found.protected, reason=found.reason
            )
