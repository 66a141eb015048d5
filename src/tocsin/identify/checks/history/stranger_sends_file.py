"""A stranger begins with a file."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import ACTIVE_SUFFIXES, is_stranger, risky_files
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="stranger-sends-file",
    weight=Weight.WEAK,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002"),
    explain={
        "en": "Somebody who has never written here sends a file that can do more than show text or a picture.",
        "ar": "يرسل من لم يسبق أن راسلنا ملفًا يمكنه أكثر من عرض نص أو صورة.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="See the file",
            attachments=[("offer.zip", "application/zip", b"PK")],
            context=past(),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="الملف",
            attachments=[("page.html", "text/html", b"<p>")],
            context=past(),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="See the file",
            attachments=[("offer.zip", "application/zip", b"PK")],
            context=past(2),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="My life",
            attachments=[("cv.pdf", "application/pdf", b"%PDF")],
            context=past(),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="See",
            attachments=[("me.jpg", "image/jpeg", b"x")],
            context=past(),
        ),
    ],
)
def stranger_sends_file(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A plain document is how applicants and sources begin, so only what runs, unpacks or opens in a browser counts."""
    if is_stranger(mail, context):
        for file in risky_files(mail):
            if file.extension in ACTIVE_SUFFIXES:
                yield evidence(file.span, file=file.name, type=file.extension)
