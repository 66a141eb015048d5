"""Which language a text is written in, among those that Tocsin's users and attackers write most.

Script decides first; within Latin script common short words do, and for Arabic script the letters and words that only
Persian has. An honest "" is better than a guess.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_STOPWORDS: Final = {
    "en": "the and you your for with this that from have will our are not please we has been was they",
    "de": "der die das und ist nicht sie ihr ihre wir ein eine mit auf für von den bitte haben werden zu im",
    "fr": "le la les des vous votre nous est pour avec une dans sur pas que qui sont cette merci été",
    "es": "el los las usted su para con por una está que del como pero este más nuestro haga estimado sus",
    "pt": "você não para com uma seu sua por está que dos das mais os em ao nossa foi são clique",
    "it": "il che per non una con della del sono gli alla questo nel suo anche più essere stato",
    "nl": "het een van en niet uw wij met voor zijn aan dat op deze om naar worden",
    "pl": "nie jest się na do w z oraz aby które jak przez dla twoje ",
}
_WORDS: Final = {word: lang for lang, words in reversed(_STOPWORDS.items()) for word in words.split()}
_SHARED: Final = {word: tuple(lang for lang, words in _STOPWORDS.items() if word in words.split()) for word in _WORDS}
_TOKEN: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 8
"""Letters below which no language is guessed."""
_LETTERS: Final = re.compile(rf"(?:[A-Za-z][^A-Za-z]*){{{_FEWEST}}}")
_PERSIAN_LETTERS: Final = frozenset("پچژگ")
_PERSIAN_WORDS: Final = frozenset("است این که را برای شما می های از با در به و".split()) - {"و"}
_ARABIC_WORDS: Final = frozenset("في من على إلى هذا هذه التي الذي أن ما كان مع عن لا قد تم".split())


@lru_cache(maxsize=4096)
def guess_language(text: str) -> str:
    """Return an ISO 639-1 code for the main language of `text` (its first 2,000 characters), or ""."""
    sample = text[:2000]
    if sample.isascii():
        return _latin(sample) if _LETTERS.search(sample) else ""
    arabic = sum("\u0600" <= c <= "\u06ff" for c in sample)
    hebrew = sum("\u0590" <= c <= "\u05ff" for c in sample)
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in sample)
    latin = sum(c.isalpha() for c in sample) - arabic - hebrew - cyrillic
    most = max(arabic, hebrew, latin, cyrillic)
    if most < _FEWEST:
        return ""
    if most == arabic:
        return _arabic_or_persian(sample)
    if most == hebrew:
        return "he"
    if most == cyrillic:
        return "ru"
    return _latin(sample)


def _arabic_or_persian(sample: str) -> str:
    words = _TOKEN.findall(sample)
    persian = sum(c in _PERSIAN_LETTERS for c in sample) + 2 * sum(word in _PERSIAN_WORDS for word in words)
    arabic = 2 * sum(word in _ARABIC_WORDS or word.startswith("ال") for word in words) + sample.count("ة")
    return "fa" if persian > arabic else "ar"


def _latin(sample: str) -> str:
    score: dict[str, int] = {}
    for word in _TOKEN.findall(sample.lower()):
        for lang in _SHARED.get(word, ()):
            score[lang] = score.get(lang, 0) + 1
    if not score:
        return ""
    best = max(score, key=lambda lang: score[lang])
    return best if score[best] >= 2 else ""
