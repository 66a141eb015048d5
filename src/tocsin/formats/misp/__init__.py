"""Events of MISP, read as objects of STIX 2.1 and written from them: a format beside STIX, under the same rules."""

from tocsin.formats.misp.reading import HOLDS_FOR, NOT_FOR_DETECTION, Read, read
from tocsin.formats.misp.shapes import LARGEST, is_misp
from tocsin.formats.misp.writing import Event, Written, write

__all__ = ["HOLDS_FOR", "LARGEST", "NOT_FOR_DETECTION", "Event", "Read", "Written", "is_misp", "read", "write"]
