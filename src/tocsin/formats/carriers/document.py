"""JSON documents: arrays, objects around an array, and objects one after the other, read as a stream.

Only brackets and texts are looked at, so that memory is bounded by one record; what is between them is decoded later.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

from tocsin.formats.carriers.line import PIECE, Broken, Line, Read, too_long
from tocsin.model.limits import Limits
from tocsin.model.sentence import say

_BRACKET: Final = re.compile(rb'(?:[^"{}\[\]]++|"(?:[^"\\\n]++|\\.)*+")*+([{}\[\]])', re.DOTALL)
_PLAIN: Final = re.compile(rb'(?:[^"{}\[\]]++|"(?:[^"\\\n]++|\\.)*+")*+', re.DOTALL)
_TEXT: Final = re.compile(rb'"(?:[^"\\\n]++|\\.)*+', re.DOTALL)
_NEXT: Final = re.compile(rb"[,\n\[]\s*(?=\{)")
_NAMES: Final = (
    "value", "items", "records", "Records", "response", "authlogs", "data", "activities", "users", "logs", "events",
)  # fmt: skip
"""Names under which the APIs of Microsoft (value, records), Google (items), Duo (response, authlogs) and OneLogin (data)
give a page of records. `events` is not one where the object has an `id` or a `kind`, as an activity of Google's has."""
_WRAPPERS: Final = re.compile(rb'"(?:' + "|".join(_NAMES).encode() + rb')"\s*:\s*$')
_ID: Final = re.compile(rb'"(?:id|kind)"\s*:')
_NOT_JSON: Final = say("this is no JSON; reading went on behind it")
_CUT_OFF: Final = say("the file ends in the middle of this record: export or copy it again")


def wrappers_of(names: Container[str]) -> list[str]:
    """Return which of an object's names may be of a page of records."""
    own = "id" in names or "kind" in names
    return [name for name in _NAMES if name in names and not (own and name == "events")]


class _Scanner:
    """Goes through a document. `level` is the depth at which records open."""

    def __init__(self, read: Read, start: int, limits: Limits) -> None:
        self.read = read
        self.limits = limits
        self.buffer = b""
        self.base = start
        """Offset of the buffer in the file."""
        self.at = 0
        self.begin = -1
        """Where in the buffer the open record begins; -1 outside of records."""
        self.depth = 0
        self.level = 0
        self.ended = False

    def run(self) -> Iterator[Line | Broken]:
        while True:
            found = _BRACKET.match(self.buffer, self.at)
            if found is None:
                if self._malformed():
                    yield from self._resume("not-json", self.begin if self.begin >= 0 else self.at)
                elif self.ended:
                    break
                else:
                    yield from self._more()
                continue
            yield from self._between(found)
            yield from self._bracket(found)
        yield from self._end()

    def _between(self, found: re.Match[bytes]) -> Iterator[Broken]:
        """Tell what stands where only commas may."""
        if self.begin < 0 and self.depth == self.level:
            junk = self.buffer[self.at : found.start(1)].strip(b" \t\r\n,\x1e")
            if junk and not (self.level == 0 and not self.base and not self.at):
                yield Broken(self.base + self.at, "not-json", _NOT_JSON)

    def _bracket(self, found: re.Match[bytes]) -> Iterator[Line]:
        sign, place = found[1], found.start(1)
        if sign in b"{[":
            if sign == b"{" and self.depth == self.level and self.begin < 0:
                self.begin = place
            elif sign == b"[" and self._wraps(place):
                self.level, self.begin = self.depth + 1, -1
            self.depth += 1
        else:
            self.depth -= 1
            if self.begin >= 0 and self.depth <= self.level:
                yield Line(self.base + self.begin, self.buffer[self.begin : place + 1], "json")
                self.begin = -1
            if self.depth < self.level:
                self.level = 0 if self.depth <= 0 else -1
            if self.depth <= 0:
                self.depth = self.level = 0
        self.at = place + 1

    def _wraps(self, place: int) -> bool:
        """Say whether a list that opens here holds the records."""
        if self.depth == 0:
            return True
        if self.level not in (0, -1) or self.depth > 2 or (self.begin < 0 and self.level == 0):
            return False
        named = _WRAPPERS.search(self.buffer, max(place - 40, 0), place)
        if named is None or (self.depth == 2 and b"authlogs" not in named[0]):
            return False
        return not (b"events" in named[0] and _ID.search(self.buffer, max(self.begin, 0), place))

    def _malformed(self) -> bool:
        """Say whether no more bytes can help: a text that a line ends."""
        plain = _PLAIN.match(self.buffer, self.at)
        text = _TEXT.match(self.buffer, plain.end()) if plain else None
        return text is not None and self.buffer[text.end() : text.end() + 1] == b"\n"

    def _more(self) -> Iterator[Broken]:
        keep = self.begin if self.begin >= 0 else self.at
        self.base += keep
        self.buffer = self.buffer[keep:]
        self.at -= keep
        self.begin = 0 if self.begin >= 0 else -1
        if len(self.buffer) > self.limits.max_line_bytes:
            yield from self._resume("too-long", 0)
        piece = self.read(PIECE)
        self.ended = not piece
        self.buffer += piece

    def _resume(self, code: str, place: int) -> Iterator[Broken]:
        """Tell of a record that is left out, and go on where the next one may begin."""
        where = self.base + place
        yield too_long(where, self.limits) if code == "too-long" else Broken(where, code, _NOT_JSON)
        found = _NEXT.search(self.buffer, max(self.at, place + 1))
        self.depth, self.begin = max(self.level, 0), -1
        self.level = self.depth
        while found is None:
            self.base += len(self.buffer)
            self.buffer = self.read(PIECE)
            if not self.buffer:
                self.ended, self.at = True, 0
                return
            found = _NEXT.search(self.buffer)
        self.at = found.end()

    def _end(self) -> Iterator[Broken]:
        if self.begin >= 0:
            yield Broken(self.base + self.begin, "cut-off", _CUT_OFF)
        elif self.depth > 0:
            yield Broken(self.base + len(self.buffer), "cut-off", _CUT_OFF)


def elements(read: Read, start: int, limits: Limits) -> Iterator[Line | Broken]:
    """Yield the records of a JSON document, and what of it is none."""
    return _Scanner(read, start, limits).run()
