"""Text is there in the colour of the page or in a size too small to read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.formats.content import decode_text
from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import hidden_story
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Span, Weight

_LETTERS: Final = 250
_NEWS: Final = " ".join(f"council{n} harvest{n} schools{n}" for n in "abcdefghijklmnop")
_INK: Final = re.compile(
    r"<\w+[^<>]{0,200}style\s*=\s*[\"']((?=[^\"']{0,300}(?:font-size\s*:\s*[01](?:px|pt|em|%)?\b|(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b"
    r"|white\b)))[^\"']{0,400})[\"'][^<>]{0,200}>([^<]{40,})<",
    re.IGNORECASE,
)
_OFF: Final = re.compile(
    r"display\s*:\s*none|max-height\s*:\s*0|mso-hide|overflow\s*:\s*hidden|background", re.IGNORECASE
)


@check(
    id="invisible-ink",
    weight=Weight.MEDIUM,
    attack=("T1027",),
    explain={
        "en": "Text is there in the colour of the page or in a size too small to read.",
        "ar": "يوجد نص بلون الصفحة نفسه أو بحجم أصغر من أن يُقرأ.",
    },
    hits=lambda: [
        message(page="<p>Win</p><span style='color:#ffffff;font-size:10px'>" + _NEWS + "</span>"),
        message(page="<p>Win</p><div style='font-size:1px'>" + _NEWS + "</div>"),
    ],
    misses=lambda: [
        message(
            page="<div style='font-size:1px;color:#fff;display:none'>"
            + "a preview line of the news " * 15
            + "</div><p>News</p>"
        ),
        message(page="<div style='color:#fff;font-size:1px'>This week in the harbour</div><p>News</p>"),
    ],
)
def invisible_ink(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only text hidden by colour or size alone; a preview line is short and stands at the top."""
    for part in mail.body_parts:
        page = mail.pages.get(part.path)
        if page is None or not hidden_story(page):
            continue
        found = [match for match in _INK.finditer(decode_text(part, mail.limits)) if not _OFF.search(match[1])]
        if sum(len(match[2]) for match in found) >= _LETTERS:
            yield evidence(Span(part.path, "hidden", 0, len(page.hidden)), value=" ".join(found[0][2].split())[:80])
