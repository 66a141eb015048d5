"""English words are written with accents or letters that are not theirs, so that programs do not recognise them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import ACCENT_RANGES, accented, span_of, texts_with
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_ACCENTS: Final = span_of(*ACCENT_RANGES)


@check(
    id="borrowed-letters",
    weight=Weight.STRONG,
    attack=("T1036",),
    explain={
        "en": "English words are written with accents or letters that are not theirs, so that programs do not recognise them.",
        "ar": "كلمات إنجليزية مكتوبة بعلامات أو حروف ليست منها، كي لا تتعرف عليها البرامج.",
    },
    needs="beyond-ascii",
    hits=lambda: [
        message(text="Log in to your em\u00e1il"),
        message(subject="Your bit\u010doin", text="The account is yours"),
        message(text="\u03a1\u217c\u0435\u0430\u0455\u0435 answer"),
    ],
    misses=lambda: [
        message(text="The caf\u00e9 and the na\u00efve account are with you"),
        message(text="Ele est\u00e1 na pr\u00f3xima reuni\u00e3o com voc\u00ea e sua conta"),
    ],
)
def borrowed_letters(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Words worth disguising only; other languages have their accents."""
    for text, content in texts_with(mail, _ACCENTS):
        if mail.language in ("en", ""):
            for start, end, meant in accented(content):
                yield evidence(text.span(start, end), shown=content[start:end], expected=meant)
