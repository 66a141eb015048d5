"""A file that could not be read, or only in part."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="file-unreadable",
    weight=Weight.HINT,
    explain={
        "en": "An attached archive or document is damaged or too large, so it was not checked in full.",
        "ar": "أرشيف أو مستند مرفق تالف أو كبير جدًّا، فلم يُفحص كاملًا.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("a.zip", "application/zip", samples.zipped(("b.txt", b"x"))[:20])]),
        message(attachments=[("a.pdf", "application/pdf", b"%PDF-1.4\nnothing")]),
    ],
    misses=lambda: [
        message(attachments=[("a.zip", "application/zip", samples.zipped(("b.txt", b"x")))]),
        message(attachments=[("a.pdf", "application/pdf", samples.pdf())]),
    ],
)
def file_unreadable(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Never a silent skip; locked files have checks of their own."""
    for file in files.files(mail):
        unread = (
            file.broken
            or (file.pdf is not None and file.pdf.broken)
            or (file.office is not None and file.office.broken)
        )
        if unread and not file.locked:
            yield evidence(file.span, file=file.name)
