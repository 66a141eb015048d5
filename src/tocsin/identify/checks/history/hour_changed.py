"""A known sender writes at an unusual hour."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import broken_habit
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="hour-changed",
    weight=Weight.HINT,
    attack=("T1586.002",),
    explain={
        "en": "A correspondent writes at an hour of the day at which they have never written.",
        "ar": "يكتب المُراسِل في ساعة من اليوم لم يسبق أن كتب فيها.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            date="Tue, 03 Mar 2026 01:00:00 +0000",
            context=past(9, sender={"hours": (8, 9, 10, 14)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            date="Tue, 03 Mar 2026 01:00:00 +0000",
            context=past(5, sender={"hours": (8, 9, 10, 14)}),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            date="Tue, 03 Mar 2026 16:00:00 +0000",
            context=past(9, sender={"hours": (8, 9, 10, 14)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            date="Tue, 03 Mar 2026 01:00:00 +0000",
            context=past(2, sender={"hours": (8, 9, 10, 14)}),
        ),
    ],
)
def hour_changed(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only for a sender whose habit was steady over several messages."""
    if change := broken_habit(mail, context, "hour"):
        yield evidence(sender_span(mail), value=change[0], expected=change[1])
