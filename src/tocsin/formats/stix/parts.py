"""What objects of STIX 2.1 are made of: times, ids, references, and what all of them have in common (section 3).

Types carry the checks: a value that is decoded into them is one that the standard allows. Structs name the properties
that the standard names; whatever else an object holds is kept beside them by `tocsin.formats.stix.reading`.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

_UUID: Final = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_TYPE: Final = "(?!.{1,2}--)[a-z0-9]++(?:-[a-z0-9]++)*+"
"""Section 3.1. No two hyphens in a row, so that it is clear where a type ends in an id."""
_LONGEST: Final = 250 + len("--") + 36
ID: Final = rf"^{_TYPE}--{_UUID}\Z"
_LEAP: Final = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
_DAY: Final = (
    "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    f"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP})"
)
TIME: Final = rf"^(?!0000){_DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{{1,12}})?Z\Z"
"""Section 2.15: RFC 3339 in UTC. Fractions may be finer than a second to any digit that somebody measures."""


def to(*kinds: str) -> Meta:
    """Return the check of a reference to an object of one of some types."""
    return Meta(pattern=rf"^(?:{'|'.join(kinds)})--{_UUID}\Z")


def to_none_of(*kinds: str) -> Meta:
    """Return the check of a reference to an object of any type but some."""
    return Meta(pattern=rf"^(?!(?:{'|'.join(kinds)})--){_TYPE}--{_UUID}\Z", max_length=_LONGEST)


Id = Annotated[str, Meta(pattern=ID, max_length=_LONGEST)]
Time = Annotated[str, Meta(pattern=TIME)]
Score = Annotated[int, Meta(ge=0, le=100)]
"""Section 3.2, `confidence`."""
Text = Annotated[str, Meta(min_length=1)]
Names = tuple[str, ...]
Refs = tuple[Id, ...]
SomeRefs = Annotated[tuple[Id, ...], Meta(min_length=1)]
Hashes = dict[str, str]
IdentityRef = Annotated[str, to("identity")]
MarkingRefs = tuple[Annotated[str, to("marking-definition")], ...]
FileRef = Annotated[str, to("file")]
DirectoryRef = Annotated[str, to("directory")]
ArtifactRef = Annotated[str, to("artifact")]
AccountRef = Annotated[str, to("user-account")]


class Part(Struct, frozen=True, gc=False):
    """A piece of an object."""


class ExternalReference(Part, frozen=True):
    """Where something is described (section 2.5)."""

    source_name: Text
    external_id: str | UnsetType = UNSET
    url: str | UnsetType = UNSET
    description: str | UnsetType = UNSET
    hashes: Hashes | UnsetType = UNSET


class KillChainPhase(Part, frozen=True):
    """At what stage of an attack something is used (section 2.12)."""

    kill_chain_name: Text
    phase_name: Text


class GranularMarking(Part, frozen=True):
    """What binds some properties only (section 7.2.3)."""

    selectors: Annotated[Names, Meta(min_length=1)]
    marking_ref: Annotated[str, to("marking-definition")] | UnsetType = UNSET
    lang: str | UnsetType = UNSET


class Thing(Struct, frozen=True, kw_only=True, gc=False, tag_field="type"):
    """What all things of STIX have in common."""

    spec_version: Literal["2.1"] | UnsetType = UNSET
    id: Id

    def __post_init__(self) -> None:
        kind = self.__struct_config__.tag
        if kind and not self.id.startswith(f"{kind}--"):
            raise ValueError("id: of-another-type")


class Object(Thing, frozen=True, kw_only=True):
    """What objects of the domain, and relationships, have in common. Times are as `timestamp` writes them."""

    spec_version: Literal["2.1"]
    created: Time
    modified: Time
    created_by_ref: IdentityRef | UnsetType = UNSET
    revoked: bool | UnsetType = UNSET
    labels: Names | UnsetType = UNSET
    confidence: Score | UnsetType = UNSET
    lang: str | UnsetType = UNSET
    object_marking_refs: MarkingRefs | UnsetType = UNSET
    granular_markings: tuple[GranularMarking, ...] | UnsetType = UNSET
    extensions: dict[str, dict[str, Any]] | UnsetType = UNSET
    external_references: tuple[ExternalReference, ...] | UnsetType = UNSET

    def __post_init__(self) -> None:
        # Not `super()`: in a frozen struct of msgspec it costs as much as the check.
        Thing.__post_init__(self)
        in_order(self.created, self.modified, "modified")


def in_order(first: str | UnsetType, last: str | UnsetType, name: str, *, apart: bool = False) -> None:
    """Raise ValueError, with the later property's name, where times are not in order; `apart`: nor equal."""
    if first is UNSET or last is UNSET or first[:19] < last[:19] or (first == last and not apart):
        return
    earlier, later = _comparable(first), _comparable(last)
    if earlier > later or (apart and earlier == later):
        raise ValueError(f"{name}: before")


def _comparable(time: str) -> tuple[str, str]:
    whole, _, fraction = time.rstrip("Z").partition(".")
    return whole, fraction.rstrip("0")
