"""What partners warn of and what lists spare, as an organisation knows it now."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from threading import Lock
from typing import Final

from msgspec.structs import replace

from tocsin.app.access import Grant
from tocsin.app.parts import notes
from tocsin.app.parts.profiles import people_of
from tocsin.app.ports import Reader, Writer
from tocsin.common.listed import Listed
from tocsin.common.tlp import MEMBER, readable
from tocsin.formats import warninglist
from tocsin.formats.stix.matching import Observation
from tocsin.model.activity import Activity
from tocsin.model.event import IndicatorSighted, Purpose
from tocsin.model.people import Tlp
from tocsin.model.received import ReceivedIndicator, ReceivedRecord, SightingRecord, SightingState, Warned, Why
from tocsin.model.record import OverrideRecord
from tocsin.model.view import OverrideItem, ReceiptItem, SightingCount, SightingItem
from tocsin.share.known import Known, Sighted, Source
from tocsin.share.observed import of_activity

_LOGS: Final = 4
"""Organisations whose indicators are kept in memory; the one that waited for the longest gives way."""
_AT_ONCE: Final = 500


_State = tuple[tuple[str, ...], frozenset[str], tuple[SightingCount, ...]]
"""By what it is told whether indicators are still as they were: records, decisions about lists, attacks that were met.
"""


class Warnings:
    """The indicators of organisations, kept in memory. Safe to use from several threads."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[_State, Known]] = OrderedDict()
        self._lock = Lock()

    def of(self, reader: Reader) -> Known:
        """Return what is looked for in an organisation: of what its vault still holds."""
        items = [item for item in receipts_of(reader) if not item.dropped]
        there = reader.vault.present([item.record for item in items])
        decided = {one.override: one.until for one in reader.views.overrides()}
        attacks = [one for one in reader.views.sighting_counts([item.receipt for item in items])
                   if one.state is SightingState.ATTACK]  # fmt: skip
        state = (tuple(item.record for item in items if item.record in there), frozenset(decided), tuple(attacks))
        with self._lock:
            before = self._known.get(reader.log.id)
        known = before[1] if before and before[0] == state else None
        if known is None:
            given = _decided(_given(reader, items), decided)
            known = Known(given, _sighted(reader, items), before[1] if before else None)
        with self._lock:
            self._known[reader.log.id] = (state, known)
            self._known.move_to_end(reader.log.id)
            while len(self._known) > _LOGS:
                self._known.popitem(last=False)
            return known


SHARED: Final = Warnings()
"""Those of this process: whatever looks for indicators asks these."""


def _sighted(reader: Reader, items: Sequence[ReceiptItem]) -> Sighted:
    """When an indicator was last seen in an attack: as a person said of what it met here, and as its source says."""
    found: dict[tuple[str, str], datetime] = {}
    for item in items:
        record = notes.read(reader, item.record, ReceivedRecord)
        for identity, last in record.seen if record else ():
            _later(found, (record.source if record else "", identity), min(last, item.at))
    for one in sightings_of(reader, SightingState.ATTACK):
        said = notes.read(reader, one.record, SightingRecord)
        if said:
            _later(found, (said.source, said.indicator), one.seen_at)
    return found


def _later(found: dict[tuple[str, str], datetime], key: tuple[str, str], when: datetime) -> None:
    found[key] = max(found.get(key, when), when)


def sightings_of(
    reader: Reader, state: SightingState | None = None, receipt: str | None = None
) -> Iterator[SightingItem]:  # fmt: skip
    """Yield all that meets indicators, whatever their label, the newest entry first."""
    page = reader.views.sightings(tuple(Tlp), state, receipt, limit=_AT_ONCE)
    yield from page.items
    while page.after is not None:
        page = reader.views.sightings(tuple(Tlp), state, receipt, page.after, _AT_ONCE)
        yield from page.items


def overrides_of(reader: Reader) -> Iterator[OverrideItem]:
    """Yield the decisions by which lists do not count for a value now."""
    return (one for one in reader.views.overrides() if one.until > reader.now)


def receipts_of(reader: Reader) -> Iterator[ReceiptItem]:
    """Yield all that came from partners, the newest first."""
    page = reader.views.receipts(limit=_AT_ONCE)
    yield from page.items
    while page.after is not None:
        page = reader.views.receipts(after=page.after, limit=_AT_ONCE)
        yield from page.items


def _given(reader: Reader, items: Sequence[ReceiptItem]) -> Iterator[tuple[Source, ReceivedIndicator]]:
    """The version of each indicator of each source that was modified last, in whatever order they came.

    Where two versions bear one time, what came last counts. What was taken back is not given.
    """
    newest: dict[tuple[str, str], tuple[datetime, tuple[Source, ReceivedIndicator] | None]] = {}
    for item in reversed(items):
        record = notes.read(reader, item.record, ReceivedRecord)
        if record is None:
            continue
        source = source_of(item, record.source)
        came = [(one.id, one.modified, (source, one)) for one in record.indicators]
        for identity, modified, found in (*came, *((*one, None) for one in record.gone)):
            known = newest.get(key := (record.source, identity))
            if known is None or known[0] <= modified:
                newest[key] = modified, found
    yield from (found for _, found in newest.values() if found)


def stood_by(reader: Reader) -> dict[str, dict[str, bool]]:
    """Return of each indicator that came, by source, whether the last version that it sent stands."""
    found: dict[str, dict[str, tuple[datetime, bool]]] = {}
    for item in receipts_of(reader):
        record = notes.read(reader, item.record, ReceivedRecord) or ReceivedRecord("", ())
        came = [(one.id, one.modified, True) for one in record.indicators]
        came += [(one.id, one.modified or item.at, one.why is not Why.REVOKED) for one in record.unused]
        for identity, modified, stands in came:
            known = found.setdefault(identity, {}).get(record.source)
            if known is None or known[0] < modified:
                found[identity][record.source] = modified, stands
    return {identity: {source: stands for source, (_, stands) in by.items()} for identity, by in found.items()}


def _decided(
    several: Iterable[tuple[Source, ReceivedIndicator]], decided: Mapping[str, datetime]
) -> Iterator[tuple[Source, ReceivedIndicator]]:
    """What lists would spare holds as long as the decision that they do not."""
    for source, one in several:
        if not one.override:
            yield source, one
        elif (until := decided.get(one.override)) is not None:
            yield source, replace(one, valid_until=min(one.valid_until or until, until))


def source_of(item: ReceiptItem, name: str) -> Source:
    """Return where the indicators of a receipt come from."""
    return Source(item.receipt, name, item.reliability, item.at)


def told(met: tuple[Warned, ...]) -> tuple[Warned, ...]:
    """Return what may stand with a verdict, which all members read who may read the message."""
    return tuple(one for one in met if readable(one.tlp, MEMBER))


def listed(reader: Reader, purpose: Purpose) -> Listed:
    """Return the lists that count for a purpose, but for the values of which it was decided that they do not."""
    decided = ((one, notes.read(reader, one.record, OverrideRecord)) for one in overrides_of(reader))
    but = {record.value: one.override for one, record in decided if record and one.purpose is purpose}
    found = (reader.vault.get(item.content) for item in reader.views.lists() if item.purpose is purpose)
    return Listed((warninglist.read(raw) for raw in found if raw is not None), but)


class Seen:
    """Something that was seen here, by which what it meets is sighted."""

    def __init__(
        self, observation: Observation, *, message: str | None = None, line: Activity | None = None,
        people: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        self.observation = observation
        self.message = message
        self.line = line
        self.people = people

    def identity(self, one: Warned) -> str:
        """Return the id of the sighting: the same is sighted once."""
        said = "\n".join((one.source, one.indicator, self.message or repr(self.line)))
        return f"sighting-{hashlib.sha256(said.encode()).hexdigest()[:16]}"


def lines_seen(activities: Iterable[Activity], addresses: dict[str, str]) -> Iterator[Seen]:
    """Yield lines of logs as they are compared: the first of each person and address on each day."""
    told: set[tuple[str, str, date]] = set()
    for one in activities:
        key = (one.person, one.ip, one.time.date())
        if (one.ip or one.person) and key not in told:
            told.add(key)
            person = addresses.get(one.person)
            yield Seen(of_activity(one), line=one, people=(person,) if person else ())


def addresses_of(reader: Reader) -> dict[str, str]:
    """Return the ids of people by their addresses."""
    return {address: one.person for one, record in people_of(reader) if record for address in record.addresses}


def sight(grant: Grant, writer: Writer, found: list[tuple[Seen, Warned]], *, past: bool) -> int:
    """Note what was sighted and was not before, and return how much that is."""
    count = 0
    for at in range(0, len(found), _AT_ONCE):
        part = {seen.identity(one): (seen, one) for seen, one in found[at : at + _AT_ONCE]}
        known = writer.views.sightings_known(list(part))
        for identity, (seen, one) in part.items():
            if identity not in known:
                writer.append(grant.draft(_event(writer, identity, seen, one, past)))
                count += 1
    return count


def _event(writer: Writer, identity: str, seen: Seen, one: Warned, past: bool) -> IndicatorSighted:
    record = SightingRecord(one.source, one.indicator, one.pattern, one.value, seen.line, one.weight)
    return IndicatorSighted(
        sighting=identity,
        receipt=one.receipt,
        tlp=one.tlp,
        seen_at=seen.observation.last,
        past=past,
        record=notes.keep(writer, record, writer.now + notes.RETENTION),
        message=seen.message,
        people=seen.people,
    )
