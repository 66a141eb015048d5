"""What was read from logs of accounts, taken out of the vault again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from typing import Final

from msgspec.structs import replace

from tocsin.app.access import Grant
from tocsin.app.parts import notes
from tocsin.app.ports import Reader
from tocsin.identify.outcome.lines import Beside
from tocsin.model.activity import Activity, Coverage, each_once
from tocsin.model.event import ActivityPage, LogsRead
from tocsin.model.record import ActivityRecord

_MOST_READINGS: Final = 10_000
_MOST_LINES: Final = 500_000
"""Lines that are looked through once more: `tocsin serve` holds them in memory."""
_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def activities_of(
    reader: Reader, people: set[str], begins: datetime, ends: datetime, messages: Collection[str] = (), *,
    by_them: bool = False,
) -> Iterator[Activity]:  # fmt: skip
    """Yield what happened in accounts, or with messages, within a time, the oldest first; each line once.

    `by_them`: also what these people did in others' accounts.
    """
    found: list[Activity] = []
    for page in reader.views.activity_pages(begins, ends):
        record = notes.read(reader, page.content, ActivityRecord)
        for one in record.activities if record else ():
            is_theirs = one.person in people or (by_them and one.actor in people)
            concerned = is_theirs or (one.message and one.message.strip("<>") in messages)
            if concerned and begins <= one.time <= ends:
                found.append(one)
    yield from each_once(found)


def lines_about(reader: Reader, people: set[str], messages: Collection[str], until: datetime) -> Iterator[Activity]:
    """Yield all that is kept up to a time of what happened in accounts, by their owners, or with messages; and what
    others' lines tell of it."""
    pages = list(reader.views.activity_pages(_FIRST, until))

    def kept(*, about: bool) -> Iterator[Activity]:
        for page in pages:
            record = notes.read(reader, page.content, ActivityRecord)
            for one in record.activities if record else ():
                is_about = one.person in people or one.actor in people or one.message.strip("<>") in messages
                if is_about is about and one.time <= until:
                    yield one

    own = list(kept(about=True))
    beside = Beside(own)
    yield from own
    yield from filter(beside.tells, kept(about=False))


class Earlier:
    """What is kept of all logs that were read: the newest first, as far as it is not too much."""

    def __init__(self, grant: Grant) -> None:
        self._grant = grant
        self.gone: datetime | None = None
        """Until when lines are missing that were read once, as far as it is known; None: none are."""

    def __call__(self) -> Iterator[Activity]:
        """Yield it, in no order."""
        with self._grant.read() as reader:
            pages = reader.views.activity_pages(_FIRST, _LAST)
            listed = {page.content for page in pages}
            self._note(page.ends for page in _pages_read(reader) if page.content not in listed)
            left = _MOST_LINES
            for page in sorted(pages, key=lambda page: page.ends, reverse=True):
                record = notes.read(reader, page.content, ActivityRecord) if left > 0 else None
                if record is None:
                    self._note([page.ends])
                    continue
                left -= len(record.activities)
                yield from record.activities

    def _note(self, ends: Iterable[datetime]) -> None:
        self.gone = max((*ends, *([self.gone] if self.gone else ())), default=None)


def _pages_read(reader: Reader) -> Iterator[ActivityPage]:
    return (page for _, event in _readings(reader) for page in event.pages)


def _readings(reader: Reader) -> Iterator[tuple[str, LogsRead]]:
    """Yield (who brought the logs, what was read), the newest first."""
    after, left = None, _MOST_READINGS
    while left > 0:
        page = reader.views.journal(type="logs-read", after=after, limit=500)
        entries = reader.log.several([item.seq for item in page.items])
        yield from ((entry.actor, entry.event) for entry in entries if isinstance(entry.event, LogsRead))
        after, left = page.after, left - 500
        if after is None:
            return


def coverage_of(reader: Reader) -> tuple[tuple[Coverage, ...], ...]:
    """Return which logs were read, and for which times they can speak, by reading, the newest first, each once.

    Of a reading of which anything was erased or has expired, nobody can say any more what was not in it.
    """
    there = {one.content for one in reader.views.activity_pages(_FIRST, _LAST)}
    whole = (one for one in _readings(reader) if there.issuperset(page.content for page in one[1].pages))
    return tuple(dict.fromkeys(_said_by(actor, one.coverage) for actor, one in whole))


def _said_by(actor: str, coverage: tuple[Coverage, ...]) -> tuple[Coverage, ...]:
    return tuple(replace(one, by=actor) if one.stated else one for one in coverage)
