"""What all events have in common."""

from __future__ import annotations

from msgspec import Struct

Ref = str
"""Where something lies in the vault: the hexadecimal HMAC-SHA-256 of its bytes, keyed by a salt that lies there too."""


class Fact(Struct, frozen=True, omit_defaults=True, tag_field="type"):
    """An event: it has a `type`, by which events are told apart."""
