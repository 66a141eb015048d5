"""The organisation's history: what it remembers of mail that was judged before, with the verdict as it stands now.

So mail that a person called bad builds no trust, and a false alarm that a person corrected does. What was read once is
kept in memory and followed by what the log says since: the answer is the same as if all were read anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Final

import msgspec

from tocsin.app.ports import Log, Reader
from tocsin.model.event import Erased, Ref, RetentionExpired
from tocsin.model.record import MessageRecord
from tocsin.model.trace import Trace
from tocsin.model.verdict import Class
from tocsin.model.view import MessageItem

MOST: Final = 20_000
"""Messages that are remembered: the latest ones."""
_PAGE: Final = 500
_FOLLOWED: Final = 5_000
"""Entries beyond which it is quicker to read all anew."""
_LOGS: Final = 4
"""Organisations whose history is kept in memory; the one that waited for the longest gives way."""


@dataclass(slots=True)
class _One:
    """A message that is remembered; without a trace where there is none, or none any more."""

    seq: int
    record: Ref | None
    trace: Trace | None


class _Known:
    """What is remembered of one log as it was at a size."""

    def __init__(self, reader: Reader) -> None:
        self._ones: dict[str, _One] = {}
        for items in _pages(reader):
            self._take(reader, items)
        self._note(reader.log)

    def _note(self, log: Log) -> None:
        self._size = log.size
        self._last = log.raw(self._size - 1) if self._size else b""

    def goes_on_in(self, log: Log) -> bool:
        """Say whether a log begins with what is known, and grew by little."""
        if not self._size <= log.size <= self._size + _FOLLOWED:
            return False
        return not self._size or log.raw(self._size - 1) == self._last

    def follow(self, reader: Reader) -> None:
        """Take in what the log says since."""
        if reader.log.size == self._size:
            return
        touched: set[str] = set()
        gone: set[Ref] = set()
        for entry in reader.log.read(self._size):
            event = entry.event
            if isinstance(event, (Erased, RetentionExpired)):
                gone.update(event.refs)
            elif isinstance(message := getattr(event, "message", None), str):
                touched.add(message)
        self._take(reader, filter(None, map(reader.views.message, sorted(touched))))
        for one in self._ones.values():
            if one.record in gone:
                one.trace = None
        for message in sorted(self._ones, key=lambda message: self._ones[message].seq)[:-MOST]:
            del self._ones[message]
        self._note(reader.log)

    def _take(self, reader: Reader, items: Iterable[MessageItem]) -> None:
        several = list(items)
        records = reader.vault.get_many([item.record for item in several if item.record])
        for item in several:
            raw = records.get(item.record or "")
            self._ones[item.message] = _One(item.seq, item.record, _trace(item, raw) if raw is not None else None)

    def traces(self) -> list[Trace]:
        """Return what is remembered."""
        return [one.trace for one in self._ones.values() if one.trace]


class Histories:
    """The histories that are kept in memory. Safe to use from several threads."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._lock = Lock()

    def of(self, reader: Reader) -> list[Trace]:
        """Return what an organisation remembers: of what its vault still holds."""
        log = reader.log
        with self._lock:
            known = self._known.pop(log.id, None)
            if known is not None and known.goes_on_in(log):
                known.follow(reader)
            else:
                known = _Known(reader)
            self._known[log.id] = known
            while len(self._known) > _LOGS:
                self._known.popitem(last=False)
            return known.traces()


def _pages(reader: Reader) -> Iterator[tuple[MessageItem, ...]]:
    after: str | None = None
    for _ in range(0, MOST, _PAGE):
        page = reader.views.messages(after=after, limit=_PAGE)
        yield page.items
        if (after := page.after) is None:
            return


def _trace(item: MessageItem, raw: bytes) -> Trace | None:
    record = msgspec.json.decode(raw, type=MessageRecord)
    return record.trace and msgspec.structs.replace(record.trace, bad=item.verdict is not Class.CLEAN)
