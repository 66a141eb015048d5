"""A page declared as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_PAGE: Final = re.compile(
    r"\s*(?:<!doctype\s+html|<html[\s>]|<body[\s>]|<table[\s>]|<center>|<font[\s>]|<div[\s>])", re.IGNORECASE
)


@check(
    id="page-as-plain",
    weight=Weight.WEAK,
    explain={
        "en": "What it calls plain text is the source of a web page.",
        "ar": "ما تسمّيه الرسالة نصًا عاديًا هو شيفرة صفحة ويب.",
    },
    hits=lambda: [
        message(text="<html><body><p>Your account</p><a href='https://other.test/'>Log in</a></body></html>"),
        message(text="<!DOCTYPE html>\n<table><tr><td>Offer</td></tr></table>"),
    ],
    misses=lambda: [
        message(text="Use <html> and <body> tags, then close them."),
        message(page="<html><body>Hello</body></html>"),
    ],
)
def page_as_plain(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only where the text begins with an element; people who write about HTML begin with words."""
    for text in mail.texts:
        if text.layer == "text" and _PAGE.match(text.content[:500]):
            yield evidence(text.span(0, min(80, len(text.content))), type="text/html")
