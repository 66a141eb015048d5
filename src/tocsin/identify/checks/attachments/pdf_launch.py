"""A PDF that starts a program."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="pdf-starts-program",
    weight=Weight.DECISIVE,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002"),
    explain={
        "en": "The attached PDF starts a program on the computer.",
        "ar": "يشغّل ملف PDF المرفق برنامجًا على الحاسوب.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("plan.pdf", "application/pdf", samples.pdf(action="<< /S /Launch /F (cmd.exe) >>"))]),
        message(
            attachments=[
                ("plan.pdf", "application/pdf", samples.pdf(catalog="/OpenAction << /S /Launch /F (x.exe) >>"))
            ]
        ),
    ],
    misses=lambda: [
        message(attachments=[("plan.pdf", "application/pdf", samples.pdf(words="Launch"))]),
        message(attachments=[("plan.pdf", "application/pdf", samples.pdf(action=samples.uri("https://other.test/")))]),
    ],
)
def pdf_starts_program(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A Launch action."""
    for file in files.files(mail):
        if file.pdf is not None and file.pdf.launch:
            yield evidence(file.span, file=file.name, command=file.pdf.launch)
