"""Sightings of MISP: that an attribute was seen (type 0), that it is a false positive (1), that it has an end (2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from tocsin.formats import stix
from tocsin.formats.misp.shapes import listed, seconds, text, uuid_of

SEEN: Final = "0"
FALSE: Final = "1"
ENDS: Final = "2"
Object = dict[str, Any]


def said_of(one: Object, ref: str, said: Object, who: str, otherwise: datetime) -> Iterator[Object]:
    """Yield what a sighting says of an indicator: a sighting of STIX, or an opinion that it is none.

    `said`: what the indicator's objects have in common. `who`: the id of who saw it, or empty. `otherwise`: when, for
    one that does not say.
    """
    kind = str(one.get("type", SEEN))
    at = seconds(one.get("date_sighting")) or otherwise
    when = stix.timestamp(at)
    uuid = uuid_of(one, ref, kind, str(at))
    bare = {name: value for name, value in said.items() if name not in ("created_by_ref", "labels")}
    common = {**bare, "created": when, "modified": max(when, said["modified"])}  # its label is that of the indicator
    if kind == SEEN:
        made = {"type": "sighting", "id": f"sighting--{uuid}", "sighting_of_ref": ref, "count": 1, **common}
        source = text(one.get("source"))
        yield {
            **made, "first_seen": when, "last_seen": when, **({"where_sighted_refs": [who]} if who else {}),
            **({"description": source} if source else {}),
        }  # fmt: skip
    elif kind == FALSE:
        yield {
            "type": "opinion", "id": f"opinion--{uuid}", "opinion": "strongly-disagree", "object_refs": [ref],
            "explanation": "A false positive, by a sighting in MISP.", **common,
            **({"created_by_ref": who} if who else {}),
        }  # fmt: skip


def ends(attribute: Object) -> Object:
    """Return the sightings that say until when an attribute holds, as they are kept beside it."""
    found = [
        {"uuid": uuid_of(one, str(attribute.get("uuid")), ENDS, str(at)), "type": ENDS,
         "date_sighting": str(int(at.timestamp()))}
        for one in listed(attribute, "Sighting")
        if str(one.get("type")) == ENDS and (at := seconds(one.get("date_sighting")))
    ]  # fmt: skip
    return {"Sighting": found} if found else {}
