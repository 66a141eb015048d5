"""Lists of what is no sign of an attack, or must never be handed on, in the form of MISP's warninglists."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Matching(StrEnum):
    """How the entries of a list are compared with a value."""

    STRING = "string"
    """The value as a whole."""
    SUBSTRING = "substring"
    """A piece of the value."""
    HOSTNAME = "hostname"
    """The host of the value, or one that it lies below."""
    CIDR = "cidr"
    """A range of addresses, or one address."""
    REGEX = "regex"
    """An expression, which is looked for anywhere in the value."""


class WarningList(Struct, frozen=True):
    """A list."""

    name: str
    matching: Matching
    entries: tuple[str, ...]
    """As they stand in the list."""
    version: int = 0
    description: str = ""
    unusable: tuple[str, ...] = ()
    """Entries that cannot be compared with anything, the first hundred."""
    unusable_count: int = 0
