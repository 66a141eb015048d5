"""Sightings back to the source: what was met of its warnings, and what was none, told by a person's decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.arrivals import read_all, take_in
from tocsin.app.parts.leaving import admitted
from tocsin.app.parts.profiles import profile_of
from tocsin.app.parts.shelved import known
from tocsin.app.parts.warnings import sightings_of
from tocsin.app.ports import Reader, Writer
from tocsin.app.rights import Right
from tocsin.formats.stix import id_of, is_revoked, revoked
from tocsin.model.event import SourceTold
from tocsin.model.exchange import ORGANISATION, OWN
from tocsin.model.received import ReceivedRecord, SightingRecord, SightingState
from tocsin.model.view import SightingItem
from tocsin.share.telling import Met, answer, ids_of, same

_DOCS: Final = "howto/take-warnings-in.md#tell-the-source"


class Answer(Struct, frozen=True):
    """What a source is told."""

    content: str
    """STIX 2.1, in JSON: the objects, in a list."""
    seen: int
    """Indicators that were met."""
    false: int
    """Indicators that met something and never an attack, as a person said."""


@use_case(Right.SHARE, cli="share tell-source", http="GET /v1/receipts/{receipt}/answer", docs=_DOCS)
def preview(grant: Grant, receipt: str) -> Answer:
    """Return what the source of a receipt would be told of it, to be looked at before. Nothing leaves by it."""
    with grant.read() as reader:
        return _answer(_met(grant, reader, receipt), _bodies(grant, reader, receipt))


@use_case(Right.SHARE, cli="share tell-source", http="POST /v1/receipts/{receipt}/answer", docs=_DOCS)
def tell(grant: Grant, receipt: str, collection: str) -> Answer:
    """Put what was met of a receipt's indicators, and what was none, into a collection that its source reads.

    That is the decision to tell: nothing is told without it. No message and no person is named, and the organisation
    only where it agreed to be (`share consent`). What is told bears the label of the warning, so it reaches only who
    may read that. What was told before is told anew only where it has changed.
    """
    with grant.write() as writer:
        known(writer, collection)
        met = _met(grant, writer, receipt)
        bodies = _bodies(grant, writer, receipt)
        new = [body for body in bodies if not _is_told(writer, collection, body)]
        ids = (identity for one in met for identity in ids_of(writer.log.id, one, _name(writer)))
        new += _withdrawn(writer, collection, ids, frozenset(map(id_of, bodies)))
        told = _answer(met, new)
        if new:
            take_in(grant, writer, collection, admitted(writer, read_all(new)), OWN)
            writer.append(grant.draft(SourceTold(receipt, collection, told.seen, told.false)))
        return told


def _answer(met: list[Met], bodies: list[bytes]) -> Answer:
    content = b"[" + b",".join(bodies) + b"]"
    seen = sum(one.seen > 0 for one in met)
    return Answer(msgspec.json.format(content, indent=1).decode(), seen, len(met) - seen)


def _met(grant: Grant, reader: Reader, receipt: str) -> list[Met]:
    item = reader.views.receipt(receipt)
    record = notes.read(reader, item.record, ReceivedRecord) if item else None
    if item is None or not grant.cleared(item.tlp):
        raise missing(receipt)
    labels = {one.id: one.tlp for one in record.indicators} if record else {}
    found: dict[str, list[SightingItem]] = {}
    for one in sightings_of(reader, receipt=receipt):
        said = notes.read(reader, one.record, SightingRecord)
        if said and said.indicator in labels:
            found.setdefault(said.indicator, []).append(one)
    return [_of(identity, found[identity]) for identity in sorted(found)]


def _of(identity: str, several: list[SightingItem]) -> Met:
    held = [one for one in several if one.state is not SightingState.NONE]
    times = [one.seen_at for one in held or several]
    return Met(identity, several[0].tlp, len(held), len(several) - len(held), min(times), max(times))


def _bodies(grant: Grant, reader: Reader, receipt: str) -> list[bytes]:
    """What may leave of it: ids are of the source's making, and may name somebody as all else may."""
    made = list(answer(reader.log.id, _met(grant, reader, receipt), reader.now, _name(reader)))
    return [one.body for one in admitted(reader, read_all(made)).arrivals]


def _name(reader: Reader) -> str:
    """What the organisation is called, where it agreed to be named to anybody: to whom is decided when it leaves."""
    has_agreed = any(one.subject == ORGANISATION for one in reader.views.consents())
    return profile_of(reader).organisation.name if has_agreed else ""


def _is_told(reader: Reader, collection: str, body: bytes) -> bool:
    before = reader.shelves.latest(collection, id_of(body), OWN)
    return before is not None and same(before, body)


def _withdrawn(writer: Writer, collection: str, ids: Iterable[str], now: frozenset[str]) -> Iterator[bytes]:
    """What was told before and holds no longer: a sighting of what is a false alarm now, an opinion that changed."""
    for identity in ids:
        before = None if identity in now else writer.shelves.latest(collection, identity, OWN)
        if before and not is_revoked(before) and (newer := revoked(before, writer.now)):
            yield newer
