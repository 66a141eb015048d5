"""The objects of collections, as partners read them: bytes as they came, in the order in which they were added.

A page is ranges of one index, merged by the database: for each label that may be read, and each type that is asked
for, one. No row is passed over but by what no index knows (the first version, a version by its time).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row, Select, delete, insert, or_, select, union_all

from tocsin.app import ports
from tocsin.model.exchange import Arrival, Feed, Origin, Outcome, Receipt, Slice, Stored, Wanted
from tocsin.model.people import Tlp
from tocsin.store.adding import add, restand
from tocsin.store.schema import feeds, objects, receipts, shelves

LARGEST: Final = 8 << 20
"""Bytes after which a page ends, however few objects it has."""
_ROWS: Final = 100
"""Rows that are fetched at a time, so that a page of large objects is not held in memory twice."""
_MOST: Final = 1_000
"""Versions of one object whose origin is told."""
_LEVELS: Final = {label: number for number, label in enumerate(Tlp)}


class Shelves(ports.Shelves):
    """The shelves of one log, within a transaction. What each method means stands in `tocsin.app.ports`."""

    def __init__(self, connection: Connection, log: int) -> None:
        self._connection = connection
        self._log = log

    def objects(self, collection: str, wanted: Wanted, tlp: Tlp) -> Slice:
        """Return contents."""
        if (query := self._query(collection, wanted, tlp, objects.c.body)) is None:
            return _slice((), more=False)
        bodies: list[bytes] = []
        times: list[int] = []
        size = 0
        with self._connection.execute(query, execution_options={"yield_per": _ROWS}) as found:
            for added, body in found:
                if len(bodies) == wanted.limit or size > LARGEST:
                    return _slice(times, more=True, bodies=bodies)
                bodies.append(body)
                times.append(added)
                size += len(body)
        return _slice(times, more=False, bodies=bodies)

    def rows(self, collection: str, wanted: Wanted, tlp: Tlp) -> Slice:
        """Return what is known of them."""
        if (query := self._query(collection, wanted, tlp, objects.c.id, objects.c.version)) is None:
            return _slice((), more=False)
        found = [Stored(*row) for row in self._connection.execute(query)]
        kept = found[: wanted.limit]
        return _slice([one.added for one in kept], more=len(found) > wanted.limit, rows=kept)

    def _query(self, collection: str, wanted: Wanted, tlp: Tlp, *columns: Any) -> Any:
        shelf = self._shelf(collection)
        return None if shelf is None or wanted.nothing else _query(shelf, wanted, _LEVELS[tlp], columns)

    def _shelf(self, collection: str) -> int | None:
        query = select(shelves.c.number).where(shelves.c.log == self._log, shelves.c.collection == collection)
        return self._connection.scalar(query)

    def has(self, collection: str, identity: str, tlp: Tlp) -> bool:
        """Look for one row."""
        wanted = Wanted(ids=(identity,), versions=("all",), limit=1)
        return bool(self.rows(collection, wanted, tlp).rows)

    def origins(self, collection: str, identity: str) -> list[Origin]:
        """Look at all versions."""
        c = objects.c
        query = select(c.source, c.version, c.added, c.sent_at)
        query = query.where(c.shelf == self._shelf(collection), c.id == identity).order_by(c.added).limit(_MOST)
        return [Origin(*row) for row in self._connection.execute(query)]

    def add(self, collection: str, arrivals: Sequence[Arrival], source: str, now: datetime) -> list[Outcome]:
        """Give each its time and its place among the versions of the object."""
        shelf = self._shelf(collection)
        if shelf is None:
            row = {"log": self._log, "collection": collection, "last": 0}
            done = self._connection.execute(insert(shelves).values(row))
            shelf = int((done.inserted_primary_key or (0,))[0])
        return add(self._connection, shelf, arrivals, source, now)

    def feed(self, feed: str) -> Feed | None:
        """Look it up."""
        row = self._connection.execute(select(feeds).where(feeds.c.log == self._log, feeds.c.feed == feed)).first()
        return _feed(row) if row else None

    def delete(self, collection: str, identity: str, source: str, wanted: Wanted) -> int:
        """Delete, and find anew which versions are first and last."""
        shelf = self._shelf(collection)
        if shelf is None or wanted.nothing:
            return 0
        c = objects.c
        these = [c.shelf == shelf, c.id == identity, c.source == source, *_versions(wanted)]
        gone = self._connection.execute(delete(objects).where(*these)).rowcount
        restand(self._connection, shelf, identity, source)
        return int(gone)

    def clear(self, collection: str) -> None:
        """Delete all. The shelf stays: no later object may get a time that one of these had."""
        self._connection.execute(delete(objects).where(objects.c.shelf == self._shelf(collection)))

    def keep_receipt(self, receipt: Receipt, partner: str) -> None:
        """Keep its JSON."""
        row = {"log": self._log, "receipt": receipt.id, "partner": partner, "at": receipt.at}
        self._connection.execute(insert(receipts).values(**row, body=msgspec.json.encode(receipt)))

    def receipt(self, receipt: str, partner: str) -> Receipt | None:
        """Look it up."""
        c = receipts.c
        query = select(c.body).where(c.log == self._log, c.receipt == receipt, c.partner == partner)
        raw = self._connection.scalar(query)
        return None if raw is None else msgspec.json.decode(bytes(raw), type=Receipt)

    def forget_receipts(self, before: datetime) -> None:
        """Delete by time."""
        self._connection.execute(delete(receipts).where(receipts.c.log == self._log, receipts.c.at < before))

    def feeds(self) -> list[Feed]:
        """List them."""
        query = select(feeds).where(feeds.c.log == self._log).order_by(feeds.c.feed)
        return [_feed(row) for row in self._connection.execute(query)]

    def latest(self, collection: str, identity: str, source: str) -> bytes | None:
        """Look among those of all sources."""
        return dict(self.standing(collection, identity)).get(source)

    def standing(self, collection: str, identity: str) -> list[tuple[str, bytes]]:
        """Look at the last versions."""
        c = objects.c
        query = select(c.source, c.body).where(c.shelf == self._shelf(collection), c.id == identity, c.is_last == 1)
        return [(source, bytes(body)) for source, body in self._connection.execute(query.order_by(c.added))]

    def keep_feed(self, feed: Feed) -> None:
        """Put it in the place of what was known."""
        c = feeds.c
        self._connection.execute(delete(feeds).where(c.log == self._log, c.feed == feed.feed))
        row = msgspec.structs.asdict(feed) | {"sends": int(feed.sends)}
        self._connection.execute(insert(feeds).values(log=self._log, **row))


def _feed(row: Row[Any]) -> Feed:
    return Feed(row.feed, row.url, row.collection, bool(row.sends), row.reached, row.at)


def _slice(times: Sequence[int], *, more: bool, bodies: Sequence[bytes] = (), rows: Sequence[Stored] = ()) -> Slice:
    first, last = (times[0], times[-1]) if times else (None, None)
    return Slice(tuple(bodies), tuple(rows), first, last, more)


def _query(shelf: int, wanted: Wanted, level: int, columns: Sequence[Any]) -> Any:
    """One more than is wanted, so that it is known whether there are more."""
    c = objects.c
    base = select(c.added, *columns).where(c.shelf == shelf, *_versions(wanted))
    if wanted.ids:
        # Not the column itself: SQLite would go through all times instead of to the ids.
        time = c.added + 0
        found = base.where(c.id.in_(wanted.ids), c.tlp <= level, time > wanted.after)
        found = found.where(c.kind.in_(wanted.kinds)) if wanted.kinds else found
        return found.order_by(time).limit(wanted.limit + 1)
    base = base.where(c.added > wanted.after)
    ranges = [
        base.where(c.is_last == last, c.tlp == one, *([c.kind == kind] if kind else []))
        for last in ((1,) if wanted.versions == ("last",) else (1, 0))
        for one in range(level + 1)
        for kind in wanted.kinds or ("",)
    ]
    return _merged(ranges).limit(wanted.limit + 1)


def _merged(ranges: Sequence[Select[Any]]) -> Any:
    if len(ranges) == 1:
        return ranges[0].order_by(objects.c.added)
    return union_all(*ranges).order_by("added")


def _versions(wanted: Wanted) -> list[Any]:
    """What versions are asked for, as conditions."""
    if "all" in wanted.versions:
        return []
    c = objects.c
    named = [one for one in wanted.versions if one not in ("first", "last")]
    either: list[Any] = [c.version.in_(named)] if named else []
    either += [c.is_last == 1] if "last" in wanted.versions else []
    either += [c.is_first == 1] if "first" in wanted.versions else []
    return [or_(*either)]
