"""The words for how likely something is: one scale, each word always with its numbers.

Bands and English words: Intelligence Community Directive 203, Analytic Standards (2 January 2015), D.6.e.(2).(a). The
directive leaves open what a number on a bound is called; here it takes the word that says less (the one nearer to an
even chance).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct


class Word(Struct, frozen=True):
    """One word and the chances that it stands for."""

    low: float
    high: float
    words: Mapping[str, str]

    @property
    def numbers(self) -> str:
        """The range in percent."""
        return f"{self.low:.0%}–{self.high:.0%}".replace("%–", "–")


SCALE: Final = (
    Word(0.01, 0.05, {"en": "almost no chance", "ar": "شبه مستحيل"}),
    Word(0.05, 0.20, {"en": "very unlikely", "ar": "مستبعد جدًّا"}),
    Word(0.20, 0.45, {"en": "unlikely", "ar": "مستبعد"}),
    Word(0.45, 0.55, {"en": "roughly even chance", "ar": "احتمال متكافئ تقريبًا"}),
    Word(0.55, 0.80, {"en": "likely", "ar": "مرجّح"}),
    Word(0.80, 0.95, {"en": "very likely", "ar": "مرجّح جدًّا"}),
    Word(0.95, 0.99, {"en": "almost certain", "ar": "شبه مؤكّد"}),
)
"""From the least likely to the most. Nothing is ever 0 or 100 %."""
LIKELY: Final = 0.55
"""Above it something is called likely."""


def place_of(chance: float) -> int:
    """Return the place in SCALE of a chance of 0 to 1. Raises ValueError for what is none."""
    if not 0 <= chance <= 1:
        raise ValueError(f"{chance} is no chance")
    if chance < 0.5:
        return next(place for place, word in enumerate(SCALE) if chance < word.high or word.high > 0.5)
    return next(place for place, word in enumerate(SCALE) if chance <= word.high or place == len(SCALE) - 1)


def word_of(chance: float) -> Word:
    """Return the word for a chance."""
    return SCALE[place_of(chance)]
