"""Shapes: what stays of something made up by a rule once that which changes every time is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from tocsin.common.urls import Url

_LONGEST: Final = 200
_SEGMENT_RANDOM: Final = re.compile(r"(?=.*\d)(?=.*[a-zA-Z])[\w\-=.~%+]{8,}|[\w\-=%+]{25,}|[0-9a-fA-F]{8,}")
_HEX: Final = re.compile(r"[0-9a-fA-F]+")
_FILE_NAME: Final = re.compile(r"[\w\-]{1,40}\.(?:php|aspx?|html?|jsp|cgi|js)")
_WRITERS: Final = frozenset(
    """from to cc bcc subject date message-id reply-to sender in-reply-to references mime-version content-type
    content-transfer-encoding content-language content-disposition x-mailer user-agent x-priority x-msmail-priority
    importance priority organization list-unsubscribe list-unsubscribe-post list-id precedence thread-topic
    thread-index x-php-originating-script auto-submitted errors-to disposition-notification-to""".split()
)
"""Fields that a mail program writes, in an order of its own."""


def url_template(url: Url) -> str:
    """Return a link's path and the names of its parameters, with numbers and random strings left out.

    "" where nothing is left by which one kit could be told from others: a bare host, one plain word.
    """
    segments = [_segment(one) for one in url.path.split("/") if one][:8]
    names = sorted({pair.partition("=")[0][:30] for pair in url.query.split("&")[:20] if pair})
    told = [one for one in segments if one not in ("*", "0")]
    if len(told) + len(names) < 2 and not any(_FILE_NAME.fullmatch(one) and len(one) > 9 for one in told):
        return ""
    return ("/" + "/".join(segments) + ("?" + "&".join(names) if names else ""))[:_LONGEST]


def _segment(text: str) -> str:
    if text.isdigit():
        return "0"
    if "@" in text or "%40" in text or _SEGMENT_RANDOM.fullmatch(text):
        return "*"
    return text[:60].lower()


def made_up(text: str) -> str:
    """Return the shape of an id that a program made up: runs of digits, of hexadecimal and of letters, with lengths.

    What stands between them stays. "" for an empty one.
    """
    pieces = (_piece(one) for one in re.findall(r"[A-Za-z0-9]+|[^A-Za-z0-9]", text[:_LONGEST]))
    return re.sub(r"(.)\1{3,}", r"\1+", "".join(pieces))


def _piece(piece: str) -> str:
    if not piece.isalnum():
        return piece
    if piece.isdigit():
        return f"d{len(piece)}"
    if _HEX.fullmatch(piece) and any(char.isdigit() for char in piece):
        return f"x{len(piece)}"
    if piece.isalpha():
        return piece if len(piece) <= 12 and piece[1:].islower() else f"a{len(piece)}"
    return f"n{len(piece)}"


def host_shape(host: str) -> str:
    """Return a host's name with its numbers left out."""
    return re.sub(r"\d+", "0", host.lower())[:_LONGEST]


def header_order(names: Iterable[str]) -> str:
    """Return a digest of the order in which a mail program wrote its fields (names in lower case); "" for few."""
    written = [name for name in names if name in _WRITERS]
    return blake2b(" ".join(written).encode(), digest_size=8).hexdigest() if len(written) >= 5 else ""


def page_make(inputs: Iterable[str], forms: int, scripts: str, embedded: int) -> str:
    """Return a digest of how a page is made; "" where it has neither a form nor a script of some length."""
    kinds = " ".join(inputs)
    words = re.findall(r"[A-Za-z_$]{3,}", scripts[:50_000])
    if forms == 0 and len(words) < 20:
        return ""
    code = blake2b(" ".join(sorted(set(words))).encode(), digest_size=8).hexdigest()
    return blake2b(f"{forms} {embedded} {kinds} {code}".encode(), digest_size=8).hexdigest()
