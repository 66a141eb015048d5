"""Sentences for people, written where a thing happens and told in the reader's language where it is shown.

A plain dataclass and not a Struct: errors carry sentences, and start-up must not load msgspec for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LANGUAGES: Final = ("en", "ar")
"""Languages in which every sentence exists."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English sentence of the catalogue, and the values that stand at its `%(name)s`. `str` gives it in English."""

    text: str
    values: Mapping[str, object]
    """Plain values, or sentences again."""

    def __str__(self) -> str:
        return self.text % self.values if self.values else self.text


def say(text: str, **values: object) -> Sentence:
    """Return a sentence. `text` is a literal, so that it is found when the catalogue is compared with the code."""
    return Sentence(text, values)
