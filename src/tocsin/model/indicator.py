"""What can be looked for elsewhere: an indicator, with the findings that it rests on."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Observable(StrEnum):
    """What an indicator is."""

    HOST = "host"
    """A host name, in ASCII and lower case."""
    FILE = "file"
    """The SHA-256 of a file, hexadecimal."""


class Indicator(Struct, frozen=True):
    """Something that an attack used."""

    kind: Observable
    value: str
    attack: tuple[str, ...] = ()
    """ATT&CK ids of the techniques for which it was used, sorted."""
    checks: tuple[str, ...] = ()
    """Ids of the checks that say so, sorted."""


class LeftOut(Struct, frozen=True):
    """An indicator that is not handed on, and why."""

    value: str
    reason: str
    """A code of `tocsin.common.bystanders`, or of the room that leaves it out."""
