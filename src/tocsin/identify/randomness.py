"""Names that no person chose: strings of letters and digits that read like nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

_CONSONANTS: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]+")
_VOWELS: Final = frozenset("aeiouy")
# Groups of consonants that stand for one sound in the languages of our mail; they count once.
_SOUNDS: Final = re.compile(
    r"sch|tsch|ch|sh|th|ph|ck|ng|st|tr|nd|nt|ss|ll|mm|nn|tt|rr|pp|ff|gh|kh|zh|dr|br|pr|gr|kr|lt|rt|ts|tz"
)
_ALTERNATION: Final = re.compile(r"[a-z]+\d+|\d+[a-z]+")
_HEX: Final = re.compile(r"[0-9a-f]{12,}")
_RARE: Final = re.compile(
    r"q[^u]|[jqxz][bcdfghjklmnpqrstvwxz]|[bcdfghjkmpqtvwxz][jqxz]|[vw][bcdfgjkmpqtvxz]|[jv]$|uu|yy|ii|aaa"
)


@lru_cache(maxsize=16_384)
def looks_random(label: str) -> bool:
    """Whether a label or local part (ASCII letters, digits) reads as a random string.

    Short ones, ones of plain words, and initials with a number are not; scripts other than Latin never are.
    """
    text = label.lower()
    pieces = [piece for piece in re.split(r"[^a-z0-9]+", text) if piece]
    return text.isascii() and any(_random_piece(piece) for piece in pieces)


def _random_piece(piece: str) -> bool:
    letters = sum(char.isalpha() for char in piece)
    if len(piece) >= 12 and _HEX.fullmatch(piece) and 2 < letters < len(piece) - 2:
        return True
    if len(piece) < 8 or letters < 5:
        return len(piece) >= 6 and _switches(piece) >= 4
    if _switches(piece) >= 4:
        return True
    words = re.sub(r"\d+", "", piece)
    return _unspeakable(words)


def _switches(piece: str) -> int:
    """How often letters and digits take turns."""
    return sum(left.isdigit() != right.isdigit() for left, right in pairwise(piece))


def _unspeakable(word: str) -> bool:
    """Whether a string of letters cannot be read aloud in any language written in Latin letters."""
    if len(word) < 8:
        return False
    heard = _SOUNDS.sub("t", word)
    runs = _CONSONANTS.findall(heard)
    longest = max(map(len, runs), default=0)
    vowels = sum(char in _VOWELS for char in heard)
    rare = len(_RARE.findall(word))
    return longest >= 5 or (longest >= 4 and rare >= 1) or rare >= 3 or (len(heard) >= 8 and vowels * 6 < len(heard))
