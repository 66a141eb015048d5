"""A sender's domain under a cheap popular ending."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

# As in abused-suffix: often in the public statistics, but with many honest holders.
_CHEAP: Final = frozenset(
    """top xyz shop click link site online store website space fun live life world today pro work club vip rip support
    services email digital agency tech host press pw cc ws su asia mobi info biz us ru cn in""".split()
) - {"press", "in", "cn", "ru", "us", "tech", "info", "biz", "agency", "email", "pro", "club", "asia"}


@check(
    id="cheap-suffix",
    weight=Weight.WEAK,
    danger=Danger.SPAM,
    attack=("T1583.001",),
    explain={
        "en": "The sender's domain has a cheap ending that throw-away domains often have.",
        "ar": "لنطاق المُرسِل امتداد رخيص يشيع في النطاقات المؤقتة.",
    },
    hits=lambda: [
        message(sender="Offer <info@grand-offer.shop>"),
        message(sender="Offer <info@mail.grand-offer.click>"),
    ],
    misses=lambda: [
        message(sender="Ada <ada@sender.example>"),
        message(sender="Press <press@paper.news>"),
    ],
)
def cheap_suffix(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Many honest small sites have them too."""
    suffix = mail.sender.domain.rpartition(".")[2]
    if suffix in _CHEAP:
        yield evidence(sender_span(mail), domain=mail.sender.domain)
