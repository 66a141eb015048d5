"""What incidents show, by which they are compared: of their mail, their alerts and told facts; many read at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, TypeVar

import msgspec
from msgspec.structs import replace

from tocsin.app.ports import Reader
from tocsin.attribute.features import merged, of_activity, of_mail, told
from tocsin.identify.sites import is_known
from tocsin.model.desk import Compared
from tocsin.model.event import Ref
from tocsin.model.operation import Feature, IncidentFeatures
from tocsin.model.profile import Profile
from tocsin.model.record import AlertRecord, FactRecord, MessageRecord, Note
from tocsin.model.verdict import Class
from tocsin.model.view import AlertItem, FactItem, IncidentItem, MessageItem, Things

T = TypeVar("T")
_AT_ONCE: Final = 100
"""Incidents whose records are in memory at one time."""
_MOST: Final = 50
"""Messages, alerts, and facts, of one incident by which it is compared: the latest."""


def showing(reader: Reader, items: Iterable[IncidentItem], profile: Profile) -> Iterator[Compared]:
    """Yield incidents of an organisation with what each shows, in order, read a hundred at a time."""
    left = iter(items)
    while several := list(islice(left, _AT_ONCE)):
        things = reader.views.things_of([one.incident for one in several], _MOST)
        things = {one: _counting(of) for one, of in things.items()}
        records = reader.vault.get_many(list(dict.fromkeys(_refs(several, things.values()))))
        yield from (_shown(one, things[one.incident], records, profile) for one in several)


def _counting(things: Things) -> Things:
    """Leave out what is no sign of an attack."""
    return replace(
        things, messages=tuple(filter(_is_flagged, things.messages)), alerts=tuple(filter(_stands, things.alerts))
    )


def _is_flagged(message: MessageItem) -> bool:
    return message.verdict in (Class.MALICIOUS, Class.SUSPICIOUS)


def _stands(alert: AlertItem) -> bool:
    return alert.state != "dismissed"


def of_message(item: MessageItem, record: MessageRecord | None, profile: Profile) -> list[Feature]:
    """Return what a message shows; nothing where it is no sign of an attack, or was erased."""
    if record is None or record.traits is None or not _is_flagged(item):
        return []
    return list(of_mail(replace(record.traits, message=item.message), profile, is_known))


def of_alert(item: AlertItem, record: AlertRecord | None) -> list[Feature]:
    """Return what an alert shows; nothing where it was dismissed, or erased."""
    if record is None or not _stands(item):
        return []
    return [one for line in record.lines for one in of_activity(line)]


def _refs(items: Iterable[IncidentItem], several: Iterable[Things]) -> Iterator[Ref]:
    for item in items:
        yield item.title
    for things in several:
        flagged = (*(one.record for one in things.messages), *(one.record for one in things.alerts))
        yield from filter(None, flagged)
        yield from (one.record for one in things.facts)


def _shown(item: IncidentItem, things: Things, records: Mapping[Ref, bytes], profile: Profile) -> Compared:
    found, techniques = list[Feature](), set[str]()
    for message in things.messages:
        record = _read(records, message.record, MessageRecord)
        techniques |= set(_techniques(record))
        found += of_message(message, record, profile)
    for raised in things.alerts:
        alert = _read(records, raised.record, AlertRecord)
        techniques |= set(alert.alert.attack if alert else ())
        found += of_alert(raised, alert)
    for fact in things.facts:
        found += _told(fact, records, profile)
    times = (*(one.at for one in things.messages), *(one.at for one in things.alerts))
    title = _read(records, item.title, Note)
    features = IncidentFeatures(item.incident, min(times, default=item.opened_at), merged(found))
    return Compared(
        item, title.text if title else "", features, tuple(sorted(techniques)), profile.organisation.name, item.track
    )  # fmt: skip


def _told(fact: FactItem, records: Mapping[Ref, bytes], profile: Profile) -> tuple[Feature, ...]:
    record = _read(records, fact.record, FactRecord)
    return told(fact.kind, record.value, f"{fact.incident}:{fact.seq}", profile, is_known) if record else ()


def _techniques(record: MessageRecord | None) -> Iterator[str]:
    for finding in record.verdict.findings if record and record.verdict else ():
        if finding.weight > 0:
            yield from finding.attack


def _read(records: Mapping[Ref, bytes], ref: Ref | None, kind: type[T]) -> T | None:
    """Return a record of those that were read, or None where it is gone."""
    raw = records.get(ref) if ref else None
    return msgspec.json.decode(raw, type=kind) if raw is not None else None
