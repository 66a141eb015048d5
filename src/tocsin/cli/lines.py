"""Lines in a terminal: from the side that the language is read from, wrapped under their own indent."""

from __future__ import annotations

import unicodedata
from typing import Final, TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tocsin.render.words import Words

WIDTH: Final = 120
"""Columns where the output is no terminal."""
_NARROWEST: Final = 20
_OPEN: Final = "\u2068"
_CLOSE: Final = "\u2069"


def console_of(out: TextIO) -> Console:
    """Return a console that prints what it is given and nothing that it reads into it."""
    return Console(file=out, highlight=False, emoji=False, markup=False, width=None if out.isatty() else WIDTH)


class Lines:
    """Prints in one language. An Arabic line stands at the right edge, and is isolated as a whole."""

    def __init__(self, console: Console, words: Words) -> None:
        self._console = console
        self._rtl = words.direction == "rtl"

    def title(self, text: str) -> None:
        """Print a heading, a blank line above it."""
        self._console.print()
        self.line(text, "bold")

    def line(self, text: str | Text, style: str = "", indent: int = 0, mark: str = "") -> None:
        """Print a line; `mark` stands before it, and what is wrapped stands behind the mark."""
        self._put(Text(text, style) if isinstance(text, str) else text, indent, mark, self._rtl)

    def foreign(self, text: Text, indent: int = 0) -> None:
        """Print text that is not ours: each of its lines from the side where its own language begins."""
        for line in text.split("\n", allow_blank=True):
            self._put(line, indent, "", begins_right(line.plain))

    def _put(self, text: Text, indent: int, mark: str, rtl: bool) -> None:
        room = max(_NARROWEST, self._console.width - indent - len(mark) - rtl * 2)
        wrapped = text.wrap(self._console, room) or [Text()]
        for number, line in enumerate(wrapped):
            line.rstrip()
            whole = Text.assemble(mark if number == 0 else " " * len(mark), line)
            shown = _isolated(whole) if rtl else whole
            shown.justify = "right" if rtl else "left"
            self._console.print(Padding(shown, (0, indent * rtl, 0, indent * (not rtl))))


def begins_right(text: str) -> bool:
    """Say whether the first letter of a text belongs to a script that is written from the right."""
    classes = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind != "L" for kind in classes if kind in ("L", "R", "AL")), False)


def _isolated(line: Text) -> Text:
    """Isolate a line of its own, and close in it what the wrapping has cut."""
    depth = lowest = 0
    for sign in line.plain:
        depth += (sign == _OPEN) - (sign == _CLOSE)
        lowest = min(lowest, depth)
    return Text.assemble(_OPEN * (1 - lowest), line, _CLOSE * (1 + depth - lowest))
