"""Macros that run by themselves."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="office-macro-runs-itself",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002", "T1059.005"),
    explain={
        "en": "A program in the attached document starts by itself when the document is opened.",
        "ar": "يبدأ برنامج في المستند المرفق بالعمل من تلقاء نفسه عند فتح المستند.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[
                ("plan.docm", "application/octet-stream", samples.document(("word/vbaProject.bin", b"..AutoOpen..")))
            ]
        ),
        message(
            attachments=[
                ("plan.xlsm", "application/octet-stream", samples.document(("xl/vbaProject.bin", b"Workbook_Open")))
            ]
        ),
    ],
    misses=lambda: [
        message(
            attachments=[("plan.docm", "application/octet-stream", samples.document(("word/vbaProject.bin", b"Sum")))]
        ),
        message(text="AutoOpen", attachments=[("plan.docx", "application/octet-stream", samples.document())]),
    ],
)
def office_macro_runs_itself(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By the reserved names of such macros."""
    for file in files.files(mail):
        if file.office is not None and file.office.automatic:
            yield evidence(file.span, file=file.name, name=file.office.automatic)
