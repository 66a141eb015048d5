"""The source of a web page stands there as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_MARKUP: Final = re.compile(
    r"\s{0,50}<(?:!doctype html|html|head|body|table|center|font|div|meta|style)\b[^>]{0,200}>?", re.IGNORECASE
)


@check(
    id="page-source-shown",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    explain={
        "en": "The source of a web page stands there as plain text.",
        "ar": "مصدر صفحة ويب مكتوب كأنه نص عادي.",
    },
    hits=lambda: [
        message(text="<html><body>Buy now</body></html>"),
        message(text="  \n<table width=450><tr><td>Buy</td></tr></table>"),
    ],
    misses=lambda: [
        message(text="The tag <html> opens a page."),
        message(page="<html><body>Hello</body></html>"),
    ],
)
def page_source_shown(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A plain-text part that begins with markup."""
    for text in mail.texts:
        if text.layer == "text":
            match = _MARKUP.match(text.content)
            if match:
                yield evidence(text.span(*match.span()), value=match[0].strip()[:40])
