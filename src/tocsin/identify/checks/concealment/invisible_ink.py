"""Text is there in the colour of the page or in a size too small to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
_LINE: Final = 40
_READ: Final = 100_000
_TAG: Final = 1_000
"""Letters of such text in all and in one element; characters of source and of one tag that are read."""
_SIZE: Final = re.compile(r"font-size\s*:\s*[01](?:px|pt|em|%)?(?![\w.%])")
_COLOUR: Final = re.compile(r"color\s*:\s*(?:#fff(?:fff)?|white)(?!\w)")
_OFF: Final = re.compile(r"display\s*:\s*none|max-height\s*:\s*0|mso-hide|overflow\s*:\s*hidden|background")


def _inked(source: str) -> Iterator[str]:
    """The text behind each tag whose style makes it tiny or white and does nothing else to hide it."""
    lowered = source.lower()
    for pattern in (_SIZE, _COLOUR):
        for match in pattern.finditer(lowered):
            opened = lowered.rfind("<", max(0, match.start() - _TAG), match.start())
            closed = lowered.find(">", match.end(), match.end() + _TAG)
            if opened >= 0 and closed >= 0 and not _OFF.search(lowered, opened, closed):
                behind = lowered.find("<", closed, closed + 5 * _TAG)
                yield " ".join(source[closed + 1 : behind].split())


@check(
    id="invisible-ink",
    weight=Weight.MEDIUM,
    attack=("T1027",),
    explain={
        "en": "Text is there in the colour of the page or in a size too small to read.",
        "ar": "يوجد نص بلون الصفحة نفسه أو بحجم أصغر من أن يُقرأ.",
    },
    needs="pages",
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
        found = [words for words in _inked(decode_text(part, mail.limits)[:_READ]) if len(words) >= _LINE]
        if sum(map(len, found)) >= _LETTERS:
            yield evidence(Span(part.path, "hidden", 0, len(page.hidden)), value=found[0][:80])
