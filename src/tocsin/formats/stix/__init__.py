"""STIX 2.1 (OASIS Standard, 10 June 2021): what it knows, how it is read, and how Tocsin writes it."""

from tocsin.formats.stix.domain import (
    AttackPattern,
    Grouping,
    Identity,
    Indicator,
    Relationship,
)
from tocsin.formats.stix.faults import Fault, Refused
from tocsin.formats.stix.ids import identifier, observable_id
from tocsin.formats.stix.markings import TLP_IDS
from tocsin.formats.stix.parts import ExternalReference, Object, Thing
from tocsin.formats.stix.reading import LIMITS, Collection, Custom, Kept, Limits, known_properties, read, write
from tocsin.formats.stix.writing import address_of, common, encode, marking, quoted, timestamp

__all__ = [
    "LIMITS",
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
    "Refused",
    "Relationship",
    "Thing",
    "address_of",
    "common",
    "encode",
    "identifier",
    "known_properties",
    "marking",
    "observable_id",
    "quoted",
    "read",
    "timestamp",
    "write",
]
