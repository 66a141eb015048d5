"""The memory of one scan: who wrote to whom, and when; beside it, sealed, what the scan need not work out twice.

It lives as long as the scan, on disk or in the process.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final

import msgspec

from tocsin.common.hosts import registrable
from tocsin.identify.traces import MAX_REFERENCES, likeness_keys
from tocsin.model.trace import Trace

_SCHEMA: Final = """
CREATE TABLE trace (time REAL, sender TEXT, name TEXT, domain TEXT, good INT, ours INT, message_id TEXT, body BLOB);
CREATE TABLE recipient (address TEXT, domain TEXT, time REAL);
CREATE TABLE likeness (key TEXT, domain TEXT, time REAL, PRIMARY KEY (key, domain)) WITHOUT ROWID;
CREATE TABLE namesake (name TEXT, sender TEXT, time REAL, PRIMARY KEY (name, sender)) WITHOUT ROWID;
CREATE TABLE met (key BLOB, body BLOB);
"""
_INDEXES: Final = """
CREATE INDEX by_sender ON trace (sender, time);
CREATE INDEX by_good_sender ON trace (sender, time) WHERE good;
CREATE INDEX by_domain ON trace (domain, time) WHERE domain <> '' AND good;
CREATE INDEX by_message ON trace (message_id) WHERE message_id <> '';
CREATE INDEX by_time ON trace (time);
CREATE INDEX by_time_ours ON trace (time) WHERE ours AND good;
CREATE INDEX by_recipient ON recipient (address, time);
CREATE INDEX by_key ON met (key);
ANALYZE;
"""
_CORRESPONDENTS: Final = """
SELECT domain, min(time) FROM (
  SELECT domain, time FROM (
    SELECT domain, time, row_number() OVER (PARTITION BY domain ORDER BY time) AS place
    FROM trace WHERE domain <> '' AND good
  ) WHERE place = 2
  UNION ALL SELECT domain, time FROM recipient WHERE domain <> ''
) GROUP BY domain
"""
"""Domains that good mail came from twice or that our side wrote to, and since when they are known."""
_NAMES: Final = "INSERT INTO namesake SELECT name, sender, min(time) FROM trace WHERE name <> '' AND good GROUP BY 1, 2"
_BATCH: Final = 2_000
_LATEST: Final = 30
_EXCHANGE: Final = 20
_COUNTED: Final = 100
_NAMESAKES: Final = 20
_ALIKE: Final = 50
_REFERRED: Final = 60


class SqliteMemory:
    """A `tocsin.app.ports.Memory` in SQLite. One writer fills it and calls `finish`; only then it answers.

    With a path it is a file that any number of processes may then read; without, it never leaves this process.
    """

    def __init__(self, path: Path | None = None, readonly: bool = False) -> None:
        place = f"{path.resolve().as_uri()}?mode={'ro' if readonly else 'rwc'}" if path else ":memory:"
        self._connection = sqlite3.connect(place, uri=path is not None)
        # Also what SQLite sorts must not be written elsewhere.
        self._connection.execute("PRAGMA temp_store = MEMORY")
        if not readonly:
            # The file is scratch: losing it with the process is no loss, so nothing is synced.
            self._connection.execute("PRAGMA journal_mode = OFF")
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.executescript(_SCHEMA)
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(Trace)

    def __enter__(self) -> SqliteMemory:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close it; a memory without a path is gone then."""
        self._connection.close()

    def add(self, traces: Iterable[Trace]) -> None:
        """Remember traces, in any order of their times."""
        rest = iter(traces)
        while batch := list(islice(rest, _BATCH)):
            self._connection.executemany("INSERT INTO trace VALUES (?,?,?,?,?,?,?,?)", map(self._row, batch))
            self._connection.executemany("INSERT INTO recipient VALUES (?,?,?)", _recipients(batch))

    def _row(self, t: Trace) -> tuple[object, ...]:
        return t.time, t.sender, t.name, t.domain, not t.bad, t.ours, t.message_id, self._encoder.encode(t)

    def keep(self, pairs: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep (key, what the first pass found out of a message, sealed)."""
        self._connection.executemany("INSERT INTO met VALUES (?,?)", pairs)

    def met(self, key: bytes) -> bytes | None:
        """What `keep` was given for a key; None where that was nothing."""
        row = self._connection.execute("SELECT body FROM met WHERE key = ? LIMIT 1", (key,)).fetchone()
        return row[0] if row else None

    def finish(self) -> None:
        """Index what was added."""
        domains = self._connection.execute(_CORRESPONDENTS)
        keys = ((key, domain, time) for domain, time in domains for key in likeness_keys(domain))
        self._connection.executemany("INSERT INTO likeness VALUES (?,?,?)", keys)
        self._connection.execute(_NAMES)
        self._connection.commit()
        self._connection.executescript(_INDEXES)

    def of_sender(self, address: str, before: float) -> Sequence[Trace]:
        """Good messages of an address, the oldest first; at most the 30 latest."""
        query = "SELECT body FROM trace WHERE sender = ? AND time < ? AND good ORDER BY time DESC, body DESC LIMIT ?"
        return self._traces(query, (address, before, _LATEST))[::-1]

    def since(self, address: str, before: float) -> float | None:
        """When the first good message of an address came, or None."""
        query = "SELECT min(time) FROM trace WHERE sender = ? AND time < ? AND good"
        first: float | None = self._connection.execute(query, (address, before)).fetchone()[0]
        return first

    def written_to(self, address: str, before: float) -> int:
        """How many good messages our side had sent to an address, counted up to 100."""
        return self._count("FROM recipient WHERE address = ? AND time < ?", (address, before))

    def of_domain(self, domain: str, before: float) -> int:
        """How many good messages had come from a registrable domain, counted up to 100."""
        return self._count("FROM trace WHERE domain = ? AND domain <> '' AND time < ? AND good", (domain, before))

    def like_domain(self, keys: Iterable[str], before: float) -> Sequence[str]:
        """Domains of correspondents with one of these likeness keys, sorted; at most 50."""
        query = "SELECT domain FROM likeness WHERE key = ? AND time < ?"
        found = {row[0] for key in keys for row in self._connection.execute(query, (key, before))}
        return sorted(found)[:_ALIKE]

    def addresses_of_name(self, name: str, before: float) -> Sequence[str]:
        """Addresses that had used a folded display name in good mail, sorted; at most 20."""
        query = "SELECT sender FROM namesake WHERE name = ? AND time < ? ORDER BY sender LIMIT ?"
        return [row[0] for row in self._connection.execute(query, (name, before, _NAMESAKES))]

    def of_ids(self, message_ids: Sequence[str], before: float) -> Sequence[Trace]:
        """The messages with these ids, whatever their verdict, the oldest first; at most 60."""
        wanted = [message_id for message_id in message_ids[-MAX_REFERENCES:] if message_id]
        if not wanted:
            return ()
        marks = ",".join("?" * len(wanted))
        query = (
            f"SELECT body FROM trace WHERE message_id IN ({marks}) AND message_id <> '' AND time < ? "  # noqa: S608 - only question marks are put in
            "ORDER BY time, body LIMIT ?"
        )
        return self._traces(query, (*wanted, before, _REFERRED))

    def exchange(self, address: str, before: float) -> Sequence[Trace]:
        """The latest messages from an address, whatever their verdict, the oldest first; at most 20."""
        query = "SELECT body FROM trace WHERE sender = ? AND time < ? ORDER BY time DESC, body DESC LIMIT ?"
        return self._traces(query, (address, before, _EXCHANGE))[::-1]

    def size(self, before: float) -> tuple[int, int]:
        """How many messages there were, and how many good ones of our side; both counted up to 100."""
        every, ours = self._first_times
        return bisect_left(every, before), bisect_left(ours, before)

    @cached_property
    def _first_times(self) -> tuple[list[float], list[float]]:
        """Times of the first 100 messages, and of the first 100 good ones of our side."""
        queries = (f"SELECT time FROM trace {which} ORDER BY time LIMIT ?" for which in ("", "WHERE ours AND good"))  # noqa: S608 - constants
        every, ours = ([row[0] for row in self._connection.execute(query, (_COUNTED,))] for query in queries)
        return every, ours

    def _traces(self, query: str, values: tuple[object, ...]) -> list[Trace]:
        return [self._decoder.decode(row[0]) for row in self._connection.execute(query, values)]

    def _count(self, selection: str, values: tuple[object, ...]) -> int:
        query = f"SELECT count(*) FROM (SELECT 1 {selection} LIMIT {_COUNTED})"  # noqa: S608 - constants of this file
        return int(self._connection.execute(query, values).fetchone()[0])


@contextmanager
def remembering(traces: Iterable[Trace]) -> Iterator[SqliteMemory]:
    """Hold traces in a memory of this process that answers; it is gone when the block ends."""
    with SqliteMemory() as memory:
        memory.add(traces)
        memory.finish()
        yield memory


def _recipients(traces: Iterable[Trace]) -> Iterator[tuple[str, str, float]]:
    """Whom our side wrote to, each once a message."""
    for trace in traces:
        if trace.ours and not trace.bad:
            for address in dict.fromkeys(trace.recipients):
                yield address, registrable(address.rpartition("@")[2]) if "@" in address else "", trace.time
