"""The sender's name ends with a random code or a long number, which makes every copy different."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Span, Weight

_LAST: Final = re.compile(r"[\s#:\[(-]([A-Za-z0-9]{6,40})[\])]?\s{0,3}$")
_TURNS: Final = 4
"""One more than in McDonald or CamelCase."""
_LONG_NUMBER: Final = 9
"""Digits: longer than a date or a number of a ticket."""


def _is_random(word: str) -> bool:
    """Whether it is a long number, or upper case, lower case and digits take turns without meaning."""
    if word.isdigit():
        return len(word) >= _LONG_NUMBER
    kinds = ["d" if c.isdigit() else "u" if c.isupper() else "l" for c in word]
    turns = sum(a != b for a, b in pairwise(kinds))
    return turns >= _TURNS and kinds.count("u") >= 2 and ("d" in kinds or kinds[0] == "l")


@check(
    id="name-code",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    attack=("T1027", "T1656"),
    explain={
        "en": "The sender's name ends with a random code or a long number, which makes every copy different.",
        "ar": "ينتهي اسم المُرسِل برمز عشوائي أو رقم طويل يجعل كل نسخة مختلفة.",
    },
    hits=lambda: [
        message(sender='"Notice issued - hSCXPVFj7yxfmvG" <a@webmail.test>'),
        message(sender='"(bb - release pending) - 658462430987375" <a@webmail.test>'),
        message(sender='"Health Kit # wVzEky" <a@webmail.test>'),
    ],
    misses=lambda: [
        message(sender="Ronald McDonald <ronald@sender.example>"),
        message(sender="News from MyBigFarm <news@sender.example>"),
        message(sender="Desk 20260303 <a@sender.example>"),
        message(sender="Class of ABC123 <a@sender.example>"),
        message(sender="Team YouTube <a@sender.example>"),
        message(sender="Ian IanMcKing <a@sender.example>"),
    ],
)
def name_code(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The last word of the display name."""
    name = mail.sender.name[:200]
    match = _LAST.search(name)
    if match and _is_random(match[1]):
        yield evidence(Span("", "header:from", *match.span(1)), value=match[1])
