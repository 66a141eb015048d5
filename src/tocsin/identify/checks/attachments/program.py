"""An attached program."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="program-attached",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002"),
    explain={
        "en": "A program is attached that runs when it is opened.",
        "ar": "أُرفق برنامج يعمل بمجرد فتحه.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("setup.exe", "application/octet-stream", samples.EXE)]),
        message(attachments=[("photo.scr", "image/jpeg", b"x")]),
    ],
    misses=lambda: [
        message(attachments=[("setup.txt", "text/plain", b"Run setup.exe")]),
        message(attachments=[("logo.png", "image/png", samples.PNG)]),
    ],
)
def program_attached(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By name or by bytes, not in an archive (that has a check of its own)."""
    for file in files.files(mail):
        if not file.depth and (
            file.extension in files.PROGRAMS - {"bin", "run", "app"} or file.kind in ("exe", "elf", "macho")
        ):
            yield evidence(file.span, file=file.name, type=file.kind or file.extension)
