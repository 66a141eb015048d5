"""ATT&CK's STIX release: a bundle, or one object a file. https://github.com/mitre-attack/attack-stix-data (USAGE.md).

Traps of the release that are minded here: `revoked` and `x_mitre_deprecated` are independent of each other; a relation
is never withdrawn by itself but falls with either of its ends; an actor's first alias is its own name; the source of
an alias is an external reference that is *called* like the alias and holds nothing but citations; a citation's name
may itself hold brackets.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import msgspec
from msgspec import Struct

from tocsin.model.error import InputError
from tocsin.model.knowledge import (
    Campaign,
    Group,
    Knowledge,
    NameClaim,
    Notice,
    Reference,
    Software,
    State,
    Tactic,
    Technique,
    Use,
)
from tocsin.model.sentence import say

LARGEST: Final = 256 << 20
"""Bytes of one file. The bundle of release 18 has about 50 MB."""
MOST_OBJECTS: Final = 500_000
"""Objects of one release; release 18 has about 25,000."""
MOST_LISTED: Final = 2_000
"""Names, references or phases of one object."""
LICENCE: Final = (
    "The MITRE Corporation (MITRE) hereby grants you a non-exclusive, royalty-free license to use ATT&CK® for "
    "research, development, and commercial purposes. Any copy you make for such purposes is authorized provided that "
    "you reproduce MITRE's copyright designation and this license in any such copy."
)
"""The terms that ATT&CK's licence asks every copy to carry (LICENSE.txt of the release)."""
_COPYRIGHT: Final = (
    "© The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation."
)
_CITATION: Final = re.compile(r"\(Citation: ([^()]*(?:\([^()]*\)[^()]*)*)\)")
_DATE: Final = re.compile(r"\((\d{4})(?:,\s*+([A-Z][a-z]{2})[a-z]*+\.?+(?:\s++(\d{1,2}+))?+)?+[^()]*+\)")
"""Possessive: where the bracket is not closed, no other reading of what stands before closes it."""
_DATED_NAME: Final = re.compile(r"(?:\b([A-Z][a-z]{2})[a-z]*\.?\s*)?(?<!\d)((?:19|20)\d\d)$")
_MONTHS: Final = {
    name: place
    for place, name in enumerate(
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1
    )
}
_SOURCE: Final = "mitre-attack"
_WITHOUT_ID: Final = ("relationship", "marking-definition", "x-mitre-collection")


class _External(Struct, frozen=True):
    source_name: str = ""
    description: str = ""
    url: str = ""
    external_id: str = ""


class _Phase(Struct, frozen=True):
    kill_chain_name: str = ""
    phase_name: str = ""


class Item(Struct, frozen=True):
    """What is read of an object; what is missing is empty, and what is of another type makes the file unreadable."""

    type: str
    id: str = ""
    name: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()
    x_mitre_aliases: tuple[str, ...] = ()
    x_mitre_version: str = ""
    x_mitre_shortname: str = ""
    tactic_refs: tuple[str, ...] = ()
    external_references: tuple[_External, ...] = ()
    kill_chain_phases: tuple[_Phase, ...] = ()
    revoked: bool = False
    x_mitre_deprecated: bool = False
    modified: str = ""
    relationship_type: str = ""
    source_ref: str = ""
    target_ref: str = ""
    definition: dict[str, str] | None = None


class _File(Struct, frozen=True):
    objects: tuple[msgspec.Raw, ...] = ()


class _Kind(Struct, frozen=True):
    type: str = ""


_READ: Final = frozenset(
    (
        "intrusion-set malware tool attack-pattern campaign relationship marking-definition x-mitre-collection "
        "x-mitre-matrix x-mitre-tactic"
    ).split()
)


def objects(raw: bytes, place: str) -> Iterator[Item]:
    """Yield the objects of one file that are of use here. Raises InputError for what is no STIX, or too much."""
    if len(raw) > LARGEST:
        raise InputError(say("%(file)s is too large", file=place), say("Give ATT&CK's own release of one domain."))
    try:
        found = msgspec.json.decode(raw, type=_File).objects
        for one in found:
            if msgspec.json.decode(one, type=_Kind).type in _READ:
                yield msgspec.json.decode(one, type=Item)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(
            say("%(file)s is not a file of ATT&CK's STIX release", file=place),
            say("Give enterprise-attack.json, a folder of it, or an archive of that folder."),
        ) from error


def read(found: Iterable[Item]) -> Knowledge:
    """Return the knowledge in the objects of one release. Raises InputError where there is too much, or no actor."""
    by_id: dict[str, Item] = {}
    for count, one in enumerate(found):
        if count >= MOST_OBJECTS:
            raise InputError(
                say("there are more than %(count)s objects in this release", count=MOST_OBJECTS),
                say("Give ATT&CK's own release of one domain."),
            )
        by_id[one.id] = one
    release = _Release(by_id)
    groups = release.groups()
    if not groups:
        raise InputError(say("there is no actor in this"), say("Give enterprise-attack.json, or a folder of it."))
    return Knowledge(
        notice=Notice(_copyright(by_id), LICENCE),
        as_of=_youngest(by_id.values()),
        version=next((one.x_mitre_version for one in by_id.values() if one.type == "x-mitre-collection"), ""),
        groups=groups,
        software=release.software(),
        techniques=release.techniques(),
        campaigns=release.campaigns(),
        uses=release.uses(),
        references=_references(by_id.values()),
        tactics=release.tactics(),
        left_out=release.left_out,
    )


class _Release:
    """Objects by their STIX ids, and which of their relations stand."""

    def __init__(self, by_id: Mapping[str, Item]) -> None:
        self._objects = by_id.values()
        self._public = {name: _public_id(one) for name, one in by_id.items() if one.type not in _WITHOUT_ID}
        standing = {name for name, public in self._public.items() if public and _state(by_id[name]) is State.LIVE}
        relations = [one for one in by_id.values() if one.type == "relationship"]
        told = [one for one in relations if one.relationship_type in ("uses", "attributed-to")]
        self._replaced = {
            one.source_ref: self._public.get(one.target_ref, "")
            for one in relations
            if one.relationship_type == "revoked-by"
        }
        self._stands = [
            one for one in told if {one.source_ref, one.target_ref} <= standing and _state(one) is State.LIVE
        ]
        self.left_out = len(told) - len(self._stands)

    def _of(self, *kinds: str) -> list[Item]:
        found = (one for one in self._objects if one.type in kinds and self._public[one.id])
        return sorted(found, key=lambda one: self._public[one.id])

    def _common(self, one: Item) -> dict[str, Any]:
        replaced = self._replaced.get(one.id, "")
        return {"id": self._public[one.id], "name": one.name, "state": _state(one), "replaced_by": replaced}

    def groups(self) -> tuple[Group, ...]:
        return tuple(Group(**self._common(one), names=_names(one)) for one in self._of("intrusion-set"))

    def software(self) -> tuple[Software, ...]:
        found = self._of("malware", "tool")
        return tuple(Software(**self._common(one), names=_others(one.x_mitre_aliases, one.name)) for one in found)

    def techniques(self) -> tuple[Technique, ...]:
        found = (
            (one, tuple(phase.phase_name for phase in one.kill_chain_phases)) for one in self._of("attack-pattern")
        )
        return tuple(Technique(**self._common(one), tactics=tactics) for one, tactics in found)

    def tactics(self) -> tuple[Tactic, ...]:
        """What the matrix lists, in its order; what no matrix lists comes last."""
        listed = [name for one in self._objects if one.type == "x-mitre-matrix" for name in one.tactic_refs]
        order = {name: place for place, name in enumerate(dict.fromkeys(listed[:MOST_LISTED]))}
        found = [one for one in self._of("x-mitre-tactic") if one.x_mitre_shortname]
        found.sort(key=lambda one: order.get(one.id, len(order)))
        return tuple(Tactic(**self._common(one), short=one.x_mitre_shortname) for one in found)

    def campaigns(self) -> tuple[Campaign, ...]:
        actors: dict[str, list[NameClaim]] = {}
        for one in self._stands:
            if one.relationship_type == "attributed-to":
                claim = NameClaim(self._public[one.target_ref], citations(one.description))
                actors.setdefault(one.source_ref, []).append(claim)
        return tuple(
            Campaign(**self._common(one), actors=tuple(actors.get(one.id, ())), sources=_publications(one))
            for one in self._of("campaign")
        )

    def uses(self) -> tuple[Use, ...]:
        """What groups, campaigns and software used, each pair once."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for one in self._stands:
            if one.relationship_type == "uses":
                pair = self._public[one.source_ref], self._public[one.target_ref]
                found.setdefault(pair, {}).update(dict.fromkeys(citations(one.description)))
        return tuple(Use(by, what, tuple(sources)) for (by, what), sources in sorted(found.items()))


def citations(text: str) -> tuple[str, ...]:
    """Return the names of the references that a text cites, each once, in their order."""
    return tuple(dict.fromkeys(name.strip() for name in _CITATION.findall(text)))


def published(text: str, name: str) -> tuple[date, date] | None:
    """Return the first and last day on which a reference may have come out, by its text, else by the end of its name.

    `Author. (2022, May 4). Title.` is one day; without a day it may be any of the month, and without a month of the
    year. The day of retrieval says nothing.
    """
    if found := _DATE.search(text):
        return _days(found[1], found[2], found[3])
    named = _DATED_NAME.search(name)
    return _days(named[2], named[1], None) if named else None


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date] | None:
    if not 1980 <= int(year) <= 2100:
        return None
    number = _MONTHS.get(month or "")
    if number is None:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    last = monthrange(int(year), number)[1]
    first = min(max(int(day), 1), last) if day else 1
    return date(int(year), number, first), date(int(year), number, first if day else last)


def _state(one: Item) -> State:
    return State.REVOKED if one.revoked else State.DEPRECATED if one.x_mitre_deprecated else State.LIVE


def _public_id(one: Item) -> str:
    return next((e.external_id for e in one.external_references if e.source_name == _SOURCE and e.external_id), "")


def _others(names: Sequence[str], own: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names[:MOST_LISTED] if _as_read(name) != _as_read(own)))


def _as_read(name: str) -> str:
    """A name without what nobody sees: two that read the same are one."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in name).split()).casefold()


def _names(one: Item) -> tuple[NameClaim, ...]:
    """The names of an actor. References that are called like a name, and are no publication, hold its sources."""
    sources = {
        e.source_name.casefold(): citations(e.description)
        for e in one.external_references[:MOST_LISTED]
        if e.description.lstrip().startswith("(Citation:")
    }
    return tuple(NameClaim(name, sources.get(name.casefold(), ())) for name in _others(one.aliases, one.name))


def _publications(one: Item) -> tuple[str, ...]:
    return tuple(e.source_name for e in one.external_references[:MOST_LISTED] if e.source_name != _SOURCE)


def _references(found: Iterable[Item]) -> tuple[Reference, ...]:
    """The publications that are cited: the fullest text of each name, and those of which only the name is known."""
    known: dict[str, Reference] = {}
    for one in found:
        for e in one.external_references[:MOST_LISTED]:
            is_publication = e.source_name != _SOURCE and not e.description.lstrip().startswith("(Citation:")
            if is_publication and len(e.description) >= len(known.get(e.source_name, Reference("")).text):
                days = published(e.description, e.source_name) or (None, None)
                known[e.source_name] = Reference(e.source_name, e.description, e.url, *days)
        for name in citations(one.description):
            known.setdefault(name, Reference(name, "", "", *(published("", name) or (None, None))))
    return tuple(known[name] for name in sorted(known))


def _copyright(by_id: Mapping[str, Item]) -> str:
    markings = (one.definition or {} for one in by_id.values() if one.type == "marking-definition")
    stated = next((text for text in (found.get("statement", "") for found in markings) if "MITRE" in text), "")
    return f"{stated} {_COPYRIGHT}".strip()


def _youngest(found: Iterable[Item]) -> date | None:
    days = (one.modified[:10] for one in found)
    try:
        return max(date.fromisoformat(day) for day in days if day)
    except ValueError:
        return None
