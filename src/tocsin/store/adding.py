"""How objects come into a collection: each with a time of its own, and its place among the versions of the object.

Versions are those of one source. What somebody brings does not replace what another one brought under the same id, and
whether there is any cannot be told from the answer. But what the organisation hands on, put in by itself or fetched
from a server, bears the strictest label that any source gives to the same object. What is named by its own value, as a
host, is no one's object; each source's bears its own.

It runs in a transaction that writes, of which there is one at a time for each organisation: so times grow in the order
in which transactions end, and nobody who reads can pass over an object that is still to come.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from tocsin.formats.stix.observables import IDENTIFYING
from tocsin.model.exchange import OTHER_CONTENT, Arrival, Outcome
from tocsin.model.people import Tlp
from tocsin.store.engine import bulk_insert
from tocsin.store.schema import microseconds, objects, shelves

_AT_ONCE: Final = 500
_PARTNER: Final = "partner-"
"""How the ids of partners begin; other sources are servers that were asked, and the organisation."""
_LEVELS: Final = {label: number for number, label in enumerate(Tlp)}
_COLUMNS: Final = (
    "shelf", "added", "id", "version", "kind", "tlp", "is_last", "is_first", "source", "sent_at", "body",
    "looked", "names",
)  # fmt: skip
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_STAND: Final = (
    update(objects)
    .where(objects.c.shelf == bindparam("the_shelf"), objects.c.added == bindparam("the_added"))
    .values(tlp=bindparam("to_tlp"), is_last=bindparam("to_last"), is_first=bindparam("to_first"))
)


@dataclass(slots=True)
class _Version:
    """A version of an object, as it stands among the others."""

    added: int
    version: str
    tlp: int
    is_last: int
    is_first: int
    source: str
    new: Arrival | None = None
    changed: bool = False


def add(
    connection: Connection, shelf: int, arrivals: Sequence[Arrival], source: str, now: datetime
) -> list[Outcome]:  # fmt: skip
    """Add objects to a shelf, and say of each what became of it."""
    last = int(connection.scalar(select(shelves.c.last).where(shelves.c.number == shelf)) or 0)
    adding = _Adding(connection, shelf, source, max(last + 1, microseconds(now)))
    done: list[Outcome] = []
    for at in range(0, len(arrivals), _AT_ONCE):
        done += adding.some(arrivals[at : at + _AT_ONCE])
    connection.execute(update(shelves).where(shelves.c.number == shelf).values(last=adding.next - 1))
    return done


def restand(connection: Connection, shelf: int, identity: str, source: str) -> None:
    """Find anew which versions of an object are the first and the last, after some were deleted."""
    versions = _known(connection, shelf, [identity]).get(identity, [])
    _ordered([one for one in versions if one.source == source])
    _store_changes(connection, shelf, versions)


class _Adding:
    """Objects on their way into a shelf."""

    def __init__(self, connection: Connection, shelf: int, source: str, first: int) -> None:
        self.connection, self.shelf, self.source = connection, shelf, source
        self.next = first

    def some(self, arrivals: Sequence[Arrival]) -> list[Outcome]:
        known = _known(self.connection, self.shelf, [one.id for one in arrivals])
        mine = {name: [one for one in versions if one.source == self.source] for name, versions in known.items()}
        done = [self._one(one, mine.setdefault(one.id, [])) for one in arrivals]
        for name, versions in mine.items():
            others = [one for one in known.get(name, ()) if one.source != self.source]
            if others:
                _agree(name, versions, others)
            known[name] = others + versions
        several = [version for versions in known.values() for version in versions]
        new = [self._row(one, one.new) for one in several if one.new]
        bulk_insert(self.connection, objects, _COLUMNS, new)
        _store_changes(self.connection, self.shelf, several)
        return done

    def _one(self, one: Arrival, versions: list[_Version]) -> Outcome:
        version = one.version
        if versions:
            there = versions[0] if not version else next((v for v in versions if v.version == version), None)
            if there is not None:
                same = _same(one.body, there.new.body if there.new else self._body(there))
                return Outcome(one.id, there.version, "" if same else OTHER_CONTENT)
        added, self.next = self.next, self.next + 1
        version = version or (_EPOCH + timedelta(microseconds=added)).strftime("%Y-%m-%dT%H:%M:%S.%f")
        versions.append(_Version(added, version, _LEVELS[one.tlp], 1, 1, self.source, one))
        if len(versions) > 1:
            _ordered(versions)
        return Outcome(one.id, version)

    def _row(self, at: _Version, new: Arrival) -> tuple[Any, ...]:
        return (
            self.shelf, at.added, new.id, at.version, new.kind, at.tlp, at.is_last, at.is_first,
            self.source, new.sent_at, new.body, new.looked, new.names,
        )  # fmt: skip

    def _body(self, version: _Version) -> bytes:
        found = select(objects.c.body).where(objects.c.shelf == self.shelf, objects.c.added == version.added)
        return bytes(self.connection.scalar(found) or b"")


def _same(body: bytes, other: bytes) -> bool:
    """Whether two bodies say the same, whatever the order of their properties."""
    return body == other or bool(msgspec.json.decode(body) == msgspec.json.decode(other))


def _known(connection: Connection, shelf: int, ids: Sequence[str]) -> dict[str, list[_Version]]:
    c = objects.c
    query = select(c.id, c.added, c.version, c.tlp, c.is_last, c.is_first, c.source)
    found: dict[str, list[_Version]] = {}
    for identity, *rest in connection.execute(query.where(c.shelf == shelf, c.id.in_(ids))):
        found.setdefault(identity, []).append(_Version(*rest))
    return found


def _ordered(versions: list[_Version]) -> None:
    """Put versions in their order. An earlier one is as confidential as any later one of the same object."""
    versions.sort(key=lambda one: one.version)
    strictest = 0
    for place in range(len(versions) - 1, -1, -1):
        one = versions[place]
        strictest = max(strictest, one.tlp)
        stands = (strictest, int(place == len(versions) - 1), int(place == 0))
        if stands != (one.tlp, one.is_last, one.is_first):
            one.tlp, one.is_last, one.is_first = stands
            one.changed = True


def _agree(identity: str, mine: list[_Version], others: list[_Version]) -> None:
    """Give what the organisation itself hands on the strictest label that any source gives to the object now.

    What a partner brought stays as it gave it: it would learn from its own object that there is a hidden one.
    """
    if identity.partition("--")[0] in IDENTIFYING:
        return
    several = [*mine, *others]
    strictest = max(one.tlp for one in several if one.is_last)
    for one in several:
        if one.tlp < strictest and not one.source.startswith(_PARTNER):
            one.tlp, one.changed = strictest, True


def _store_changes(connection: Connection, shelf: int, versions: Iterable[_Version]) -> None:
    changes = [
        {"the_shelf": shelf, "the_added": one.added, "to_tlp": one.tlp, "to_last": one.is_last,
         "to_first": one.is_first}
        for one in versions if one.changed and not one.new
    ]  # fmt: skip
    if changes:
        connection.execute(_STAND, changes)
