"""What was read from logs of accounts, taken out of the vault again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from typing import Final

from tocsin.app.parts import notes
from tocsin.app.ports import Reader
from tocsin.model.activity import Activity, Coverage
from tocsin.model.event import LogsRead
from tocsin.model.record import ActivityRecord

_MOST_READINGS: Final = 500
_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def activities_of(
    reader: Reader, people: set[str], begins: datetime, ends: datetime, messages: Collection[str] = (), *,
    by_them: bool = False,
) -> Iterator[Activity]:  # fmt: skip
    """Yield what happened in accounts, or with messages, within a time, the oldest first; each line once.

    `by_them`: also what these people did in others' accounts.
    """
    seen: set[tuple[str, str]] = set()
    found: list[Activity] = []
    for page in reader.views.activity_pages(begins, ends):
        record = notes.read(reader, page.content, ActivityRecord)
        for one in record.activities if record else ():
            is_theirs = one.person in people or (by_them and one.actor in people)
            concerned = is_theirs or (one.message and one.message.strip("<>") in messages)
            if concerned and begins <= one.time <= ends and (one.provider, one.id) not in seen:
                seen.add((one.provider, one.id))
                found.append(one)
    yield from sorted(found, key=lambda one: (one.time, one.id))


def coverage_of(reader: Reader) -> tuple[tuple[Coverage, ...], ...]:
    """Return which logs were read, and for which times they can speak, by reading, the newest first.

    Of a reading of which anything was erased or has expired, nobody can say any more what was not in it.
    """
    page = reader.views.journal(type="logs-read", limit=_MOST_READINGS)
    events = (entry.event for entry in reader.log.several([item.seq for item in page.items]))
    there = {one.content for one in reader.views.activity_pages(_FIRST, _LAST)}
    readings = (event for event in events if isinstance(event, LogsRead))
    return tuple(one.coverage for one in readings if there.issuperset(page.content for page in one.pages))
