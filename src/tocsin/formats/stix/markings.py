"""Objects about objects: markings, translations, extensions (section 7)."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from msgspec import UNSET, Meta, UnsetType

from tocsin.formats.stix.parts import (
    ExternalReference,
    GranularMarking,
    Id,
    IdentityRef,
    MarkingRefs,
    Names,
    Object,
    Text,
    Thing,
    Time,
)
from tocsin.model.people import Tlp

TLP_EXTENSION: Final = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
TLP_2: Final = {
    Tlp.CLEAR: "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
    Tlp.GREEN: "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    Tlp.AMBER: "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    Tlp.AMBER_STRICT: "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
    Tlp.RED: "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
}
"""Ids of the labels of TLP 2.0, as OASIS publishes them in cti-stix-common-objects."""
TLP_IDS: Final = {identity: label for label, identity in TLP_2.items()} | {
    "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9": Tlp.CLEAR,
    "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da": Tlp.GREEN,
    "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82": Tlp.AMBER,
    "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed": Tlp.RED,
}
"""Labels by the ids of their marking definitions, those of TLP 1.0 too (STIX 2.1, section 7.2.1.4)."""


class MarkingDefinition(Thing, frozen=True, kw_only=True, tag="marking-definition"):
    """Who may do what with an object (section 7.2). What it means is told by its id, never by its name."""

    spec_version: Literal["2.1"]
    created: Time
    created_by_ref: IdentityRef | UnsetType = UNSET
    name: str | UnsetType = UNSET
    definition_type: str | UnsetType = UNSET
    definition: dict[str, Any] | UnsetType = UNSET
    object_marking_refs: MarkingRefs | UnsetType = UNSET
    granular_markings: tuple[GranularMarking, ...] | UnsetType = UNSET
    extensions: dict[str, dict[str, Any]] | UnsetType = UNSET
    external_references: tuple[ExternalReference, ...] | UnsetType = UNSET

    def __post_init__(self) -> None:
        Thing.__post_init__(self)
        if (self.definition_type is UNSET) != (self.definition is UNSET):
            raise ValueError("definition: missing")
        if self.definition is UNSET and self.extensions is UNSET:
            raise ValueError("definition: missing")


class LanguageContent(Object, frozen=True, kw_only=True, tag="language-content"):
    """An object's text in other languages (section 7.1)."""

    object_ref: Id
    object_modified: Time | UnsetType = UNSET
    contents: Annotated[dict[str, dict[str, Any]], Meta(min_length=1)]


class ExtensionDefinition(Object, frozen=True, kw_only=True, tag="extension-definition"):
    """What somebody has added to the standard (section 7.3)."""

    name: Text
    description: str | UnsetType = UNSET
    schema: Text
    version: Text
    extension_types: Annotated[Names, Meta(min_length=1)]
    extension_properties: Names | UnsetType = UNSET
