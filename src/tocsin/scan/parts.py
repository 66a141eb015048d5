"""Files of logs in parts that can be read apart.

Only files of JSON lines are cut, behind ends of lines wherever that is; so the parts hold the lines of the whole.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO, Final, NamedTuple

from tocsin.formats.carriers import Broken, Line, Pick, lines_begin, records
from tocsin.formats.carriers.line import split_lines
from tocsin.formats.container import HEAD_BYTES, OpenFile
from tocsin.model.limits import Limits

PART: Final = 32 << 20
"""Bytes of a part, up to the end of a line."""
_PIECE: Final = 1 << 16


class Part(NamedTuple):
    """A file, or lines of it from `begin` up to `end`."""

    number: int
    path: str
    label: str
    begin: int
    end: int
    is_whole: bool
    stamp: tuple[int, ...]
    consumed: int
    """Bytes of all files up to its end."""


def parts_of(one: OpenFile, first: int) -> Sequence[Part]:
    """Return the parts, numbered from `first`, of a file that lies open in the system; none of any other."""
    stream = one.stream
    if not isinstance(stream, io.BufferedReader) or not isinstance(stream.raw, io.FileIO):
        return ()
    if not isinstance(stream.name, str) or os.fsencode(stream.name).decode("utf-8", "backslashreplace") != one.path:
        return ()
    stamp = stamp_of(stream)
    size, start = stream.seek(0, os.SEEK_END), lines_begin(one.head)
    cuts = list(_cuts(stream, start, size)) if start is not None else [0, size]
    return [
        Part(first + place, stream.name, one.path, begin, end, start is None, stamp, one.consumed + end)
        for place, (begin, end) in enumerate(pairwise(cuts))
    ]


def _cuts(stream: BinaryIO, begin: int, size: int) -> Iterator[int]:
    """Yield where parts begin, each behind an end of line, and the end of the file."""
    at = begin
    while at < size:
        yield at
        stream.seek(at + PART)
        at += PART
        while piece := stream.read(_PIECE):
            if (found := piece.find(b"\n")) >= 0:
                at += found + 1
                break
            at += len(piece)
    yield size


def stamp_of(stream: BinaryIO) -> tuple[int, ...]:
    """Return what tells that a file is still the same."""
    found = os.fstat(stream.fileno())
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def records_of(stream: BinaryIO, part: Part, limits: Limits, pick: Pick | None) -> Iterator[Line | Broken]:
    """Yield the records of a part of the file that is open."""
    if part.is_whole:
        head = stream.read(HEAD_BYTES)
        stream.seek(0)
        return records(stream, head, limits, pick)
    stream.seek(part.begin)
    left = part.end - part.begin

    def read(size: int) -> bytes:
        nonlocal left
        piece = stream.read(min(size, left))
        left -= len(piece)
        return piece

    return split_lines(read, part.begin, limits, "json", pick)
