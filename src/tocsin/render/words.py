"""The words a person sees: English in the code, Arabic from the gettext catalogue, every inserted value isolated.

An unisolated 2024-06-01 shows as 01-06-2024 in an Arabic sentence. So whatever is put into a sentence is isolated: by
U+2068 and U+2069 (UAX 9) in a terminal, by `<bdi>` in HTML.
"""

from __future__ import annotations

import gettext
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from tocsin.model.sentence import Sentence

_FIRST_STRONG: Final = "\u2068"
_POP: Final = "\u2069"
CATALOGUES: Final = Path(__file__).parents[1] / "locale"
"""Where the catalogues lie."""


def N_(message: str) -> str:  # noqa: N802 - the usual name, which message extraction knows
    """Mark a message that is translated where it is shown."""
    return message


def isolated(value: object) -> str:
    """Return a value as text that cannot disturb the direction of what stands around it.

    An isolate ends with its paragraph (UAX 9, X8), so each line is one.
    """
    return "\n".join(f"{_FIRST_STRONG}{line}{_POP}" for line in str(value).split("\n"))


def isolated_if_needed(value: object) -> str:
    """The same for a sentence that runs from left to right: a value that does so too can be copied as it is."""
    text = str(value)
    return isolated(text) if turns(text) else text


def turns(text: str) -> bool:
    """Say whether any of a text runs from right to left."""
    return any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in text)


class Words:
    """The words of one language. `isolate` is how values are put into a sentence (default: as a terminal needs it)."""

    def __init__(self, language: str, isolate: Callable[[object], str] | None = None) -> None:
        self.language = language
        self.isolate = isolate or (isolated if self.direction == "rtl" else isolated_if_needed)
        self._catalogue = _catalogue(language)

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return "rtl" if self.language == "ar" else "ltr"

    def gettext(self, message: str, /, **values: object) -> str:
        """Return a sentence with values put in where `%(name)s` stands."""
        return self._filled(self._catalogue.gettext(message), values)

    def ngettext(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return a sentence in the plural form of `number`, which is `%(n)s` in it unless given otherwise."""
        return self._filled(self._catalogue.ngettext(one, many, number), {"n": f"{number:,}", **values})

    def tell(self, sentence: Sentence) -> str:
        """Return a sentence that was written where something happened."""
        return self._filled(self._catalogue.gettext(sentence.text), sentence.values)

    def value(self, value: object) -> str:
        """Return what is put into a sentence: isolated, and told first where it is a sentence itself."""
        return self.isolate(self.tell(value) if isinstance(value, Sentence) else value)

    def _filled(self, sentence: str, values: Mapping[str, object]) -> str:
        return sentence % {name: self.value(value) for name, value in values.items()} if values else sentence


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("tocsin", CATALOGUES, [language])
