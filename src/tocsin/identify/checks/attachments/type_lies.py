"""A file that is not what its name says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_PICTURE: Final = {"png", "jpeg", "gif", "bmp", "tiff", "riff", "mp4", "", "empty"}
_EXPECTED: Final = {
    "pdf": {"pdf"}, "docx": {"zip", "ole"}, "xlsx": {"zip", "ole"}, "pptx": {"zip", "ole"}, "doc": {"ole", "rtf", "zip", "html", "xml"},
    "xls": {"ole", "zip", "html", "xml", "text"}, "ppt": {"ole", "zip"}, "jpg": _PICTURE, "jpeg": _PICTURE, "png": _PICTURE, "gif": _PICTURE,
    "zip": {"zip"}, "txt": {"text", "html", "xml", "empty", "ics", "pgp", "vcard", ""}, "rtf": {"rtf", "ole", "zip", "text"},
    "mp3": {"mp3", "mp4", "riff", "ogg", ""}, "wav": {"riff", "mp3", "mp4", "ogg", ""},
}  # fmt: skip
_DANGEROUS: Final = frozenset("exe elf macho lnk html svg zip rar 7z cab iso chm onenote rtf ole vhd vhdx xml".split())


@check(
    id="file-type-lies",
    weight=Weight.MEDIUM,
    danger=Danger.FILE,
    attack=("T1566.001", "T1036.008"),
    explain={
        "en": "A file is something else than its name says.",
        "ar": "حقيقة الملف غير ما يقوله اسمه.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("invoice.pdf", "application/pdf", samples.HTML)]),
        message(attachments=[("photo.jpg", "image/jpeg", samples.EXE)]),
    ],
    misses=lambda: [
        message(attachments=[("invoice.pdf", "application/pdf", samples.pdf())]),
        message(attachments=[("photo.jpg", "image/jpeg", samples.PNG)]),
        message(attachments=[("table.xls", "application/vnd.ms-excel", b"<html><table></table></html>")]),
    ],
)
def file_type_lies(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Where what it is can do more than what it claims; a picture of another format is a slip."""
    for file in files.files(mail):
        expected = _EXPECTED.get(file.extension)
        if expected is not None and file.data and file.kind in _DANGEROUS and file.kind not in expected:
            yield evidence(file.span, file=file.name, expected=file.extension, type=file.kind)
