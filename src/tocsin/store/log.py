"""The log: entries in a hash chain and a Merkle tree. Only appended to, one writer at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, insert, select, text, update

from tocsin.common import merkle
from tocsin.common.merkle import Frontier
from tocsin.formats import entry
from tocsin.model.error import LogError
from tocsin.model.event import Draft, Envelope
from tocsin.model.sentence import say
from tocsin.store.engine import bulk_insert
from tocsin.store.schema import blocks, entries, heads, logs

START: Final = bytes(32)
"""The chain before the first entry."""
BLOCK: Final = 256
"""Entries of a block whose root is kept."""
_CHUNK: Final = 5_000


def link(chain: bytes, leaf: bytes) -> bytes:
    """Return the chain after one more entry."""
    return hashlib.sha256(chain + leaf).digest()


class Log:
    """The log of one organisation, within a transaction."""

    def __init__(self, connection: Connection, organisation: str, *, for_append: bool = False) -> None:
        self._connection = connection
        if for_append and connection.dialect.name == "postgresql":
            # A lock of the row alone would let a second writer read the end of the log before it waits.
            key = int.from_bytes(hashlib.sha256(organisation.encode()).digest()[:8], signed=True)
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})
        row = connection.execute(select(logs).where(logs.c.organisation == organisation)).first()
        if row is None:
            raise LogError(
                say('there is no log of "%(organisation)s" here', organisation=organisation),
                say("`tocsin store init` begins one."),
            )
        self.organisation = organisation
        self.number: int = row.number
        self.id: str = row.log
        self.chain = bytes(row.chain)
        self.frontier = Frontier(row.size, bytes(row.frontier))

    @classmethod
    def begin(cls, connection: Connection, organisation: str, log: str) -> None:
        """Begin the log of an organisation."""
        row = {"log": log, "organisation": organisation, "size": 0, "chain": START, "frontier": b""}
        connection.execute(insert(logs).values(row))

    @property
    def size(self) -> int:
        """Entries so far."""
        return self.frontier.size

    def root(self) -> bytes:
        """The Merkle root of all entries."""
        return self.frontier.root()

    def append(self, drafts: Sequence[Draft], recorded_at: datetime) -> list[Envelope]:
        """Append events in one go, and return them as they stand in the log."""
        envelopes = [self._envelope(draft, self.size + place, recorded_at) for place, draft in enumerate(drafts)]
        self.append_raw([entry.encode(envelope) for envelope in envelopes])
        return envelopes

    def _envelope(self, draft: Draft, seq: int, recorded_at: datetime) -> Envelope:
        return Envelope(
            organisation=self.organisation,
            log=self.id,
            seq=seq,
            version=entry.version_of(draft.event),
            actor=draft.actor,
            occurred_at=draft.occurred_at or recorded_at,
            recorded_at=recorded_at,
            cause=draft.cause,
            event=draft.event,
        )

    def append_raw(self, raws: Sequence[bytes]) -> None:
        """Append entries given as bytes."""
        number, seq, chain = self.number, self.size, self.chain
        whole, block = self.frontier.split(BLOCK)
        rows, full = [], []
        for raw in raws:
            leaf = merkle.leaf_hash(raw)
            chain = link(chain, leaf)
            rows.append((number, seq, raw, chain))
            block.push(leaf)
            seq += 1
            if block.size == BLOCK:
                full.append((number, seq // BLOCK - 1, block.root()))
                whole.push(block.root(), BLOCK)
                block = Frontier()
        self.chain, self.frontier = chain, Frontier(seq, whole.pack() + block.pack())
        bulk_insert(self._connection, entries, ("log", "seq", "bytes", "chain"), rows)
        bulk_insert(self._connection, blocks, ("log", "number", "root"), full)
        end = {"size": seq, "chain": chain, "frontier": self.frontier.pack()}
        self._connection.execute(update(logs).where(logs.c.number == number).values(end))

    def heads(self) -> list[str]:
        """Return the checkpoints that were signed, the oldest first."""
        query = select(heads.c.checkpoint).where(heads.c.log == self.number).order_by(heads.c.size)
        return list(self._connection.scalars(query))

    def add_head(self, size: int, checkpoint: str, signed_at: datetime) -> None:
        """Keep a checkpoint; one of the same size is replaced."""
        self._connection.execute(delete(heads).where(heads.c.log == self.number, heads.c.size == size))
        row = {"log": self.number, "size": size, "checkpoint": checkpoint, "signed_at": signed_at}
        self._connection.execute(insert(heads).values(row))

    def raw(self, seq: int) -> bytes:
        """Return the bytes of an entry. Raises LogError where there is none."""
        query = select(entries.c.bytes).where(entries.c.log == self.number, entries.c.seq == seq)
        if (row := self._connection.execute(query).first()) is None:
            raise LogError(
                say("the log has no entry %(seq)s", seq=seq), say("It has %(size)s, counted from 0.", size=self.size)
            )
        return bytes(row[0])

    def rows(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, bytes, bytes]]:
        """Yield (seq, bytes, chain) from `start` up to, not including, `end`, as they are stored."""
        for part in self.parts(start, end):
            yield from part

    def parts(self, start: int = 0, end: int | None = None) -> Iterator[Sequence[tuple[int, bytes, bytes]]]:
        """Yield the same, several thousand at a time."""
        last = start - 1
        query = select(entries.c.seq, entries.c.bytes, entries.c.chain).where(entries.c.log == self.number)
        query = query.order_by(entries.c.seq).limit(_CHUNK)
        if end is not None:
            query = query.where(entries.c.seq < end)
        while True:
            found = self._connection.execute(query.where(entries.c.seq > last)).all()
            yield found
            if len(found) < _CHUNK:
                return
            last = found[-1][0]

    def read(self, start: int = 0, end: int | None = None) -> Iterator[Envelope]:
        """Yield entries in order."""
        for _, raw, _ in self.rows(start, end):
            yield entry.decode(raw)

    def several(self, seqs: Sequence[int]) -> list[Envelope]:
        """Return some entries, those that there are, in their order."""
        found: list[Envelope] = []
        wanted = sorted(set(seqs))
        for at in range(0, len(wanted), 500):
            query = select(entries.c.bytes).where(
                entries.c.log == self.number, entries.c.seq.in_(wanted[at : at + 500])
            )
            found += [entry.decode(bytes(raw)) for raw in self._connection.scalars(query.order_by(entries.c.seq))]
        return found

    def range_root(self, start: int, end: int) -> bytes:
        """Return the Merkle root of the entries from `start` to `end`, reading blocks where it can."""
        frontier, at = Frontier(), start
        if not start % BLOCK:
            query = select(blocks.c.root).where(blocks.c.log == self.number)
            query = query.where(blocks.c.number >= start // BLOCK, blocks.c.number < end // BLOCK).order_by(
                blocks.c.number
            )
            for (root,) in self._connection.execute(query):
                frontier.push(bytes(root), BLOCK)
                at += BLOCK
        for _, raw, _ in self.rows(at, end):
            frontier.push(merkle.leaf_hash(raw))
        if frontier.size != end - start:
            raise LogError(say("entries of the log are missing"), say("`tocsin log verify` says which."))
        return frontier.root()

    def root_at(self, size: int) -> bytes:
        """Return the Merkle root that the log had when it had `size` entries."""
        if not 0 <= size <= self.size:
            raise LogError(
                say("the log never had %(size)s entries", size=size), say("It has %(size)s.", size=self.size)
            )
        return self.root() if size == self.size else self.range_root(0, size)

    def inclusion(self, seq: int, size: int | None = None) -> list[bytes]:
        """Return the proof that an entry is among the first `size` (default: all)."""
        try:
            return merkle.inclusion_proof(seq, self.size if size is None else size, self.range_root)
        except ValueError as error:
            raise LogError(
                say("no proof of entry %(seq)s can be given", seq=seq),
                say("The log has %(size)s entries, counted from 0.", size=self.size),
            ) from error

    def consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """Return the proof that the log of `new` entries (default: all) begins with that of `old`."""
        try:
            return merkle.consistency_proof(old, self.size if new is None else new, self.range_root)
        except ValueError as error:
            raise LogError(
                say("no proof from %(size)s entries on can be given", size=old),
                say("The log has %(size)s entries.", size=self.size),
            ) from error
