"""Characters that cannot be seen split words, so that programs do not recognise them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import INVISIBLE_IN_WORD, span_of, texts_with
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_NO_ROOM: Final = span_of(
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x2060, 0x2064), (0xFE00, 0xFE0E),
    (0xFEFF, 0xFEFF), (0xE0000, 0xE007F), (0xE0100, 0xE01EF),
)  # fmt: skip


@check(
    id="invisible-in-words",
    weight=Weight.STRONG,
    attack=(
        "T1027.013",
        "T1036",
    ),
    explain={
        "en": "Characters that cannot be seen split words, so that programs do not recognise them.",
        "ar": "محارف لا تُرى تقسم الكلمات كي لا تتعرف عليها البرامج.",
    },
    needs="beyond-ascii",
    hits=lambda: [
        message(text="Your acc\u200bount needs a pass\u200bword."),
        message(subject="Your mem\u200e\u200ebership"),
        message(text="حسا\u200bبك معلق"),
    ],
    misses=lambda: [
        message(text="این متن می\u200cخواهد و کتاب\u200cهای ما"),
        message(text="مرحبا \u200fHarbour\u200e وشكرا", page="<p>\u200c \u200c \u200c Hello</p>"),
        message(text="A family \U0001f468\u200d\U0001f469\u200d\U0001f467 photo"),
    ],
)
def invisible_in_words(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Inside words only: joiners between Arabic-script letters, direction marks and filler between words are no trick."""
    for text, content in texts_with(mail, _NO_ROOM):
        for match in INVISIBLE_IN_WORD.finditer(content):
            yield evidence(
                text.span(*match.span()), code=f"U+{ord(content[match.end() - 1]):04X}", count=len(match[0]) - 1
            )
