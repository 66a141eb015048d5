"""A sender's domain under an ending that is bought mostly for abuse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

# Endings that recur near the top of yearly public statistics of abused registrations (Spamhaus, Interisle, SIDN
# annual reports, read up to 2025) and hold few established sites.
_ABUSED: Final = frozenset(
    """icu cfd sbs cyou bond buzz quest rest beauty hair skin makeup monster autos boats homes yachts loan gq cf ml ga
    tk surf bar lol mom pics christmas lat bid date win stream racing review party trade science men download accountant
    faith cricket webcam cam country kim gdn ren wang xin zip mov tgv uno hosts bio best""".split()
) - {"hosts", "tgv"}


@check(
    id="abused-suffix",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    attack=("T1583.001",),
    explain={
        "en": "The sender's domain has an ending that costs almost nothing and is used mostly for throw-away domains.",
        "ar": "لنطاق المُرسِل امتدادٌ يكاد يكون مجانيًا ويُستعمل في الغالب لنطاقات تُستخدم مرة وتُهمل.",
    },
    hits=lambda: [
        message(sender="Offer <info@grand-offer.cfd>"),
        message(sender="Offer <info@mail.grand-offer.icu>"),
    ],
    misses=lambda: [
        message(sender="Ada <ada@sender.example>"),
        message(sender="Festival <info@festival.berlin>"),
    ],
)
def abused_suffix(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only endings where abuse is the rule; popular cheap ones that many honest small sites use are another check's."""
    suffix = mail.sender.domain.rpartition(".")[2]
    if suffix in _ABUSED:
        yield evidence(sender_span(mail), domain=mail.sender.domain)
