"""Rich text as Outlook keeps it: its compression undone, and the HTML or plain text inside it taken out.

Sources: MS-OXRTFCP (compressed RTF, sections 2.1 and 3.1), MS-OXRTFEX (encapsulated HTML
and text, sections 2.1 and 3.1), Rich Text Format 1.9.1 (escapes, \\uN and \\ucN, \\fcharset).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from tocsin.formats.charset import decode_bytes
from tocsin.model.defect import Defect
from tocsin.model.limits import Limits

_HEADER: Final = struct.Struct("<II4sI")
_WINDOW: Final = 4096
# The text that every dictionary begins with (MS-OXRTFCP, section 2.1.2.1): 207 bytes.
_PRESET: Final = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor "
    rb"MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_MAX_GROUPS: Final = 1_000
_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n\0]+|[^\\{}\r\n\0]+|\\"
)
# Destinations whose text is not the document's (RTF 1.9.1); any other is known by the \* before it.
_SILENT: Final = frozenset(
    b"fonttbl colortbl stylesheet info pict object pntext pntxta pntxtb header footer headerl headerr footerl footerr "
    b"footnote fldinst listtext".split()
)
_MARKS: Final = {
    b"par": "\r\n",
    b"line": "\r\n",
    b"sect": "\r\n",
    b"page": "\r\n",
    b"row": "\r\n",
    b"tab": "\t",
    b"cell": "\t",
    b"lquote": "\u2018",
    b"rquote": "\u2019",
    b"ldblquote": "\u201c",
    b"rdblquote": "\u201d",
    b"bullet": "\u2022",
    b"endash": "\u2013",
    b"emdash": "\u2014",
    b"emspace": "\u2003",
    b"enspace": "\u2002",
    b"zwj": "\u200d",
    b"zwnj": "\u200c",
    b"ltrmark": "\u200e",
    b"rtlmark": "\u200f",
}
_SIGNS: Final = {b"~": "\u00a0", b"_": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\r\n", b"\r": "\r\n"}
# \fcharset to codepage (RTF 1.9.1, font table).
_FONT_PAGES: Final = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
    177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}  # fmt: skip


class RichText(Struct, frozen=True):
    """What a rich text document holds. `html` is set only where HTML was encapsulated in it."""

    text: str = ""
    html: str = ""
    defects: tuple[Defect, ...] = ()


def decompress(packed: bytes, limits: Limits = Limits()) -> tuple[bytes, tuple[Defect, ...]]:
    """Return the RTF of a PidTagRtfCompressed value, as far as it can be had, and what was wrong with it.

    Defects: `rtf-broken` (no header, unknown kind), `rtf-checksum`, `rtf-short` (fewer bytes than stated), `rtf-cut`.
    """
    if len(packed) < _HEADER.size:
        return b"", (Defect("rtf-broken", "no header"),)
    _, stated, kind, checksum = _HEADER.unpack_from(packed)
    content = packed[_HEADER.size :]
    limit = min(stated, limits.max_rtf_bytes)
    defects = [Defect("rtf-cut", f"{stated} bytes stated")] if stated > limits.max_rtf_bytes else []
    if kind == b"MELA":
        plain = content[:limit]
    elif kind == b"LZFu":
        plain, used = _inflate(content, limit)
        if not _checksum_fits(content, used, checksum):
            defects.append(Defect("rtf-checksum"))
    else:
        return b"", (Defect("rtf-broken", "unknown kind of compression"),)
    if len(plain) < limit:
        defects.append(Defect("rtf-short", f"{len(plain)} of {stated} bytes"))
    return plain, tuple(defects)


def _checksum_fits(content: bytes, used: int, stated: int) -> bool:
    """Compare the CRC-32 (start 0, not inverted) with that of all the content, or of what the end mark leaves of it."""
    return any(zlib.crc32(part, 0xFFFFFFFF) ^ 0xFFFFFFFF == stated for part in (content, content[:used]))


def _inflate(content: bytes, limit: int) -> tuple[bytes, int]:
    """Undo LZFu: runs of eight tokens under a control byte. Return the text and how many bytes were used."""
    out = bytearray(_PRESET)
    stop = len(_PRESET) + limit
    at = 0
    while at < len(content) and len(out) < stop:
        control = content[at]
        at += 1
        for bit in range(8):
            if at >= len(content) - (control >> bit & 1):
                return bytes(out[len(_PRESET) : stop]), at
            if not control >> bit & 1:
                out.append(content[at])
                at += 1
                continue
            pair = int.from_bytes(content[at : at + 2], "big")
            at += 2
            back = (len(out) - (pair >> 4)) % _WINDOW
            if not back or back > len(out):
                return bytes(out[len(_PRESET) : stop]), at
            _repeat(out, back, (pair & 15) + 2)
    return bytes(out[len(_PRESET) : stop]), at


def _repeat(out: bytearray, back: int, count: int) -> None:
    """Append `count` bytes that begin `back` bytes before the end; what is appended may be repeated again."""
    source = out[-back : len(out) - back + count]
    out += (source * (count // len(source) + 1))[:count]


def read_rtf(document: bytes, limits: Limits = Limits()) -> RichText:
    """Return the text of an RTF document, and the HTML encapsulated in it. Never raises.

    Defects: `rtf-broken` (does not begin as RTF), `rtf-cut` (over `max_rtf_bytes`), `rtf-depth` (groups too deep).
    """
    start = document[:100].lstrip()
    if not start.startswith(b"{\\rtf"):
        return RichText(defects=(Defect("rtf-broken", "does not begin as rich text"),))
    reader = _Reader(html=b"\\fromhtml" in document[:2_000])
    reader.run(document[: limits.max_rtf_bytes])
    reader.flush()
    content = "".join(reader.out)
    defects = list(reader.defects)
    if len(document) > limits.max_rtf_bytes:
        defects.append(Defect("rtf-cut", f"{len(document)} bytes"))
    return RichText("" if reader.html else content, content if reader.html else "", tuple(defects))


class _Group(Struct):
    """What a brace opens and its partner ends."""

    silent: bool = False
    """A destination that is not shown."""
    hidden: bool = False
    """Between \\htmlrtf and \\htmlrtf0: there for readers of rich text only."""
    skip: int = 1
    """Characters that stand in for one \\uN."""
    font: int = -1
    fonts: bool = False
    """Inside the font table."""

    def copy(self) -> _Group:
        return _Group(self.silent, self.hidden, self.skip, self.font, self.fonts)


class _Reader:
    """Walks over the tokens. Octets wait in `octets` until their codepage is certain to end."""

    def __init__(self, html: bool) -> None:
        self.html = html
        self.out: list[str] = []
        self.defects: tuple[Defect, ...] = ()
        self.group = _Group()
        self.stack: list[_Group] = []
        self.octets = bytearray()
        self.page = 1252
        self.pages: dict[int, int] = {}
        self.pending_skip = 0
        self.starred = False
        self.ignored = 0
        self.surrogate = 0

    def run(self, document: bytes) -> None:
        for token in _TOKEN.finditer(document):
            word, number, octet, sign, brace = token.groups()
            if brace:
                self._brace(brace)
            elif self.ignored:
                continue
            elif word:
                self._word(word.lower(), int(number) if number else None)
            elif octet:
                self._octets(bytes.fromhex(octet.decode("ascii")))
            elif sign:
                self._sign(sign)
            elif token[0][0] not in b"\r\n\0\\":
                self._octets(token[0])

    def _brace(self, brace: bytes) -> None:
        self.flush()
        self.pending_skip = 0
        self.starred = False
        if brace == b"{":
            if self.ignored or len(self.stack) >= _MAX_GROUPS:
                self.ignored += 1
                self.defects = (Defect("rtf-depth", f"more than {_MAX_GROUPS} groups"),)
                return
            self.stack.append(self.group)
            self.group = self.group.copy()
        elif self.ignored:
            self.ignored -= 1
        elif self.stack:
            self.group = self.stack.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        starred, self.starred = self.starred, False
        setting = _SETTINGS.get(word)
        if word in (b"htmltag", b"htmlrtf"):
            self._encapsulation(word, number)
        elif starred or word in _SILENT:
            self.flush()
            self.group.silent = True
            self.group.fonts = word == b"fonttbl"
        elif word in _MARKS:
            self._text(_MARKS[word])
        elif setting:
            setting(self, number or 0)

    def _encapsulation(self, word: bytes, number: int | None) -> None:
        self.flush()
        if word == b"htmlrtf":
            self.group.hidden = number != 0
        else:
            self.group.silent = not self.html

    def unicode(self, number: int) -> None:
        """Take a \\uN: signed 16 bits, surrogates in two of them (RTF 1.9.1, Unicode RTF)."""
        self.pending_skip = 0
        unit = number & 0xFFFF
        if 0xD800 <= unit < 0xDC00:
            self.surrogate = unit
        elif 0xDC00 <= unit < 0xE000:
            if self.surrogate:
                self._text(chr(0x10000 + ((self.surrogate - 0xD800) << 10) + unit - 0xDC00))
            self.surrogate = 0
        else:
            self._text(chr(unit))
        self.pending_skip = self.group.skip

    def font(self, number: int) -> None:
        self.flush()
        self.group.font = number

    def charset(self, number: int) -> None:
        if self.group.fonts and len(self.pages) < _MAX_GROUPS:
            self.pages[self.group.font] = _FONT_PAGES.get(number, self.page)

    def codepage(self, number: int) -> None:
        self.page = number or self.page

    def skip(self, number: int) -> None:
        self.group.skip = max(0, min(number, 10))

    def binary(self, _number: int) -> None:
        """Raw data follow, which no mail body needs: nothing more is shown of this group."""
        self.group.silent = True

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.starred = True
        elif sign in _SIGNS:
            self._text(_SIGNS[sign])

    def _octets(self, octets: bytes) -> None:
        self.starred = False
        if self.pending_skip:
            skipped = min(self.pending_skip, len(octets))
            self.pending_skip -= skipped
            octets = octets[skipped:]
        if not self.group.silent and not self.group.hidden:
            self.octets += octets

    def _text(self, text: str) -> None:
        if self.pending_skip:
            self.pending_skip -= 1
        elif not self.group.silent and not self.group.hidden:
            self.flush()
            self.out.append(text)

    def flush(self) -> None:
        """Decode the waiting octets by the codepage of the font that they were written in."""
        if self.octets:
            page = self.pages.get(self.group.font, self.page)
            self.out.append(decode_bytes(bytes(self.octets), codepage_name(page)))
            self.octets.clear()


_SETTINGS: Final[dict[bytes, Callable[[_Reader, int], None]]] = {
    b"u": _Reader.unicode,
    b"f": _Reader.font,
    b"fcharset": _Reader.charset,
    b"ansicpg": _Reader.codepage,
    b"uc": _Reader.skip,
    b"bin": _Reader.binary,
}
_PAGE_NAMES: Final = {
    20127: "us-ascii", 65001: "utf-8", 65000: "utf-7", 1200: "utf-16-le", 10000: "mac-roman", 20866: "koi8-r",
    21866: "koi8-u", 50220: "iso-2022-jp", 50221: "iso-2022-jp", 50222: "iso-2022-jp", 50225: "iso-2022-kr",
    51932: "euc-jp", 51949: "euc-kr", 51936: "gb2312", 52936: "hz-gb-2312", 54936: "gb18030", 38598: "iso-8859-8",
    932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 874: "windows-874", 1361: "johab",
}  # fmt: skip


def codepage_name(page: int) -> str:
    """Return the charset label of a Windows codepage number, or nothing."""
    if page in _PAGE_NAMES:
        return _PAGE_NAMES[page]
    if 28591 <= page <= 28606:
        return f"iso-8859-{page - 28590}"
    if 1250 <= page <= 1258:
        return f"windows-{page}"
    return f"cp{page}" if 0 < page < 10_000 else ""
