"""Header values: encoded words, parameters, addresses, message ids, dates. Nothing here raises."""

from __future__ import annotations

import binascii
import re
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Final
from urllib.parse import unquote_to_bytes

from tocsin.formats.charset import decode_bytes
from tocsin.model.message import Address

_ENCODED_WORD: Final = re.compile(r"=\?([^?*\s]{1,64})(?:\*[^?\s]{1,32})?\?([bBqQ])\?([^?]{0,8192}?)\?=")
_GAP: Final = re.compile(r"\s*")


def decode_words(value: bytes) -> str:
    """Return a raw header value as text: RFC 2047 encoded words decoded, 8-bit octets as UTF-8, else Windows-1252.

    White space between adjacent encoded words is dropped (section 6.2), and adjacent words of one charset and encoding
    are joined before decoding, since real mailers split multi-byte characters across words.
    """
    text = decode_bytes(value, "")
    if "=?" not in text:
        return text.strip()
    out: list[str] = []
    pending, charset, position = b"", "", 0
    for match in _ENCODED_WORD.finditer(text):
        gap = text[position : match.start()]
        same = match[1].lower() == charset
        if pending and (gap.strip() or not same):
            out.append(decode_bytes(pending, charset))
            pending = b""
        if gap.strip() or (not charset and gap):
            out.append(gap)
        charset = match[1].lower()
        pending += _word_bytes(match[2], match[3])
        position = match.end()
    out.append(decode_bytes(pending, charset))
    out.append(text[position:])
    return "".join(out).strip()


def _word_bytes(kind: str, payload: str) -> bytes:
    raw = payload.encode("utf-8", "surrogateescape")
    if kind in "bB":
        return lenient_base64(raw)
    return binascii.a2b_qp(raw.replace(b"_", b" "), header=False)


def lenient_base64(raw: bytes) -> bytes:
    """Decode base64 whatever stands between its letters; missing or surplus padding is tolerated."""
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
        cut = len(letters) - (len(letters) % 4 == 1)
        return binascii.a2b_base64(letters[:cut] + b"=" * (-cut % 4))


_PARAM: Final = re.compile(
    r""";\s*([!#$%&'*+\-.0-9A-Z^_`a-z|~]{1,128})\s*=\s*(?:"((?:[^"\\]|\\.){0,8192})"|([^;\s"][^;]{0,8191})?)""",
    re.DOTALL,
)
_MAX_PARAMS: Final = 128
# Only what must be escaped: `"C:\temp\new.doc"` is a path that an old program forgot to escape.
_PARAM_ESCAPE: Final = re.compile(r"\\([\\\"])")
_ESCAPE: Final = re.compile(r"(?s)\\(.)")


def parse_params(value: bytes) -> tuple[str, dict[str, str], bool]:
    """Split `Content-Type` or `Content-Disposition` into (value, parameters, conflicting).

    Continuations and charsets by RFC 2231; encoded words inside quoted parameters (forbidden, but common) are decoded.
    Where a parameter is given twice the first counts, and `conflicting` says that the copies differ.
    """
    text = decode_bytes(value, "")
    head, _, _ = text.partition(";")
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    conflicting = False
    for count, match in enumerate(_PARAM.finditer(text)):
        if count >= _MAX_PARAMS:
            break
        name = match[1].lower()
        content = _PARAM_ESCAPE.sub(r"\1", match[2]) if match[2] is not None else (match[3] or "").strip()
        base, star, rest = name.partition("*")
        if star:
            number = rest.rstrip("*")
            index = int(number) if number.isdecimal() and len(number) < 4 else 0
            pieces.setdefault(base, {}).setdefault(index, (content, rest.endswith("*") or rest == ""))
        elif name not in plain:
            plain[name] = decode_words(content.encode("utf-8", "surrogateescape")) if "=?" in content else content
        elif plain[name] != content:
            conflicting = True
    for base, parts in pieces.items():
        joined = _join_2231(parts)
        conflicting = conflicting or plain.get(base, joined) != joined
        plain[base] = joined
    return head.strip().lower(), plain, conflicting


def _join_2231(parts: dict[int, tuple[str, bool]]) -> str:
    charset, raw = "", b""
    for position, index in enumerate(sorted(parts)):
        content, encoded = parts[index]
        if position == 0 and encoded and content.count("'") >= 2:
            charset, _, content = content.split("'", 2)
        octets = content.encode("utf-8", "surrogateescape")
        raw += unquote_to_bytes(octets) if encoded else octets
    return decode_bytes(raw, charset.lower())


MAX_ADDRESSES: Final = 1_000
"""Mailboxes of one field that are read."""
_TOKEN: Final = re.compile(
    r"""\s+|"((?:[^"\\]|\\.)*)"?|\((?:[^()\\]|\\.)*\)?|<([^<>]*)>?|([,;:])|([^\s",;:<>()]+|[<>()])""", re.DOTALL
)


def parse_addresses(value: bytes | str) -> tuple[Address, ...]:
    """Return the mailboxes of an address list (RFC 5322, section 3.4), tolerating whatever real mail does to it.

    Groups are flattened, comments dropped, and text without an angle address becomes an address if it holds an @,
    otherwise a name without an address. At most 1,000 mailboxes are returned.
    """
    text = value if isinstance(value, str) else decode_bytes(value, "")
    found: list[Address] = []
    words: list[str] = []
    angle: str | None = None
    for match in _TOKEN.finditer(text):
        quoted, inside, mark, atom = match.groups()
        if mark in (",", ";"):
            _finish(found, words, angle)
            words, angle = [], None
        elif mark == ":":
            words = [] if words and "@" not in words[-1] and angle is None else [*words, ":"]
        elif inside is not None:
            if angle is not None:
                words.append(f"<{angle}>")
            angle = inside
        elif quoted is not None:
            words.append(_ESCAPE.sub(r"\1", quoted))
        elif atom is not None:
            words.append(atom)
        if len(found) >= MAX_ADDRESSES:
            return tuple(found)
    _finish(found, words, angle)
    return tuple(found)


def _finish(found: list[Address], words: list[str], angle: str | None) -> None:
    if angle is None and not words:
        return
    if angle is None:
        position = next((i for i in range(len(words) - 1, -1, -1) if "@" in words[i]), None)
        if position is None:
            found.append(Address(_decoded(" ".join(words)), ""))
            return
        angle = words.pop(position)
    found.append(Address(_decoded(" ".join(words)), "".join(angle.split()).lower()))


def _decoded(name: str) -> str:
    return decode_words(name.encode("utf-8", "surrogateescape")) if "=?" in name else name.strip()


_MESSAGE_ID: Final = re.compile(rb"<([^<>\s]{1,998})>")


def message_ids(value: bytes) -> list[str]:
    """Return the message ids in a `Message-ID`, `In-Reply-To` or `References` value, without angle brackets."""
    return [match.decode("utf-8", "replace") for match in _MESSAGE_ID.findall(value[:65_536])]


_DATE: Final = re.compile(
    r"(\d{1,2})[ \t-]+([A-Za-z]{3})[a-z]*\.?[ \t-]+(\d{2,4})[ \t]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?"
    r"(?:[ \t]*([AaPp][Mm]))?(?:[ \t]*([+-]\d{4}|[+-]\d{2}:\d{2}|[A-Za-z]{1,5}))?"
)
_MONTHS: Final = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_ZONES: Final = {"edt": -240, "est": -300, "cdt": -300, "cst": -360, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480}


def parse_date(value: bytes | str) -> datetime | None:
    """Return the time a `Date` or `Received` stamp gives (RFC 5322, sections 3.3 and 4.3), timezone-aware, or None."""
    text = value if isinstance(value, str) else value[:4096].decode("latin-1")
    match = _DATE.search(text)
    if match is None:
        return None
    day, month, year, hour, minute, second, meridiem, zone = match.groups()
    number = _MONTHS.get(month.lower())
    if number is None:
        return None
    full_year = int(year) + (0 if len(year) == 4 else 1900 if int(year) >= 50 or len(year) == 3 else 2000)
    hours = int(hour) % 12 + 12 * (meridiem.lower() == "pm") if meridiem else int(hour)
    try:
        return datetime(full_year, number, int(day), hours, int(minute), min(int(second or 0), 59), tzinfo=_zone(zone))
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=256)
def _zone(name: str | None) -> timezone:
    """The time zone a stamp names. Raises ValueError where it is a day or more from UTC."""
    return timezone(timedelta(minutes=_offset(name)))


def _offset(zone: str | None) -> int:
    if not zone or zone[0] not in "+-":
        return _ZONES.get((zone or "").lower(), 0)
    digits = zone[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return -minutes if zone[0] == "-" else minutes
