"""A page that makes a file out of itself."""

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

_MAKES: Final = re.compile(
    r"new\s+Blob\s*\(|msSaveOrOpenBlob|createObjectURL|\.download\s*=|download\s*=\s*[\"']|atob\s*\(|Uint8Array",
    re.IGNORECASE,
)
_LONG: Final = re.compile(r"[A-Za-z0-9+/]{2000}")
_BLOB: Final = (
    b"<html><script>var b=new Blob([atob('"
    + b"QUJD" * 600
    + b"')]);a.href=URL.createObjectURL(b);a.download='x.zip'</script></html>"
)


@check(
    id="page-makes-file",
    weight=Weight.DECISIVE,
    danger=Danger.FILE,
    attack=("T1566.001", "T1027.006"),
    explain={
        "en": "The attached page builds a file out of its own text, so that no filter on the way sees the file.",
        "ar": "تصنع الصفحة المرفقة ملفًّا من نصها نفسه، كي لا يراه أيّ مرشِّح في الطريق.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("invoice.html", "text/html", _BLOB)]),
        message(attachments=[("a.zip", "application/zip", samples.zipped(("invoice.htm", _BLOB)))]),
    ],
    misses=lambda: [
        message(attachments=[("invoice.html", "text/html", samples.HTML)]),
        message(
            attachments=[
                ("photo.html", "text/html", b"<html><img src='data:image/png;base64," + b"QUJD" * 600 + b"'></html>")
            ]
        ),
    ],
)
def page_makes_file(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Two or more of the calls that make files, beside a long run of coded text."""
    for file in files.files(mail):
        if file.is_page or file.kind == "svg":
            calls = {match.lower() for match in _MAKES.findall(file.text)}
            if len(calls) >= 2 and _LONG.search(file.text):
                yield evidence(file.span, file=file.name, count=len(calls))
