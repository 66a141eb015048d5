"""Events of MISP, read as objects of STIX 2.1 and written from them: a format beside STIX, under the same rules."""

from tocsin.formats.misp.feed import Entry, entries, hashes, manifest
from tocsin.formats.misp.labels import is_tlp, tags_of
from tocsin.formats.misp.reading import HOLDS_FOR, NOT_FOR_DETECTION, Read, read
from tocsin.formats.misp.shapes import LARGEST, is_misp
from tocsin.formats.misp.writing import Event, Written, write

__all__ = [
    "HOLDS_FOR", "LARGEST", "NOT_FOR_DETECTION", "Entry", "Event", "Read", "Written", "entries", "hashes", "is_misp",
    "is_tlp", "manifest", "read", "tags_of", "write",
]  # fmt: skip
