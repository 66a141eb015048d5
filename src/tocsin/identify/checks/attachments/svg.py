"""A drawing that acts."""

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

_ACTS: Final = re.compile(
    r"<script|<foreignobject|\bon(?:load|click|error)\s*=|javascript:|<iframe|<embed", re.IGNORECASE
)


@check(
    id="drawing-acts",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.001", "T1027.017"),
    explain={
        "en": "An attached drawing holds a script or a page: it is a program dressed as a picture.",
        "ar": "يحوي الرسم المرفق برنامجًا نصيًا أو صفحة، فهو برنامج في ثوب صورة.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("scan.svg", "image/svg+xml", b"<svg><script>go()</script></svg>")]),
        message(attachments=[("scan.svg", "image/svg+xml", b"<?xml version='1.0'?><svg onload='go()'></svg>")]),
    ],
    misses=lambda: [
        message(attachments=[("logo.svg", "image/svg+xml", b"<svg><path d='M0 0'/></svg>")]),
        message(attachments=[("logo.png", "image/png", samples.PNG)]),
    ],
)
def drawing_acts(mail: Mail, context: Context) -> Iterable[Evidence]:
    """SVG is the only picture that can."""
    for file in files.files(mail):
        if (file.kind == "svg" or file.extension == "svg") and (match := _ACTS.search(file.text)):
            yield evidence(file.span, file=file.name, value=match[0])
