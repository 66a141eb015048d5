"""What was read from logs of accounts, taken out of the vault again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Final

from tocsin.app.parts import notes
from tocsin.app.ports import Reader
from tocsin.model.activity import Activity, Coverage, each_once
from tocsin.model.event import LogsRead
from tocsin.model.record import ActivityRecord

_MOST_READINGS: Final = 500


def activities_of(
    reader: Reader, people: set[str], begins: datetime, ends: datetime, messages: Collection[str] = ()
) -> Iterator[Activity]:  # fmt: skip
    """Yield what happened in accounts, or with messages, within a time, the oldest first; each line once."""
    found: list[Activity] = []
    for page in reader.views.activity_pages(begins, ends):
        record = notes.read(reader, page.content, ActivityRecord)
        for one in record.activities if record else ():
            concerned = one.person in people or (one.message and one.message.strip("<>") in messages)
            if concerned and begins <= one.time <= ends:
                found.append(one)
    yield from each_once(found)


def coverage_of(reader: Reader) -> tuple[Coverage, ...]:
    """Return which logs were read, and for which times they can speak, the newest reading first, each once."""
    page = reader.views.journal(type="logs-read", limit=_MOST_READINGS)
    events = (entry.event for entry in reader.log.several([item.seq for item in page.items]))
    found = (one for event in events if isinstance(event, LogsRead) for one in event.coverage)
    return tuple(dict.fromkeys(found))
