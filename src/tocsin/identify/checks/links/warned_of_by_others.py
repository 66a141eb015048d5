"""What a source of unknown or low reliability warns of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.received import Reliability, Warned
from tocsin.model.verdict import Evidence, Weight

_SOURCES: Final = (Reliability.C, Reliability.D, Reliability.E, Reliability.F)


def _warned(reliability: Reliability) -> Context:
    return Context(warned=(Warned("evil.test", "indicator--1", "receipt-1", "Centre (synthetic)", reliability),))


@check(
    id="warned-of-by-others",
    weight=Weight.MEDIUM,
    explain={
        "en": "A source whose reliability is limited, or not known, warns of what stands in this message.",
        "ar": "يحذّر مصدر موثوقيته محدودة أو غير معروفة من شيء يرد في هذه الرسالة.",
    },
    hits=lambda: [
        message(text="https://evil.test/", context=_warned(Reliability.C)),
        message(sender="Ada <ada@evil.test>", context=_warned(Reliability.F)),
    ],
    misses=lambda: [
        message(text="https://evil.test/"),
        message(text="https://evil.test/", context=_warned(Reliability.A)),
    ],
)
def warned_of_by_others(mail: Mail, context: Context) -> Iterable[Evidence]:
    """What a message shows of it is part of the context."""
    for one in context.warned:
        if one.reliability in _SOURCES:
            yield evidence(value=one.value, name=one.source)
