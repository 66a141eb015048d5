"""Attack Flow 2.0: a chain of an attack as STIX 2.1 objects of an extension.

Objects, their required properties and what may refer to what: the language reference of Attack Flow,
https://center-for-threat-informed-defense.github.io/attack-flow/language/. Ids are UUIDv5 of what an object is, as in
`tocsin.formats.stix`, so that the same chain is the same document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from msgspec import UNSET, Struct, UnsetType

from tocsin.formats import stix
from tocsin.model.people import Tlp

EXTENSION: Final = "extension-definition--fb9c968a-745b-4ade-9b25-c324172197f4"
"""As its authors publish it."""
_AUTHORS: Final = "identity--d673f8cb-c168-42da-8ed4-0cb26725f86c"
_PUBLISHED: Final = "2022-08-02T19:34:35.143Z"
_SCHEMA: Final = "https://center-for-threat-informed-defense.github.io/attack-flow/stix/attack-flow-schema-2.0.0.json"
_EXTENSIONS: Final = {EXTENSION: {"extension_type": "new-sdo"}}


class FlowObject(stix.Object, frozen=True, kw_only=True):
    """What the objects of the extension have in common."""

    extensions: dict[str, dict[str, str]]
    external_references: tuple[stix.ExternalReference, ...] | UnsetType = UNSET


class AttackFlow(FlowObject, frozen=True, kw_only=True, tag="attack-flow"):
    """The chain as a whole: one in each document."""

    name: str
    description: str
    scope: str
    start_refs: tuple[str, ...]


class AttackAction(FlowObject, frozen=True, kw_only=True, tag="attack-action"):
    """Something that the attacker did."""

    name: str
    description: str
    technique_id: str | UnsetType = UNSET
    execution_start: str | UnsetType = UNSET
    effect_refs: tuple[str, ...] | UnsetType = UNSET


class AttackCondition(FlowObject, frozen=True, kw_only=True, tag="attack-condition"):
    """Something that had to be so for the chain to go on: it was not, or it is not known."""

    description: str
    on_true_refs: tuple[str, ...] | UnsetType = UNSET


class Node(Struct, frozen=True):
    """One step of a chain."""

    id: str
    """Told apart within the chain."""
    name: str
    description: str
    is_action: bool
    """False for a condition."""
    technique: str = ""
    """An ATT&CK id."""
    at: datetime | None = None
    after: str = ""
    """`id` of the step before it; "" where the chain begins."""
    d3fend: tuple[str, ...] = ()


def write(name: str, description: str, nodes: Sequence[Node], at: datetime, tlp: Tlp) -> bytes:
    """Return a document of one chain, as it is known at a time. The same chain gives the same bytes."""
    common = stix.common(at, at, tlp)
    ids = {node.id: _id(name, node) for node in nodes}
    made = [_object(node, nodes, ids, common) for node in nodes]
    flow = AttackFlow(
        id=stix.identifier("attack-flow", name, *ids.values()), name=name, description=description, scope="incident",
        start_refs=tuple(ids[node.id] for node in nodes if not node.after), extensions=_EXTENSIONS, **common,
    )  # fmt: skip
    _, raw = stix.encode([*_published(), stix.marking(tlp), flow, *made])
    return raw


def _id(name: str, node: Node) -> str:
    return stix.identifier("attack-action" if node.is_action else "attack-condition", name, node.id)


def _object(node: Node, nodes: Sequence[Node], ids: Mapping[str, str], common: Mapping[str, Any]) -> FlowObject:
    following = tuple(ids[one.id] for one in nodes if one.after == node.id) or UNSET
    references = tuple(
        stix.ExternalReference("d3fend", one, f"https://d3fend.mitre.org/technique/d3f:{one}/") for one in node.d3fend
    )
    given = {**common, "id": ids[node.id], "extensions": _EXTENSIONS, "external_references": references or UNSET}
    if not node.is_action:
        return AttackCondition(description=f"{node.name}: {node.description}", on_true_refs=following, **given)
    return AttackAction(
        name=node.name, description=node.description, technique_id=node.technique or UNSET,
        execution_start=stix.timestamp(node.at) if node.at else UNSET, effect_refs=following, **given,
    )  # fmt: skip


def _published() -> list[dict[str, Any]]:
    """The definition of the extension and who publishes it, which a document brings with it."""
    times = {"spec_version": "2.1", "created": _PUBLISHED, "modified": _PUBLISHED, "created_by_ref": _AUTHORS}
    return [
        {
            "type": "extension-definition", "id": EXTENSION, **times, "name": "Attack Flow", "schema": _SCHEMA,
            "version": "2.0.0", "extension_types": ["new-sdo"],
        },
        {
            "type": "identity", "id": _AUTHORS, **times, "name": "MITRE Center for Threat-Informed Defense",
            "identity_class": "organization",
        },
    ]  # fmt: skip
