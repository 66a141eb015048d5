"""Own words between quoted ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.bulk import quoted_lines
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_TURN: Final = re.compile(r"^>[^\n]*\n(?:[ \t\r]*\n)*(?=[^>\s])", re.MULTILINE)


@check(
    id="answers-in-between",
    weight=Weight.GOOD_WEAK,
    explain={
        "en": "The writer answers point by point between quoted lines, as people do and programs do not.",
        "ar": "يرد الكاتب نقطة نقطة بين الأسطر المقتبسة، وهذا ما يفعله الناس لا البرامج.",
    },
    hits=lambda: [
        message(text="> Shall we meet?\n\nYes, gladly.\n\n> At five?\n\nBetter at six.\n"),
        message(text="Hi,\n\n> one\n> two\nno\n> three\nyes\n> four\nperhaps\n"),
    ],
    misses=lambda: [
        message(text="Yes.\n\n> Shall we meet?\n> At five?\n"),
        message(text="Shall we meet?"),
    ],
)
def answers_in_between(mail: Mail, context: Context) -> Iterable[Evidence]:
    """At least two changes from quoted to own words."""
    if quoted_lines(mail) < 2:
        return
    for text in mail.texts:
        if text.layer == "text" and len(_TURN.findall(text.content[:20_000])) >= 2:
            yield evidence(text.span(0, 0), count=quoted_lines(mail))
            return
