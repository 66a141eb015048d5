"""A name that ends like a document and then like a program."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_ACTIVE: Final = (
    files.PROGRAMS
    | files.SCRIPTS
    | files.SHORTCUTS
    | files.SETTINGS
    | files.IMAGES_OF_DISKS
    | files.PAGES
    | files.ARCHIVES
    | {"svg", "chm"}
) - {"gz", "bz2", "xz", "zst", "z", "tar", "sh", "py", "app", "run", "bin"}
_SHOWN: Final = (files.DOCUMENTS - {"html", "htm", "xml", "txt", "csv"}) | {"docm", "invoice"}


@check(
    id="double-extension",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1036.007"),
    explain={
        "en": "The name of a file ends like a document, and behind that like something else that it really is.",
        "ar": "ينتهي اسم الملف بامتداد مستند، ثم بامتداد آخر هو حقيقته.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("invoice.pdf.exe", "application/octet-stream", samples.EXE)]),
        message(attachments=[("a.zip", "application/zip", samples.zipped(("تقرير.docx.lnk", samples.LNK)))]),
    ],
    misses=lambda: [
        message(attachments=[("invoice.v2.pdf", "application/pdf", samples.pdf())]),
        message(attachments=[("backup.tar.gz", "application/gzip", b"\x1f\x8b\x08")]),
        message(attachments=[("site.example.pdf", "application/pdf", samples.pdf())]),
    ],
)
def double_extension(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The last but one looks like a document, the last is not one."""
    for file in files.files(mail):
        pieces = file.name.rpartition("/")[2].lower().rstrip(" .").split(".")
        if len(pieces) > 2 and pieces[-1].strip() in _ACTIVE and pieces[-2].strip() in _SHOWN and not _signed(pieces):
            yield evidence(file.span, file=file.name)


def _signed(pieces: list[str]) -> bool:
    """Zipped documents keep their name by habit."""
    return pieces[-1] in ("zip", "7z", "rar")
