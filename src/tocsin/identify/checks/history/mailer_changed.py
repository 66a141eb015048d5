"""A known sender writes with another program."""

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
    id="mailer-changed",
    weight=Weight.HINT,
    attack=("T1586.002",),
    explain={
        "en": "A correspondent who has always written with the same mail program now uses another one.",
        "ar": "مُراسِل اعتاد استعمال برنامج بريد واحد يستعمل الآن برنامجًا آخر.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            headers=[("X-Mailer", "Bulk Sender 3.1")],
            context=past(9, sender={"mailers": ("harbour mail",)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            headers=[("X-Mailer", "Bulk Sender 3.1")],
            context=past(5, sender={"mailers": ("harbour mail",)}),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            headers=[("X-Mailer", "Harbour Mail 9.2")],
            context=past(9, sender={"mailers": ("harbour mail",)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            headers=[("X-Mailer", "Bulk Sender 3.1")],
            context=past(2, sender={"mailers": ("harbour mail",)}),
        ),
    ],
)
def mailer_changed(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only for a sender whose habit was steady over several messages."""
    if change := broken_habit(mail, context, "mailer"):
        yield evidence(sender_span(mail), value=change[0], expected=change[1])
