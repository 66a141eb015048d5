"""STIX 2.1 (OASIS Standard, 10 June 2021) as Tocsin writes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
from msgspec import UNSET

from tocsin.formats.stix.ids import identifier
from tocsin.formats.stix.markings import TLP_2, TLP_EXTENSION
from tocsin.formats.stix.parts import Thing
from tocsin.model.people import Tlp

_TLP_CREATED: Final = "2022-10-01T00:00:00.000Z"
Written = Thing | dict[str, Any]


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
        "object_marking_refs": (TLP_2[tlp],),
    }


def marking(tlp: Tlp) -> dict[str, Any]:
    """Return the marking definition of a label, as it is published."""
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": TLP_2[tlp],
        "created": _TLP_CREATED,
        "name": f"TLP:{tlp.value.upper()}",
        "extensions": {TLP_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": tlp.value}},
    }


def encode(objects: Sequence[Written]) -> tuple[str, bytes]:
    """Return (id, bytes) of the bundle of some objects: the same objects, the same bytes."""
    body = msgspec.json.encode(objects, order="deterministic")
    name = identifier("bundle", body.decode())
    raw = msgspec.json.encode({"type": "bundle", "id": name, "objects": msgspec.Raw(body)})
    return name, msgspec.json.format(raw, indent=1) + b"\n"
