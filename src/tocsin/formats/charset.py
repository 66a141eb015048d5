"""Octets to text, as mail readers do it: the declared charset if it exists, otherwise the likeliest one."""

from __future__ import annotations

import codecs
from functools import lru_cache
from typing import Final

# What mailers write, and what they mean (WHATWG Encoding Standard, section 4.2: browsers read latin-1 as cp1252).
_ALIASES: Final = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "ansi": "cp1252",
    "x-ansi": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "windows-874": "cp874",
    "x-windows-874": "cp874",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "cp-850": "cp850",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
    "unicode": "utf-16",
}
# Charsets in which ASCII octets mean other characters.
_ESCAPING: Final = (
    "utf-7",
    "unicode",
    "utf-16",
    "utf-32",
    "utf7",
    "utf16",
    "utf32",
    "iso-2022",
    "hz",
    "cp037",
    "cp500",
)
# Codecs that are not charsets, or that make other text than the octets a person would see.
_REFUSED: Final = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})


@lru_cache(maxsize=512)
def known_charset(name: str) -> str | None:
    """Return Python's codec for a charset label in lower case, or None where there is none."""
    label = name.strip().strip("\"'").lower()
    label = _ALIASES.get(label, label)
    if label.startswith("x-") and label[2:] in _ALIASES:
        label = _ALIASES[label[2:]]
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError, UnicodeError):
        return None
    text_codec = getattr(info, "_is_text_encoding", True)
    return info.name if text_codec and info.name.replace("-", "_") not in _REFUSED else None


def decode_bytes(raw: bytes, charset: str) -> str:
    """Return `raw` as text. Declared ASCII or Latin-1 that is really valid UTF-8 is read as UTF-8; never raises."""
    if raw.isascii() and not charset.startswith(_ESCAPING):
        return raw.decode("ascii")
    codec = known_charset(charset) if charset else None
    if codec is None or codec == "cp1252":
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp1252", "replace")
    try:
        text = raw.decode(codec, "replace")
        # UTF-7 can spell half a character, which no output could encode.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if codec == "utf-7" else text
    except (UnicodeError, ValueError):
        return raw.decode("cp1252", "replace")
