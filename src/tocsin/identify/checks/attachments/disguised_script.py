"""An attached page whose script hides what it does."""

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

_HIDES: Final = re.compile(
    r"eval\s*\(|unescape\s*\(|fromCharCode|document\.write\s*\(\s*(?:atob|unescape|decodeURI)|(?:\\x[0-9a-f]{2}){8}|"
    r"(?:%[0-9a-f]{2}){20}|_0x[0-9a-f]{4,6}|atob\s*\(|charCodeAt|\.split\([\"']{2}\)\.reverse",
    re.IGNORECASE,
)
_TWISTED: Final = b"<html><script>document.write(unescape('%3C%73'));eval(String.fromCharCode(97))</script></html>"


@check(
    id="page-hides-script",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.001", "T1027.010"),
    explain={
        "en": "The script in the attached page is written so that nobody can read what it does.",
        "ar": "كُتب البرنامج النصي في الصفحة المرفقة بحيث لا يستطيع أحد قراءة ما يفعله.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("invoice.html", "text/html", _TWISTED)]),
        message(attachments=[("scan.svg", "image/svg+xml", b"<svg><script>eval(atob('YQ=='))</script></svg>")]),
    ],
    misses=lambda: [
        message(attachments=[("invoice.html", "text/html", samples.HTML)]),
        message(attachments=[("invoice.html", "text/html", b"<html><script>var a = 1; show(a);</script></html>")]),
    ],
)
def page_hides_script(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Two different ways of hiding in one page."""
    for file in files.files(mail):
        if (file.is_page or file.kind == "svg") and "<script" in file.text.lower():
            ways = {match.lower()[:6] for match in _HIDES.findall(file.text)}
            if len(ways) >= 2:
                yield evidence(file.span, file=file.name, count=len(ways))
