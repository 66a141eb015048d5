"""A document that opens only with a password."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_LOCKED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")


@check(
    id="document-locked",
    weight=Weight.WEAK,
    danger=Danger.FILE,
    attack=("T1566.001", "T1027.013"),
    explain={
        "en": "The attached document opens only with a password, so nothing in it could be checked.",
        "ar": "لا يُفتح المستند المرفق إلا بكلمة مرور، فتعذّر فحص ما فيه.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("plan.doc", "application/msword", _LOCKED)]),
        message(text="See it", attachments=[("a.zip", "application/zip", samples.zipped(("plan.xls", _LOCKED)))]),
    ],
    misses=lambda: [
        message(attachments=[("plan.doc", "application/msword", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))]),
        message(attachments=[("plan.docx", "application/octet-stream", samples.document())]),
    ],
)
def document_locked(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Office documents and PDFs; archives have a check of their own."""
    for file in files.files(mail):
        if (file.kind == "ole" and file.locked) or (file.pdf is not None and file.pdf.encrypted):
            yield evidence(file.span, file=file.name)
