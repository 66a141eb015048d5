"""A known sender sends a file for the first time."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import ACTIVE_SUFFIXES, risky_files, settled
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="first-file-of-known",
    weight=Weight.HINT,
    danger=Danger.FILE,
    attack=("T1586.002", "T1566.001"),
    explain={
        "en": "A correspondent who has never sent a file now sends one that runs, unpacks or opens in a browser.",
        "ar": "مُراسِل لم يسبق أن أرسل ملفًا يرسل الآن ملفًا قابلًا للتشغيل أو لفك الضغط أو للفتح في المتصفح.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="See",
            attachments=[("list.zip", "application/zip", b"PK")],
            context=past(9),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="See",
            attachments=[("list.html", "text/html", b"<p>")],
            context=past(5),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="See",
            attachments=[("list.zip", "application/zip", b"PK")],
            context=past(9, sender={"files": 2}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="See",
            attachments=[("list.pdf", "application/pdf", b"%PDF")],
            context=past(9),
        ),
    ],
)
def first_file_of_known(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only for a sender with a settled history."""
    sender = settled(context)
    if sender is not None and not sender.files:
        for file in risky_files(mail):
            if file.extension in ACTIVE_SUFFIXES:
                yield evidence(file.span, file=file.name, type=file.extension)
