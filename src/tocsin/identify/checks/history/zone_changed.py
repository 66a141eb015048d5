"""A known sender writes from another time zone."""

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
    id="zone-changed",
    weight=Weight.HINT,
    attack=("T1586.002",),
    explain={
        "en": "A correspondent writes from a time zone far from the usual one. People travel; it counts only beside other changes.",
        "ar": "يكتب المُراسِل من منطقة زمنية بعيدة عن المعتاد. والسفر أمر شائع، فلا يُعتدّ بذلك إلا مع تغيّرات أخرى.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            date="Tue, 03 Mar 2026 17:00:00 +0700",
            context=past(9, sender={"zones": (0, 60)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            date="Tue, 03 Mar 2026 17:00:00 +0700",
            context=past(5, sender={"zones": (0, 60)}),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            date="Tue, 03 Mar 2026 12:00:00 +0200",
            context=past(9, sender={"zones": (0, 60)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            date="Tue, 03 Mar 2026 17:00:00 +0700",
            context=past(2, sender={"zones": (0, 60)}),
        ),
    ],
)
def zone_changed(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only for a sender whose habit was steady over several messages."""
    if change := broken_habit(mail, context, "zone"):
        yield evidence(sender_span(mail), value=change[0], expected=change[1])
