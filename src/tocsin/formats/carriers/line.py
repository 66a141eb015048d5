"""Lines, one record each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, compress, repeat
from typing import Final

import msgspec
from msgspec import Struct

from tocsin.model.limits import Limits
from tocsin.model.sentence import Sentence, say

Read = Callable[[int], bytes]
"""Gives up to so many bytes more, and none at the end."""
Pick = Callable[[list[bytes]], Iterable[bool]]
"""Says of lines, without their ends, which are wanted. Those over the limit have to be, to be told."""
PIECE: Final = 1 << 20
_FIRST: Final = 1 << 16
_MOST: Final = 1 << 23
UNDECODABLE: Final = (msgspec.DecodeError, UnicodeError, RecursionError)
"""What decoding broken JSON raises."""


class Line(Struct, gc=False):
    """A record as it stands in the file."""

    offset: int
    """Byte where it begins."""
    raw: bytes
    kind: str
    """`json`, `row` or `text`."""
    fields: dict[str, str] | None = None
    """Of a row, by the names of its columns."""
    last: bool = False
    """Whether the file ends with it and not with an end of line: it may have been cut off."""


class Broken(Struct):
    """Something that is no record. `code` and `hint` as in `Unreadable`."""

    offset: int
    code: str
    hint: Sentence


def too_long(offset: int, limits: Limits) -> Broken:
    """Say that a record was left out for its length."""
    return Broken(
        offset,
        "too-long",
        say(
            "a record of more than %(count)s bytes was left out; what stands behind it was read",
            count=limits.max_line_bytes,
        ),
    )


def split_lines(
    read: Read, start: int, limits: Limits, kind: str, pick: Pick | None = None
) -> Iterator[Line | Broken]:  # fmt: skip
    """Yield the lines of a file, without their ends. Empty ones are none; those over the limit are told.

    `pick` says which of them are wanted; it is asked of few lines first, and of many at once later.
    """
    at, rest, skipping = start, b"", False
    size = PIECE if pick is None else _FIRST
    while piece := read(size):
        parts = (rest + piece if rest else piece).split(b"\n")
        rest = parts.pop()
        if skipping and parts:
            at, skipping = at + len(parts.pop(0)) + 1, False
        wanted = pick(parts) if pick is not None else repeat(True)
        size = PIECE if pick is None else min(4 * size, _MOST)
        before = accumulate(map(len, parts), initial=at)
        for number, (part, offset) in compress(enumerate(zip(parts, before, strict=False)), wanted):
            if len(part) > limits.max_line_bytes:
                yield too_long(offset + number, limits)
            elif part and not part.isspace():
                yield Line(offset + number, part.removesuffix(b"\r"), kind)
        at += sum(map(len, parts)) + len(parts)
        if len(rest) > limits.max_line_bytes:
            if not skipping:
                yield too_long(at, limits)
            at, rest, skipping = at + len(rest), b"", True
    if rest and not skipping and not rest.isspace():
        yield Line(at, rest, kind, last=True)
