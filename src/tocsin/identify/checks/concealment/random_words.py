"""A run of random letters stands at the end, which makes every copy of the message different."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import is_gibberish
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_TAIL: Final = 300
"""Characters from the end that are looked at."""
_WORD: Final = re.compile(r"(?<![\w./=&?%@+:#-])[A-Za-z]{10,60}(?![\w./=&?%@+:#-])")


@check(
    id="random-words",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    attack=("T1027",),
    explain={
        "en": "A run of random letters stands at the end, which makes every copy of the message different.",
        "ar": "سلسلة حروف عشوائية في النهاية تجعل كل نسخة من الرسالة مختلفة.",
    },
    hits=lambda: [
        message(text="Buy now\n\ndptehbkumnjnuodqcbhuphmmmxplynovkuighl"),
        message(subject="Free for you ndmcshjjvbsvrgdv"),
    ],
    misses=lambda: [
        message(text="Mit freundlichen Grüßen\nRechtschreibung und Donaudampfschifffahrt"),
        message(text="Regards\nhttps://a.example/dptehbkumnjnuodqcbhuphmmm"),
    ],
)
def random_words(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A word nobody could say, on one of the last lines or at the end of the subject."""
    for text in mail.texts:
        if text.layer in ("header:subject", "text", "visible"):
            tail = text.content[-_TAIL:]
            offset = len(text.content) - len(tail)
            for match in _WORD.finditer(tail):
                if is_gibberish(match[0]):
                    yield evidence(text.span(offset + match.start(), offset + match.end()), value=match[0])
