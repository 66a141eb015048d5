"""CSV as portals export it: RFC 4180 with any delimiter, ends of lines in quotation marks, a mark at the beginning."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final

from tocsin.formats.carriers.line import Broken, Line, Read, split_lines
from tocsin.model.limits import Limits
from tocsin.model.sentence import say

_DELIMITERS: Final = (",", ";", "\t", "|")
_MAX_LINES: Final = 1_000
"""Lines of one row: beyond that, a quotation mark was forgotten."""
_UNCLOSED: Final = say("a quotation mark that is not closed; reading went on with the next line")


def rows(read: Read, start: int, limits: Limits) -> Iterator[Line | Broken]:
    """Yield the rows behind the heading. A row whose quotation mark is never closed is told, and only its line lost."""
    delimiter = ""
    names: list[str] = []
    for one in _joined(split_lines(read, start, limits, "row"), limits):
        if isinstance(one, Broken):
            yield one
            continue
        text = one.raw.decode("utf-8", "replace")
        if not names:
            if text[:4].lower() == "sep=":
                continue
            delimiter = max(_DELIMITERS, key=text.count)
            names = [name.strip() for name in _fields(text, delimiter)]
            continue
        fields = _fields(text, delimiter)
        one.fields = dict(zip(names, fields, strict=False))
        yield one


def _fields(text: str, delimiter: str) -> list[str]:
    """Return the fields of a row. The module's own limit on a field is global; fields over it are split by hand."""
    try:
        return next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:
        return _large_fields(text, delimiter)


def _large_fields(text: str, delimiter: str) -> list[str]:
    fields, at = [], 0
    while at <= len(text):
        if text[at : at + 1] == '"':
            end = at + 1
            while (end := text.find('"', end)) >= 0 and text[end + 1 : end + 2] == '"':
                end += 2
            end = end if end >= 0 else len(text)
            fields.append(text[at + 1 : end].replace('""', '"'))
            at = text.find(delimiter, end)
        else:
            end = text.find(delimiter, at)
            fields.append(text[at:end] if end >= 0 else text[at:])
            at = end
        if at < 0:
            break
        at += 1
    return fields


def _joined(lines: Iterator[Line | Broken], limits: Limits) -> Iterator[Line | Broken]:
    """Join lines until quotation marks are even."""
    waiting: list[Line] = []
    odd = False
    for one in lines:
        if isinstance(one, Broken):
            yield from _given_up(waiting)
            waiting, odd = [], False
            yield one
            continue
        waiting.append(one)
        odd ^= one.raw.count(b'"') % 2 == 1
        if not odd:
            yield _whole(waiting)
            waiting = []
        elif len(waiting) > _MAX_LINES or sum(len(line.raw) for line in waiting) > limits.max_line_bytes:
            yield from _given_up(waiting)
            waiting, odd = [], False
    yield from _given_up(waiting)


def _whole(lines: list[Line]) -> Line:
    first = lines[0]
    if len(lines) > 1:
        first.raw = b"\n".join(line.raw for line in lines)
    return first


def _given_up(lines: list[Line]) -> Iterator[Line | Broken]:
    """Give the lines of a row that does not end: the first is broken, the rest stand for themselves."""
    for number, line in enumerate(lines):
        if number == 0 or line.raw.count(b'"') % 2:
            yield Broken(line.offset, "cut-off" if line.last else "not-csv", _UNCLOSED)
        else:
            yield line
