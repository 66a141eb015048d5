"""STIX 2.1 as others write it: bundles, envelopes of TAXII, single objects, one object a line.

Each object is read by itself. What is broken, too large or too deep is left out and named, and the others are read;
what is of a type, or has properties, that the standard does not know is kept as it is. Of a property that an object
holds twice the last one counts, and only that is kept and handed on: no reader after us sees another object than we.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any, Final

import msgspec
from msgspec import UNSET, Struct, UnsetType

from tocsin.formats.stix import domain, markings, observables
from tocsin.formats.stix.faults import Fault, Refused, RefusedError, fault_of, id_of
from tocsin.formats.stix.parts import GranularMarking, IdentityRef, MarkingRefs, Thing, Time, in_order
from tocsin.formats.stix.shapes import apart, depth
from tocsin.model.error import InputError
from tocsin.model.sentence import say

MOST_REFUSED: Final = 1_000
"""Objects that are named as refused; more are counted."""


class Limits(Struct, frozen=True):
    """How much is read at once."""

    size: int = 256 << 20
    """Bytes."""
    objects: int = 500_000
    object_size: int = 8 << 20
    """Bytes of one object."""
    depth: int = 64
    """Lists and mappings within one another in one object."""


LIMITS: Final = Limits()


class Custom(Thing, frozen=True, kw_only=True, tag=False):
    """An object of a type that the standard does not know: of an extension, or of a newer version."""

    type: str
    created: Time | UnsetType = UNSET
    modified: Time | UnsetType = UNSET
    created_by_ref: IdentityRef | UnsetType = UNSET
    object_marking_refs: MarkingRefs | UnsetType = UNSET
    granular_markings: tuple[GranularMarking, ...] | UnsetType = UNSET

    def __post_init__(self) -> None:
        if not self.id.startswith(f"{self.type}--"):
            raise ValueError("id: of-another-type")
        in_order(self.created, self.modified, "modified")


class Kept(Struct, frozen=True, gc=False):
    """An object: what the standard knows of it, and all of it."""

    known: Thing
    body: bytes
    """Its JSON, in UTF-8, its properties in the order in which they came."""

    @property
    def properties(self) -> dict[str, Any]:
        """All of it, made anew at each call."""
        found: dict[str, Any] = msgspec.json.decode(self.body)
        return found

    def changed(self, **properties: Any) -> Kept:
        """Return it with other values of some properties, and all else as it is. Raises InputError where it breaks."""
        body = msgspec.json.encode({**self.properties, **properties})
        try:
            return Kept(_typed(body), body)
        except msgspec.MsgspecError as error:
            fault, path = fault_of(error)
            raise InputError(
                say("this would be no object of STIX 2.1: %(fault)s at %(path)s", fault=fault.value, path=path),
                say("Give what the standard asks for."),
            ) from error


def known_properties(one: Thing) -> dict[str, Any]:
    """Return what the standard knows of an object, as JSON has it. Pieces of it may hold more, which `Kept` keeps."""
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(one))
    return found


class Collection(Struct, frozen=True):
    """What was read."""

    objects: tuple[Kept, ...]
    """In the order in which they came."""
    refused: tuple[Refused, ...] = ()
    """The first `MOST_REFUSED`."""
    more: int = 0
    """How many others were refused."""
    around: dict[str, Any] | None = None
    """The bundle's or envelope's own properties, where there was one."""


def _types(*modules: Any) -> Iterator[type[Thing]]:
    for module in modules:
        for one in vars(module).values():
            if isinstance(one, type) and issubclass(one, Thing) and one.__struct_config__.tag != one.__name__:
                yield one


TYPES: Final = {str(one.__struct_config__.tag): one for one in _types(domain, observables, markings)}
"""The types of the standard."""
_KNOWN: Final = msgspec.json.Decoder(reduce(or_, TYPES.values()))
_CUSTOM: Final = msgspec.json.Decoder(Custom)
_ANY: Final = msgspec.json.Decoder()


def read(raw: bytes, limits: Limits = LIMITS) -> Collection:
    """Return the objects of a bundle, an envelope, a list, a single object, or lines of objects.

    Raises InputError for what is none of these, or is too large.
    """
    if len(raw) > limits.size:
        raise InputError(
            say("this is larger than %(size)s MB", size=limits.size >> 20), say("Cut it into smaller ones.")
        )
    around, found = apart(raw.removeprefix(b"\xef\xbb\xbf").strip())
    if len(found) > limits.objects:
        raise InputError(
            say("there are more than %(count)s objects in this", count=limits.objects), say("Cut it into smaller ones.")
        )
    return _Reading(limits).of(found, around)


def write(collection: Collection) -> bytes:
    """Return the objects as they came, in the bundle or envelope in which they came, else one a line."""
    if collection.around is None:
        return b"".join(one.body + b"\n" for one in collection.objects)
    body = b"[" + b",".join(one.body for one in collection.objects) + b"]"
    return msgspec.json.encode({**collection.around, "objects": msgspec.Raw(body)}) + b"\n"


class _Reading:
    """Objects, while they are read."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def of(self, found: Iterable[msgspec.Raw], around: dict[str, Any] | None) -> Collection:
        kept: list[Kept] = []
        refused: list[Refused] = []
        for place, raw in enumerate(found):
            body = bytes(raw)
            try:
                kept.append(read_one(body, self.limits))
            except RefusedError as error:
                refused.append(Refused(place, id_of(body), error.fault, error.path))
        return Collection(tuple(kept), tuple(refused[:MOST_REFUSED]), len(refused[MOST_REFUSED:]), around)


def read_one(body: bytes, limits: Limits = LIMITS) -> Kept:
    """Return a single object. Raises RefusedError for what is none, or is beyond the limits."""
    if len(body) > limits.object_size:
        raise RefusedError(Fault.TOO_LARGE)
    if body.count(b"[") + body.count(b"{") > limits.depth and depth(body) > limits.depth:
        raise RefusedError(Fault.TOO_DEEP)
    try:
        body = msgspec.json.encode(_ANY.decode(body))
        return Kept(_typed(body), body)
    except RecursionError:
        raise RefusedError(Fault.TOO_DEEP) from None
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise RefusedError(*fault_of(error)) from error


def _typed(body: bytes) -> Thing:
    try:
        return _KNOWN.decode(body)
    except msgspec.ValidationError as error:
        if not str(error).startswith("Invalid value") or not str(error).endswith("`$.type`"):
            raise
    return _CUSTOM.decode(body)
