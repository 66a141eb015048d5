"""A file name with characters that turn its direction."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


@check(
    id="file-name-turned",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1036.002"),
    explain={
        "en": "Hidden characters in a file name turn its end around, so that it shows another ending than it has.",
        "ar": "في اسم الملف محارف خفية تعكس آخره، فيظهر بامتداد غير امتداده الحقيقي.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("report\u202efdp.exe", "application/octet-stream", samples.EXE)]),
        message(attachments=[("a.zip", "application/zip", samples.zipped(("photo\u202egpj.scr", b"x")))]),
    ],
    misses=lambda: [
        message(attachments=[("تقرير\u200f.pdf", "application/pdf", samples.pdf())]),
        message(attachments=[("report.exe.txt", "text/plain", b"x")]),
    ],
)
def file_name_turned(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Overrides count anywhere; embeddings and isolates only where Latin letters follow. Plain direction marks are orthography."""
    for file in files.files(mail):
        if not file.name.isascii() and _TURNS.search(file.name) and ("\u202e" in file.name or "\u202d" in file.name):
            yield evidence(file.span, file=file.name, type=file.extension)
