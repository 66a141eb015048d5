"""Entries of the log as bytes, and back. What is hashed and kept is these bytes; nothing is ever encoded again.

An entry of an older schema version is brought up to date after it was read, step by step, by `UPCASTS`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import msgspec

from tocsin.common.causes import quoted
from tocsin.model.error import LogError
from tocsin.model.event import VERSIONS, Envelope, type_of
from tocsin.model.sentence import say

Upcast = Callable[[dict[str, Any]], dict[str, Any]]
UPCASTS: Final[dict[tuple[str, int], Upcast]] = {}
"""By (type, version): makes an event of the next version out of one of this version, both as plain data."""

_encoder: Final = msgspec.json.Encoder()
_decoder: Final = msgspec.json.Decoder(Envelope)


class _Kind(msgspec.Struct):
    type: str


class _Heading(msgspec.Struct):
    version: int
    event: _Kind


_heading: Final = msgspec.json.Decoder(_Heading)


def encode(envelope: Envelope) -> bytes:
    """Return the bytes of an entry: JSON in UTF-8, fields in the order of the struct."""
    return _encoder.encode(envelope)


def decode(raw: bytes) -> Envelope:
    """Read an entry. Raises LogError for one that this version of Tocsin cannot read."""
    try:
        heading = _heading.decode(raw)
        kind, current = heading.event.type, VERSIONS.get(heading.event.type, 1)
        if heading.version == current:
            return _decoder.decode(raw)
        return _upcast(raw, kind, heading.version, current)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LogError(
            say("an entry of the log cannot be read: %(cause)s", cause=quoted("msgspec", error)), _HINT
        ) from error


def version_of(event: Any) -> int:
    """Return the schema version in which an event is written now."""
    return VERSIONS.get(type_of(event), 1)


def _upcast(raw: bytes, kind: str, version: int, current: int) -> Envelope:
    data = msgspec.json.decode(raw)
    while version != current:
        if (step := UPCASTS.get((kind, version))) is None:
            raise LogError(
                say(
                    "an entry is of type %(kind)s, version %(version)s, which is not known here",
                    kind=kind,
                    version=version,
                ),
                _HINT,
            )
        data["event"], version = step(data["event"]), version + 1
    return msgspec.convert({**data, "version": current}, Envelope)


_HINT: Final = say(
    "It may have been written by a newer version of Tocsin: update. `tocsin log verify` says if it was altered."
)
