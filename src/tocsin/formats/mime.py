"""MIME: bytes to a tree of parts. One pass over the structure; contents stay encoded until somebody asks.

RFC 5322, 2045, 2046 are read as mail programs read them, not as they ought to be written. Whatever two programs could
read differently is recorded as a defect, since that is where an attacker hides from one of them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tocsin.formats.header import lenient_base64, parse_params
from tocsin.model.defect import Defect
from tocsin.model.limits import Limits
from tocsin.model.message import Header, Message, Part

_FIELD: Final = re.compile(rb"([!-9;-~]{1,256})[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)\n?")
_NAME: Final = re.compile(rb"[!-9;-~]{1,256}[ \t]*+")
_BLANK: Final = re.compile(rb"\n\r?\n")
_TYPE: Final = re.compile(r"[!#$&^_.+\-a-z0-9]+/[!#$&^_.+\-a-z0-9]+")
_SNIFF_BOUNDARY: Final = re.compile(rb"^--([0-9A-Za-z'()+_,\-./:=? ]{4,70}?)[ \t]*\r?$", re.MULTILINE)
# RFC 5322, section 3.6: at most once in a message. A second one is read by some programs and not by others.
_ONCE: Final = frozenset(
    "from sender reply-to to cc bcc subject date message-id in-reply-to references content-type "
    "content-transfer-encoding content-disposition mime-version return-path".split()
)
_NESTED: Final = frozenset({"message/rfc822", "message/global", "message/news"})


def parse(raw: bytes, limits: Limits = Limits()) -> Message:
    """Return the message in `raw`, whatever it is. Empty input gives a message without headers and one empty part."""
    return _Parser(limits).message(raw)


class _Parser:
    """The state of one parse: the parts found so far and the defects met."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.parts: list[Part] = []
        self.defects: dict[str, Defect] = {}

    def message(self, raw: bytes) -> Message:
        source = raw
        if b"\n" not in source[:65_536] and b"\r" in source[:65_536]:
            self.defect("bare-carriage-returns")
            source = source.replace(b"\r", b"\n")
        start = self._skip_preamble(source, 0)
        root = self.part(source, start, len(source), "1", 0, "text/plain")
        ordered = tuple(_walk(root))
        return Message(raw=raw, root=root, parts=ordered, defects=tuple(self.defects.values()))

    def defect(self, code: str, detail: str = "") -> None:
        self.defects.setdefault(code, Defect(code, detail))

    def _skip_preamble(self, source: bytes, start: int) -> int:
        """Skip a byte order mark, leading blank lines and an mbox separator, which are not part of the message."""
        start += 3 if source.startswith(b"\xef\xbb\xbf", start) else 0
        while source[start : start + 1] in (b"\r", b"\n"):
            start += 1
        if source[start : start + 5] == b"From " or source[start : start + 6] == b">From ":
            start = source.find(b"\n", start) + 1 or len(source)
        return start

    def part(self, source: bytes, start: int, end: int, path: str, depth: int, default_type: str) -> Part:
        headers, body = self.headers(source, start, end, path)
        fields = {field.key: field.value for field in reversed(headers)}
        media_type, params = self._content_type(fields.get("content-type"), default_type)
        disposition, filename = self._disposition(fields.get("content-disposition"), params)
        encoding = fields.get("content-transfer-encoding", b"").split(b";")[0].strip().lower().decode("latin-1")
        self.parts.append(_EMPTY)  # counted before its children are read
        children: tuple[Part, ...] = ()
        nested = media_type in _NESTED
        if media_type.startswith("multipart/") or nested:
            if depth >= self.limits.max_depth:
                self.defect("too-deep", str(self.limits.max_depth))
            elif nested:
                children = self._nested(source, body, end, encoding, path, depth)
            else:
                children = self._multipart(source, body, end, params.get("boundary", ""), media_type, path, depth)
        return Part(path, headers, media_type, params, disposition, filename, encoding, source, body, end, children)

    def headers(self, source: bytes, start: int, end: int, path: str) -> tuple[tuple[Header, ...], int]:
        """Read the header block at `start`; return its fields and where the body begins."""
        limit = min(end, start + self.limits.max_header_bytes)
        stop, body = _block_end(source, start, limit)
        if stop == limit < end and body == limit:
            self.defect("header-too-large", path)
            found = _BLANK.search(source, limit, end)
            body = found.end() if found else end
        block = source[start:stop]
        fields = _plain_fields(block, self.limits.max_headers)
        if fields is None:
            fields, body = self._odd_fields(source, start, stop, body, path)
        self._note_fields(fields, block)
        return tuple(fields), body

    def _odd_fields(self, source: bytes, start: int, stop: int, body: int, path: str) -> tuple[list[Header], int]:
        """The fields of a block that has lines which are no fields, or too many; and where the body begins."""
        fields: list[Header] = []
        position = start
        while position < stop:
            # Matched in place, never searched for: a search through a long line without a colon is quadratic.
            while match := _FIELD.match(source, position, stop):
                if len(fields) >= self.limits.max_headers:
                    self.defect("too-many-headers", path)
                    return fields, body
                position = match.end()
                name, value = match.groups()
                text = name.decode("latin-1")
                fields.append(Header(text, text.lower(), value.replace(b"\r\n", b"").replace(b"\n", b"").strip()))
            if position < stop:
                position, body = self._bad_line(source, position, stop, body, path, bool(fields))
        return fields, body

    def _note_fields(self, fields: list[Header], block: bytes) -> None:
        keys = [field.key for field in fields if field.key in _ONCE]
        if len(set(keys)) < len(keys):
            self._note_repeated(fields)
        if b"\x00" in block or block.count(b"\r") != block.count(b"\r\n"):
            for field in fields:
                if b"\x00" in field.value:
                    self.defect("nul-in-header", field.key)
                if b"\r" in field.value:
                    self.defect("bare-cr-in-header", field.key)

    def _note_repeated(self, fields: list[Header]) -> None:
        seen: dict[str, bytes] = {}
        for field in fields:
            if field.key in seen:
                self.defect("duplicate-header" if seen[field.key] != field.value else "repeated-header", field.key)
            elif field.key in _ONCE:
                seen[field.key] = field.value

    def _bad_line(
        self, source: bytes, position: int, stop: int, body: int, path: str, after_fields: bool
    ) -> tuple[int, int]:
        """A line that is no field: skip it when fields follow, otherwise the body begins here without a blank line."""
        line_end = source.find(b"\n", position, stop) + 1 or stop
        rest = _FIELD.match(source, line_end, stop)
        delimiter = after_fields and source.startswith(b"--", position)
        if rest is not None and not delimiter and (after_fields or not path.count(".")):
            self.defect("junk-in-header", path)
            return line_end, body
        self.defect("header-without-end", path)
        return stop, position

    def _content_type(self, value: bytes | None, default_type: str) -> tuple[str, dict[str, str]]:
        if not value:
            return default_type, {}
        media_type, params, conflicting = parse_params(value)
        if conflicting:
            self.defect("conflicting-parameters", "content-type")
        if media_type == "text":
            media_type = "text/plain"
        if not _TYPE.fullmatch(media_type):
            self.defect("bad-content-type")
            guess = re.match(r"[a-z]+/[a-z0-9.+\-]+", media_type)
            media_type = guess[0] if guess else ("multipart/mixed" if "boundary" in params else "text/plain")
        return media_type, params

    def _disposition(self, value: bytes | None, type_params: dict[str, str]) -> tuple[str, str]:
        disposition, filename = "", ""
        if value:
            disposition, params, conflicting = parse_params(value)
            if conflicting:
                self.defect("conflicting-parameters", "content-disposition")
            filename = params.get("filename", "")
            disposition = disposition if disposition in ("inline", "") else "attachment"
        named = type_params.get("name", "")
        if filename and named and filename != named:
            self.defect("conflicting-file-names")
        return disposition, filename or named

    def _nested(self, source: bytes, body: int, end: int, encoding: str, path: str, depth: int) -> tuple[Part, ...]:
        if encoding == "base64":
            self.defect("encoded-message", path)
            source = lenient_base64(source[body:end])
            body, end = 0, len(source)
        elif encoding == "quoted-printable":
            import quopri

            self.defect("encoded-message", path)
            source = quopri.decodestring(source[body:end])
            body, end = 0, len(source)
        if source.startswith((b"From ", b">From "), body):
            body = min(self._skip_preamble(source, body), end)
        return (self.part(source, body, end, f"{path}.1", depth + 1, "text/plain"),)

    def _multipart(
        self, source: bytes, body: int, end: int, boundary: str, media_type: str, path: str, depth: int
    ) -> tuple[Part, ...]:
        marker = boundary.encode("utf-8", "surrogateescape").rstrip()
        pieces = self._split(source, body, end, marker, path) if marker else []
        if not pieces:
            self.defect("boundary-not-found" if marker else "boundary-missing", path)
            sniffed = _SNIFF_BOUNDARY.search(source, body, end)
            if sniffed is None:
                return (self._leaf(source, body, end, f"{path}.1"),)
            pieces = self._split(source, body, end, sniffed[1], path)
        default = "message/rfc822" if media_type == "multipart/digest" else "text/plain"
        children: list[Part] = []
        for number, (first, last) in enumerate(pieces, 1):
            if len(self.parts) >= self.limits.max_parts:
                self.defect("too-many-parts", str(self.limits.max_parts))
                break
            children.append(self.part(source, first, last, f"{path}.{number}", depth + 1, default))
        return tuple(children)

    def _leaf(self, source: bytes, start: int, end: int, path: str) -> Part:
        self.parts.append(_EMPTY)
        return Part(path, (), "text/plain", {}, "", "", "", source, start, end)

    def _split(self, source: bytes, body: int, end: int, boundary: bytes, path: str) -> list[tuple[int, int]]:
        """Return the (start, end) of the parts between the delimiter lines of `boundary` (RFC 2046, section 5.1.1)."""
        delimiter = b"--" + boundary
        pieces: list[tuple[int, int]] = []
        opened: int | None = None
        position = source.find(delimiter, body, end)
        while position != -1:
            after = position + len(delimiter)
            line_end = source.find(b"\n", after, end)
            line_end = end if line_end == -1 else line_end
            tail = source[after : min(line_end, after + 80)].strip()
            if tail in (b"", b"--") and (position == body or source[position - 1] == 0x0A):
                if opened is not None:
                    pieces.append((opened, _before_break(source, opened, position)))
                opened = None if tail else min(line_end + 1, end)
                if tail:
                    self._note_epilogue(source, line_end, end, delimiter)
                    return pieces
                if len(pieces) > self.limits.max_parts:
                    break
            position = source.find(delimiter, max(line_end, after), end)
        if opened is not None:
            self.defect("boundary-not-closed", path)
            pieces.append((opened, end))
        return pieces

    def _note_epilogue(self, source: bytes, position: int, end: int, delimiter: bytes) -> None:
        """Parts after the closing delimiter are dropped by some programs and shown by others."""
        if source.find(b"\n" + delimiter, position, end) != -1:
            self.defect("part-after-end")


_EMPTY: Final = Part("", (), "", {}, "", "", "", b"", 0, 0)


def _plain_fields(block: bytes, limit: int) -> list[Header] | None:
    """The fields of a header block in which every line is a field or goes on with one; None for any other block."""
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n")
    if b"\n " in block or b"\n\t" in block:
        block = block.replace(b"\n ", b" ").replace(b"\n\t", b"\t")
    lines = block.split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    if len(lines) > limit:
        return None
    fields = []
    for line in lines:
        name, _, value = line.partition(b":")
        known = _names(name)
        if known is None or len(name) == len(line):
            return None
        fields.append(Header(known[0], known[1], value.strip()))
    return fields


@lru_cache(maxsize=4096)
def _names(name: bytes) -> tuple[str, str] | None:
    """A field name as written and in lower case; None where it is none."""
    if _NAME.fullmatch(name) is None:
        return None
    text = name.rstrip(b" \t").decode("latin-1")
    return text, text.lower()


def _block_end(source: bytes, start: int, limit: int) -> tuple[int, int]:
    """Return where the header block at `start` ends and where its body begins."""
    if source[start : start + 1] == b"\n":
        return start, min(start + 1, limit)
    if source[start : start + 2] == b"\r\n":
        return start, min(start + 2, limit)
    found = _BLANK.search(source, start, limit)
    return (found.start() + 1, found.end()) if found else (limit, limit)


def _before_break(source: bytes, opened: int, position: int) -> int:
    """The line break before a delimiter belongs to the delimiter (RFC 2046, section 5.1.1)."""
    stop = position - 1
    if stop > opened and source[stop - 1] == 0x0D:
        stop -= 1
    return max(stop, opened)


def _walk(part: Part) -> list[Part]:
    ordered, stack = [], [part]
    while stack:
        node = stack.pop()
        ordered.append(node)
        stack.extend(reversed(node.children))
    return ordered
