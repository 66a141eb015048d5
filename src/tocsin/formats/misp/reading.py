"""Events of MISP as objects of STIX 2.1: from there on the same rules hold as for whatever else comes.

An attribute that is for detection (`to_ids`) becomes an indicator with the same uuid. One that is not becomes an
indicator that is taken back, so that whoever knew it as one learns that; its label `misp:to_ids="False"` tells it from
one that was deleted. What has no place in STIX stays beside it in `x_misp`, so that nothing is lost on the way back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import msgspec
from msgspec import Struct

from tocsin.common.tlp import strictest
from tocsin.formats import stix
from tocsin.formats.misp import galaxies, labels, sightings
from tocsin.formats.misp.beside import ATTRIBUTE, EVENT, OBJECT, beside, fitting, reports
from tocsin.formats.misp.kinds import KINDS, LANGUAGES, language_and_pattern
from tocsin.formats.misp.shapes import events_in, is_set, later, listed, moment, seconds, text, uuid_of
from tocsin.formats.stix.faults import Fault, Refused
from tocsin.formats.stix.markings import TLP_2
from tocsin.model.people import Tlp

HOLDS_FOR: Final = timedelta(days=365)
"""How long an attribute without an end is held to be said, from the last time that it was."""
NOT_FOR_DETECTION: Final = 'misp:to_ids="False"'
_SERVERS_OWN: Final = frozenset({
    "id", "event_id", "object_id", "org_id", "orgc_id", "sharing_group_id", "attribute_count", "event_creator_email",
    "locked", "proposal_email_lock", "RelatedEvent", "RelatedAttribute", "ShadowAttribute", "Feed", "Org",
    "sighting_timestamp", "old_id", "event_uuid", "user_id", "warnings", "template_id", "to_ids", "uuid",
})  # fmt: skip
"""What means something on one server only, or is of others."""
_MAPPED: Final = _SERVERS_OWN | {
    "timestamp", "deleted", "Tag", "Galaxy", "Sighting", "comment", "distribution", "Attribute", "Object", "Orgc",
    "info", "date", "EventReport", "published", "type", "value",
}  # fmt: skip
"""What stands elsewhere in STIX, or beside it by another way."""
_FIRST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LABELS: Final = {ref: label for label, ref in TLP_2.items()}
Object = dict[str, Any]


class Read(Struct, frozen=True):
    """What became of events."""

    objects: tuple[Object, ...]
    """Of STIX 2.1, each event's grouping after what it groups."""
    events: int
    kept: tuple[tuple[str, int], ...]
    """Types of attributes that have no place in STIX, each with how many were kept as they are."""
    left_out: tuple[tuple[str, int], ...]
    """What is not for others or has no place here, by MISP's names of it, each with how many there were."""
    refused: tuple[Refused, ...]
    """Attributes that cannot be read."""

    @property
    def bodies(self) -> list[bytes]:
        """The objects, each as JSON."""
        return [msgspec.json.encode(one) for one in self.objects]

    @property
    def bundle(self) -> bytes:
        """All of them in one bundle."""
        return stix.encode(list(self.objects))[1]


def read(raw: bytes, said: Tlp | None = None) -> Read:
    """Return the objects of events, in whatever MISP writes them. Raises InputError for what is none.

    `said`: the label of an event that bears none; without anybody's word it has no marking, which is read as RED.
    """
    parts = [_Event(event, said) for event in events_in(raw)]
    objects = [one for part in parts for one in part.objects()]
    kept, left = (_counted(one) for one in ([part.kept for part in parts], [part.left for part in parts]))
    refused = tuple(one for part in parts for one in part.refused)
    return Read(tuple(objects), len(parts), kept, left, refused)


def _counted(several: list[Counter[str]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(sum(several, Counter[str]()).items()))


class _Event:
    """One event, while it is read."""

    def __init__(self, event: Object, said: Tlp | None) -> None:
        self.event, self.said = event, said
        self.uuid = uuid_of(event) or ""
        self.kept, self.left = Counter[str](), Counter[str]()
        self.refused: list[Refused] = []
        self.changed = seconds(event.get("timestamp")) or moment(event.get("date")) or _FIRST
        self.created = min(moment(event.get("date")) or self.changed, self.changed)
        self.label = labels.label(said, event)
        self.maker = self._identity(event.get("Orgc"), self.label)

    def objects(self) -> Iterator[Object]:
        """Yield all objects, what refers to others after these."""
        found: dict[str, Object] = {}
        for one in self._all():
            twin = found.get(one["id"], one)
            self.left["Attribute"] += twin != one and one["type"] in ("indicator", "x-misp-attribute")
            found[one["id"]] = one if twin == one else _joined(twin, one)
        if self.label:
            yield stix.marking(self.label)
        yield from found.values()
        yield self._grouping(list(found))

    def _all(self) -> Iterator[Object]:
        yield self.maker
        for attribute in listed(self.event, "Attribute"):
            yield from self._attribute(attribute)
        for one in listed(self.event, "Object"):
            yield from self._object(one)
        yield from galaxies.claims(self.event, self.maker, self._common(self.label, self.event), self.label)

    def _attribute(self, attribute: Object, *around: Object) -> Iterator[Object]:
        kind, value = text(attribute.get("type"), 100), attribute.get("value")
        value = str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value
        if not kind or not isinstance(value, str) or not value.strip():
            self.refused.append(Refused(len(self.refused), text(attribute.get("uuid"), 80), Fault.MISSING, "value"))
            return
        uuid = uuid_of(attribute, self.uuid, kind, value) or ""
        label = labels.label(self.said, self.event, *around, attribute)
        said = self._common(label, attribute, *around)
        self.left["Tag"] += len(labels.hidden_of(attribute, label))
        gone = is_set(attribute.get("deleted")) or any(is_set(one.get("deleted")) for one in around)
        one = self._carrier(uuid, kind, value, attribute, said, gone)
        yield one
        yield from self._sightings(attribute, one["id"], said, label)
        yield from galaxies.techniques(attribute, one, said, label)

    def _carrier(self, uuid: str, kind: str, value: str, attribute: Object, said: Object, gone: bool) -> Object:
        detects = is_set(attribute.get("to_ids"))
        rest = {
            **fitting(attribute, ATTRIBUTE, _MAPPED, self.left),
            "type": kind,
            "value": value,
            "to_ids": detects,
            **sightings.ends(attribute),
        }
        about = {**said, "x_misp": rest | ({"deleted": True} if gone else {}), **({"revoked": True} if gone else {})}
        comment = attribute.get("comment")
        if isinstance(comment, str) and comment:
            about["description"] = comment
        if kind not in KINDS and kind not in LANGUAGES:
            self.kept[kind] += 1
            if not detects:
                return {"type": "x-misp-attribute", "id": f"x-misp-attribute--{uuid}", **about}
        language, pattern = language_and_pattern(kind, value)
        begins, ends = self._holds(attribute)
        if not detects:
            about |= {"revoked": True, "labels": [*said.get("labels", ()), NOT_FOR_DETECTION]}
        if ends and ends > begins:
            about["valid_until"] = stix.timestamp(ends)
        return {
            "type": "indicator", "id": f"indicator--{uuid}", "name": value[:1_000], "pattern": pattern,
            "pattern_type": language, "valid_from": stix.timestamp(begins), **about,
        }  # fmt: skip

    def _holds(self, attribute: Object) -> tuple[datetime, datetime | None]:
        """From when and until when an attribute holds. To have been seen long ago does not end it."""
        told = seconds(attribute.get("timestamp")) or self.changed
        first, last = moment(attribute.get("first_seen")), moment(attribute.get("last_seen"))
        ends = [at for one in sightings.ends(attribute).get("Sighting", ()) if (at := seconds(one["date_sighting"]))]
        begins = first or told
        if ends:
            return min(begins, max(ends) - timedelta(seconds=1)), max(ends)
        return begins, later(max(told, last or told), HOLDS_FOR) if first else None

    def _sightings(self, attribute: Object, ref: str, said: Object, label: Tlp | None) -> Iterator[Object]:
        for one in listed(attribute, "Sighting"):
            who = self._identity(one["Organisation"], label) if isinstance(one.get("Organisation"), dict) else None
            if who:
                yield who
            yield from sightings.said_of(one, ref, said, who["id"] if who else "", self.changed)

    def _object(self, one: Object) -> Iterator[Object]:
        """An object of MISP: each of its attributes by itself, as MISP detects them, and what holds them together."""
        uuid = uuid_of(one, self.uuid, text(one.get("name")), str(one.get("comment")))
        held: dict[str, str] = {}
        for attribute in listed(one, "Attribute"):
            for made in self._attribute(attribute, one):
                if made["type"] in ("indicator", "x-misp-attribute"):
                    held[made["id"]] = text(attribute.get("object_relation"), 200)
                yield made
        gone = {"revoked": True} if is_set(one.get("deleted")) else {}
        rest = fitting(one, OBJECT, _MAPPED, self.left)
        yield {
            "type": "x-misp-object", "id": f"x-misp-object--{uuid}", **gone,
            **self._common(labels.label(self.said, self.event, one), one), "object_refs": list(held),
            "x_misp": {**rest, "relations": held, "comment": text(one.get("comment"))},
        }  # fmt: skip

    def _common(self, label: Tlp | None, thing: Object, *around: Object) -> Object:
        """What all objects of an event have in common.

        The label and whether it is deleted hang on all that is around a thing: it changes with each of them.
        """
        changed = max(self.changed, *(seconds(one.get("timestamp")) or self.changed for one in (thing, *around)))
        tags = list(labels.told_of(thing, label))
        return {
            "spec_version": "2.1",
            "created": stix.timestamp(min(self.created, changed)),
            "modified": stix.timestamp(changed),
            "created_by_ref": self.maker["id"],
            **({"labels": tags} if tags else {}),
            **({"object_marking_refs": [TLP_2[label]]} if label else {}),
        }

    def _identity(self, organisation: Any, label: Tlp | None) -> Object:
        """Who says it. The id says all that the object says: one that is renamed is another object."""
        name = text(organisation.get("name"), 1_000) if isinstance(organisation, dict) else ""
        uuid = uuid_of(organisation) or ""
        made = stix.identifier("identity", uuid, name, label.value if label else "")
        return {
            "type": "identity", "spec_version": "2.1", "id": made, "created": stix.timestamp(_FIRST),
            "modified": stix.timestamp(_FIRST), "name": name or "An organisation that is not named",
            "identity_class": "organization", **({"object_marking_refs": [TLP_2[label]]} if label else {}),
            **({"x_misp": {"uuid": uuid}} if uuid else {}),
        }  # fmt: skip

    def _grouping(self, refs: list[str]) -> Object:
        told, closed = reports(self.event, self.said, self.label)
        rest = fitting(self.event, EVENT, _MAPPED, self.left)
        self.left.update({"EventReport": closed, "Tag": len(labels.hidden_of(self.event, self.label))})
        rest |= beside({"x_misp": {"EventReport": told} if told else {}}, EVENT, self.left)
        return {
            "type": "grouping", "id": f"grouping--{self.uuid}", **self._common(self.label, self.event),
            "name": text(self.event.get("info")) or "-", "context": "suspicious-activity", "object_refs": refs,
            "x_misp": {**rest, "published": is_set(self.event.get("published"))},
        }  # fmt: skip


def _joined(one: Object, other: Object) -> Object:
    """Of two that bear one id: taken back where one of them is, and under the stricter label."""
    base = other if other.get("revoked") and not one.get("revoked") else one
    made = {**base, "modified": max(one["modified"], other["modified"])}
    marked = [_LABELS.get(ref) for thing in (one, other) for ref in thing.get("object_marking_refs", [""])]
    known = [label for label in marked if label]
    made.pop("object_marking_refs", None)
    return made | ({"object_marking_refs": [TLP_2[strictest(known)]]} if len(known) == len(marked) else {})
