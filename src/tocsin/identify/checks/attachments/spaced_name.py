"""A file name that pushes its end out of sight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_GAP: Final = re.compile(r"[\s\u00a0\u2000-\u200b\u3000_.]{12,}\.?[A-Za-z0-9]{1,8}$")


@check(
    id="file-name-stretched",
    weight=Weight.MEDIUM,
    danger=Danger.FILE,
    attack=("T1566.001", "T1036.006"),
    explain={
        "en": "A long gap in a file name pushes its real ending out of sight.",
        "ar": "فراغ طويل في اسم الملف يدفع امتداده الحقيقي بعيدًا عن النظر.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("report.pdf" + " " * 30 + ".exe", "application/octet-stream", samples.EXE)]),
        message(attachments=[("a.zip", "application/zip", samples.zipped(("report.pdf" + "_" * 40 + ".scr", b"x")))]),
    ],
    misses=lambda: [
        message(attachments=[("report of the march meeting.pdf", "application/pdf", samples.pdf())]),
        message(attachments=[("a__b.pdf", "application/pdf", samples.pdf())]),
    ],
)
def file_name_stretched(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A dozen spaces, dots or underscores before the ending."""
    for file in files.files(mail):
        if len(file.name) > 20 and _GAP.search(file.name[-80:]):
            yield evidence(file.span, file=file.name[:40] + "…" + file.name[-12:])
