"""The subject is stuffed with pictures or alarm signs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_PICTURE: Final = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa\u203c\u2049]")
_ALARM: Final = frozenset(
    "\u26a0\U0001f6a8\u2757\u203c\u26d4\U0001f6ab\U0001f514\U0001f51e\U0001f48b\U0001f4b0\U0001f4b2\U0001f4b8\U0001f911\U0001f351\U0001f4b5\U0001f4b7\U0001f4b6\u274c\U0001f6d1"
)
"""Warning and money signs, and those of sexual offers."""


@check(
    id="alarm-subject",
    weight=Weight.WEAK,
    danger=Danger.SPAM,
    explain={
        "en": "The subject is stuffed with pictures or alarm signs.",
        "ar": "الموضوع محشو برموز تعبيرية أو علامات إنذار.",
    },
    needs="beyond-ascii",
    hits=lambda: [
        message(subject="\u26a0\ufe0f Your storage is full"),
        message(subject="\U0001f525\U0001f525\U0001f389 Great"),
    ],
    misses=lambda: [
        message(subject="\U0001f389 We reached the goal"),
        message(subject="Minutes of Monday", text="\u26a0 mind the step"),
    ],
)
def alarm_subject(mail: Mail, context: Context) -> Iterable[Evidence]:
    """An alarm sign, or three pictures, in subject and sender's name together."""
    found = [
        (text, match)
        for text in mail.texts[:2]
        if not text.content.isascii()
        for match in _PICTURE.finditer(text.content)
    ]
    if len(found) >= 3 or any(match[0] in _ALARM for _, match in found):
        for text, match in found[:3]:
            yield evidence(text.span(*match.span()), shown=match[0])
