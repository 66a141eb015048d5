"""Opaque S/MIME signatures to the message inside: a walk over DER, without cryptography (RFC 8551, RFC 5652, X.690)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_SIGNED_DATA: Final = bytes.fromhex("2a864886f70d010702")
_ENVELOPED_DATA: Final = bytes.fromhex("2a864886f70d010703")
_DATA: Final = bytes.fromhex("2a864886f70d010701")
_AUTH_ENVELOPED: Final = bytes.fromhex("2a864886f70d0109100117")
_OCTETS: Final = 0x04
_MAX_DEPTH: Final = 12
_MAX_NODES: Final = 5_000


def kind_of(data: bytes) -> str:
    """Return "signed", "encrypted" or "" (neither, or broken) for a CMS structure in DER or BER."""
    head = data[:64]
    if _SIGNED_DATA in head:
        return "signed"
    return "encrypted" if _ENVELOPED_DATA in head or _AUTH_ENVELOPED in head else ""


def signed_content(data: bytes) -> bytes:
    """Return the content that an opaque signature wraps, or b"" where there is none or it is broken."""
    if kind_of(data) != "signed":
        return b""
    start = data.find(b"\x06\x09" + _DATA)
    if start < 0:
        return b""
    pieces: list[bytes] = []
    for tag, value in _nodes(data, start + 11, len(data)):
        if tag != 0xA0:
            break
        pieces += [piece for kind, piece in _leaves(value, 0) if kind == _OCTETS]
        break
    return b"".join(pieces)


def _leaves(data: bytes, depth: int) -> Iterator[tuple[int, bytes]]:
    if depth > _MAX_DEPTH:
        return
    for tag, value in _nodes(data, 0, len(data)):
        if tag & 0x20:
            yield from _leaves(value, depth + 1)
        else:
            yield tag, value


def _nodes(data: bytes, position: int, end: int) -> Iterator[tuple[int, bytes]]:
    """(tag, value) of the elements between two positions; an indefinite length reaches to the end."""
    for _ in range(_MAX_NODES):
        if position + 2 > end:
            return
        tag, first = data[position], data[position + 1]
        position += 2
        if (tag, first) == (0, 0):
            return
        if first == 0x80:
            yield tag, data[position:end]
            return
        size = first
        if first & 0x80:
            count = first & 0x7F
            size = int.from_bytes(data[position : position + count], "big")
            position += count
            if count > 6:
                return
        yield tag, data[position : min(position + size, end)]
        position += size
