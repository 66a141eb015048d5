"""A PDF with a program in it."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="pdf-script",
    weight=Weight.MEDIUM,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002", "T1059.007"),
    explain={
        "en": "The attached PDF carries a script in itself.",
        "ar": "يحمل ملف PDF المرفق برنامجًا نصيًا في داخله.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[
                ("plan.pdf", "application/pdf", samples.pdf(catalog="/OpenAction << /S /JavaScript /JS (x) >>"))
            ]
        ),
        message(attachments=[("plan.pdf", "application/pdf", samples.pdf(action="<< /S /JavaScript /JS (x) >>"))]),
    ],
    misses=lambda: [
        message(attachments=[("plan.pdf", "application/pdf", samples.pdf(words="JavaScript"))]),
        message(attachments=[("plan.pdf", "application/pdf", samples.pdf(action=samples.uri("https://other.test/")))]),
    ],
)
def pdf_script(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Fillable forms have them too, so it is not strong."""
    for file in files.files(mail):
        if file.pdf is not None and file.pdf.script:
            yield evidence(file.span, file=file.name)
