"""winmail.dat, the wrapping that Outlook puts around a message for other Outlooks, to what is inside.

Source: MS-OXTNEF (attributes, section 2.1.3; property encoding, section 2.1.3.4 and 2.1.3.5).
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct

from tocsin.formats import mapi
from tocsin.formats.charset import decode_bytes
from tocsin.formats.mapi import Attached, Item, Properties, Property
from tocsin.formats.rebuild import attachment_name, attachment_type, html_charset, rebuild, rich_text
from tocsin.formats.rtf import codepage_name
from tocsin.model.defect import Defect
from tocsin.model.limits import Limits

SIGNATURE: Final = b"\x78\x9f\x3e\x22"
_ATTRIBUTE: Final = struct.Struct("<BII")
_MESSAGE_LEVEL: Final = 1
_ATTACHMENT_LEVEL: Final = 2
# Attribute ids, type in the upper half (MS-OXTNEF, section 2.1.3.3).
_FROM: Final = 0x00008000
_SUBJECT: Final = 0x00018004
_DATE_SENT: Final = 0x00038005
_MESSAGE_CLASS: Final = 0x00078008
_MESSAGE_ID: Final = 0x00018009
_BODY: Final = 0x0002800C
_ATTACH_DATA: Final = 0x0006800F
_ATTACH_TITLE: Final = 0x00018010
_ATTACH_START: Final = 0x00069002
_MESSAGE_PROPERTIES: Final = 0x00069003
_RECIPIENT_TABLE: Final = 0x00069004
_ATTACH_PROPERTIES: Final = 0x00069005
_CODEPAGE: Final = 0x00069007
_PLAIN: Final = {
    _SUBJECT: mapi.SUBJECT,
    _MESSAGE_CLASS: mapi.MESSAGE_CLASS,
    _MESSAGE_ID: mapi.MESSAGE_ID,
    _BODY: mapi.BODY,
    _ATTACH_TITLE: mapi.ATTACH_FILENAME,
}
# Bytes of the fixed types as they stand in a property list, padded to four (section 2.1.3.4); 0x000A is an error code.
_FIXED: Final = {0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4, 0x000B: 4, 0x0014: 8}
_FIXED_LONG: Final = {0x0040: 8, 0x0048: 16}
_VARIABLE: Final = frozenset({mapi.OBJECT, mapi.STRING8, mapi.UNICODE, mapi.BINARY})
_MULTIPLE: Final = 0x1000
_FIRST_NAMED: Final = 0x8000
_INTERFACE_BYTES: Final = 16
_DATE: Final = struct.Struct("<6H")


class TnefAttachment(Struct, frozen=True):
    """One file inside. A message inside is rebuilt: `content_type` is then `message/rfc822`."""

    name: str
    content_type: str
    content_id: str
    data: bytes


class Tnef(Struct, frozen=True):
    """What a winmail.dat holds. Bodies that it lacks are empty."""

    message_class: str
    subject: str
    text: str
    html: bytes
    """As stored, or UTF-8 where it was taken out of rich text."""
    html_charset: str
    """Charset label of `html`; empty where the file states none."""
    attachments: tuple[TnefAttachment, ...]
    defects: tuple[Defect, ...]


def is_tnef(head: bytes) -> bool:
    """Say whether octets that begin so are a winmail.dat."""
    return head.startswith(SIGNATURE)


def read_tnef(octets: bytes, limits: Limits = Limits()) -> Tnef:
    """Return what is inside; never raises.

    Defects: `tnef-broken` (no TNEF at all), `tnef-cut-short`, `tnef-checksum`, `tnef-property-broken`, and those of
    rich text and of rebuilt messages.
    """
    item = read_item(octets, limits)
    of = item.properties
    rich = rich_text(item, limits)
    html, charset = of.octets(mapi.HTML), html_charset(of)
    if rich.html and not html:
        html, charset = rich.html.encode("utf-8", "replace"), "utf-8"
    defects = [*item.defects, *rich.defects]
    files = tuple(_file(one, defects, limits) for one in item.attachments)
    return Tnef(
        message_class=of.text(mapi.MESSAGE_CLASS),
        subject=of.text(mapi.SUBJECT),
        text=of.text(mapi.BODY) or rich.text,
        html=html,
        html_charset=charset,
        attachments=files,
        defects=tuple(defects),
    )


def rebuild_tnef(octets: bytes, limits: Limits = Limits()) -> tuple[bytes, tuple[Defect, ...]]:
    """Return a winmail.dat that stands alone as RFC 5322 octets, and its defects."""
    return rebuild(read_item(octets, limits), "tnef", limits)


def read_item(octets: bytes, limits: Limits = Limits(), depth: int = 0) -> Item:
    """Return the message inside as properties; never raises."""
    reader = _Reader(octets, limits, depth)
    reader.run()
    return reader.item()


def _file(one: Attached, defects: list[Defect], limits: Limits) -> TnefAttachment:
    name = attachment_name(one.properties)
    content_id = one.properties.text(mapi.ATTACH_CONTENT_ID).strip().strip("<>")
    if one.message is None:
        return TnefAttachment(name, attachment_type(one.properties), content_id, one.data)
    raw, found = rebuild(one.message, "tnef", limits)
    defects.extend(found)
    return TnefAttachment(name, "message/rfc822", content_id, raw)


class _Reader:
    """Goes through the attributes once. What an attachment is made of stands between two of its start marks."""

    def __init__(self, octets: bytes, limits: Limits, depth: int) -> None:
        self.octets = octets
        self.limits = limits
        self.depth = depth
        self.page = 1252
        self.defects: dict[Defect, None] = {}
        self.values: dict[int, Property] = {}
        self.recipients: list[dict[int, Property]] = []
        self.files: list[dict[int, Property]] = []
        self.handlers: dict[int, Callable[[bytes], None]] = {
            _CODEPAGE: self._codepage,
            _DATE_SENT: self._date,
            _FROM: self._author,
            _MESSAGE_PROPERTIES: self._message_properties,
            _RECIPIENT_TABLE: self._recipient_table,
        }

    def run(self) -> None:
        if not is_tnef(self.octets):
            self._defect("tnef-broken", "no signature")
            return
        at = 6
        while at + _ATTRIBUTE.size <= len(self.octets):
            level, key, size = _ATTRIBUTE.unpack_from(self.octets, at)
            at += _ATTRIBUTE.size
            data = self.octets[at : at + size]
            at += size + 2
            if at > len(self.octets):
                self._defect("tnef-cut-short", f"{at - len(self.octets)} bytes missing")
            elif sum(data) & 0xFFFF != int.from_bytes(self.octets[at - 2 : at], "little"):
                self._defect("tnef-checksum", f"attribute {key:08x}")
            self._attribute(level, key, data)

    def item(self) -> Item:
        files = [self._attached(values) for values in self.files]
        recipients = tuple(Properties(one, self.page) for one in self.recipients)
        return Item(Properties(self.values, self.page), recipients, tuple(files), tuple(self.defects))

    def _defect(self, code: str, detail: str) -> None:
        if len(self.defects) < self.limits.max_attachments:
            self.defects[Defect(code, detail)] = None

    def _attribute(self, level: int, key: int, data: bytes) -> None:
        if level == _ATTACHMENT_LEVEL:
            self._attachment_attribute(key, data)
        elif key in self.handlers:
            self.handlers[key](data)
        elif key in _PLAIN and level == _MESSAGE_LEVEL:
            self.values.setdefault(_PLAIN[key], Property(mapi.STRING8, data.rstrip(b"\0")))

    def _attachment_attribute(self, key: int, data: bytes) -> None:
        if key == _ATTACH_START or not self.files:
            if len(self.files) >= self.limits.max_attachments:
                self._defect("too-many-attachments", f"more than {self.limits.max_attachments}")
                return
            self.files.append({})
        if key == _ATTACH_DATA:
            self.files[-1].setdefault(mapi.ATTACH_DATA, Property(mapi.BINARY, data))
        elif key == _ATTACH_TITLE:
            self.files[-1].setdefault(mapi.ATTACH_FILENAME, Property(mapi.STRING8, data.rstrip(b"\0")))
        elif key == _ATTACH_PROPERTIES:
            self.files[-1].update(self._list(_Cursor(data)))

    def _attached(self, values: dict[int, Property]) -> Attached:
        of = Properties(values, self.page)
        data = of.octets(mapi.ATTACH_DATA)
        inner = data[_INTERFACE_BYTES:]
        if values.get(mapi.ATTACH_DATA, Property(0, b"")).kind != mapi.OBJECT:
            return Attached(of, data)
        if not is_tnef(inner):
            return Attached(of, inner)
        if self.depth >= self.limits.max_embedded_depth:
            self._defect("embedded-too-deep", f"more than {self.limits.max_embedded_depth} messages")
            return Attached(of)
        return Attached(of, message=read_item(inner, self.limits, self.depth + 1))

    def _codepage(self, data: bytes) -> None:
        self.page = int.from_bytes(data[:4], "little") or self.page

    def _date(self, data: bytes) -> None:
        """Take year, month, day, hour, minute, second, of the sender's clock; called UTC as the file names no zone."""
        try:
            year, month, day, hour, minute, second = _DATE.unpack_from(data)
            when = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        except (struct.error, ValueError):
            self._defect("tnef-property-broken", "date")
            return
        ticks = int((when - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
        self.values.setdefault(mapi.CLIENT_SUBMIT_TIME, Property(mapi.TIME, struct.pack("<q", ticks)))

    def _author(self, data: bytes) -> None:
        """Take the old style author: a triple of structure, name and address lengths (section 2.1.3.3.14)."""
        if len(data) < struct.calcsize("<4H"):
            self._defect("tnef-property-broken", "author")
            return
        _, _, name, address = struct.unpack_from("<4H", data)
        shown = data[8 : 8 + name].rstrip(b"\0")
        email = decode_bytes(data[8 + name : 8 + name + address].rstrip(b"\0"), codepage_name(self.page))
        self.values.setdefault(mapi.SENDER_NAME, Property(mapi.STRING8, shown))
        self.values.setdefault(mapi.SENDER_EMAIL, Property(mapi.UNICODE, email.partition(":")[2].encode("utf-16-le")))

    def _message_properties(self, data: bytes) -> None:
        self.values.update(self._list(_Cursor(data)))

    def _recipient_table(self, data: bytes) -> None:
        cursor = _Cursor(data)
        try:
            for _ in range(min(cursor.number(), self.limits.max_attachments)):
                self.recipients.append(self._list(cursor))
        except _EndError:
            self._defect("tnef-property-broken", "recipients")

    def _list(self, cursor: _Cursor) -> dict[int, Property]:
        """Read a counted list of properties as far as it makes sense."""
        values: dict[int, Property] = {}
        try:
            count = cursor.number()
            if count > self.limits.max_properties:
                self._defect("too-many-properties", str(count))
            for _ in range(min(count, self.limits.max_properties)):
                key, found = cursor.property()
                if key < _FIRST_NAMED and found is not None:
                    values[key] = found
        except _EndError:
            self._defect("tnef-property-broken", "a list of properties ends early")
        return values


class _EndError(Exception):
    """The octets end, or make no sense, inside a property."""


class _Cursor:
    """Reads MAPI properties one after another (section 2.1.3.4)."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, size: int) -> bytes:
        taken = self.data[self.at : self.at + size]
        if len(taken) < size:
            raise _EndError
        self.at += size
        return taken

    def number(self) -> int:
        return int.from_bytes(self.take(4), "little")

    def property(self) -> tuple[int, Property | None]:
        """Return id and value; no value for a type that holds none we know, or for several values."""
        kind = int.from_bytes(self.take(2), "little")
        key = int.from_bytes(self.take(2), "little")
        if key >= _FIRST_NAMED:
            self._skip_name()
        single = kind & ~_MULTIPLE
        if kind & _MULTIPLE:
            for _ in range(self.number()):
                self._value(single, counted=False)
            return key, None
        return key, Property(single, self._value(single, counted=True))

    def _skip_name(self) -> None:
        self.take(16)
        by_name = self.number()
        size = self.number()
        if by_name:
            self._padded(size)

    def _value(self, kind: int, counted: bool) -> bytes:
        if kind in _VARIABLE:
            count = self.number() if counted else 1
            values = [self._padded(self.number()) for _ in range(min(count, len(self.data)))]
            return values[0] if values else b""
        size = _FIXED.get(kind) or _FIXED_LONG.get(kind)
        if size is None:
            raise _EndError
        return self.take(size)

    def _padded(self, size: int) -> bytes:
        taken = self.take(size)
        self.at += -size % 4
        return taken
