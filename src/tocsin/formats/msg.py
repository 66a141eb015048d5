"""Outlook's .msg files to Internet messages.

Source: MS-OXMSG (storages, property streams, section 2), read over MS-CFB by olefile.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from typing import Any, BinaryIO, Final

from tocsin.formats import mapi
from tocsin.formats.mapi import Attached, Item, Properties, Property
from tocsin.formats.rebuild import rebuild
from tocsin.model.defect import Defect
from tocsin.model.limits import Limits
from tocsin.model.sentence import Sentence, say

_PROPERTY_STREAM: Final = "__properties_version1.0"
_VALUE: Final = "__substg1.0_"
_RECIPIENT: Final = "__recip_version1.0_"
_ATTACHMENT: Final = "__attach_version1.0_"
_ENTRY: Final = struct.Struct("<HHI8s")
# Bytes before the entries of a property stream, by what it belongs to (MS-OXMSG, sections 2.4.1.1 to 2.4.1.4).
_TOP_HEADER: Final = 32
_EMBEDDED_HEADER: Final = 24
_PART_HEADER: Final = 8
_VARIABLE: Final = frozenset({mapi.STRING8, mapi.UNICODE, mapi.BINARY})
_TERMINATOR: Final = 2
"""Bytes that the stated size of a string counts and its stream does not hold."""
_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class BrokenMsgError(ValueError):
    """The file is no Outlook message, or too broken to be read as one."""

    def __init__(self, hint: Sentence) -> None:
        super().__init__(str(hint))
        self.hint = hint


def is_ole(head: bytes) -> bool:
    """Say whether a file that begins so is an OLE compound file, which a .msg is (and an old Word file too)."""
    return head.startswith(_MAGIC)


def read_msg(stream: BinaryIO, limits: Limits = Limits()) -> tuple[bytes, tuple[Defect, ...]]:
    """Return the message in a seekable .msg as RFC 5322 octets, and its defects.

    Raises `BrokenMsgError` where there is no message in the file.
    """
    return rebuild(read_item(stream, limits), "msg", limits)


def read_item(stream: BinaryIO, limits: Limits = Limits()) -> Item:
    """Return the message in a seekable .msg as its properties. Raises `BrokenMsgError`."""
    import olefile

    try:
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        with olefile.OleFileIO(stream, raise_defects=olefile.DEFECT_FATAL) as ole:
            if not ole.exists(_PROPERTY_STREAM):
                raise BrokenMsgError(say("an OLE file without an Outlook message"))
            return _Reader(ole, size, limits).item((), 0)
    except BrokenMsgError:
        raise
    except (OSError, ValueError, LookupError, struct.error, TypeError, AttributeError, RecursionError) as error:
        raise BrokenMsgError(say("the OLE structure is broken (%(cause)s)", cause=type(error).__name__)) from error


class _Reader:
    """Reads storages. No more octets are taken from the file than it has, however its chains loop."""

    def __init__(self, ole: Any, size: int, limits: Limits) -> None:
        self.ole = ole
        self.limits = limits
        self.room = size
        self.children: dict[tuple[str, ...], dict[str, str]] = {}
        for path in ole.listdir(streams=True, storages=True):
            for depth in range(len(path)):
                self.children.setdefault(tuple(path[:depth]), {})[path[depth].lower()] = path[depth]

    def item(self, at: tuple[str, ...], depth: int) -> Item:
        defects: list[Defect] = []
        header = _EMBEDDED_HEADER if at else _TOP_HEADER
        of = self.properties(at, header, defects)
        recipients = [
            self.properties((*at, name), _PART_HEADER, defects, of.codepage)
            for name in self._storages(at, _RECIPIENT, "recipients", defects)
        ]
        attachments = [
            self._attached((*at, name), depth, of.codepage, defects)
            for name in self._storages(at, _ATTACHMENT, "attachments", defects)
        ]
        return Item(of, tuple(recipients), tuple(attachments), tuple(defects))

    def _storages(self, at: tuple[str, ...], prefix: str, kind: str, defects: list[Defect]) -> Sequence[str]:
        names = sorted(name for name in self.children.get(at, {}).values() if name.lower().startswith(prefix))
        if len(names) > self.limits.max_attachments:
            defects.append(Defect(f"too-many-{kind}", str(len(names))))
        return names[: self.limits.max_attachments]

    def _attached(self, at: tuple[str, ...], depth: int, codepage: int, defects: list[Defect]) -> Attached:
        of = self.properties(at, _PART_HEADER, defects, codepage)
        inner = (*at, f"{_VALUE}{mapi.ATTACH_DATA:04X}{mapi.OBJECT:04X}")
        if inner not in self.children:
            return Attached(of, of.octets(mapi.ATTACH_DATA))
        if of.integer(mapi.ATTACH_METHOD) == mapi.OLE_OBJECT or _PROPERTY_STREAM not in self.children[inner]:
            return Attached(of)
        if depth >= self.limits.max_embedded_depth:
            defects.append(Defect("embedded-too-deep", f"more than {self.limits.max_embedded_depth} messages"))
            return Attached(of)
        return Attached(of, message=self.item(inner, depth + 1))

    def properties(self, at: tuple[str, ...], header: int, defects: list[Defect], codepage: int = 1252) -> Properties:
        """Read one property stream: fixed values stand in it, variable ones in streams beside it."""
        if _PROPERTY_STREAM not in self.children.get(at, {}):
            defects.append(Defect("msg-stream-broken", f"{_PROPERTY_STREAM} is missing"))
        table = self._octets(at, _PROPERTY_STREAM, defects)[header:]
        count = len(table) // _ENTRY.size
        if count > self.limits.max_properties:
            defects.append(Defect("too-many-properties", str(count)))
        values: dict[int, Property] = {}
        for entry in range(min(count, self.limits.max_properties)):
            kind, key, _, fixed = _ENTRY.unpack_from(table, entry * _ENTRY.size)
            if kind in _VARIABLE:
                values[key] = Property(kind, self._value(at, f"{_VALUE}{key:04X}{kind:04X}", fixed, defects))
            else:
                values[key] = Property(kind, fixed)
        return Properties(values, codepage)

    def _value(self, at: tuple[str, ...], name: str, fixed: bytes, defects: list[Defect]) -> bytes:
        """Read a variable value. Its entry states its size, so one whose stream is not there is told."""
        stated = int.from_bytes(fixed[:4], "little")
        if stated > _TERMINATOR and name.lower() not in self.children.get(at, {}):
            defects.append(Defect("msg-stream-broken", f"{name}: {stated} bytes are missing"))
        return self._octets(at, name, defects)

    def _octets(self, at: tuple[str, ...], name: str, defects: list[Defect]) -> bytes:
        found = self.children.get(at, {}).get(name.lower())
        if found is None:
            return b""
        path = [*at, found]
        size = self.ole.get_size(path)
        if size > self.room:
            defects.append(Defect("msg-stream-broken", f"{found}: {size} bytes"))
            return b""
        self.room -= size
        try:
            with self.ole.openstream(path) as opened:
                return bytes(opened.read())
        except OSError:
            defects.append(Defect("msg-stream-broken", found))
            return b""


def read_msg_octets(octets: bytes, limits: Limits = Limits()) -> tuple[bytes, tuple[Defect, ...]]:
    """Do `read_msg` for a file held in memory, as an attachment is. Raises `BrokenMsgError`."""
    return read_msg(io.BytesIO(octets), limits)
