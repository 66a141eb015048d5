"""Our name, or a partner's, under another ending."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import resembles_profile
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="namesake-of-ours",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1583.001",
        "T1656",
    ),
    explain={
        "en": "The sender's domain has our name or a partner's under another ending.",
        "ar": "نطاق المُرسِل يحمل اسمنا أو اسم أحد الشركاء لكن بامتداد مختلف.",
    },
    hits=lambda: [
        message(sender="Sami Haddad <sami@harbour.test>"),
        message(sender="Events <events@mail.lighthouse.test>"),
    ],
    misses=lambda: [
        message(sender="Sami Haddad <sami@harbour.example>"),
        message(sender="Events <events@bighouse.test>"),
    ],
)
def namesake_of_ours(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The same label before another public suffix: sometimes an honest namesake, often a bought look-alike."""
    found = resembles_profile(mail.sender.domain, context.profile) if mail.sender.domain else None
    if found is not None and found.reason == "suffix":
        yield evidence(sender_span(mail), domain=mail.sender.domain, protected=found.protected)
