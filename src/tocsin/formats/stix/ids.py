"""Ids that say what a thing is: UUIDv5, so that the same thing has the same id wherever it is met (section 2.9)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID, uuid5

from tocsin.formats.stix.observables import IDENTIFYING

_OURS: Final = UUID("6f9b52a5-6c9b-4f0e-9b0b-0d6a3a1c7e42")
"""Random, and Tocsin's for good."""
_OBSERVED: Final = UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")
"""The standard's own, for observables only."""
_HASHES: Final = ("MD5", "SHA-1", "SHA-256", "SHA-512")
"""One hash stands for a file: the first of these that is known, else the first at all (section 2.9)."""
_LARGEST_PLAIN: Final = 1e21
_SMALLEST_PLAIN: Final = 1e-6
"""Between these, JSON's canonical form writes numbers without an exponent (ECMAScript, Number::toString)."""


def identifier(kind: str, *parts: str) -> str:
    """Return the id of an object of the domain, of a kind, that is told apart by `parts`."""
    return f"{kind}--{uuid5(_OURS, json.dumps([kind, *parts]))}"


def observable_id(kind: str, properties: Mapping[str, Any]) -> str | None:
    """Return the id of an observable; None where nothing of it says which one it is: its id has to be random then."""
    known = {name: properties[name] for name in IDENTIFYING.get(kind, ()) if name in properties}
    if hashes := known.pop("hashes", None):
        first = next((name for name in _HASHES if name in hashes), next(iter(hashes)))
        known["hashes"] = {first: hashes[first]}
    return f"{kind}--{uuid5(_OBSERVED, canonical(known))}" if known else None


def canonical(value: Any) -> str:
    """Return the canonical JSON of a value (RFC 8785): the same value, the same text."""
    if isinstance(value, Mapping):
        # By UTF-16 code units, which is not the order of code points beyond U+FFFF.
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{canonical(name)}:{canonical(value[name])}" for name in names) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(canonical, value)) + "]"
    return _number(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < _LARGEST_PLAIN:
        return str(int(value))
    if _SMALLEST_PLAIN <= abs(value) < _LARGEST_PLAIN:
        text = repr(value)
        return text if "e" not in text else f"{value:.{-int(text.partition('e')[2]) + len(text)}f}".rstrip("0")
    mantissa, _, exponent = repr(value).partition("e")
    return f"{mantissa.removesuffix('.0')}e{'+' if int(exponent) > 0 else ''}{int(exponent)}"
