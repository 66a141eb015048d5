"""Objects of STIX 2.1 as events of MISP. Ids are kept: whoever gets them once more updates what they have.

A grouping or a report is an event, an indicator an attribute with the same uuid. A pattern that asks for one thing to
equal one text becomes an attribute of its type; any other stands as it is, in an attribute of the type
`stix2-pattern`. What is taken back is deleted. What MISP has no place for is left out and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec
from msgspec import Struct

from tocsin.common.tlp import strictest
from tocsin.formats.misp import labels
from tocsin.formats.misp.beside import ATTRIBUTE, EVENT, MAKER, OBJECT, beside
from tocsin.formats.misp.galaxies import tag_of_actor, tag_of_technique
from tocsin.formats.misp.kinds import category_of, kind_and_value, language_and_pattern
from tocsin.formats.misp.reading import NOT_FOR_DETECTION, Object
from tocsin.formats.misp.shapes import derived, moment
from tocsin.formats.stix import Kept, label_of, quoted, version_of
from tocsin.model.people import Tlp

_GROUPS: Final = ("grouping", "report")
_CARRIERS: Final = ("indicator", "x-misp-attribute")
_ACTORS: Final = ("threat-actor", "intrusion-set")
_AROUND: Final = ("marking-definition", "identity", *_GROUPS, "incident")
"""What says something about an event as a whole, or only to STIX."""
_PLAIN: Final = ("ipv4-addr", "ipv6-addr", "domain-name", "url", "email-addr")
_DISAGREE: Final = ("disagree", "strongly-disagree")
_LOOSE: Final = "Indicators that belong to no group"


class Event(Struct, frozen=True):
    """An event, ready to be written."""

    uuid: str
    tlp: Tlp
    content: Object
    """As JSON: a mapping with the key `Event`."""
    objects: tuple[str, ...]
    """Ids of the objects of STIX that are in it."""

    @property
    def body(self) -> bytes:
        """Its JSON: the same event, the same bytes."""
        return msgspec.json.format(msgspec.json.encode(self.content, order="deterministic"), indent=1) + b"\n"


class Written(Struct, frozen=True):
    """What became of objects."""

    events: tuple[Event, ...]
    left_out: tuple[tuple[str, int], ...]
    """Types of objects that have no place in an event, each with how many there were."""


def write(objects: Iterable[Kept], *, published: bool = False) -> Written:
    """Return the events of objects, of which the newest versions count.

    `published`: they are given to others, and say so.
    """
    return _Writing(objects, published).written()


class _Given(Struct, frozen=True):
    """One object."""

    known: Object
    tlp: Tlp

    @property
    def id(self) -> str:
        return str(self.known["id"])

    @property
    def kind(self) -> str:
        return str(self.known["type"])


class _Writing:
    """Objects, while their events are made."""

    def __init__(self, objects: Iterable[Kept], published: bool) -> None:
        self.published = published
        given = [_Given(kept.properties, label_of(kept.known)) for _, kept in _newest(objects)]
        self.given = {one.id: one for one in given if _fits(one.known)}
        self.left = Counter(one.kind for one in given if one.id not in self.given)
        self.used: set[str] = set()
        self.about: dict[str, list[_Given]] = {}
        for one in self.given.values():
            for ref in () if one.known.get("revoked") else _refs_of(one.known):
                self.about.setdefault(ref, []).append(one)

    def written(self) -> Written:
        groups = [one for one in self.given.values() if one.kind in _GROUPS and not one.known.get("revoked")]
        events = [self._of_group(one) for one in groups]
        events += [self._event(*rest) for rest in self._loose()]
        self.left.update(one.kind for one in self.given.values() if one.id not in self.used and one.kind not in _AROUND)
        return Written(tuple(events), tuple(sorted(self.left.items())))

    def _of_group(self, group: _Given) -> Event:
        refs = [self.given[ref] for ref in group.known.get("object_refs", ()) if ref in self.given]
        return self._event(_uuid(group.id), group, refs)

    def _loose(self) -> Iterator[tuple[str, _Given, list[_Given]]]:
        """What is in no group: by its maker and its label, so that nothing is stricter or less strict for it."""
        found: dict[tuple[str, str], list[_Given]] = {}
        for one in self.given.values():
            if one.kind in (*_CARRIERS, "x-misp-object") and one.id not in self.used:
                found.setdefault((str(one.known.get("created_by_ref", "")), one.tlp.value), []).append(one)
        for (maker, label), several in sorted(found.items()):
            first = min(several, key=lambda one: str(one.known["created"]))
            around = {"type": "grouping", "id": "", "name": _LOOSE, "created_by_ref": maker,
                      "created": first.known["created"], "modified": first.known["modified"]}  # fmt: skip
            yield derived("loose", maker, label), _Given(around, several[0].tlp), several

    def _event(self, uuid: str, group: _Given, members: list[_Given]) -> Event:
        actors = [one for one in members if one.kind in _ACTORS and not one.known.get("revoked")]
        tlp = strictest([group.tlp, *(one.tlp for one in actors)])
        making = _Attributes(self, uuid, tlp)
        inside = making.objects(members)
        attributes = [made for one in members for made in making.of(one)]
        tags = [*_labels(group.known), *(tag_of_actor(one.known) for one in actors)]
        content = {
            **beside(group.known, EVENT, self.left), "uuid": uuid, "info": group.known.get("name") or "-",
            "date": str(group.known["created"])[:10], "published": self.published, "Orgc": self._maker(group),
            "timestamp": str(max([_seconds(group.known["modified"]), *making.times])),
            "distribution": str(labels.DISTRIBUTION[tlp]), "Attribute": attributes, "Object": inside,
            "Tag": [labels.tag(tlp), *_tags(tags)],
        }  # fmt: skip
        content.setdefault("threat_level_id", "4")
        content.setdefault("analysis", "0")
        self.used |= making.used | {one.id for one in actors} | self._claims(actors)
        return Event(uuid, tlp, {"Event": content}, tuple(sorted({group.id, *making.used} - {""})))

    def _claims(self, actors: list[_Given]) -> set[str]:
        """Relationships that the tag of an actor stands for."""
        related = (one for actor in actors for one in self.about.get(actor.id, ()))
        return {one.id for one in related if one.known.get("relationship_type") == "attributed-to"}

    def _maker(self, group: _Given) -> Object:
        ref = str(group.known.get("created_by_ref", ""))
        maker = self.given.get(ref)
        # A name that is stricter than the event is not told in it.
        is_told = maker is not None and strictest([maker.tlp, group.tlp]) is group.tlp
        uuid = (
            (beside(maker.known, MAKER).get("uuid") if maker and is_told else None) or _uuid(ref) or derived("nobody")
        )
        return {"uuid": uuid, "name": maker.known["name"] if maker and is_told else "An organisation that is not named"}


class _Attributes:
    """The attributes and objects of one event, while they are made."""

    def __init__(self, writing: _Writing, uuid: str, tlp: Tlp) -> None:
        self.writing, self.uuid, self.tlp = writing, uuid, tlp
        self.used: set[str] = set()
        self.times: list[int] = []

    def objects(self, members: list[_Given]) -> list[Object]:
        """Return objects of MISP, each with its attributes, which then stand nowhere else."""
        return [self._object(one) for one in members if one.kind == "x-misp-object" and self._is_new(one)]

    def of(self, one: _Given, relation: str = "") -> Iterator[Object]:
        """Yield the attributes that an object of STIX becomes."""
        if one.kind not in (*_CARRIERS, "file", *_PLAIN) or not self._is_new(one):
            return
        if one.kind in _CARRIERS:
            yield {**self._carrier(one), **({"object_relation": relation} if relation else {})}
        else:
            yield from self._observable(one)

    def _is_new(self, one: _Given) -> bool:
        is_new = one.id not in self.used
        self.used.add(one.id)
        return is_new

    def _object(self, one: _Given) -> Object:
        kept = beside(one.known, OBJECT, self.writing.left)
        named = kept.pop("relations", {})
        refs = [self.writing.given[ref] for ref in one.known.get("object_refs", ()) if ref in self.writing.given]
        attributes = [made for ref in refs for made in self.of(ref, named.get(ref.id, ""))]
        return {**kept, **self._common(one), "Attribute": attributes}

    def _carrier(self, one: _Given) -> Object:
        """An indicator, or an attribute that has no place in STIX."""
        known, kept = one.known, beside(one.known, ATTRIBUTE, self.writing.left)
        language, pattern = str(known.get("pattern_type", "")), str(known.get("pattern", ""))
        kind, value = str(kept.get("type", "")), str(kept.get("value", ""))
        is_same = one.kind != "indicator" or (kind and language_and_pattern(kind, value) == (language, pattern))
        if not is_same:
            kind, value = kind_and_value(language, pattern)
            kept = {**_times(known), "category": category_of(kind)}
        detects = one.kind == "indicator" and NOT_FOR_DETECTION not in _labels(known)
        made = {
            **kept, "type": kind, "value": value, "to_ids": detects, "comment": known.get("description", ""),
            **self._common(one), "Sighting": [*kept.get("Sighting", ()), *self._sightings(one)],
        }  # fmt: skip
        made.setdefault("category", category_of(kind))
        made["Tag"] = [*made["Tag"], *self._techniques(one, made["Tag"])]
        return made

    def _common(self, one: _Given) -> Object:
        """What attributes and objects have in common."""
        time = _seconds(one.known["modified"])
        self.times.append(time)
        is_deleted = bool(one.known.get("revoked")) and (
            NOT_FOR_DETECTION not in _labels(one.known) or bool(beside(one.known, ATTRIBUTE).get("deleted"))
        )
        own = strictest([one.tlp, self.tlp])
        is_stricter = own is not self.tlp
        return {
            "uuid": _uuid(one.id), "timestamp": str(time), "deleted": is_deleted,
            "distribution": str(labels.DISTRIBUTION[own] if is_stricter else labels.INHERIT),
            "Tag": [*([labels.tag(own)] if is_stricter else []), *_tags(_labels(one.known))],
        }  # fmt: skip

    def _techniques(self, one: _Given, tags: list[Object]) -> Iterator[Object]:
        known = {tag["name"] for tag in tags}
        for related in self.writing.about.get(one.id, ()):
            target = self.writing.given.get(str(related.known.get("target_ref")))
            if related.known.get("relationship_type") != "indicates" or target is None or target.tlp is not one.tlp:
                continue
            if strictest([related.tlp, one.tlp]) is not one.tlp or target.known.get("revoked"):
                continue
            for identity in _attack_ids(target.known):
                self.used |= {related.id, target.id}
                tag = tag_of_technique(str(target.known["name"]), identity)
                if tag not in known:
                    known.add(tag)
                    yield {"name": tag}

    def _sightings(self, one: _Given) -> Iterator[Object]:
        """Who saw it, or held it for none: when, and not who, for that was told under another label."""
        for said in self.writing.about.get(one.id, ()):
            is_none = said.kind == "opinion" and said.known.get("opinion") in _DISAGREE
            if (said.kind == "sighting" or is_none) and strictest([said.tlp, one.tlp]) is one.tlp:
                self.used.add(said.id)
                at = said.known.get("last_seen") or said.known["created"]
                yield {"uuid": _uuid(said.id), "type": str(int(is_none)), "date_sighting": str(_seconds(at))}

    def _observable(self, one: _Given) -> Iterator[Object]:
        """Something that was seen: told, and not for detection."""
        for pattern in _patterns(one.known):
            kind, value = kind_and_value("stix", pattern)
            yield {
                "uuid": derived(self.uuid, one.id, kind), "type": kind, "category": category_of(kind), "value": value,
                "to_ids": False, "distribution": str(labels.INHERIT), "comment": "",
                **({} if strictest([one.tlp, self.tlp]) is self.tlp else {
                    "distribution": str(labels.DISTRIBUTION[one.tlp]), "Tag": [labels.tag(one.tlp)]
                }),
            }  # fmt: skip


def _newest(objects: Iterable[Kept]) -> Iterator[tuple[str, Kept]]:
    found: dict[str, Kept] = {}
    for one in objects:
        known = found.get(one.known.id)
        if known is None or version_of(known.known) <= version_of(one.known):
            found[one.known.id] = one
    yield from found.items()


def _refs_of(known: Object) -> Iterator[str]:
    """What an object is about."""
    for name in ("source_ref", "target_ref", "sighting_of_ref"):
        if isinstance(known.get(name), str):
            yield known[name]
    if known["type"] == "opinion":
        yield from known.get("object_refs", ())


def _fits(known: Object) -> bool:
    """Say whether what bears one of our own types, which nobody checked on its way in, holds what we put into it."""
    if not str(known["type"]).startswith("x-misp-"):
        return True
    refs, kept = known.get("object_refs", []), beside(known, ATTRIBUTE)
    has_times = all(isinstance(known.get(name), str) and moment(known[name]) for name in ("created", "modified"))
    has_refs = isinstance(refs, list) and all(isinstance(one, str) for one in refs)
    is_told = known["type"] != "x-misp-attribute" or bool(kept.get("type") and kept.get("value"))
    return has_times and has_refs and is_told and isinstance(known.get("description", ""), str)


def _labels(known: Object) -> list[str]:
    found = known.get("labels")
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _tags(names: list[str]) -> list[Object]:
    return [
        {"name": name} for name in dict.fromkeys(names) if name != NOT_FOR_DETECTION and not labels.is_tlp(name)
    ]  # fmt: skip


def _times(known: Object) -> Object:
    """From when and until when an indicator holds: its end is a sighting that says so."""
    ends = known.get("valid_until")
    uuid = derived(str(known["id"]), str(ends))
    sighting = {"uuid": uuid, "type": "2", "date_sighting": str(_seconds(ends))} if ends else {}
    return {"first_seen": known["valid_from"], **({"Sighting": [sighting]} if sighting else {})}


def _patterns(known: Object) -> Iterator[str]:
    if known["type"] in _PLAIN:
        yield f"[{known['type']}:value = {quoted(str(known['value']))}]"
        return
    for name, digest in (known.get("hashes") or {}).items():
        yield f"[file:hashes.{quoted(name)} = {quoted(digest)}]"
    if known.get("name"):
        yield f"[file:name = {quoted(known['name'])}]"


def _attack_ids(known: Object) -> Iterator[str]:
    for one in known.get("external_references") or ():
        if known["type"] == "attack-pattern" and str(one.get("source_name", "")).startswith("mitre"):
            yield from filter(None, [one.get("external_id")])


def _uuid(identity: str) -> str:
    return identity.partition("--")[2]


def _seconds(time: Any) -> int:
    """Of a time as STIX writes it; a leap second is the one before."""
    found = moment(str(time)[:17] + str(time)[17:19].replace("60", "59") + "Z")
    return int(found.timestamp()) if found else 0
