"""Mailboxes in one file: mboxo, mboxrd, mboxcl and mboxcl2, as `mutt`, Thunderbird, Apple and Takeout write them.

What counts as a separator: a line that begins with `From `, bears a date (asctime, RFC 5322 or ISO 8601 order), and
stands at the start of the file or after an empty line. Thunderbird's undated `From ` and `From -` count when a header
field follows. A dated line without the empty line before it stays where it is (body text looks like that) and is
recorded as `mbox-unsplit-from`.

A Content-Length is trusted only where it lands on a separator or on the end of the file. Any other message has one `>`
taken from each body line that begins with `>From `, `>>From ` and so on: that is exact for mboxrd, and for mboxo except
where somebody really wrote `>From `, which that format cannot tell apart. A message whose Content-Length was trusted
and that has a bare `From ` line inside was never quoted (mboxcl2), and is left alone.
Sources: RFC 4155; the variants as described by the mbox manual pages of qmail and mutt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from msgspec import Struct

from tocsin.model.defect import Defect
from tocsin.model.limits import Limits

_BLOCK: Final = 1 << 20
_LOOK_AHEAD: Final = 2_200
"""Bytes behind a candidate that decide whether it is a separator: its line, and the beginning of the next."""
_HEADER_REACH: Final = 1 << 16
_CR: Final = 0x0D
_MONTH: Final = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_DAY: Final = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}"
_CLOCK: Final = rb"\d{1,2}:\d\d(?::\d\d)?"
_ASCTIME: Final = _DAY + rb"[ \t]+" + _MONTH + rb"[ \t]+\d{1,2}[ \t]+" + _CLOCK
_ZONE_YEAR: Final = rb"(?:[ \t]+[A-Z+-][\w+-]{0,8}){0,2}[ \t]+\d{4}\b"
_RFC: Final = rb"(?:" + _DAY + rb",?[ \t]+)?\d{1,2}[ \t]+" + _MONTH + rb"[ \t]+\d{2,4}[ \t]+" + _CLOCK
_ISO: Final = rb"\d{4}-\d\d-\d\d[ \tT]" + _CLOCK
_DATE: Final = rb"(?:" + _ASCTIME + _ZONE_YEAR + rb"|" + _RFC + rb"|" + _ISO + rb")"
_DATED: Final = re.compile(rb"From [^\r\n]{0,900}?(?<=[ \t])" + _DATE + rb"[^\r\n]{0,120}(?:\r?\n|\Z)")
_UNDATED: Final = re.compile(rb"From(?: -?[ \t]{0,4})?\r?\n[!-9;-~]{1,100}:")
_FIELD: Final = re.compile(rb"[!-9;-~]{1,100}[ \t]*:")
_LENGTH: Final = re.compile(rb"content-length:[ \t]*(\d{1,15})[ \t]*\r?\n", re.IGNORECASE)
_QUOTED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_BREAKS: Final = (b"", b"\n", b"\r\n", b"\n\n", b"\r\n\r\n")


class Found(Struct, frozen=True):
    """One message of a mailbox, and its place there."""

    raw: bytes
    offset: int
    """Of its separator line, in bytes from the start of the stream."""
    length: int
    """Up to the next separator or the end."""
    defects: tuple[Defect, ...] = ()


def is_mbox(head: bytes) -> bool:
    """Say whether a file that begins so is a mailbox: its first line that is not empty is a separator."""
    start = _skip_blank(head)
    return _is_separator_line(head, start) is not None


def holds_separator(head: bytes) -> bool:
    """Say whether a dated separator with a header field behind it stands somewhere in the beginning of a file."""
    data = bytearray(head)
    return any(_looks_dated(head, at + 1) and _is_separator(data, at + 1) for at in _all(head, b"\nFrom "))


def split(stream: BinaryIO, limits: Limits = Limits()) -> Iterator[Found]:
    """Cut a mailbox of any size into its messages.

    Reads forwards only, in blocks of 1 MiB, and holds one message (up to `max_message_bytes`) at a time. What stands
    before the first separator is a message of its own where it looks like one (`mbox-no-separator`), and otherwise a
    defect of the first message (`mbox-leading-junk`). Errors of `stream.read` go through.
    """
    window = _Window(stream)
    window.need(_LOOK_AHEAD)
    junk: tuple[Defect, ...] = ()
    start = 0
    if _is_separator_line(window.data, _skip_blank(window.data)) is not None:
        start = _skip_blank(window.data)
        window.drop(start)
    while not window.ended_at(start):
        end, kept = _end_of_message(window, start, limits)
        if start == 0 and not kept.startswith(b"From "):
            first, junk = _leading(kept, end, window.ended_at(end), limits)
            if first is not None:
                yield first
        else:
            raw, defects = extract(kept, end - start, limits)
            yield Found(raw, start, end - start, junk + defects)
            junk = ()
        window.drop(end)
        start = end


def extract(block: bytes, length: int, limits: Limits = Limits()) -> tuple[bytes, tuple[Defect, ...]]:
    """Return the message in one stretch of a mailbox, separator and quoting taken off, and what is wrong with it.

    `block` is the stretch from the separator on, `length` its full size: where a worker reads a message again by
    its (offset, length), it may read no more than `max_message_bytes` of it.
    """
    cut = length > limits.max_message_bytes or len(block) < length
    stop = min(len(block), limits.max_message_bytes)
    start = _line_end(block, 0) if block.startswith(b"From") else 0
    body = _body_start(block, start, stop)
    exact = None if cut else _exact_end(block, start, body)
    end = exact if exact is not None else stop if cut else _without_last_blank(block, start)
    raw = block[start:end]
    defects = [Defect("message-cut", f"{length} bytes")] if cut else []
    if not raw or raw.isspace():
        defects.append(Defect("empty-message"))
    if raw.find(b"From ", body - start) >= 0:
        raw = _judge_from_lines(raw, body - start, exact is not None, defects)
    return raw, tuple(defects)


def _judge_from_lines(raw: bytes, body: int, counted: bool, defects: list[Defect]) -> bytes:
    """Take the quoting off, and record the lines that may have been separators."""
    bare = sum(_looks_dated(raw, at + 1) for at in _all(raw, b"\nFrom "))
    if bare and counted:
        defects.append(Defect("mbox-ambiguous-length", f"{bare} separators inside the stated length"))
    elif bare:
        defects.append(Defect("mbox-unsplit-from", f"{bare} lines"))
    if counted and b"\nFrom " in raw:
        return raw
    return raw[:body] + _QUOTED.sub(rb"\1", raw[body:])


class _Window:
    """A stretch of the stream, addressed by its place in the whole of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.data = bytearray()
        self.base = 0
        self.done = False
        self._read = stream.read

    def need(self, end: int) -> None:
        """Read on until `end` is inside, or the stream is at its end."""
        while not self.done and self.base + len(self.data) < end:
            block = self._read(_BLOCK)
            self.data += block
            self.done = not block

    def more(self) -> bool:
        """Read one block on; False where there is none."""
        size = len(self.data)
        self.need(self.base + size + 1)
        return len(self.data) > size

    def drop(self, upto: int) -> None:
        """Forget what lies before `upto`."""
        del self.data[: upto - self.base]
        self.base = upto

    def ended_at(self, position: int) -> bool:
        """Say whether the stream ends at (or before) a place."""
        self.need(position + 1)
        return self.base + len(self.data) <= position

    def copy(self, start: int, size: int) -> bytes:
        """Return a stretch as bytes, copied once."""
        with memoryview(self.data) as view:
            return bytes(view[start - self.base : start - self.base + size])


def _end_of_message(window: _Window, start: int, limits: Limits) -> tuple[int, bytes]:
    """Return where the message at `start` ends, and its bytes up to the limit."""
    window.need(start + _HEADER_REACH)
    at = start - window.base
    body = _body_start(window.data, window.data.find(b"\n", at) + 1, at + _HEADER_REACH)
    stated = _stated_length(window.data, at, body)
    if stated is not None and body + stated - at <= limits.max_message_bytes:
        landed = _landing(window, window.base + body + stated)
        if landed is not None:
            return landed, window.copy(start, landed - start)
    return _next_separator(window, start, limits)


def _next_separator(window: _Window, start: int, limits: Limits) -> tuple[int, bytes]:
    """Scan for the next separator behind the line at `start`; forget on the way what the limit cuts off."""
    kept = b""
    scan = start
    while True:
        hit = window.data.find(b"\nFrom", scan - window.base)
        if hit < 0:
            scan = max(scan, window.base + len(window.data) - 8)
            if not kept and scan - start > limits.max_message_bytes:
                kept = window.copy(start, limits.max_message_bytes)
            if kept:
                window.drop(scan - 8)
            if not window.more():
                end = window.base + len(window.data)
                return end, kept or window.copy(start, end - start)
            continue
        scan = window.base + hit + 1
        window.need(scan + _LOOK_AHEAD)
        if _is_separator(window.data, hit + 1):
            return scan, kept or window.copy(start, min(scan - start, limits.max_message_bytes))


def _landing(window: _Window, target: int) -> int | None:
    """Return the separator (or end) at which a stated length lands, up to two line ends allowed, or None."""
    window.need(target + _LOOK_AHEAD)
    at = target - window.base
    if at > len(window.data):
        return None
    for size in range(5):
        if at + size > len(window.data) or bytes(window.data[at : at + size]) not in _BREAKS:
            continue
        if at + size == len(window.data) or _is_separator_line(window.data, at + size) is not None:
            return target + size
    return None


def _leading(kept: bytes, end: int, alone: bool, limits: Limits) -> tuple[Found | None, tuple[Defect, ...]]:
    """Judge what stands before the first separator: a message without one, or junk that the next message reports."""
    if not kept.strip(b" \t\r\n\xef\xbb\xbf\0"):
        return None, ()
    if alone or _FIELD.match(kept, _skip_blank(kept)):
        raw, defects = extract(kept, end, limits)
        return Found(raw, 0, end, (Defect("mbox-no-separator"), *defects)), ()
    return None, (Defect("mbox-leading-junk", f"{end} bytes"),)


def _is_separator(data: bytearray, at: int) -> bool:
    """Say whether the line at `at`, which is not the first of the file, is a separator."""
    blank = data[max(at - 2, 0) : at] == b"\n\n" or data[max(at - 3, 0) : at] == b"\n\r\n"
    return blank and _is_separator_line(data, at) is not None


def _is_separator_line(data: bytes | bytearray, at: int) -> re.Match[bytes] | None:
    return _DATED.match(data, at) or _UNDATED.match(data, at)


def _looks_dated(data: bytes, at: int) -> bool:
    """Say whether a dated separator line with a header field behind it begins at `at`."""
    line = _DATED.match(data, at)
    return line is not None and _FIELD.match(data, line.end()) is not None


def _all(data: bytes, needle: bytes) -> Iterator[int]:
    at = data.find(needle)
    while at >= 0:
        yield at
        at = data.find(needle, at + 1)


def _skip_blank(data: bytes | bytearray) -> int:
    """Return the place of the first byte that is neither white space nor a byte order mark."""
    head = bytes(data[:4096])
    return len(head) - len(head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t"))


def _line_end(data: bytes, at: int) -> int:
    end = data.find(b"\n", at)
    return len(data) if end < 0 else end + 1


def _body_start(data: bytes | bytearray, at: int, reach: int) -> int:
    """Return the place behind the header's empty line, or `reach` where there is none.

    The line at `at` tells which kind of line end to look for: one search instead of two, in every message.
    """
    reach = min(reach, len(data))
    line = data.find(b"\n", at, reach)
    blank = b"\n\r\n" if line > at and data[line - 1] == _CR else b"\n\n"
    found = data.find(blank, line, reach)
    return found + len(blank) if found >= 0 else reach


def _stated_length(data: bytes | bytearray, at: int, body: int) -> int | None:
    """Return the Content-Length in the header that begins at `at`. Plain finds: this runs over every header."""
    hit = data.find(b"ength:", at, body)
    while hit >= 0:
        line = max(data.rfind(b"\n", at, hit) + 1, at)
        if stated := _LENGTH.match(data, line, body):
            return int(stated[1])
        hit = data.find(b"ength:", hit + 1, body)
    return None


def _exact_end(block: bytes, start: int, body: int) -> int | None:
    """Return the stated end of the body where it is right but for the line ends that end a mailbox entry."""
    stated = _stated_length(block, start, min(body, start + _HEADER_REACH))
    if stated is None or not 0 <= len(block) - body - stated <= len(_BREAKS[-1]):
        return None
    return body + stated if block[body + stated :] in _BREAKS else None


def _without_last_blank(block: bytes, start: int) -> int:
    """Return where the message ends without the empty line that belongs to the mailbox."""
    if block.endswith(b"\n\r\n"):
        return max(start, len(block) - 2)
    return max(start, len(block) - 1) if block.endswith(b"\n\n") else len(block)
