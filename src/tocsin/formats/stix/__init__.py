"""STIX 2.1 (OASIS Standard, 10 June 2021): what it knows, how it is read, and how Tocsin writes it."""

from tocsin.formats.stix.domain import (
    AttackPattern,
    Grouping,
    Identity,
    Indicator,
    Opinion,
    Relationship,
    Sighting,
)
from tocsin.formats.stix.faults import Fault, Refused, RefusedError, id_of
from tocsin.formats.stix.ids import identifier, observable_id
from tocsin.formats.stix.markings import TLP_IDS
from tocsin.formats.stix.parts import ExternalReference, Object, Thing
from tocsin.formats.stix.reading import (
    LIMITS,
    MOST_REFUSED,
    Collection,
    Custom,
    Kept,
    Limits,
    known_properties,
    read,
    read_one,
    write,
)
from tocsin.formats.stix.shapes import apart, crowded
from tocsin.formats.stix.versions import canonical, is_revoked, label_of, revoked, version_of
from tocsin.formats.stix.writing import address_of, common, encode, marking, quoted, timestamp

__all__ = [
    "LIMITS",
    "MOST_REFUSED",
    "TLP_IDS",
    "AttackPattern",
    "Collection",
    "Custom",
    "ExternalReference",
    "Fault",
    "Grouping",
    "Identity",
    "Indicator",
    "Kept",
    "Limits",
    "Object",
    "Opinion",
    "Refused",
    "RefusedError",
    "Relationship",
    "Sighting",
    "Thing",
    "address_of",
    "apart",
    "canonical",
    "common",
    "crowded",
    "encode",
    "id_of",
    "identifier",
    "is_revoked",
    "known_properties",
    "label_of",
    "marking",
    "observable_id",
    "quoted",
    "read",
    "read_one",
    "revoked",
    "timestamp",
    "version_of",
    "write",
]
