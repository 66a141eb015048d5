"""What can be wrong with an object of STIX 2.1, and where."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

import msgspec
from msgspec import Struct

from tocsin.formats.stix.parts import TIME

_LONGEST_NAMED: Final = 120
_PATH: Final = re.compile(r" - at `\$\.?(.*)`$", re.DOTALL)
_MISSING: Final = re.compile(r"missing required field `(\w+)`")
_ID: Final = re.compile(rb'"id"\s*:\s*"([^"\\]{1,120})"')


class Fault(StrEnum):
    """What is wrong with an object."""

    NOT_JSON = "not-json"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    OLDER = "stix-2.0"
    """It is of STIX 2.0, which writes objects without `spec_version`."""
    MISSING = "missing"
    """The standard requires a property that is not there."""
    ID = "id"
    """This is no id, or one of an object of another type."""
    REFERENCE = "reference"
    """This leads to no object, or to one of a type to which it must not lead."""
    TIME = "time"
    """This is no time of RFC 3339 in UTC."""
    BEFORE = "before"
    """An end is before its beginning."""
    ONE_OF_TWO = "one-of-two"
    """The standard asks for exactly one of two properties, or forbids one beside the other."""
    VALUE = "value"
    """This is of another type, or not within the bounds, that the standard gives."""


class Refused(Struct, frozen=True):
    """An object that was left out, and why."""

    place: int
    """Among the objects as they came, from 0."""
    id: str
    """As far as it could be read."""
    fault: Fault
    path: str = ""
    """Where in the object: `external_references[1].url`."""


class RefusedError(Exception):
    """An object cannot be taken."""

    def __init__(self, fault: Fault, path: str = "") -> None:
        super().__init__(fault, path)
        self.fault, self.path = fault, path


def fault_of(error: Exception) -> tuple[Fault, str]:
    """Return what an error of the decoder says of an object, and where. Its words are part of what msgspec promises."""
    if not isinstance(error, msgspec.ValidationError):
        return Fault.NOT_JSON, ""
    words = str(error)
    at = _PATH.search(words)
    path = at[1] if at else ""
    if missing := _MISSING.search(words):
        name = missing[1]
        return Fault.OLDER if name == "spec_version" else Fault.MISSING, f"{path}.{name}".lstrip(".")
    name, _, told = words.partition(": ")
    if told.startswith(tuple(_TOLD)):
        return next(fault for start, fault in _TOLD.items() if told.startswith(start)), name
    if path == "id":
        return Fault.ID, path
    if "matching regex" not in words:
        return Fault.VALUE, path
    return Fault.TIME if TIME[:20] in words else Fault.REFERENCE, path


_TOLD: Final = {
    "of-another-type": Fault.ID,
    "before": Fault.BEFORE,
    "missing": Fault.MISSING,
    "one-of-two": Fault.ONE_OF_TWO,
}
"""What the types of objects say themselves."""


def id_of(body: bytes) -> str:
    """Return the id of an object that may be broken, as far as it can be read."""
    try:
        found = msgspec.json.decode(body)
        return str(found.get("id", ""))[:_LONGEST_NAMED] if isinstance(found, dict) else ""
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        at = _ID.search(body)
        return at[1].decode("utf-8", "replace") if at else ""
