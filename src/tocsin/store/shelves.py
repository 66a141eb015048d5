"""The objects of collections, as partners read them: bytes as they came, in the order in which they were added.

A page is ranges of one index, merged by the database: for each label that may be read, and each type that is asked
for, one. No row is passed over but by what no index knows (the first version, a version by its time).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
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
_FEW_ROWS: Final = 16
"""The same for a small page."""
_MOST: Final = 1_000
"""Versions of one object whose origin is told."""
MOST_PASSED: Final = 20_000
"""Rows that may not leave, after which a page ends, full or not."""
MOST_LOOKED: Final = 2 << 20
"""Bytes that are looked at for whom they name, after which a page ends: a megabyte may take seconds."""


_NAMED: Final = (
    update(objects)
    .where(objects.c.shelf == bindparam("the_shelf"), objects.c.added == bindparam("the_added"))
    .values(names=bindparam("to_names"))
)


def _nobody(body: bytes) -> tuple[str, ...]:
    """For who reads what never leaves the organisation."""
    raise AssertionError(len(body))


class _Asked:
    """Whom rows name, and whether that keeps them back; looked at anew where who could be named has changed.

    One request costs no more than it may, whatever lies there: where it does, it is `tired`.
    """

    def __init__(self, reach: Reach, look: Look) -> None:
        self.reach = reach
        self._look = look
        self.looked: list[tuple[int, str]] = []
        self.reached: int | None = None
        """The last row that was asked about, where there are more."""
        self._passed = 0
        self._size_passed = 0
        self._size_looked = 0

    @property
    def most(self) -> int:
        """How many rows more than are wanted may have to be read."""
        return 0 if self.reach.agreed is None else MOST_PASSED

    @property
    def tired(self) -> bool:
        return self._passed >= MOST_PASSED or self._size_passed > LARGEST or self._size_looked > MOST_LOOKED

    def passes(self, row: Row[Any], body: Callable[[Row[Any]], bytes]) -> bool:
        agreed = self.reach.agreed
        if agreed is None or (row.source == self.reach.reader and self.reach.reader):
            return True
        names = row.names
        if row.looked != self.reach.looked:
            text = body(row)
            names = " ".join(self._look(text))
            self._size_looked += len(text)
            self.looked.append((row.added, names))
        if not names or agreed.issuperset(names.split()):
            return True
        self._passed += 1
        self._size_passed += len(row.body) if "body" in row._fields else 0
        return False


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
        shelf = self._shelf(collection)
        # Rows that are found by their ids are sorted: not with their contents, however many there are.
        for row in self._passing(shelf, wanted, asked, *(() if wanted.ids else (objects.c.body,))):
            if len(bodies) == wanted.limit or size > LARGEST:
                return _slice(times, asked, times[-1], bodies=bodies)
            bodies.append(self._body(shelf, row))
            times.append(row.added)
            size += len(bodies[-1])
        return _slice(times, asked, asked.reached, bodies=bodies)

    def rows(self, collection: str, wanted: Wanted, reach: Reach, look: Look = _nobody) -> Slice:
        """Return what is known of them."""
        kept: list[Stored] = []
        times: list[int] = []
        asked = _Asked(reach, look)
        for row in self._passing(self._shelf(collection), wanted, asked, objects.c.version):
            if len(kept) == wanted.limit:
                return _slice(times, asked, times[-1], rows=kept)
            kept.append(Stored(row.added, row.id, row.version))
            times.append(row.added)
        return _slice(times, asked, asked.reached, rows=kept)

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

    def _passing(self, shelf: int | None, wanted: Wanted, asked: _Asked, *columns: Any) -> Iterator[Row[Any]]:
        """The rows that may leave, one more than is wanted where there are so many; until too many may not."""
        if shelf is None or wanted.nothing:
            return
        query = query_of(shelf, replace(wanted, limit=wanted.limit + asked.most), asked.reach, columns)
        if query is None:
            return
        last = None
        at_a_time = max(min(_ROWS, wanted.limit + 1), _FEW_ROWS)
        with self._connection.execute(query, execution_options={"yield_per": at_a_time}) as found:
            for row in found:
                if asked.tired:
                    asked.reached = last
                    return
                last = row.added
                if asked.passes(row, lambda row: self._body(shelf, row)):
                    yield row

    def _body(self, shelf: int | None, row: Row[Any]) -> bytes:
        if "body" in row._fields:
            return bytes(row.body)
        query = select(objects.c.body).where(objects.c.shelf == shelf, objects.c.added == row.added)
        return bytes(self._connection.scalar(query) or b"{}")

    def _shelf(self, collection: str) -> int | None:
        query = select(shelves.c.number).where(shelves.c.log == self._log, shelves.c.collection == collection)
        return self._connection.scalar(query)

    def sources(self, collection: str, after: int) -> list[str]:
        """Look at whose objects there are."""
        c = objects.c
        query = select(c.source).where(c.shelf == self._shelf(collection), c.added > after).distinct()
        return sorted(self._connection.execute(query).scalars())

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
    times: Sequence[int], asked: _Asked, reached: int | None, *, bodies: Sequence[bytes] = (),
    rows: Sequence[Stored] = (),
) -> Slice:  # fmt: skip
    first, last = (times[0], times[-1]) if times else (None, None)
    return Slice(tuple(bodies), tuple(rows), first, last, reached is not None, reached, tuple(asked.looked))
