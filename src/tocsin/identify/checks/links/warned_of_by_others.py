"""What a source of unknown or low reliability warns of, or what was warned of long ago."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.received import STRONG, Reliability, Warned
from tocsin.model.verdict import Evidence, Weight

_RELIABLE: Final = (Reliability.A, Reliability.B)


def _warned(reliability: Reliability, weight: int = 100) -> Context:
    one = Warned("evil.test", "indicator--1", "receipt-1", "Centre (synthetic)", reliability, weight=weight)
    return Context(warned=(one,))


@check(
    id="warned-of-by-others",
    weight=Weight.MEDIUM,
    explain={
        "en": "A source whose reliability is limited or not known, or a warning that has grown old, names what stands in this message.",
        "ar": "يرد في هذه الرسالة شيء حذّر منه مصدر موثوقيته محدودة أو غير معروفة، أو ورد في تحذير تقادم.",
    },
    hits=lambda: [
        message(text="https://evil.test/", context=_warned(Reliability.C)),
        message(sender="Ada <ada@evil.test>", context=_warned(Reliability.F)),
        message(text="https://evil.test/", context=_warned(Reliability.A, STRONG - 1)),
    ],
    misses=lambda: [
        message(text="https://evil.test/"),
        message(text="https://evil.test/", context=_warned(Reliability.A)),
    ],
)
def warned_of_by_others(mail: Mail, context: Context) -> Iterable[Evidence]:
    """What a message shows of it is part of the context."""
    for one in context.warned:
        if one.reliability not in _RELIABLE or one.weight < STRONG:
            yield evidence(value=one.value, name=one.source)
