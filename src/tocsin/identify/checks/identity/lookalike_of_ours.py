"""A sender's domain made to be taken for ours, a partner's or a service's."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import resembles_profile
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="lookalike-of-ours",
    weight=Weight.DECISIVE,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1583.001",
        "T1656",
    ),
    explain={
        "en": "The sender's domain looks like ours, a partner's or a service's, and is another one.",
        "ar": "نطاق المُرسِل يشبه نطاقنا أو نطاق أحد الشركاء أو إحدى خدماتنا، وهو نطاق مختلف.",
    },
    hits=lambda: [
        message(sender="Sami Haddad <sami@harb0ur.example>"),
        message(sender="Events <events@lighthouse-events.example>"),
        message(sender="Events <events@1ighthouse.example>"),
        message(sender="Events <events@other.test>", headers=[("Reply-To", "<events@lighthouse.example.mail.test>")]),
        message(sender="Info <info@xn--ggblagt2lceek7b.test>"),
    ],
    misses=lambda: [
        message(sender="Sami Haddad <sami@mail.harbour.example>"),
        message(sender="Boats <info@harbourmaster.example>"),
        message(sender="Events <events@house.example>"),
    ],
)
def lookalike_of_ours(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Letters exchanged, a hyphen, an added word, our name as a sub-domain, or our name written in an international domain."""
    for place, address in (("from", mail.sender), *(("reply-to", a) for a in mail.reply_to[:5])):
        found = resembles_profile(address.domain, context.profile) if address.domain else None
        if found is not None and found.reason != "suffix":
            yield evidence(
                header_span(mail, place), domain=address.domain, protected=found.protected, reason=found.reason
            )
