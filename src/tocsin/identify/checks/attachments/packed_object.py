"""A file packed into a document."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="office-packed-object",
    weight=Weight.WEAK,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002"),
    explain={
        "en": "Another file is packed into the attached document, to be started with a click.",
        "ar": "حُزم في المستند المرفق ملف آخر ليُشغَّل بنقرة.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[
                ("plan.docx", "application/octet-stream", samples.document(("word/embeddings/oleObject1.bin", b"x")))
            ]
        ),
        message(
            attachments=[
                ("plan.pptx", "application/octet-stream", samples.document(("ppt/embeddings/oleObject1.bin", b"x")))
            ]
        ),
    ],
    misses=lambda: [
        message(
            attachments=[("plan.docx", "application/octet-stream", samples.document(("word/media/image1.png", b"x")))]
        ),
        message(
            attachments=[
                ("plan.docx", "application/octet-stream", samples.document(("word/embeddings/sheet.xlsx", b"x")))
            ]
        ),
    ],
)
def office_packed_object(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Weak: equations and charts of old programs are objects too."""
    for file in files.files(mail):
        if file.office is not None and file.office.packed:
            yield evidence(file.span, file=file.name, count=len(file.office.packed))
