"""A message of a file and no words."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="file-without-words",
    weight=Weight.WEAK,
    danger=Danger.FILE,
    attack=("T1566.001",),
    explain={
        "en": "Hardly a word stands in the message: it is there to have its file opened.",
        "ar": "تكاد الرسالة تخلو من الكلام، وغايتها فتح الملف المرفق.",
    },
    hits=lambda: [
        message(text="", attachments=[("scan.pdf", "application/pdf", samples.pdf())]),
        message(text="See.", attachments=[("scan.html", "text/html", samples.HTML)]),
    ],
    misses=lambda: [
        message(
            text="Here are the minutes of the meeting on Monday, as promised. Ada",
            attachments=[("m.pdf", "application/pdf", samples.pdf())],
        ),
        message(text="", attachments=[("photo.png", "image/png", samples.PNG)]),
    ],
)
def file_without_words(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Not in answers, and not for pictures, which people send so."""
    if not mail.attachments or mail.references or len(mail.body.content.strip()) > 30:
        return
    for file in files.files(mail):
        if not file.depth and file.kind in ("pdf", "zip", "html", "ole", "rtf", "rar", "7z", "svg"):
            yield evidence(file.span, file=file.name)
