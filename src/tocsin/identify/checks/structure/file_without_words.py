"""A file and not a word with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_QUIET: Final = (
    "image/",
    "video/",
    "audio/",
    "text/calendar",
    "application/pgp",
    "application/pkcs7",
    "message/",
    "text/x-",
)


@check(
    id="file-without-words",
    weight=Weight.WEAK,
    danger=Danger.FILE,
    attack=("T1566.001",),
    explain={
        "en": "It brings a file, and there is not a word with it.",
        "ar": "تحمل الرسالة ملفًا من دون أي كلمة معه.",
    },
    needs="files",
    hits=lambda: [
        message(text="", attachments=[("invoice.pdf", "application/pdf", b"%PDF-1.4")]),
        message(text=" \n", attachments=[("scan.html", "text/html", b"<p>x</p>")]),
    ],
    misses=lambda: [
        message(text="Here are the minutes.", attachments=[("minutes.pdf", "application/pdf", b"%PDF-1.4")]),
        message(text="", attachments=[("photo.jpg", "image/jpeg", b"\xff\xd8\xff")]),
        message(text=""),
    ],
)
def file_without_words(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Photos sent from telephones, calendar data, delivery reports and signatures are left alone."""
    files = [file for file in mail.attachments if not file.declared.startswith(_QUIET)]
    if files and not mail.body.content.strip() and not mail.page.images:
        yield evidence(files[0].span, file=files[0].name, type=files[0].declared)
