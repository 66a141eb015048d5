"""Rich text with an object in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify import files
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_EQUATION: Final = re.compile(rb"equation\.[23]|4571756174696f6e2e[23]|02ce020000000000c0", re.IGNORECASE)


@check(
    id="rtf-object",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1203"),
    explain={
        "en": "The attached rich-text file carries an embedded object, the usual way to attack the program that opens it.",
        "ar": "يحمل ملف النص المنسّق المرفق عنصرًا مضمّنًا، وهي الطريقة المعتادة لمهاجمة البرنامج الذي يفتحه.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[("plan.rtf", "application/rtf", rb"{\rtf1{\object\objemb{\*\objdata 0105000002000000}}}")]
        ),
        message(
            attachments=[
                ("plan.doc", "application/msword", rb"{\rt{\object\objupdate{\*\objdata 4571756174696f6e2e33}}}")
            ]
        ),
    ],
    misses=lambda: [
        message(attachments=[("plan.rtf", "application/rtf", rb"{\rtf1 The word objdata.}")]),
        message(text=r"{\rtf1{\object\objdata}}"),
    ],
)
def rtf_object(mail: Mail, context: Context) -> Iterable[Evidence]:
    r"""An `\objdata` group; the equation editor's name in it is a known weakness."""
    for file in files.files(mail):
        if file.kind == "rtf" and b"\\objdata" in file.data:
            reason = "equation" if _EQUATION.search(file.data[:2_000_000]) else "object"
            yield evidence(file.span, file=file.name, reason=reason)
