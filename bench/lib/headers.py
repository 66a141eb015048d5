"""The header block of a message, cut into fields on bytes: only as much as the benchmarks need."""

from __future__ import annotations

import re
from collections.abc import Sequence

_END = re.compile(rb"\A\r?\n|\r?\n\r?\n")
_FOLD = re.compile(rb"\n(?=[ \t])")

Field = tuple[bytes, bytes]
"""Name as spelled, and value with its folding kept (line breaks as LF)."""


def split(raw: bytes) -> tuple[list[Field], bytes]:
    """The fields in order, and the body, line endings as LF. Lines without a colon are dropped from the fields."""
    found = _END.search(raw)
    head, body = (raw[: found.start()], raw[found.end() :]) if found else (raw, b"")
    head, body = head.replace(b"\r\n", b"\n"), body.replace(b"\r\n", b"\n")
    fields: list[Field] = []
    for line in _FOLD.sub(b"\0", head).split(b"\n"):
        name, colon, value = line.replace(b"\0", b"\n").partition(b":")
        if colon and name.strip():
            fields.append((name, value))
    return fields, body


def join(fields: Sequence[Field], body: bytes) -> bytes:
    """The message with these fields and this body."""
    return b"".join(name + b":" + value + b"\n" for name, value in fields) + b"\n" + body


def first(fields: Sequence[Field], name: bytes) -> bytes:
    """The value of the first field of that name (given in lower case), or b""."""
    for key, value in fields:
        if key.strip().lower() == name:
            return value.strip()
    return b""
