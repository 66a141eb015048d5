"""Contents of parts, decoded when asked for."""

from __future__ import annotations

import binascii
import re
from typing import Final

from tocsin.formats.charset import decode_bytes
from tocsin.formats.header import lenient_base64
from tocsin.model.limits import Limits
from tocsin.model.message import Part

_UU_BEGIN: Final = re.compile(rb"^begin [0-7]{3,4} [^\n]*\n", re.MULTILINE)
_META_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_\-:.]{2,40})", re.IGNORECASE)


def decode_part(part: Part, limits: Limits = Limits()) -> bytes:
    """Return the octets of a part with its transfer encoding undone, cut at `limits.max_decoded_bytes`.

    An unknown encoding is read as if there were none. Broken base64 and quoted-printable are read as far as they go.
    """
    end = min(part.end, part.start + limits.max_decoded_bytes * 4 // 3 + 4096)
    raw = part.source[part.start : end]
    if part.encoding == "base64":
        raw = lenient_base64(raw)
    elif part.encoding == "quoted-printable":
        raw = binascii.a2b_qp(raw)
    elif part.encoding in ("x-uuencode", "uuencode", "x-uue"):
        raw = _uudecode(raw)
    return raw[: limits.max_decoded_bytes]


def decode_text(part: Part, limits: Limits = Limits()) -> str:
    """Return a text part as text, by its declared charset (for HTML also by its meta element), cut at the limit."""
    raw = decode_part(part, limits)
    charset = part.params.get("charset", "").lower()
    if not charset and part.media_type == "text/html":
        found = _META_CHARSET.search(raw, 0, 4096)
        charset = found[1].decode("ascii").lower() if found else ""
    return decode_bytes(raw, charset)[: limits.max_text_chars]


def _uudecode(raw: bytes) -> bytes:
    begin = _UU_BEGIN.search(raw)
    out = []
    for line in raw[begin.end() if begin else 0 :].splitlines():
        if line.strip() in (b"end", b"`", b""):
            break
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            count = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                out.append(binascii.a2b_uu(line[:count]))
            except binascii.Error:
                break
    return b"".join(out)
