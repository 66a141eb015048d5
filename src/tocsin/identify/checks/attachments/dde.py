"""A field that starts another program."""

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

_FIELD: Final = b'<w:document><w:instrText>DDEAUTO "cmd.exe" "/k x"</w:instrText></w:document>'


@check(
    id="office-dde",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1559.002"),
    explain={
        "en": "A field of the attached document asks another program of the computer to start.",
        "ar": "يطلب حقل في المستند المرفق تشغيل برنامج آخر على الحاسوب.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[("plan.docx", "application/octet-stream", samples.document(("word/document.xml", _FIELD)))]
        ),
        message(attachments=[("plan.csv", "text/csv", b"name,sum\nx,=cmd|' /C calc'!A0\n")]),
    ],
    misses=lambda: [
        message(
            attachments=[
                (
                    "plan.docx",
                    "application/octet-stream",
                    samples.document(("word/document.xml", b"<w:t>DDE is old</w:t>")),
                )
            ]
        ),
        message(attachments=[("plan.csv", "text/csv", b"name,sum\nx,=A1+A2\n")]),
    ],
)
def office_dde(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Fields of documents, and formulas of plain tables."""
    for file in files.files(mail):
        if file.office is not None and file.office.dde:
            yield evidence(file.span, file=file.name)
        elif file.extension in ("csv", "tsv", "slk", "iqy") and (match := _FORMULA.search(file.text)):
            yield evidence(file.span, file=file.name, command=match[0])


_FORMULA: Final = re.compile(
    r"(?:^|[,;\t\"])[=+@-](?:cmd|msexcel|mshta|powershell|regsvr32|rundll32)\|[^\n]{1,100}",
    re.IGNORECASE | re.MULTILINE,
)
