"""What bytes are, by their first bytes (magic numbers from the formats' own specifications)."""

from __future__ import annotations

import re
from typing import Final

_MAGIC: Final = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rt", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"MZ", "exe"),
    (b"\x7fELF", "elf"),
    (b"\xcf\xfa\xed\xfe", "macho"),
    (b"\xca\xfe\xba\xbe", "macho"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "lnk"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"MSCF", "cab"),
    (b"ISc(", "cab"),
    (b"ITSF", "chm"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\x60\xea", "arj"),
    (b"xar!", "xar"),
    (b"conectix", "vhd"),
    (b"vhdxfile", "vhdx"),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3", "onenote"),
    (b"\x78\x9f\x3e\x22", "tnef"),
    (b"OggS", "ogg"),
    (b"ID3", "mp3"),
    (b"RIFF", "riff"),
    (b"wOFF", "font"),
    (b"-----BEGIN PGP", "pgp"),
    (b"BEGIN:VCALENDAR", "ics"),
    (b"BEGIN:VCARD", "vcard"),
)
_HTML: Final = re.compile(
    rb"\s*+(?:<!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body|script|meta|title|form|iframe|a|div|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_SVG: Final = re.compile(
    rb"\s*+(?:<\?xml[^>]*>\s*+)?+(?:<!doctype\s+svg[^>]*>\s*+)?+(?:<!--.*?-->\s*+)*+<svg\b", re.IGNORECASE | re.DOTALL
)


def sniff(data: bytes) -> str:
    """Return a short name of what `data` is ("pdf", "zip", "ole", "html", "text", ...), or "" for unknown binary."""
    head = data[:4096]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if len(data) > 0x8006 and data[0x8001:0x8006] == b"CD001":
        return "iso"
    if head[4:8] == b"ftyp":
        return "mp4"
    stripped = head.removeprefix(b"\xef\xbb\xbf")
    if _SVG.match(stripped):
        return "svg"
    if _HTML.match(stripped):
        return "html"
    if stripped.lstrip()[:5] == b"<?xml":
        return "xml"
    if not head:
        return "empty"
    return "text" if b"\x00" not in head and _mostly_text(head) else ""


def _mostly_text(head: bytes) -> bool:
    control = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    return control * 50 < len(head)
