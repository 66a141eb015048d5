"""A correspondence of long standing, and everything is as ever."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import broken_habits, is_new, settled
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="known-correspondent",
    weight=Weight.GOOD,
    explain={
        "en": "We have corresponded with this address for a good while, in both directions, and this message is as theirs always are.",
        "ar": "بيننا وبين هذا العنوان مراسلات متبادلة منذ مدة، وهذه الرسالة كسائر رسائله.",
    },
    history=True,
    hits=lambda: [
        message(sender="Vera North <vera@north.test>", context=past(9, sender={"written_to": 4})),
        message(
            sender="Vera North <vera@north.test>",
            text="Dear Sami, see you",
            context=past(7, sender={"written_to": 2, "greetings": ("dear sami,",)}),
        ),
    ],
    misses=lambda: [
        message(sender="Vera North <vera@north.test>", context=past(9)),
        message(sender="Vera North <vera@north.test>", context=past(9, days=20, sender={"written_to": 4})),
        message(
            sender="Vera North <vera@north.test>",
            headers=[("Reply-To", "<vera@mail.test>")],
            context=past(9, sender={"written_to": 4}),
        ),
        message(
            sender="Vera <vera@north.test>",
            headers=[("X-Mailer", "Bulk Sender")],
            date="Tue, 03 Mar 2026 17:00:00 +0700",
            context=past(8, sender={"written_to": 4, "mailers": ("quill",), "zones": (0,)}),
        ),
    ],
)
def known_correspondent(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Patience of some weeks is part of an attack, so a correspondence counts from two months on; at most one habit may be broken."""
    sender = settled(context)
    if sender is None or not sender.written_to or is_new(context):
        return
    elsewhere = any(a.email != mail.sender.email and a.email not in sender.reply_to for a in mail.reply_to)
    if not elsewhere and len(broken_habits(mail, sender)) < 2:
        yield evidence(sender_span(mail), address=mail.sender.email, count=sender.messages)
