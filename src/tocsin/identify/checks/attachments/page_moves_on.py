"""An attached page that moves on to a site by itself."""

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

_MOVES: Final = re.compile(
    r"(?:window|document|top|self|parent)\.location(?:\.href)?\s*=[^=]|location\.(?:replace|assign)\s*\(|http-equiv\s*=\s*[\"']?refresh[^>]{0,80}url",
    re.IGNORECASE,
)


@check(
    id="page-moves-on",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.001", "T1204.002"),
    explain={
        "en": "The attached page moves on to a site by itself as soon as it is opened.",
        "ar": "تنتقل الصفحة المرفقة من تلقاء نفسها إلى موقع بمجرد فتحها.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[
                (
                    "invoice.html",
                    "text/html",
                    b"<html><script>window.location.href='https://other.test'</script></html>",
                )
            ]
        ),
        message(
            attachments=[
                ("i.htm", "text/html", b"<html><meta http-equiv='refresh' content='0;url=https://other.test'></html>")
            ]
        ),
    ],
    misses=lambda: [
        message(attachments=[("invoice.html", "text/html", samples.HTML)]),
        message(attachments=[("invoice.html", "text/html", b"<html><p>The location is new.</p></html>")]),
    ],
)
def page_moves_on(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By script or meta element, in pages and drawings."""
    for file in files.files(mail):
        if (file.is_page or file.kind == "svg") and _MOVES.search(file.text):
            yield evidence(file.span, file=file.name)
