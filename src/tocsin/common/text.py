"""Text folded for matching, with the way back to what was written.

Folding undoes what attackers and orthographies vary without changing what a reader sees: case, compatibility forms,
accents, apostrophes, invisible characters, look-alike letters of other scripts, Arabic and Persian letter variants,
digits. It is for matching only: what is shown to a person is always the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import Final

# Letters that look like Latin ones in common fonts: the look-alike, then what it is read as (after Unicode UTS #39).
_LOOKALIKE_PAIRS: Final = (
    "аa ɑa αa еe єe оo οo օo рp ρp сc ϲc уy γy хx χx іi ιi ӏl јj ѕs һh ԁd ԛq ԝw ɡg νv ѵv кk κk мm нh тt τt вb ьb βb "
    "ηn пn ոn սu υu ɩi ıi ƅb ցg հh ѡw ωw ɪi ʀr ɴn ʏy ʟl ꓐb ꓓd ꓟm ꓖg"
)
LOOKALIKES: Final = {ord(pair[0]): pair[1] for pair in _LOOKALIKE_PAIRS.split()}

# Arabic-script letters that writers and keyboards interchange.
_ARABIC_PAIRS: Final = "يی ىی ئی كک أا إا آا ٱا ةه ۀه ؤو ۃه ھه ہه ەه"
_ARABIC: Final = {ord(pair[0]): pair[1] for pair in _ARABIC_PAIRS.split()}
_TATWEEL: Final = 0x0640
_APOSTROPHES: Final = frozenset(map(ord, "’‘ʼ´"))

# Characters that take no room on the screen. Which of them conceal, and which are orthography (U+200C between
# Arabic-script letters, direction marks), is for a check to say; for matching all of them go.
INVISIBLE: Final = frozenset(
    (
        *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x2800, 0x3164, 0xFEFF, 0xFFA0),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xE0000, 0xE0080),
        *range(0xE0100, 0xE01F0),
    )
)


def _fold_char(code: int) -> str:
    if code in INVISIBLE or code == _TATWEEL:
        return ""
    if code in _ARABIC:
        return _ARABIC[code]
    if code in _APOSTROPHES:
        return "'"
    char = chr(code)
    if char.isspace():
        return " "
    decimal = unicodedata.decimal(char, None)
    if decimal is not None:
        return str(decimal)
    folded = "".join(c for c in unicodedata.normalize("NFKD", char).lower() if not unicodedata.combining(c))
    return "".join(LOOKALIKES.get(ord(c)) or _ARABIC.get(ord(c)) or c for c in folded)


class _Table(dict[int, str]):
    """A `str.translate` table that fills itself."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: set[str] = set()
        """Characters seen so far that fold to none or several."""

    def __missing__(self, code: int) -> str:
        self[code] = value = _fold_char(code)
        if len(value) != 1:
            self.odd.add(chr(code))
        return value


_TABLE: Final = _Table()
_BEYOND: Final = re.compile(r"[^\x00-\x7f]{1,64}")
_WHITE: Final = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"
"""The ASCII characters other than the space that Unicode calls white space."""
_SPACES: Final = str.maketrans(_WHITE, " " * len(_WHITE))


def fold(text: str) -> str:
    """Return `text` folded for matching (see the module's docstring). Lengths may differ."""
    if text.isascii():
        return text.lower().translate(_SPACES) if not text.isprintable() else text.lower()
    # Folded characters are in lower case, so that `lower` changes the ASCII ones alone.
    text = _BEYOND.sub(lambda run: _folded_run(run[0]), text).lower()
    for white in _WHITE:
        text = text.replace(white, " ")
    return text


@lru_cache(maxsize=16_384)
def _folded_run(run: str) -> str:
    return run.translate(_TABLE)


@lru_cache(maxsize=1)
def _odd_pattern(_known: int) -> re.Pattern[str]:
    """A pattern for the odd characters known so far; folding a text has made all of its own known."""
    return re.compile(f"[{re.escape(''.join(_TABLE.odd))}]") if _TABLE.odd else re.compile("(?!)")


class Folded:
    """A text together with its folded form; positions in the folded form lead back to the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = fold(original)

    @cached_property
    def _odd(self) -> tuple[list[int], list[int], list[int]]:
        """Of characters that fold to none or several: places in the folded text, in the original, and the next ones."""
        places = [match.start() for match in _odd_pattern(len(_TABLE.odd)).finditer(self.original)]
        starts, after, shift = [], [], 0
        for place in places:
            starts.append(place + shift)
            shift += len(_TABLE[ord(self.original[place])]) - 1
            after.append(place + 1 + shift)
        return starts, places, after

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the (start, end) in the original of folded positions `start` to `end`."""
        if self.original.isascii():
            return start, end
        return self._place(start), min(self._place(max(start, end - 1)) + 1, len(self.original))

    def _place(self, position: int) -> int:
        starts, places, after = self._odd
        number = bisect_right(starts, position) - 1
        if number < 0:
            return position
        return places[number] + max(0, position - after[number] + 1)


_GAP: Final = re.compile(r"( ?)<(\d{1,2})>")


def _words_between(match: re.Match[str]) -> str:
    return f"{'[,:،]? ' if match[1] else ''}(?:\\S+ ){{0,{match[2]}}}"


@lru_cache(maxsize=4_096)
def fold_pattern(pattern: str) -> str:
    """Fold the literal letters of a regular expression as `fold` folds text, leaving its syntax alone.

    Only letters that fold to exactly one character are changed, and ASCII is lower-cased only outside of escapes.
    A space in the pattern stands for any run of white space (all of which `fold` makes spaces); ` ?` makes it optional.
    `<3>` behind a space or a bracket stands for up to three words, of which a comma or colon may come first.
    """
    pattern = _GAP.sub(_words_between, pattern)
    out: list[str] = []
    escaped = in_class = False
    for char in pattern:
        if escaped:
            out.append(char)
            escaped = False
            continue
        escaped = char == "\\"
        in_class = char == "[" or (in_class and char != "]")
        if char == " " and not in_class:
            out.append("(?: +)")
        else:
            out.append(char.lower() if char.isascii() else _TABLE[ord(char)])
    return "".join(out)


def script_of(char: str) -> str:
    """Return the script of a letter as its Unicode name begins ("LATIN", "ARABIC", ...), or "" for other characters."""
    if not char.isalpha():
        return ""
    return unicodedata.name(char, "").split(" ", 1)[0].split("-", 1)[0]
