"""Words written so that a person reads them and a program does not: what the concealment checks share.

The code point ranges are those of the Unicode standard, chapter 23 and UTS #39; the word list is this project's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import Final

from tocsin.common.text import LOOKALIKES, fold
from tocsin.formats.html import Page
from tocsin.identify.mail import Mail, Text

_NO_ROOM: Final = "\u034f\u180e\u200b\u2060-\u2064\ufeff\ufe00-\ufe0e\U000e0000-\U000e007f\U000e0100-\U000e01ef"
_LATIN: Final = "A-Za-z\u00c0-\u024f"
_LATIN_LIKE: Final = _LATIN + "\u0370-\u052f"

INVISIBLE_IN_WORD: Final = re.compile(
    f"(?:[{_LATIN_LIKE}][{_NO_ROOM}\u200c-\u200f\u061c]+(?=[{_LATIN_LIKE}]))"
    f"|(?:[\u0620-\u06ff][{_NO_ROOM}]+(?=[\u0620-\u06ff]))"
)
"""Characters without width inside a word. Between Latin, Greek or Cyrillic letters none has business there; between
Arabic-script letters U+200C and U+200D are orthography and direction marks are harmless, so they are left out."""

FOREIGN_LETTERS: Final = frozenset(
    form for code in LOOKALIKES if code > 0x24F for form in (chr(code), chr(code).upper()) if len(form) == 1
)
"""Letters of other scripts that look Latin, small and capital."""
_FOREIGN: Final = "".join(sorted(FOREIGN_LETTERS))
MIXED_SCRIPTS: Final = re.compile(f"[{_LATIN}][{_FOREIGN}]|[{_FOREIGN}][{_LATIN}]")
"""A letter of another script that looks Latin, beside a Latin letter."""

STYLED: Final = re.compile("[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f189\uff21-\uff3a\uff41-\uff5a]{3,}")
"""Three or more letters in mathematical, circled, squared or full-width form."""

STACKED: Final = re.compile(
    "[A-Za-z](?:[\u0334-\u0338\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0730-\u074a\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f]|[\u0300-\u036f]{2})"
)
"""A Latin letter under a mark that no Latin orthography puts there, or under two marks."""

SENSITIVE_WORDS: Final = frozenset(
    """account accounts action alert amazon antivirus apple authentication banco bank benefits billing binance
    bitcoin blockchain blocked bradesco cancel cartao casino cialis click client cliente cloud codigo coinbase
    confirm confirmed congratulations conta correios could credit customer customers delivery department dollars
    email emails exclusive expired facebook fatura final free gift gmail google icloud important income instagram
    internet invoice itaucard ledger link live livelo log login logon mail mailbox membership metamask microsoft
    money netflix notice notification office outlook package parcel password payment paypal pills please pontos
    prime prize profile protocol protocolo protonmail receita refund reset resgate restricted returns reward
    santander security senha service services storage subscription support survey suspended suspicious swift
    transaction transfer trust unlock update urgent urgente user validate verification verified verify viagra
    wallet wallets warning whatsapp will winner would yahoo your""".split()
)
"""Words that junk and phishing disguise; none has an accent in any of our languages."""
_LONGEST: Final = max(map(len, SENSITIVE_WORDS)) + 1

_LEET: Final = {"o": "0", "i": "1", "l": "1", "e": "3", "a": "4", "s": "5"}


def disguises(word: str) -> tuple[str, ...]:
    """How a word looks, folded, when written with a capital I for l, l for a first I, or digits for letters."""
    places = [number for number, char in enumerate(word) if char == "l"]
    found = {_with(word, chosen, "i") for size in range(1, len(places) + 1) for chosen in combinations(places, size)}
    found |= {"l" + word[1:]} if word[0] == "i" and len(word) > 5 else set()
    if len(word) > 4:
        found |= {_with(word, [number], _LEET[char]) for number, char in enumerate(word) if char in _LEET}
        found |= {word.replace(char, digit) for char, digit in _LEET.items() if char in word}
    return tuple(sorted(found - SENSITIVE_WORDS))


def _with(word: str, places: Iterable[int], char: str) -> str:
    letters = list(word)
    for place in places:
        letters[place] = char
    return "".join(letters)


ACCENT_RANGES: Final = ((0xC0, 0x58F), (0x13A0, 0x13FF), (0x2160, 0x217F))
"""Accented Latin, Greek, Cyrillic, Armenian and Cherokee letters, and Roman numerals."""
_ACCENT: Final = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in ACCENT_RANGES) + "]")


def accented(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, word meant) of sensitive words written with accents or letters that are not theirs."""
    behind = 0
    for match in _ACCENT.finditer(text):
        if match.start() >= behind:
            start = behind = match.start()
            while start and text[start - 1].isalnum():
                start -= 1
            while behind < len(text) and text[behind].isalnum():
                behind += 1
            meant = fold(text[start:behind]) if behind - start < _LONGEST else ""
            if meant in SENSITIVE_WORDS:
                yield start, behind, meant


_VOWELS: Final = frozenset("aeiouy")
_CONSONANTS: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")


def is_gibberish(word: str) -> bool:
    """Whether a word of Latin letters is a random run: hardly a vowel, or few and many consonants in a row.

    German words reach seven consonants in a row with a quarter of vowels, so eight are asked for there.
    """
    low = word.lower()
    if len(low) < 10 or not low.isascii() or not low.isalpha():
        return False
    vowels = sum(char in _VOWELS for char in low) / len(low)
    row = max((len(run) for run in _CONSONANTS.findall(low)), default=0)
    return vowels < 0.15 or (row >= 6 and vowels < 0.22) or (row >= 8 and vowels < 0.3)


_BEYOND: Final = re.compile(r"[^\x00-\x7f]+")
_READ: Final = 5_000
"""Characters of each text that are looked at for tricks; one that is to be read stands early."""


@lru_cache(maxsize=64)
def _odd_characters(content: str) -> frozenset[str]:
    return frozenset() if content.isascii() else frozenset("".join(_BEYOND.findall(content, 0, _READ)))


def texts_with(mail: Mail, characters: frozenset[str]) -> Iterator[tuple[Text, str]]:
    """The texts a reader sees (subject, sender's name, body) that have one of `characters`, each with its beginning."""
    for text in mail.texts:
        if text.layer != "hidden" and not _odd_characters(text.content).isdisjoint(characters):
            yield text, text.content[:_READ]


def span_of(*ranges: tuple[int, int]) -> frozenset[str]:
    """The characters of inclusive code point ranges."""
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


_HIDDEN_READ: Final = 4_000
_HIDDEN_LETTERS: Final = 300
_HIDDEN_WORDS: Final = 30
_WORD: Final = re.compile(r"[^\W\d_]{3,30}")


def hidden_story(page: Page) -> int:
    """How many different words a page hides that it does not show; 0 where they are few or mostly the shown ones.

    A preview line and a second version for telephones are usual in honest mail.
    """
    return _other_words(page.hidden, page.text) if len(page.hidden) >= _HIDDEN_LETTERS else 0


@lru_cache(maxsize=16)
def _other_words(hidden: str, shown: str) -> int:
    words = set(_WORD.findall(hidden[:_HIDDEN_READ].lower()))
    other = words - set(_WORD.findall(shown[: 2 * _HIDDEN_READ].lower()))
    return len(other) if len(other) >= _HIDDEN_WORDS and len(other) > 0.6 * len(words) else 0


def letters(text: str) -> int:
    """How many letters a text has."""
    return sum(map(str.isalpha, text))
