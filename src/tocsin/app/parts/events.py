"""Events of MISP where they come in and go out: what is asked of them is asked of the objects of STIX that they are."""

from __future__ import annotations

from msgspec.structs import replace

from tocsin.formats import misp, stix
from tocsin.model.people import Tlp

Kept = tuple[tuple[str, int], ...]


def objects_of(content: bytes, tlp: Tlp | None) -> tuple[stix.Collection, Kept]:
    """Return the objects of a bundle of STIX or of events of MISP, and which types of attributes are only kept.

    `tlp`: the label of events that bear none. Raises InputError for what is neither.
    """
    if not misp.is_misp(content):
        return stix.read(content), ()
    found = misp.read(content, tlp)
    read = stix.read(found.bundle)
    refused = (*found.refused, *read.refused)
    named, more = refused[: stix.MOST_REFUSED], len(refused[stix.MOST_REFUSED :])
    return replace(read, refused=named, more=read.more + more), found.kept
