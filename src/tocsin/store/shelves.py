"""The objects of collections, as partners read them: bytes as they came, in the order in which they were added.

A page is ranges of one index, merged by the database: for each label that may be read, and each type that is asked
for, one. No row is passed over but by what no index knows (the first version, a version by its time).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, Final

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from tocsin.app import ports
from tocsin.app.ports import Look
from tocsin.model.exchange import OWN, Arrival, Feed, Lying, Origin, Outcome, Reach, Receipt, Slice, Stored, Wanted
from tocsin.model.people import Tlp
from tocsin.store.adding import add, restand
from tocsin.store.pages import query_of, versions_of
from tocsin.store.schema import feeds, objects, receipts, shelves

LARGEST: Final = 8 << 20
"""Bytes after which a page ends, however few objects it has."""
_ROWS: Final = 100
"""Rows that are fetched at a time, so that a page of large objects is not held in memory twice."""
_MOST: Final = 1_000
"""Versions of one object whose origin is told."""


_NAMED: Final = (
    update(objects)
    .where(objects.c.shelf == bindparam("the_shelf"), objects.c.added == bindparam("the_added"))
    .values(names=bindparam("to_names"))
)


def _nobody(body: bytes) -> tuple[str, ...]:
    """For who reads what never leaves the organisation."""
    raise AssertionError(len(body))


class _Asked:
    """Whom rows name, and whether that keeps them back; looked at anew where who could be named has changed."""

    def __init__(self, reach: Reach, look: Look) -> None:
        self.reach = reach
        self._look = look
        self.looked: list[tuple[int, str]] = []

    def passes(self, row: Row[Any], body: Callable[[Row[Any]], bytes]) -> bool:
        agreed = self.reach.agreed
        if agreed is None or (row.source == self.reach.reader and self.reach.reader):
            return True
        names = row.names
        if row.looked != self.reach.looked:
            names = " ".join(self._look(body(row)))
            self.looked.append((row.added, names))
        return not names or agreed.issuperset(names.split())


class Shelves(ports.Shelves):
    """The shelves of one log, within a transaction. What each method means stands in `tocsin.app.ports`."""

    def __init__(self, connection: Connection, log: int) -> None:
        self._connection = connection
        self._log = log

    def objects(self, collection: str, wanted: Wanted, reach: Reach, look: Look = _nobody) -> Slice:
        """Return contents, of as many rows as it takes."""
        bodies: list[bytes] = []
        times: list[int] = []
        size = 0
        asked = _Asked(reach, look)
        for row in self._passing(collection, wanted, asked, objects.c.body):
            if len(bodies) == wanted.limit or size > LARGEST:
                return _slice(times, more=True, bodies=bodies, looked=asked.looked)
            bodies.append(row.body)
            times.append(row.added)
            size += len(row.body)
        return _slice(times, more=False, bodies=bodies, looked=asked.looked)

    def rows(self, collection: str, wanted: Wanted, reach: Reach, look: Look = _nobody) -> Slice:
        """Return what is known of them."""
        asked = _Asked(reach, look)
        found = list(islice(self._passing(collection, wanted, asked, objects.c.version), wanted.limit + 1))
        kept = [Stored(row.added, row.id, row.version) for row in found[: wanted.limit]]
        times = [one.added for one in kept]
        return _slice(times, more=len(found) > wanted.limit, rows=kept, looked=asked.looked)

    def has(self, collection: str, identity: str, reach: Reach, look: Look = _nobody) -> bool:
        """Look for one row."""
        wanted = Wanted(ids=(identity,), versions=("all",), limit=1)
        return bool(self.rows(collection, wanted, reach, look).rows)

    def lying(self, collection: str, after: int, limit: int) -> list[Lying]:
        """Return the newest version of each object, whoever may have it."""
        c = objects.c
        query = select(c.added, c.id, c.version, c.kind, c.tlp, c.source, c.body, c.looked, c.names)
        query = query.where(c.shelf == self._shelf(collection), c.is_last == 1, c.added > after)
        found = self._connection.execute(query.order_by(c.added).limit(limit))
        return [Lying(*row[:4], tuple(Tlp)[row.tlp], row.source, bytes(row.body), *row[7:]) for row in found]

    def strictest(self, ids: Sequence[str]) -> dict[str, Tlp]:
        """Return of objects that others brought into any collection the strictest label."""
        c = objects.c
        mine = select(shelves.c.number).where(shelves.c.log == self._log)
        found: dict[str, Tlp] = {}
        for at in range(0, len(ids), _MOST):
            query = select(c.id, func.max(c.tlp)).where(c.shelf.in_(mine), c.id.in_(ids[at : at + _MOST]))
            for identity, level in self._connection.execute(query.where(c.source != OWN).group_by(c.id)):
                found[identity] = tuple(Tlp)[level]
        return found

    def keep_names(self, collection: str, looked: Sequence[tuple[int, str]], until: int) -> None:
        """Note whom objects name."""
        shelf = self._shelf(collection)
        rows = [{"the_shelf": shelf, "the_added": added, "to_names": names} for added, names in looked]
        if rows:
            self._connection.execute(_NAMED.values(looked=until), rows)

    def _passing(self, collection: str, wanted: Wanted, asked: _Asked, *columns: Any) -> Iterator[Row[Any]]:
        """The rows that may leave, one more than is wanted where there are so many."""
        shelf = self._shelf(collection)
        left = wanted.limit + 1
        while shelf is not None and not wanted.nothing and left > 0:
            query = query_of(shelf, wanted, asked.reach, columns)
            last, number = None, 0
            if query is None:
                return
            with self._connection.execute(query, execution_options={"yield_per": _ROWS}) as found:
                for number, row in enumerate(found, 1):  # noqa: B007 - it is counted
                    last = row.added
                    if asked.passes(row, lambda row: self._body(shelf, row)):
                        left -= 1
                        yield row
            if number <= wanted.limit or last is None:
                return
            wanted = replace(wanted, after=last)

    def _body(self, shelf: int, row: Row[Any]) -> bytes:
        if "body" in row._fields:
            return bytes(row.body)
        query = select(objects.c.body).where(objects.c.shelf == shelf, objects.c.added == row.added)
        return bytes(self._connection.scalar(query) or b"{}")

    def _shelf(self, collection: str) -> int | None:
        query = select(shelves.c.number).where(shelves.c.log == self._log, shelves.c.collection == collection)
        return self._connection.scalar(query)

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
        these = [c.shelf == shelf, c.id == identity, c.source == source, *versions_of(wanted)]
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


def _slice(
    times: Sequence[int], *, more: bool, bodies: Sequence[bytes] = (), rows: Sequence[Stored] = (),
    looked: Sequence[tuple[int, str]] = (),
) -> Slice:  # fmt: skip
    first, last = (times[0], times[-1]) if times else (None, None)
    return Slice(tuple(bodies), tuple(rows), first, last, more, tuple(looked))
