"""Fetching from other servers and sending to them: complete, once, whatever is wrong with the server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.fixtures import taxii as peers
from tests.integration.taxii.place import Place, indicator

from tocsin.app import collecting, feeds, partners
from tocsin.model.error import InputError
from tocsin.model.event import ObjectsAdded
from tocsin.model.exchange import EVERYTHING, Wanted
from tocsin.model.people import Tlp
from tocsin.net.taxii import TaxiiServer
from tocsin.share.policy import Why

BEFORE = datetime(2026, 3, 1, tzinfo=UTC)
pytestmark = pytest.mark.parametrize("place", ["sqlite"], indirect=True)


class Remote(TaxiiServer):
    """A server, and the seconds that would have been waited for it."""

    def __init__(self, url: str, token: str = "t", user: str = "") -> None:
        self.waited: list[float] = []
        super().__init__(url, token, user, self.waited.append)


@contextmanager
def remote(peer: peers.Peer) -> Iterator[Remote]:
    with peers.serving(peer) as url:
        server = Remote(url)
        yield server
        server.close()


def _times(count: int, *, alike: int = 1, start: int = 0) -> list[str]:
    return [
        (BEFORE + timedelta(seconds=start + number // alike)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        for number in range(count)
    ]


def _have(place: Place, collection: str) -> list[str]:
    with place.store.read("harbour") as reader:
        return sorted(one.id for one in reader.shelves.rows(collection, Wanted(limit=5_000), EVERYTHING).rows)


def _numbers(count: int) -> list[str]:
    return sorted(indicator(number)["id"] for number in range(count))


@pytest.mark.parametrize("kind", [peers.Peer, peers.WithoutNext, peers.Busy, peers.Lying])
def test_everything_comes_once_and_what_is_new_the_next_time(place: Place, kind: type[peers.Peer]) -> None:
    peer, collection = kind(), place.collection()
    peer.add([indicator(number) for number in range(2_500)], _times(2_500, alike=900))
    with remote(peer) as server:
        done = feeds.pull(place.terminal(), server, collection)
        assert not done.refused
        assert _have(place, collection) == _numbers(2_500)
        peer.add([indicator(number) for number in range(2_500, 2_510)], _times(10, start=3))
        feeds.pull(place.terminal(), server, collection)
    assert _have(place, collection) == _numbers(2_510)
    assert all(int(asked["limit"]) > 0 for asked in peer.asked), "never without, and never none"


def test_it_waits_as_long_as_it_is_told_but_not_for_ever(place: Place) -> None:
    peer = peers.Busy()
    peer.add([indicator(0)], _times(1))
    with remote(peer) as server:
        feeds.pull(place.terminal(), server, place.collection())
        assert server.waited == [7.0, 0.0, 4.0, 120.0]
        peer.said = [(503, {}, {})] * 99
        with pytest.raises(InputError, match="HTTP 503"):
            feeds.pull(place.terminal(), server, place.collection())


def test_what_was_added_at_one_time_is_more_than_a_page(place: Place) -> None:
    """Paged by `added_after` it would be lost: it is asked for again in larger pages, or named as out of reach."""
    collection = place.collection()
    peer: peers.Peer = peers.WithoutNext()
    peer.add([indicator(number) for number in range(3_000)], _times(3_000, alike=3_000))
    with remote(peer) as server:
        feeds.pull(place.terminal(), server, collection)
    assert _have(place, collection) == _numbers(3_000)
    peer = peers.Capped()
    peer.add([indicator(number) for number in range(30)], _times(30, alike=30))
    with remote(peer) as server, pytest.raises(InputError, match="no way to it"):
        feeds.pull(place.terminal(), server, place.collection())


def test_a_server_that_goes_in_circles_is_left(place: Place) -> None:
    peer, collection = peers.Circling(), place.collection()
    peer.add([indicator(number) for number in range(9)], _times(9))
    with remote(peer) as server, pytest.raises(InputError, match="no way to it"):
        feeds.pull(place.terminal(), server, collection)
    assert len(_have(place, collection)) == 3, "what came is kept"


def test_what_breaks_off_goes_on_from_there(place: Place) -> None:
    peer, collection = peers.Breaking(), place.collection()
    hours = [(BEFORE + timedelta(hours=n)).strftime("%Y-%m-%dT%H:%M:%S.%fZ") for n in range(40)]
    peer.add([indicator(number) for number in range(40)], hours)
    with remote(peer) as server:
        with pytest.raises(InputError, match="HTTP 500"):
            feeds.pull(place.terminal(), server, collection)
        assert len(_have(place, collection)) == 20
        feeds.pull(place.terminal(), server, collection)
    assert _have(place, collection) == _numbers(40)
    assert peer.asked[3]["added_after"] == "2026-03-01T18:50:00.000000Z", "ten minutes before the last"


def test_what_appears_late_is_fetched_too(place: Place) -> None:
    peer, collection = peers.Peer(), place.collection()
    peer.add([indicator(0), indicator(1)], ["2026-03-01T00:00:00.000000Z", "2026-03-01T00:09:00.000000Z"])
    with remote(peer) as server:
        feeds.pull(place.terminal(), server, collection)
        peer.add([indicator(2)], ["2026-03-01T00:05:00.000000Z"])
        feeds.pull(place.terminal(), server, collection)
    assert _have(place, collection) == _numbers(3)


def test_of_each_object_it_is_known_where_it_came_from(place: Place) -> None:
    peer, collection = peers.Peer(), place.collection()
    peer.add([indicator(0), {"type": "indicator"}], _times(2))
    with remote(peer) as server:
        done = feeds.pull(place.terminal(), server, collection)
        assert (done.objects, [one.id for one in done.refused]) == (1, ["object 2"])
        (found,) = collecting.origin(place.terminal(), collection, indicator(0)["id"])
        assert found.feed is not None
        assert (found.feed.url, found.origin.source) == (server.url, done.feed)
    sent = found.origin.sent_at
    assert sent == round(BEFORE.timestamp() * 1_000_000) + 1_000_000, "the last of its page"
    with place.store.read("harbour") as reader:
        event = next(iter(reader.log.read(reader.log.size - 1))).event
    assert isinstance(event, ObjectsAdded)
    assert (event.feed, event.objects, event.refused) == (done.feed, 1, 1)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"objects": 7}', b'{"more": "yes"}', b"[" * 100_000, b"\xff"])
def test_what_is_no_answer_is_told(place: Place, body: bytes) -> None:
    class Odd(peers.Peer):
        def get(self, query: dict[str, str]) -> peers.Answer:
            return 200, {}, body

    with remote(Odd()) as server, pytest.raises(InputError):
        feeds.pull(place.terminal(), server, place.collection())


def test_an_answer_without_end_is_not_read_to_its_end(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.net.taxii.LARGEST", 1 << 20)
    peer = peers.Peer()
    peer.add([indicator(0, description="x" * (2 << 20))], _times(1))
    with remote(peer) as server, pytest.raises(InputError, match="larger than"):
        feeds.pull(place.terminal(), server, place.collection())


def test_nobody_is_followed_elsewhere_and_no_token_goes_in_the_clear(place: Place) -> None:
    class Elsewhere(peers.Peer):
        def get(self, query: dict[str, str]) -> peers.Answer:
            return 302, {"Location": "http://127.0.0.1:9/"}, {}

    with remote(Elsewhere()) as server, pytest.raises(InputError, match="HTTP 302"):
        feeds.pull(place.terminal(), server, place.collection())
    for url in ("http://taxii.example/c/", "ftp://taxii.example/", "taxii.example", "https://u:p@taxii.example/"):
        with pytest.raises(InputError):
            Remote(url)


def test_from_one_tocsin_to_another_and_back(place: Place) -> None:
    """Sent by one, looked at and fetched by another; nothing beyond the label goes, and nothing twice."""
    if "quay" not in place.store.organisations():
        place.begin("quay")
    there, mine, back = place.collection("Inbox", "quay"), place.collection(), place.collection()
    made = partners.add_partner(place.terminal("quay"), "Harbour (synthetic)", "", Tlp.AMBER, [there], [there])
    url = f"{place.origin}/taxii2/quay/collections/{there}/"
    place.put(mine, [*map(indicator, range(1_200)), indicator(5_000, Tlp.AMBER), indicator(5_001, None)])
    server = Remote(f"{place.origin}/taxii2/", made.token, "harbour")
    (offer,) = feeds.look(place.terminal(), server)
    server.close()
    assert (offer.url, offer.title, offer.can_read, offer.can_write) == (url, "Inbox", True, True)
    server = Remote(url, made.token)
    (community, client) = (place.admitted(tlp).partner for tlp in (Tlp.GREEN, Tlp.AMBER))
    done = feeds.push(place.terminal(), server, mine, community)
    assert (done.objects, done.refused, done.pending) == (1_200, (), 0)
    assert done.withheld == {Why.LABEL: 2}
    again = feeds.push(place.terminal(), server, mine, community)
    assert (again.objects, again.withheld) == (0, {}), "nothing twice"
    wider = feeds.push(place.terminal(), server, mine, client)
    assert wider.objects == 1_201, "for others it is counted apart"
    pulled = feeds.pull(place.terminal(), server, back)
    assert (pulled.objects, pulled.refused) == (1_201, ())
    server.close()
    assert _have(place, back) == sorted([*_numbers(1_200), indicator(5_000)["id"]])


def test_what_a_server_does_not_take_is_named(place: Place) -> None:
    class Picky(peers.Peer):
        def post(self, body: dict[str, Any]) -> peers.Answer:
            first = body["objects"][0]["id"]
            failed = [{"id": first, "version": "x", "message": "too\nodd"}]
            return 202, {}, {"id": "s", "status": "complete", "success_count": len(body["objects"]) - 1,
                             "failure_count": 1, "failures": failed}  # fmt: skip

    collection = place.collection()
    place.put(collection, [indicator(1), indicator(2)])
    with remote(Picky()) as server:
        done = feeds.push(place.terminal(), server, collection, place.admitted().partner)
    assert (done.objects, [(one.id, one.why) for one in done.refused]) == (1, [(indicator(1)["id"], "too\nodd")])


def test_an_envelope_is_as_large_as_the_server_takes(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.net.taxii._MOST_BYTES", 2_000)
    sizes: list[int] = []

    class Small(peers.Peer):
        def post(self, body: dict[str, Any]) -> peers.Answer:
            sizes.append(len(json.dumps(body, separators=(",", ":"))))
            return super().post(body)

    collection = place.collection()
    place.put(collection, [indicator(number) for number in range(20)])
    peer = Small()
    with remote(peer) as server:
        assert feeds.push(place.terminal(), server, collection, place.admitted().partner).objects == 20
    assert len(peer.brought) == 20
    assert len(sizes) > 3
    assert max(sizes) <= 2_000
