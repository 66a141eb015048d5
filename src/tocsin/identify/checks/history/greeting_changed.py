"""A known sender greets otherwise."""

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
    id="greeting-changed",
    weight=Weight.HINT,
    attack=("T1586.002",),
    explain={
        "en": "The opening words are not those with which this correspondent has always begun.",
        "ar": "عبارة الافتتاح ليست العبارة التي اعتاد هذا المُراسِل أن يبدأ بها.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="Attention please\nthe list is ready",
            context=past(9, sender={"greetings": ("dear sami,",)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Attention please\nthe list is ready",
            context=past(5, sender={"greetings": ("dear sami,",)}),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="Dear Sami,\nthe list is ready",
            context=past(9, sender={"greetings": ("dear sami,",)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Attention please\nthe list is ready",
            context=past(2, sender={"greetings": ("dear sami,",)}),
        ),
    ],
)
def greeting_changed(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only for a sender whose habit was steady over several messages."""
    if change := broken_habit(mail, context, "greeting"):
        yield evidence(sender_span(mail), value=change[0], expected=change[1])
