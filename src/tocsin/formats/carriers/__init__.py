"""What carries records: lines of JSON, JSON arrays, CSV, syslog. Each record comes with its place and its bytes."""

from __future__ import annotations

import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Iterator
from typing import BinaryIO, Final

import msgspec

from tocsin.formats.carriers.document import elements, wrappers_of
from tocsin.formats.carriers.line import UNDECODABLE, Broken, Line, Pick, split_lines
from tocsin.formats.carriers.table import rows
from tocsin.model.limits import Limits
from tocsin.model.sentence import say

__all__ = ["UNDECODABLE", "Broken", "Line", "Pick", "elements", "kind_of", "lines_begin", "records"]

_SYSLOG: Final = re.compile(
    rb"(?:<\d{1,3}>\d?\s?)?(?:[A-Z][a-z]{2}\s{1,2}\d{1,2}\s\d\d:\d\d:\d\d\s"
    rb"|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\s[\w.-]+\s)"
)
_NOT_A_LOG: Final = say("its content is no text, so it is no log")
_DELIMITERS: Final = b",;\t|"
_PIECE: Final = 1 << 20


def records(
    stream: BinaryIO, head: bytes, limits: Limits, pick: Pick | None = None
) -> Iterator[Line | Broken]:  # fmt: skip
    """Yield the records of a file in their order, and what was left out. `head` are its first bytes, for recognition.

    `pick` says which lines of JSON are wanted; all records of other files are.
    Offsets count bytes of what the stream gives; of UTF-16, of the same text in UTF-8.
    """
    codec = _wide(head)
    if codec:
        stream, head = io.BufferedReader(_Recoded(stream, codec)), _recoded_head(head, codec)
    marked = head.startswith(BOM_UTF8)
    if marked:
        stream.read(len(BOM_UTF8))
        head = head[len(BOM_UTF8) :]
    start = len(BOM_UTF8) if marked else 0
    kind = kind_of(head)
    if kind == "json":
        return elements(stream.read, start, limits)
    if not kind:
        return iter((Broken(0, "not-a-log", _NOT_A_LOG),))
    if kind == "csv":
        return rows(stream.read, start, limits)
    if kind == "lines":
        return split_lines(stream.read, start, limits, "json", pick)
    return split_lines(stream.read, start, limits, "text")


def lines_begin(head: bytes) -> int | None:
    """Return where the first line of a file of JSON lines begins; None where it is another file."""
    start = len(BOM_UTF8) if head.startswith(BOM_UTF8) else 0
    return None if _wide(head) or kind_of(head[start:]) != "lines" else start


def kind_of(head: bytes) -> str:
    """Return `json` (a document), `lines` (of JSON), `csv`, `text`, or "" for what is none of them."""
    begin = head.lstrip()
    if not begin.startswith((b"{", b"[")) and _is_binary(begin[:4096]):
        return ""
    if begin.startswith(b"["):
        return "json"
    if begin.startswith(b"{"):
        return "lines" if any(_is_record(line) for line in begin.split(b"\n")[:50]) else "json"
    if _SYSLOG.match(begin):
        return "text"
    first = begin.partition(b"\n")[0]
    return "csv" if any(first.count(bytes((mark,))) for mark in _DELIMITERS) else "text"


def _is_binary(head: bytes) -> bool:
    """Say whether it is no text: zeros in its first line, or many. A few stand in logs of machines that broke down."""
    return b"\0" in head.partition(b"\n")[0] or head.count(0) * 20 > len(head)


def _is_record(line: bytes) -> bool:
    """Say whether a line is a whole object, and not one around a page of records."""
    if not line.startswith(b"{"):
        return False
    try:
        found = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    except UNDECODABLE:
        return False
    return bool(found) and not any(bytes(found[name])[:1] == b"[" for name in wrappers_of(found))


def _wide(head: bytes) -> str:
    """Return the codec of UTF-16, by its mark or by the zeros that every second byte of ASCII text is."""
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    sample = head[:16]
    if len(sample) >= 8 and not any(sample[1::2]) and all(sample[0::2]):
        return "utf-16-le"
    return "utf-16-be" if len(sample) >= 8 and not any(sample[0::2]) and all(sample[1::2]) else ""


def _recoded_head(head: bytes, codec: str) -> bytes:
    return getincrementaldecoder(codec)("replace").decode(head).encode("utf-8", "replace")


class _Recoded(io.RawIOBase):
    """UTF-16 as UTF-8."""

    def __init__(self, stream: BinaryIO, codec: str) -> None:
        super().__init__()
        self._stream = stream
        self._decoder = getincrementaldecoder(codec)("replace")
        self._left = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stub says Buffer; io gives this
        while not self._left and not self._ended:
            piece = self._stream.read(_PIECE)
            self._ended = not piece
            self._left = self._decoder.decode(piece, self._ended).encode("utf-8", "replace")
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size
