"""A known address under another name."""

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
    id="name-changed",
    weight=Weight.WEAK,
    attack=("T1586.002",),
    explain={
        "en": "A known address now carries an entirely different name.",
        "ar": "عنوان معروف يظهر الآن باسم مختلف تمامًا.",
    },
    history=True,
    hits=lambda: [
        message(sender="Security Desk <vera@north.test>", context=past(9, sender={"names": ("vera north",)})),
        message(sender="Security Desk <vera@north.test>", context=past(5, sender={"names": ("vera north",)})),
    ],
    misses=lambda: [
        message(sender="North, Vera <vera@north.test>", context=past(9, sender={"names": ("vera north",)})),
        message(sender="Security Desk <vera@north.test>", context=past(2, sender={"names": ("vera north",)})),
    ],
)
def name_changed(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only for a sender whose habit was steady over several messages."""
    if change := broken_habit(mail, context, "name"):
        yield evidence(sender_span(mail), value=change[0], expected=change[1])
