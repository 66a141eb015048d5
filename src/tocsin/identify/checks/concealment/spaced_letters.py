"""Words are written with a space between the letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_READ: Final = 300
"""Characters of each text that are looked at: a disguised name stands early."""
_SPACED: Final = re.compile(r"(?<!\S)(?:[^\W\d_] ){4,}[^\W\d_](?!\S)")


@check(
    id="spaced-letters",
    weight=Weight.WEAK,
    attack=("T1036",),
    explain={
        "en": "Words are written with a space between the letters.",
        "ar": "كلمات مكتوبة بفراغ بين حروفها.",
    },
    hits=lambda: [
        message(sender="Q u a y b a n k <a@sender.example>"),
        message(text="V I A G R A for you\nP I L L S here"),
    ],
    misses=lambda: [
        message(text="Choose A or B or C, then D."),
        message(text="W E L C O M E to the harbour"),
    ],
)
def spaced_letters(mail: Mail, context: Context) -> Iterable[Evidence]:
    """In the subject or the sender's name once, in the body twice: a heading may be spaced for effect."""
    found = [(text, match) for text in mail.texts for match in _SPACED.finditer(text.content[:_READ])]
    if len(found) > 1 or any(text.layer.startswith("header") for text, _ in found):
        for text, match in found:
            yield evidence(text.span(*match.span()), shown=match[0], expected=match[0].replace(" ", ""))
