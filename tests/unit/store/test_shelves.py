"""Objects in collections: in the order of times that no two have, each source for itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import event
from tests.conftest import Clock

from tocsin.model.exchange import EVERYTHING, OTHER_CONTENT, Arrival, Content, Feed, Outcome, Reach, Receipt, Wanted
from tocsin.model.people import Tlp
from tocsin.store import shelves
from tocsin.store.pages import query_of
from tocsin.store.schema import objects
from tocsin.store.store import Store

ALL = Wanted(versions=("all",))
BEFORE = datetime(2020, 1, 1, tzinfo=UTC)


def arrival(name: str, day: int = 1, tlp: Tlp = Tlp.GREEN, kind: str = "a", body: bytes = b"") -> Arrival:
    return Arrival(name, f"2026-03-{day:02}T00:00:00.000000", kind, tlp, body or f'{{"n":"{name} {day}"}}'.encode())


def add(store: Store, *arrivals: Arrival, source: str = "node", now: datetime | None = None) -> list[Outcome]:
    with store.write("harbour") as writer:
        return writer.shelves.add("c", arrivals, source, now or writer.now)


def upto(tlp: Tlp) -> Reach:
    """Everything up to a label, whomever it names."""
    return Reach(dict.fromkeys(Content, (tlp, tlp)), agreed=None)


def names(store: Store, wanted: Wanted = ALL, tlp: Tlp = Tlp.RED) -> list[str]:
    with store.read("harbour") as reader:
        found = [f"{one.id} {int(one.version[8:10])}" for one in reader.shelves.rows("c", wanted, upto(tlp)).rows]
        bodies = reader.shelves.objects("c", wanted, upto(tlp)).bodies
    assert [f'{{"n":"{one}"}}'.encode() for one in found] == list(bodies)
    return found


def test_times_only_grow_whatever_the_clock_says(store: Store) -> None:
    for number, now in enumerate((datetime(2026, 5, 1, tzinfo=UTC), BEFORE, BEFORE)):
        add(store, arrival(f"x{number}"), arrival(f"y{number}"), now=now)
    with store.read("harbour") as reader:
        times = [one.added for one in reader.shelves.rows("c", ALL, EVERYTHING).rows]
    assert times == sorted(set(times))
    assert times[-1] - times[0] == 5, "a microsecond each"
    with store.write("harbour") as writer:
        writer.shelves.clear("c")
    add(store, arrival("z"), now=BEFORE)
    with store.read("harbour") as reader:
        assert reader.shelves.rows("c", ALL, EVERYTHING).rows[0].added == times[-1] + 1


def test_versions_in_any_order(store: Store) -> None:
    add(store, arrival("x", 2), arrival("x", 4))
    add(store, arrival("x", 3), arrival("x", 1))
    assert names(store) == ["x 2", "x 4", "x 3", "x 1"]
    assert names(store, Wanted()) == ["x 4"]
    assert names(store, Wanted(versions=("first",))) == ["x 1"]
    with store.write("harbour") as writer:
        assert writer.shelves.delete("c", "x", "node", Wanted(versions=("last", "first"))) == 2
        assert writer.shelves.delete("c", "x", "other", ALL) == 0
    assert (names(store, Wanted()), names(store, Wanted(versions=("first",)))) == (["x 3"], ["x 2"])


def test_an_earlier_version_is_as_strict_as_a_later_one(store: Store) -> None:
    add(store, arrival("x", 2), arrival("x", 3, Tlp.RED))
    add(store, arrival("x", 1))
    assert names(store, tlp=Tlp.AMBER) == []
    add(store, arrival("x", 4, Tlp.CLEAR))
    assert names(store, tlp=Tlp.AMBER) == ["x 4"], "what was opened later does not open what was before"


def test_every_source_is_for_itself(store: Store) -> None:
    add(store, arrival("x", 1))
    add(store, arrival("x", 2), arrival("x", 1, body=b'{"n":"x 1"}'), source="partner-1")
    assert names(store, Wanted()) == ["x 1", "x 2"], "the last of each"
    again = add(store, arrival("x", 1, body=b'{ "n" : "x 1" }'), arrival("x", 1, body=b'{"n":"y"}'))
    assert [one.why for one in again] == ["", OTHER_CONTENT]
    with store.read("harbour") as reader:
        assert [one.source for one in reader.shelves.origins("c", "x")] == ["node", "partner-1", "partner-1"]


def test_what_we_hand_on_is_as_strict_as_the_strictest_source_of_it(store: Store) -> None:
    object_, host = "indicator--1", "domain-name--1"
    for one in (object_, host):
        add(store, arrival(one, 1, tlp=Tlp.GREEN))
        add(store, arrival(one, 1, tlp=Tlp.GREEN), source="feed-1")
        add(store, arrival(one, 1, tlp=Tlp.RED), source="partner-1")
        add(store, arrival(one, 1, tlp=Tlp.GREEN), source="partner-2")
        add(store, arrival(one, 2, tlp=Tlp.GREEN))
    assert _green(store, object_) == ["partner-2"], "which is told of its own as if there were no other"
    assert _green(store, host) == ["feed-1", "partner-2", "node"], "a value is no one's object"


def test_it_stays_so_when_the_strictest_is_gone(store: Store) -> None:
    add(store, arrival("indicator--1", 1, tlp=Tlp.RED), source="partner-1")
    add(store, arrival("indicator--1", 1, tlp=Tlp.GREEN))
    with store.write("harbour") as writer:
        writer.shelves.delete("c", "indicator--1", "partner-1", Wanted(versions=("all",)))
    assert _green(store, "indicator--1") == []
    add(store, arrival("indicator--1", 2, tlp=Tlp.GREEN))
    assert _green(store, "indicator--1") == ["node"], "until it is said anew"


def _green(store: Store, identity: str) -> list[str]:
    """Whose last version may be read up to GREEN."""
    with store.read("harbour") as reader:
        added = {one.added for one in reader.shelves.rows("c", Wanted(ids=(identity,)), upto(Tlp.GREEN)).rows}
        return [one.source for one in reader.shelves.origins("c", identity) if one.added in added]


def test_many_at_once_and_the_same_among_them(store: Store) -> None:
    done = add(store, *(arrival(f"x{number % 700}") for number in range(1_400)))
    assert len(done) == 1_400
    assert not [one for one in done if one.why]
    assert len(names(store, Wanted(limit=5_000))) == 700


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(kinds=("a", "b")), ALL])
def test_a_page_is_ranges_of_an_index(store: Store, wanted: Wanted) -> None:
    """For each label and type one, none of them a scan, and nothing is sorted."""
    with store.read("harbour") as reader:
        connection = reader._connection
        if connection.dialect.name != "sqlite":
            pytest.skip("the other database plans by what is in the table")
        query = query_of(1, wanted, upto(Tlp.GREEN), [objects.c.body])
        text = str(query.compile(connection, compile_kwargs={"literal_binds": True}))
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    searches = [step for step in plan if "objects" in step]
    assert len(searches) == 2 * (1 if wanted.versions == ("last",) else 2) * max(len(wanted.kinds), 1)
    assert all(step.startswith("SEARCH objects USING INDEX objects_") and "added>?" in step for step in searches)
    assert not any("TEMP B-TREE" in step for step in plan)


REACH = Reach(dict.fromkeys(Content, (Tlp.RED, Tlp.RED)), reader="partner-1", agreed=frozenset())


def _mixed(store: Store, count: int, looked: int = 0) -> list[str]:
    """Objects of which every ninth names nobody, and the ids of those."""
    named = [Arrival(f"x{n}", "", "a", Tlp.GREEN, b"{}", None, looked, "p-dana" if n % 9 else "") for n in range(count)]
    add(store, *named)
    return [one.id for one in named if not one.names]


def _paged(store: Store, wanted: Wanted, contents: bool, look: Any = None) -> tuple[list[str], int]:
    """All ids, and how many pages it took. What was looked at is kept, as `app.exchange` does."""
    found: list[str] = []
    for pages in range(1, 1_000):
        with store.write("harbour") as writer:
            args = ("c", wanted, REACH, look) if look else ("c", wanted, REACH)
            part = writer.shelves.rows(*args)
            if contents:
                same = writer.shelves.objects(*args)
                assert (same.reached, len(same.bodies)) == (part.reached, len(part.rows))
            writer.shelves.keep_names("c", part.looked, REACH.looked)
        found += [one.id for one in part.rows]
        if not part.more:
            return found, pages
        assert part.reached is not None
        assert part.reached > wanted.after
        wanted = replace(wanted, after=part.reached)
    raise AssertionError


@pytest.mark.parametrize("limit", [1, 4, 1_000])
def test_where_much_may_not_leave_a_page_ends_and_nothing_is_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    free = _mixed(store, 100)
    for most in (shelves.MOST_PASSED, 9, 8, 5, 1):
        monkeypatch.setattr(shelves, "MOST_PASSED", most)
        for ids in ((), tuple(f"x{n}" for n in range(0, 100, 3))):
            wanted = Wanted(ids=ids, versions=("all",), limit=limit)
            found, pages = _paged(store, wanted, contents=True)
            assert found == [one for one in free if not ids or one in ids]
            assert pages >= len(found) // limit
    assert pages > 20, "one passed over each time"


def test_what_may_not_leave_costs_no_more_queries(store: Store) -> None:
    _mixed(store, 9)
    asked: list[str] = []
    with store.read("harbour") as reader:
        event.listen(reader._connection.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
        counts = []
        for _ in range(2):
            asked.clear()
            assert len(reader.shelves.objects("c", Wanted(after=10, limit=1), REACH).bodies) == 1
            counts.append(len(asked))
    asked.clear()
    add(store, *(Arrival(f"y{n}", "", "a", Tlp.GREEN, b"{}", None, 0, "p-dana") for n in range(600)))
    with store.read("harbour") as reader:
        asked.clear()
        assert len(reader.shelves.objects("c", Wanted(after=10, limit=1), REACH).bodies) == 1
    assert len(asked) == counts[0]


def test_so_much_is_looked_at_at_once_and_it_is_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    free = _mixed(store, 60, looked=-2)
    monkeypatch.setattr(shelves, "MOST_LOOKED", 19)
    looked: list[bytes] = []

    def look(body: bytes) -> tuple[str, ...]:
        looked.append(body)
        return () if (len(looked) - 1) % 9 == 0 else ("p-dana",)

    found, pages = _paged(store, Wanted(versions=("all",)), contents=False, look=look)
    assert found == free
    assert len(looked) == 60
    assert pages == 6, "ten objects of two bytes each time"
    assert _paged(store, Wanted(versions=("all",)), contents=True) == (free, 1), "all of it is known now"


def test_receipts_and_feeds(store: Store, clock: Clock) -> None:
    receipt = Receipt("r", clock(), (Outcome("x", "v"),), (Outcome("y", "", "too-deep", "a"),))
    feed = Feed("feed-1", "https://taxii.example/c/", "c", True, -1, None)
    with store.write("harbour") as writer:
        writer.shelves.keep_receipt(receipt, "partner-1")
        for reached in (5, 9):
            writer.shelves.keep_feed(Feed(feed.feed, feed.url, "c", True, reached, receipt.at))
    with store.write("harbour") as writer:
        assert writer.shelves.receipt("r", "partner-1") == receipt
        assert writer.shelves.receipt("r", "partner-2") is None
        assert writer.shelves.feed("feed-1") == Feed("feed-1", feed.url, "c", True, 9, receipt.at)
        assert writer.shelves.feed("feed-2") is None
        writer.shelves.forget_receipts(clock())
        assert writer.shelves.receipt("r", "partner-1") is None
