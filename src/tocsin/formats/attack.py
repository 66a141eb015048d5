"""ATT&CK's STIX release: a bundle, or one object a file. https://github.com/mitre-attack/attack-stix-data (USAGE.md).

Traps of the release that are minded here: `revoked` and `x_mitre_deprecated` are independent of each other; a relation
is never withdrawn by itself but falls with either of its ends; an actor's first alias is its own name; the source of
an alias is an external reference that is *called* like the alias and holds nothing but citations; a citation's name
may itself hold brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

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
_DATE: Final = re.compile(r"\((\d{4})(?:,\s*([A-Z][a-z]{2})[a-z]*\.?(?:\s+(\d{1,2}))?)?[^()]*\)")
_DATED_NAME: Final = re.compile(r"(?:\b([A-Z][a-z]{2})[a-z]*\.?\s*)?(?<!\d)((?:19|20)\d\d)$")
_MONTHS: Final = {
    name: place
    for place, name in enumerate(
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1
    )
}
_SOURCE: Final = "mitre-attack"


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
    "intrusion-set malware tool attack-pattern campaign relationship marking-definition x-mitre-collection".split()
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
    entries = {
        one.id: _public_id(one) for one in by_id.values() if one.type not in ("relationship", "marking-definition")
    }
    relations = [one for one in by_id.values() if one.type == "relationship"]
    replaced = {
        one.source_ref: entries.get(one.target_ref, "") for one in relations if one.relationship_type == "revoked-by"
    }
    standing = {name for name, one in by_id.items() if entries.get(name) and _state(one) is State.LIVE}
    stands = [one for one in relations if one.source_ref in standing and one.target_ref in standing and not _gone(one)]
    groups = tuple(
        Group(**_common(one, entries, replaced), names=_names(one)) for one in _of(by_id, entries, "intrusion-set")
    )
    if not groups:
        raise InputError(say("there is no actor in this"), say("Give enterprise-attack.json, or a folder of it."))
    return Knowledge(
        notice=Notice(_copyright(by_id), LICENCE),
        as_of=_youngest(by_id.values()),
        version=next((one.x_mitre_version for one in by_id.values() if one.type == "x-mitre-collection"), ""),
        groups=groups,
        software=tuple(
            Software(**_common(one, entries, replaced), names=_others(one.x_mitre_aliases, one.name))
            for one in _of(by_id, entries, "malware", "tool")
        ),
        techniques=tuple(
            Technique(**_common(one, entries, replaced), tactics=tuple(p.phase_name for p in one.kill_chain_phases))
            for one in _of(by_id, entries, "attack-pattern")
        ),
        campaigns=tuple(
            Campaign(
                **_common(one, entries, replaced),
                actors=tuple(NameClaim(entries[r.target_ref], citations(r.description))
                             for r in stands if r.relationship_type == "attributed-to" and r.source_ref == one.id),
                sources=tuple(e.source_name for e in one.external_references if e.source_name != _SOURCE),
            )
            for one in _of(by_id, entries, "campaign")
        ),
        uses=tuple(sorted(_uses(stands, entries), key=lambda use: (use.by, use.what))),
        references=_references(by_id.values()),
        left_out=sum(one.relationship_type in ("uses", "attributed-to") for one in relations)
        - sum(one.relationship_type in ("uses", "attributed-to") for one in stands),
    )  # fmt: skip


def citations(text: str) -> tuple[str, ...]:
    """Return the names of the references that a text cites, each once, in their order."""
    return tuple(dict.fromkeys(name.strip() for name in _CITATION.findall(text)))


def published(text: str, name: str) -> date | None:
    """Return the last day on which a reference may have been published, by its text, else by the end of its name.

    `Author. (2022, May 4). Title.` is 4 May; a missing day is the 28th and a missing month December, so that what is
    known only roughly never counts as known early. The day of retrieval says nothing.
    """
    if found := _DATE.search(text):
        return _day(found[1], found[2], found[3])
    named = _DATED_NAME.search(name)
    return _day(named[2], named[1], None) if named else None


def _day(year: str, month: str | None, day: str | None) -> date | None:
    if not 1980 <= int(year) <= 2100:
        return None
    return date(int(year), _MONTHS.get(month or "", 12), min(max(int(day or 28), 1), 28))


def _state(one: Item) -> State:
    return State.REVOKED if one.revoked else State.DEPRECATED if one.x_mitre_deprecated else State.LIVE


def _gone(one: Item) -> bool:
    return one.revoked or one.x_mitre_deprecated


def _public_id(one: Item) -> str:
    return next((e.external_id for e in one.external_references if e.source_name == _SOURCE and e.external_id), "")


def _of(by_id: Mapping[str, Item], entries: Mapping[str, str], *kinds: str) -> list[Item]:
    found = [one for one in by_id.values() if one.type in kinds and entries[one.id]]
    return sorted(found, key=lambda one: entries[one.id])


def _common(one: Item, entries: Mapping[str, str], replaced: Mapping[str, str]) -> dict[str, object]:
    return {"id": entries[one.id], "name": one.name, "state": _state(one), "replaced_by": replaced.get(one.id, "")}


def _others(names: Sequence[str], own: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names[:MOST_LISTED] if name != own))


def _names(one: Item) -> tuple[NameClaim, ...]:
    """The names of an actor. References that are called like a name, and are no publication, hold its sources."""
    sources = {
        e.source_name.casefold(): citations(e.description)
        for e in one.external_references[:MOST_LISTED]
        if e.description.lstrip().startswith("(Citation:")
    }
    return tuple(NameClaim(name, sources.get(name.casefold(), ())) for name in _others(one.aliases, one.name))


def _uses(stands: Sequence[Item], entries: Mapping[str, str]) -> Iterator[Use]:
    """Yield what groups, campaigns and software used, each pair once."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for one in stands:
        if one.relationship_type == "uses":
            pair = entries[one.source_ref], entries[one.target_ref]
            found.setdefault(pair, {}).update(dict.fromkeys(citations(one.description)))
    for (by, what), sources in found.items():
        yield Use(by, what, tuple(sources))


def _references(found: Iterable[Item]) -> tuple[Reference, ...]:
    """The publications that are cited: the fullest text of each name, and those of which only the name is known."""
    known: dict[str, Reference] = {}
    for one in found:
        for e in one.external_references[:MOST_LISTED]:
            is_publication = e.source_name != _SOURCE and not e.description.lstrip().startswith("(Citation:")
            if is_publication and len(e.description) >= len(known.get(e.source_name, Reference("")).text):
                known[e.source_name] = Reference(
                    e.source_name, e.description, e.url, published(e.description, e.source_name)
                )
        for name in citations(one.description):
            known.setdefault(name, Reference(name, published=published("", name)))
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
