"""What a reliable source warns of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.received import STRONG, Reliability, Warned
from tocsin.model.verdict import Evidence, Weight

_SOURCES: Final = (Reliability.A, Reliability.B)


def _warned(reliability: Reliability, weight: int = 100) -> Context:
    one = Warned("evil.test", "indicator--1", "receipt-1", "Centre (synthetic)", reliability, weight=weight)
    return Context(warned=(one,))


@check(
    id="warned-of",
    weight=Weight.STRONG,
    explain={
        "en": "A source that this organisation holds to be reliable warns of what stands in this message.",
        "ar": "يحذّر مصدر تعدّه هذه المؤسسة موثوقًا من شيء يرد في هذه الرسالة.",
    },
    hits=lambda: [
        message(text="https://evil.test/", context=_warned(Reliability.A)),
        message(sender="Ada <ada@evil.test>", context=_warned(Reliability.B)),
    ],
    misses=lambda: [
        message(text="https://evil.test/"),
        message(text="https://evil.test/", context=_warned(Reliability.F)),
        message(text="https://evil.test/", context=_warned(Reliability.A, STRONG - 1)),
    ],
)
def warned_of(mail: Mail, context: Context) -> Iterable[Evidence]:
    """What a message shows of it is part of the context. An old warning counts as one of others."""
    for one in context.warned:
        if one.reliability in _SOURCES and one.weight >= STRONG:
            yield evidence(value=one.value, name=one.source)
