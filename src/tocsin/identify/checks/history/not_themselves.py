"""A known address, and hardly anything else is as it was."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import broken_habits, settled
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="not-themselves",
    weight=Weight.STRONG,
    danger=Danger.CONVERSATION,
    attack=("T1586.002", "T1534"),
    explain={
        "en": "Several habits of this correspondent have changed at once. Somebody else may be using the account.",
        "ar": "تغيّرت عدة عادات لهذا المُراسِل في وقت واحد، وقد يكون شخص آخر يستعمل الحساب.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera <vera@north.test>",
            headers=[("X-Mailer", "Bulk Sender")],
            date="Tue, 03 Mar 2026 17:00:00 +0700",
            text="Attention please\nopen the list",
            context=past(8, sender={"mailers": ("quill",), "zones": (0,), "greetings": ("dear sami,",)}),
        ),
        message(
            sender="Vera <vera@north.test>",
            headers=[("X-Mailer", "Bulk Sender")],
            date="Tue, 03 Mar 2026 01:00:00 +0000",
            text="Please have a look at the list that we have for you.",
            context=past(8, sender={"mailers": ("quill",), "hours": (9, 10), "languages": ("ar",)}),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera <vera@north.test>",
            headers=[("X-Mailer", "Bulk Sender")],
            date="Tue, 03 Mar 2026 17:00:00 +0700",
            text="Dear Sami,\nopen the list",
            context=past(8, sender={"mailers": ("quill",), "zones": (0,), "greetings": ("dear sami,",)}),
        ),
        message(
            sender="Vera <vera@north.test>",
            headers=[("X-Mailer", "Bulk Sender")],
            date="Tue, 03 Mar 2026 17:00:00 +0700",
            text="Attention please\nopen the list",
            context=past(3, sender={"mailers": ("quill",), "zones": (0,), "greetings": ("dear sami,",)}),
        ),
    ],
)
def not_themselves(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Three habits of name, program, time zone, hour, language and greeting broken together."""
    sender = settled(context)
    if sender is None or mail.is_list:
        return
    broken = broken_habits(mail, sender)
    if len(broken) >= 3:
        for kind, now, before in broken:
            told = (
                {"language": now, "usual_language": before}
                if kind == "language"
                else {"value": now, "expected": before}
            )
            yield evidence(sender_span(mail), reason=f"other-{kind}", **told)
