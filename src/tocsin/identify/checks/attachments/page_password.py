"""An attached page that asks for a password."""

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


@check(
    id="page-asks-password",
    weight=Weight.DECISIVE,
    danger=Danger.CREDENTIALS,
    attack=("T1566.001", "T1056.003"),
    explain={
        "en": "The attached page asks for a password.",
        "ar": "تطلب الصفحة المرفقة كلمة مرور.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("invoice.html", "text/html", b"<html><form><input type=password></form></html>")]),
        message(
            attachments=[
                ("invoice.svg", "image/svg+xml", b"<svg><foreignObject><input type='password'/></foreignObject></svg>")
            ]
        ),
    ],
    misses=lambda: [
        message(attachments=[("invoice.html", "text/html", samples.HTML)]),
        message(attachments=[("invoice.html", "text/html", b"<html><form><input type=search></form></html>")]),
    ],
)
def page_asks_password(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Written out, or put together by a script."""
    for file in files.files(mail):
        if (file.is_page or file.kind == "svg") and _FIELD.search(file.text):
            yield evidence(file.span, file=file.name)


_FIELD: Final = re.compile(r"type\s*=\s*\\?[\"']?password|\.type\s*=\s*[\"']password", re.IGNORECASE)
