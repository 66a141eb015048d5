"""Words are spelled with other characters: a capital I for an l, a nought for an o, an accent where none belongs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import Hits, check, evidence
from tocsin.identify.disguise import SENSITIVE_WORDS, disguises
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_EDGE: Final = "(^|[^a-z0-9])"


@check(
    id="disguised-words",
    weight=Weight.STRONG,
    attack=("T1036",),
    explain={
        "en": "Words are spelled with other characters: a capital I for an l, a zero for an o, an accent where none belongs.",
        "ar": "كلمات كُتبت بمحارف أخرى: حرف مكان حرف أو رقم مكان حرف أو علامة في غير موضعها.",
    },
    phrases={
        word: (f"{_EDGE}({'|'.join(disguises(word))})([^a-z0-9]|$)",)
        for word in sorted(SENSITIVE_WORDS)
        if disguises(word)
    },
    hits=lambda: [
        message(subject="Your waIIet is locked"),
        message(text="Habilite sua C0NTA agora"),
        message(text="Your lnvoice is here"),
    ],
    misses=lambda: [
        message(text="Will you mail the wallet? I will. It is on Link 365."),
        message(text="The variable getId and user1 in office365"),
        message(text="Ele está na próxima reunião com você e sua conta"),
    ],
)
def disguised_words(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A list of words that are worth disguising; ordinary misspellings are not looked at."""
    for hit in hits:
        if len(hit.text) > 3:
            yield evidence(hit.span, shown=hit.text.strip(), expected=hit.group)
