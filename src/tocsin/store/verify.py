"""Checking a whole log in one pass: every entry, the chain, the tree, and the heads that were signed on the way."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

import msgspec
from sqlalchemy import Connection, select

from tocsin.common.merkle import Frontier, full_root
from tocsin.model.proof import Broken, Head, Report
from tocsin.store.log import BLOCK, START, Log
from tocsin.store.schema import blocks
from tocsin.store.views import tables

MAX_BROKEN: Final = 100


class _Place(msgspec.Struct):
    organisation: str
    log: str
    seq: int


_place: Final = msgspec.json.Decoder(_Place)


def verify(connection: Connection, log: Log, heads: Sequence[Head]) -> Report:
    """Read the log from its beginning and report what is broken. `heads` have been checked for their signatures."""
    check = _Check(log, heads)
    for rows in log.parts():
        check.entries(rows)
    check.end()
    check.blocks([bytes(root) for root in connection.scalars(
        select(blocks.c.root).where(blocks.c.log == log.number).order_by(blocks.c.number))])  # fmt: skip
    applied = connection.scalar(select(tables.progress.c.applied).where(tables.progress.c.log == log.number))
    if applied != log.size:
        check.add("views", applied or 0)
    root = check.frontier.root()
    return Report(log.id, check.read, root, len(heads), tuple(check.broken[:MAX_BROKEN]))


class _Check:
    """What has been read so far, and what was wrong with it."""

    def __init__(self, log: Log, heads: Sequence[Head]) -> None:
        self.log = log
        self.broken: list[Broken] = []
        self.read = 0
        self.frontier = Frontier()
        self._leaves: list[bytes] = []
        self._roots: list[bytes] = []
        self._chain = START
        self._next = 0
        start = {"organisation": log.organisation, "log": log.id, "seq": 0}
        self._prefix = msgspec.json.encode(start).removesuffix(b"0}")
        self._heads: dict[int, list[Head]] = {}
        for head in heads:
            self._heads.setdefault(head.size, []).append(head)
        self._stops = sorted(self._heads, reverse=True)
        self._compare()

    def add(self, code: str, seq: int) -> None:
        """Note something that is broken."""
        self.broken.append(Broken(code, seq))

    def entries(self, rows: Sequence[tuple[int, bytes, bytes]]) -> None:
        """Check the next entries. There may be millions: hashes are spelt out here, and the sound ones pass first."""
        prefix, previous, expected = self._prefix, self._chain, self._next
        for seq, raw, chain in rows:
            leaf = sha256(b"\x00" + raw).digest()  # merkle.leaf_hash
            is_linked = chain == sha256(previous + leaf).digest()  # link
            if not (is_linked and seq == expected and raw.startswith(b"%b%d," % (prefix, seq))):
                self._doubt(seq, expected, raw, is_linked=is_linked)
            previous, expected = chain, seq + 1
            self._leaf(leaf)
        self._chain, self._next = previous, expected

    def _doubt(self, seq: int, expected: int, raw: bytes, *, is_linked: bool) -> None:
        if seq != expected:
            self.add("missing", expected)
        if seq == expected and not is_linked:
            self.add("altered", seq)
        elif not self._is_at(seq, raw):
            self.add("misplaced", seq)

    def _leaf(self, leaf: bytes) -> None:
        self._leaves.append(leaf)
        self.read += 1
        if len(self._leaves) == BLOCK:
            self._roots.append(full_root(self._leaves))
            self.frontier.push(self._roots[-1], BLOCK)
            self._leaves = []
        if self._stops and self._stops[-1] == self.read:
            self._compare()

    def _is_at(self, seq: int, raw: bytes) -> bool:
        if raw.startswith(b"%b%d," % (self._prefix, seq)):
            return True
        try:  # it may be spelt otherwise than Tocsin does
            place = _place.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return False
        return (place.organisation, place.log, place.seq) == (self.log.organisation, self.log.id, seq)

    def _compare(self) -> None:
        """Compare the heads of the present size."""
        while self._stops and self._stops[-1] == self.read:
            root = self._whole().root()
            for head in self._heads[self._stops.pop()]:
                if head.root != root:
                    self.add("head", head.size)

    def _whole(self) -> Frontier:
        rest = Frontier()
        for leaf in self._leaves:
            rest.push(leaf)
        return Frontier(self.read, self.frontier.pack() + rest.pack())

    def end(self) -> None:
        """Compare the end with where the log says that it ends, and with heads that lie behind it."""
        self.frontier = self._whole()
        if self._chain != self.log.chain or self.frontier.pack() != self.log.frontier.pack():
            self.add("end", self.read)
        for size in reversed(self._stops):
            self.add("shorter", size)

    def blocks(self, stored: list[bytes]) -> None:
        """Compare the roots of the blocks with those that are kept, up to the first entry that is broken itself."""
        entries = [one.seq for one in self.broken if one.code in ("missing", "altered", "misplaced")]
        sound = min([self.read, *entries]) // BLOCK
        for number in range(sound):
            if stored[number : number + 1] != [self._roots[number]]:
                self.add("block", number * BLOCK)
        if not entries and len(stored) > sound:
            self.add("block", sound * BLOCK)
