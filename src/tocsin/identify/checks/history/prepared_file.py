"""First trust, then the file."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, is_prepared, risky_files
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="prepared-file",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002", "T1656"),
    explain={
        "en": "Earlier messages of this conversation only built trust. Now a file comes.",
        "ar": "اكتفت الرسائل السابقة في هذه المحادثة ببناء الثقة، والآن يأتي ملف.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="The questions",
            attachments=[("questions.zip", "application/zip", b"PK")],
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="الأسئلة",
            attachments=[("q.docm", "application/octet-stream", b"PK")],
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="The questions",
            attachments=[("me.jpg", "image/jpeg", b"x")],
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="The questions",
            attachments=[("q.zip", "application/zip", b"PK")],
            context=past(2, days=6),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="The questions",
            attachments=[("q.zip", "application/zip", b"PK")],
            context=past(
                2,
                days=6,
                sender={"files": 1},
                thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2},
            ),
        ),
    ],
)
def prepared_file(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Somebody who has sent files here before is not judged by this."""
    if is_prepared(context) and not facts(context)[0].files:
        for file in risky_files(mail):
            yield evidence(file.span, file=file.name, findings=", ".join(facts(context)[1].findings[:3]))
