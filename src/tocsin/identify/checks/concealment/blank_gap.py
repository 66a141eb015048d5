"""A long gap of blank lines hides more text below."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Span, Weight

_READ: Final = 50_000
_MANY: Final = 30
_GAP: Final = re.compile(r"\n\s{29,}")
_BREAKS: Final = re.compile(rb"<br ?/?>\s{0,20}(?:<br ?/?>\s{0,20}){29,}")


@check(
    id="blank-gap",
    weight=Weight.WEAK,
    danger=Danger.SPAM,
    attack=("T1027",),
    explain={
        "en": "A long gap of blank lines hides more text below.",
        "ar": "فراغ طويل من أسطر خالية يخفي نصًّا آخر في الأسفل.",
    },
    hits=lambda: [
        message(text="Buy now" + "\n" * 40 + "The council met on Monday"),
        Example(b"Subject: x\nContent-Type: text/html\n\n<p>Buy</p>" + b"<br>\n" * 40 + b"The council met"),
    ],
    misses=lambda: [
        message(text="Buy now" + "\n" * 40),
        message(text="One\n\n\nTwo"),
    ],
)
def blank_gap(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Thirty blank lines in plain text, or as many line breaks in HTML, with text behind them."""
    for text in mail.texts:
        if text.layer == "text" and text.content.count("\n", 0, _READ) >= _MANY:
            for match in _GAP.finditer(text.content[:_READ].rstrip()):
                if match[0].count("\n") >= _MANY:
                    yield evidence(text.span(*match.span()), count=match[0].count("\n"))
    for part in mail.body_parts:
        if part.media_type == "text/html" and part.source.count(b"<br", part.start, part.end) >= _MANY:
            for gap in _BREAKS.finditer(part.source, part.start, min(part.end, part.start + 2 * _READ)):
                if part.source[gap.end() : gap.end() + 1] in (b"<", b""):
                    continue
                yield evidence(Span(part.path, "visible"), count=gap[0].count(b"<br"))
