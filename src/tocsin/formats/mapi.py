"""Properties of Outlook objects, as .msg, .pst and winmail.dat all carry them, and their values as Python's.

Sources: MS-OXPROPS (property ids), MS-OXCDATA section 2.11 (property types).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from msgspec import Struct

from tocsin.formats.charset import decode_bytes
from tocsin.formats.rtf import codepage_name
from tocsin.model.defect import Defect

INTEGER16: Final = 0x0002
INTEGER32: Final = 0x0003
BOOLEAN: Final = 0x000B
OBJECT: Final = 0x000D
STRING8: Final = 0x001E
UNICODE: Final = 0x001F
TIME: Final = 0x0040
BINARY: Final = 0x0102

MESSAGE_CLASS: Final = 0x001A
SUBJECT: Final = 0x0037
CLIENT_SUBMIT_TIME: Final = 0x0039
SENT_REPRESENTING_NAME: Final = 0x0042
REPLY_RECIPIENT_NAMES: Final = 0x0050
SENT_REPRESENTING_TYPE: Final = 0x0064
SENT_REPRESENTING_EMAIL: Final = 0x0065
TRANSPORT_HEADERS: Final = 0x007D
RECIPIENT_TYPE: Final = 0x0C15
SENDER_NAME: Final = 0x0C1A
SENDER_TYPE: Final = 0x0C1E
SENDER_EMAIL: Final = 0x0C1F
DISPLAY_BCC: Final = 0x0E02
DISPLAY_CC: Final = 0x0E03
DISPLAY_TO: Final = 0x0E04
DELIVERY_TIME: Final = 0x0E06
NORMALIZED_SUBJECT: Final = 0x0E1D
BODY: Final = 0x1000
RTF_COMPRESSED: Final = 0x1009
HTML: Final = 0x1013
MESSAGE_ID: Final = 0x1035
REFERENCES: Final = 0x1039
IN_REPLY_TO: Final = 0x1042
DISPLAY_NAME: Final = 0x3001
ADDRESS_TYPE: Final = 0x3002
EMAIL: Final = 0x3003
CREATION_TIME: Final = 0x3007
ATTACH_DATA: Final = 0x3701
ATTACH_FILENAME: Final = 0x3704
ATTACH_METHOD: Final = 0x3705
ATTACH_LONG_FILENAME: Final = 0x3707
ATTACH_MIME_TYPE: Final = 0x370E
ATTACH_CONTENT_ID: Final = 0x3712
ATTACH_CONTENT_LOCATION: Final = 0x3713
SMTP_ADDRESS: Final = 0x39FE
INTERNET_CODEPAGE: Final = 0x3FDE
MESSAGE_CODEPAGE: Final = 0x3FFD
SENDER_SMTP: Final = 0x5D01
SENT_REPRESENTING_SMTP: Final = 0x5D02

BY_VALUE: Final = 1
EMBEDDED: Final = 5
OLE_OBJECT: Final = 6
"""Values of ATTACH_METHOD (MS-OXCMSG, section 2.2.2.9); 2, 3, 4 and 7 are references to data elsewhere."""

_EPOCH: Final = datetime(1601, 1, 1, tzinfo=UTC)


class Property(Struct, frozen=True):
    """One value as stored: its type code and its octets, little-endian, strings without a terminator."""

    kind: int
    data: bytes


class Properties:
    """The properties of one object by id, read leniently: what is absent or of another type is empty."""

    def __init__(self, values: Mapping[int, Property], codepage: int = 1252) -> None:
        self.values = values
        self.codepage = self.integer(MESSAGE_CODEPAGE) or codepage

    def __contains__(self, key: int) -> bool:
        return key in self.values

    def octets(self, key: int) -> bytes:
        """The stored octets, or nothing."""
        found = self.values.get(key)
        return found.data if found else b""

    def integer(self, key: int) -> int:
        """An integer or Boolean; 0 where there is none."""
        found = self.values.get(key)
        if found is None or found.kind not in (INTEGER16, INTEGER32, BOOLEAN):
            return 0
        return int.from_bytes(found.data[: 2 if found.kind != INTEGER32 else 4], "little")

    def text(self, key: int) -> str:
        """A string without NULs at its end; octets are read by the object's codepage."""
        found = self.values.get(key)
        if found is None or found.kind not in (STRING8, UNICODE, BINARY):
            return ""
        if found.kind == UNICODE:
            return found.data.decode("utf-16-le", "replace").rstrip("\0")
        return decode_bytes(found.data.rstrip(b"\0"), codepage_name(self.codepage))

    def time(self, key: int) -> datetime | None:
        """A time in UTC (FILETIME: units of 100 ns since 1601); None where there is none that a calendar has."""
        found = self.values.get(key)
        if found is None or found.kind != TIME or len(found.data) < struct.calcsize("<q"):
            return None
        (ticks,) = struct.unpack_from("<q", found.data)
        try:
            return _EPOCH + timedelta(microseconds=ticks // 10) if ticks > 0 else None
        except OverflowError:
            return None


class Attached(Struct, frozen=True):
    """An attachment: its properties, its data, or the message that it is."""

    properties: Properties
    data: bytes = b""
    message: Item | None = None


class Item(Struct, frozen=True):
    """A message as Outlook keeps it."""

    properties: Properties
    recipients: tuple[Properties, ...] = ()
    attachments: tuple[Attached, ...] = ()
    defects: tuple[Defect, ...] = ()
