"""STIX 2.1 (OASIS Standard, 10 June 2021) as it is written: the few objects that Tocsin hands on.

Ids are UUIDv5 of what an object is, under a namespace of our own, so that the same thing has the same id and a newer
bundle replaces an older one (section 2.9 allows it for these objects, and keeps its own namespace for others). Labels
of TLP 2.0 are the marking definitions that OASIS publishes in cti-stix-common-objects.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID, uuid5

import msgspec
from msgspec import UNSET, Struct, UnsetType

from tocsin.model.people import Tlp

_NAMESPACE: Final = UUID("6f9b52a5-6c9b-4f0e-9b0b-0d6a3a1c7e42")
"""Random, and Tocsin's for good."""
_TLP_EXTENSION: Final = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
_TLP: Final = {
    Tlp.CLEAR: "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
    Tlp.GREEN: "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    Tlp.AMBER: "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    Tlp.AMBER_STRICT: "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
    Tlp.RED: "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
}
TLP_IDS: Final = {identity: label for label, identity in _TLP.items()} | {
    "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9": Tlp.CLEAR,
    "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da": Tlp.GREEN,
    "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82": Tlp.AMBER,
    "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed": Tlp.RED,
}
"""Labels by the ids of their marking definitions, those of TLP 1.0 too (STIX 2.1, section 7.2.1.4)."""
_TLP_CREATED: Final = "2022-10-01T00:00:00.000Z"


class Object(Struct, frozen=True, kw_only=True, tag_field="type"):
    """What all objects have in common. Times are as `timestamp` writes them."""

    spec_version: str
    id: str
    created: str
    modified: str
    created_by_ref: str | UnsetType = UNSET
    labels: tuple[str, ...] | UnsetType = UNSET
    object_marking_refs: tuple[str, ...]


class Identity(Object, frozen=True, kw_only=True, tag="identity"):
    """Who says it (section 4.5)."""

    name: str
    identity_class: str


class ExternalReference(Struct, frozen=True):
    """Where something is described (section 2.5)."""

    source_name: str
    external_id: str
    url: str


class AttackPattern(Object, frozen=True, kw_only=True, tag="attack-pattern"):
    """A technique (section 4.1); its name is its id in ATT&CK."""

    name: str
    external_references: tuple[ExternalReference, ...]


class Indicator(Object, frozen=True, kw_only=True, tag="indicator"):
    """What is to be looked for (section 4.7)."""

    name: str
    description: str
    indicator_types: tuple[str, ...]
    pattern: str
    pattern_type: str
    valid_from: str
    valid_until: str


class Relationship(Object, frozen=True, kw_only=True, tag="relationship"):
    """What one object says of another (section 5.1)."""

    relationship_type: str
    source_ref: str
    target_ref: str


class Grouping(Object, frozen=True, kw_only=True, tag="grouping"):
    """Objects that belong together (section 4.4)."""

    name: str
    context: str
    object_refs: tuple[str, ...]


Written = Object | dict[str, Any]


def identifier(kind: str, *parts: str) -> str:
    """Return the id of an object of a kind that is told apart by `parts`."""
    return f"{kind}--{uuid5(_NAMESPACE, json.dumps([kind, *parts]))}"


def timestamp(when: datetime) -> str:
    """Return a time in UTC to the millisecond, which is as exact as `created` and `modified` have to be."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def quoted(text: str) -> str:
    """Return a text as a constant of a pattern (section 9.4)."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def address_of(technique: str) -> str:
    """Return where ATT&CK describes a technique."""
    return f"https://attack.mitre.org/techniques/{technique.replace('.', '/')}"


def common(created: datetime, modified: datetime, tlp: Tlp, labels: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the properties that all objects of one bundle share."""
    return {
        "spec_version": "2.1",
        "created": timestamp(created),
        "modified": timestamp(modified),
        "labels": labels or UNSET,
        "object_marking_refs": (_TLP[tlp],),
    }


def marking(tlp: Tlp) -> dict[str, Any]:
    """Return the marking definition of a label, as it is published."""
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": _TLP[tlp],
        "created": _TLP_CREATED,
        "name": f"TLP:{tlp.value.upper()}",
        "extensions": {_TLP_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": tlp.value}},
    }


def encode(objects: Sequence[Written]) -> tuple[str, bytes]:
    """Return (id, bytes) of the bundle of some objects: the same objects, the same bytes."""
    body = msgspec.json.encode(objects, order="deterministic")
    name = identifier("bundle", body.decode())
    raw = msgspec.json.encode({"type": "bundle", "id": name, "objects": msgspec.Raw(body)})
    return name, msgspec.json.format(raw, indent=1) + b"\n"
