"""Words are written in mathematical, circled or full-width letters that look like ordinary ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.text import fold
from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import STYLED, span_of, texts_with
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_FORMS: Final = span_of((0x1D400, 0x1D7FF), (0x24B6, 0x24E9), (0x1F130, 0x1F189), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
_EAST_ASIAN: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


@check(
    id="styled-letters",
    weight=Weight.MEDIUM,
    attack=(
        "T1027.013",
        "T1036",
    ),
    explain={
        "en": "Words are written in mathematical, circled or full-width letters that look like ordinary ones.",
        "ar": "كلمات مكتوبة بحروف رياضية أو دائرية أو عريضة تشبه الحروف العادية.",
    },
    needs="beyond-ascii",
    hits=lambda: [
        message(subject="\U0001d400\U0001d401\U0001d402 today"),
        message(text="\uff30\uff21\uff39 now"),
    ],
    misses=lambda: [
        message(text="\u6771\u4eac \uff30\uff21\uff39 \u65e5\u672c"),
        message(subject="Ordinary letters, \u2460 first"),
    ],
)
def styled_letters(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Full-width letters are ordinary in Chinese, Japanese and Korean text, so nothing is said there."""
    for text, content in texts_with(mail, _FORMS):
        if _EAST_ASIAN.search(content):
            continue
        for match in STYLED.finditer(content):
            yield evidence(text.span(*match.span()), shown=match[0], expected=fold(match[0]))
