"""An attached OneNote notebook or compiled help file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify import files
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_PACKED: Final = bytes.fromhex("e716e3bd65261145a4c48d4d0b7a9eac")
_NOTE: Final = bytes.fromhex("e4525c7b8cd8a74daeb15378d02996d3")


@check(
    id="notebook-or-help-attached",
    weight=Weight.MEDIUM,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002", "T1218.001"),
    explain={
        "en": "A notebook or help file is attached, which can hold programs behind a picture.",
        "ar": "أُرفق ملف ملاحظات أو ملف مساعدة، ويمكن أن يُخفي برامج خلف صورة.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("scan.one", "application/octet-stream", _NOTE + bytes(40) + _PACKED)]),
        message(attachments=[("help.chm", "application/octet-stream", b"ITSF" + bytes(40))]),
    ],
    misses=lambda: [
        message(attachments=[("scan.one.txt", "text/plain", b"x")]),
        message(attachments=[("notes.one", "application/octet-stream", _NOTE + bytes(40))]),
    ],
)
def notebook_or_help_attached(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Notebooks count where a file is embedded in them (FileDataStoreObject, MS-ONESTORE 2.6.13)."""
    for file in files.files(mail):
        embedded = file.kind == "onenote" and _PACKED in file.data
        if embedded or file.kind == "chm" or file.extension == "chm":
            yield evidence(file.span, file=file.name, type=file.kind or file.extension)
