"""A known sender writes in another language."""

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
    id="language-changed",
    weight=Weight.WEAK,
    attack=("T1586.002",),
    explain={
        "en": "A correspondent who has always written in one language now writes in another.",
        "ar": "مُراسِل اعتاد الكتابة بلغة واحدة يكتب الآن بلغة أخرى.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="Please have a look at the list that we have made for you this week.",
            context=past(9, sender={"languages": ("de",)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Please have a look at the list that we have made for you this week.",
            context=past(5, sender={"languages": ("de",)}),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="Bitte sehen Sie die Liste an, die wir für Sie in dieser Woche gemacht haben.",
            context=past(9, sender={"languages": ("de",)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Please have a look at the list that we have made for you this week.",
            context=past(2, sender={"languages": ("de",)}),
        ),
    ],
)
def language_changed(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only for a sender whose habit was steady over several messages."""
    if change := broken_habit(mail, context, "language"):
        yield evidence(sender_span(mail), language=change[0], usual_language=change[1])
