"""The memory of one scan, on disk: who wrote to whom, and when. It lives as long as the scan."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

import msgspec

from tocsin.identify.traces import Trace

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS trace (id INTEGER PRIMARY KEY, time REAL, sender TEXT, name TEXT, domain TEXT, good INT,
  ours INT, message_id TEXT, body BLOB);
CREATE TABLE IF NOT EXISTS recipient (address TEXT, time REAL, ours INT);
"""
_INDEXES: Final = """
CREATE INDEX IF NOT EXISTS by_sender ON trace (sender, time);
CREATE INDEX IF NOT EXISTS by_name ON trace (name, time) WHERE name <> '';
CREATE INDEX IF NOT EXISTS by_domain ON trace (domain, time);
CREATE INDEX IF NOT EXISTS by_message ON trace (message_id) WHERE message_id <> '';
CREATE INDEX IF NOT EXISTS by_recipient ON recipient (address, time) WHERE ours;
ANALYZE;
"""
_LATEST: Final = 50
_EXCHANGE: Final = 20


class DiskMemory:
    """A `tocsin.app.ports.Memory` in a SQLite file. One writer fills it; then any number of processes read it."""

    def __init__(self, path: Path, readonly: bool = False) -> None:
        self._connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode={'ro' if readonly else 'rwc'}", uri=True)
        if not readonly:
            # The file is scratch: losing it with the process is no loss, so nothing is synced.
            self._connection.execute("PRAGMA journal_mode = OFF")
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.executescript(_SCHEMA)
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(Trace)

    def __enter__(self) -> DiskMemory:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def add(self, traces: Iterable[Trace]) -> None:
        """Remember traces, in any order of their times."""
        rows, recipients = [], []
        for t in traces:
            body = self._encoder.encode(t)
            rows.append((t.time, t.sender, t.name, t.domain, int(not t.bad), int(t.ours), t.message_id, body))
            recipients.extend((address, t.time, 1) for address in t.recipients if t.ours and not t.bad)
        self._connection.executemany(
            "INSERT INTO trace (time, sender, name, domain, good, ours, message_id, body) VALUES (?,?,?,?,?,?,?,?)", rows
        )
        self._connection.executemany("INSERT INTO recipient VALUES (?,?,?)", recipients)

    def finish(self) -> None:
        """Index what was added; before this, answers are slow."""
        self._connection.executescript(_INDEXES)
        self._connection.commit()

    def of_sender(self, address: str, before: float) -> Sequence[Trace]:
        """Good messages of an address before a time, the oldest first; at most the 50 latest."""
        query = "SELECT body FROM trace WHERE sender = ? AND time < ? AND good ORDER BY time DESC LIMIT ?"
        return self._traces(query, (address, before, _LATEST))[::-1]

    def written_to(self, address: str, before: float) -> int:
        """How many messages our side had sent to an address."""
        return self._count("SELECT count(*) FROM recipient WHERE address = ? AND time < ? AND ours", (address, before))

    def of_domain(self, domain: str, before: float) -> int:
        """How many good messages had come from a registrable domain, counted up to 1,000."""
        query = "SELECT count(*) FROM (SELECT 1 FROM trace WHERE domain = ? AND time < ? AND good LIMIT 1000)"
        return self._count(query, (domain, before)) if domain else 0

    def addresses_of_name(self, name: str, before: float) -> Sequence[str]:
        """Addresses that had used a folded display name in good mail; at most 20."""
        if not name:
            return ()
        query = "SELECT DISTINCT sender FROM trace WHERE name = ? AND name <> '' AND time < ? AND good LIMIT 20"
        return [row[0] for row in self._connection.execute(query, (name, before))]

    def of_ids(self, message_ids: Sequence[str], before: float) -> Sequence[Trace]:
        """The messages with these ids, whatever their verdict."""
        if not message_ids:
            return ()
        marks = ",".join("?" * len(message_ids[:30]))
        query = f"SELECT body FROM trace WHERE message_id IN ({marks}) AND message_id <> '' AND time < ? LIMIT 60"  # noqa: S608 - only question marks are put in
        return self._traces(query, (*message_ids[:30], before))

    def exchange(self, address: str, before: float) -> Sequence[Trace]:
        """The latest messages from an address, whatever their verdict; at most 20, the oldest first."""
        query = "SELECT body FROM trace WHERE sender = ? AND time < ? ORDER BY time DESC LIMIT ?"
        return self._traces(query, (address, before, _EXCHANGE))[::-1]

    def _traces(self, query: str, values: tuple[object, ...]) -> list[Trace]:
        return [self._decoder.decode(row[0]) for row in self._connection.execute(query, values)]

    def _count(self, query: str, values: tuple[object, ...]) -> int:
        return int(self._connection.execute(query, values).fetchone()[0])
