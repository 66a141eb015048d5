"""An attached shortcut."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="shortcut-attached",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002", "T1547.009"),
    explain={
        "en": "A shortcut is attached. Opening it runs whatever command it holds.",
        "ar": "أُرفق ملف اختصار، وفتحه ينفّذ ما فيه من أوامر.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("report.lnk", "application/octet-stream", b"x")]),
        message(attachments=[("report", "application/octet-stream", samples.LNK)]),
    ],
    misses=lambda: [
        message(attachments=[("link.txt", "text/plain", b"https://sender.example/")]),
        message(text="report.lnk"),
    ],
)
def shortcut_attached(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By name or by bytes."""
    for file in files.files(mail):
        if not file.depth and (file.extension in files.SHORTCUTS or file.kind == "lnk"):
            yield evidence(file.span, file=file.name, type=file.extension or "lnk")
