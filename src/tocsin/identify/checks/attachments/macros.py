"""An Office document with macros."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="office-macros",
    weight=Weight.MEDIUM,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002", "T1059.005"),
    explain={
        "en": "An attached Office document carries a program (macros) in itself.",
        "ar": "يحمل مستند أوفيس المرفق برنامجًا في داخله (وحدات ماكرو).",
    },
    needs="files",
    hits=lambda: [
        message(
            text="See it",
            attachments=[("plan.docm", "application/octet-stream", samples.document(("word/vbaProject.bin", b"x")))],
        ),
        message(
            attachments=[
                (
                    "a.zip",
                    "application/zip",
                    samples.zipped(("plan.xlsm", samples.document(("xl/vbaProject.bin", b"x")))),
                )
            ]
        ),
    ],
    misses=lambda: [
        message(text="See it", attachments=[("plan.docx", "application/octet-stream", samples.document())]),
        message(attachments=[("vbaProject.bin", "application/octet-stream", b"x")]),
    ],
)
def office_macros(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Inside archives too."""
    for file in files.files(mail):
        if file.office is not None and file.office.macros:
            yield evidence(file.span, file=file.name)
