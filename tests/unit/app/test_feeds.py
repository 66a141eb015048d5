"""Collections of other servers are read and filled once, page by page, and what breaks off is told."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pytest_socket import enable_socket
from tests.fixtures import taxii as peers
from tests.fixtures.actors import House
from tests.unit.app.test_taking_back import ID, _said

from tocsin.app import collecting, feeds, partners, sending, taking_back, usefulness
from tocsin.model.error import InputError, NotFoundError
from tocsin.model.exchange import Content
from tocsin.model.people import Tlp
from tocsin.net.taxii import TaxiiServer, _time


@pytest.fixture(autouse=True)
def _loopback() -> None:
    enable_socket()


def _objects(*, later: int = 0) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(_said(modified=f"2026-03-0{1 + later}T08:00:00.000Z"))["objects"]
    return found


def _partner(house: House, approved: Tlp | None) -> str:
    """A partner to whom everything may leave up to a label, or nothing as yet."""
    made = partners.add_partner(house.dana, "Quay (synthetic)", "", Tlp.AMBER).partner
    if approved:
        sending.approve(house.dana, made, tuple(Content), approved, "Looked at.")
    return made


def _server(url: str) -> TaxiiServer:
    return TaxiiServer(url, "t", sleep=lambda _: None)


def test_what_was_fetched_counts_once_and_goes_on_from_there(house: House) -> None:
    collection, peer = collecting.open_collection(house.dana, "Theirs"), peers.Peer()
    peer.add(_objects(), [_time(1)])
    with peers.serving(peer) as url:
        first = feeds.pull(house.dana, _server(url), collection)
        peer.add(_objects(later=1), [_time(2_000_000_000)])
        feeds.pull(house.dana, _server(url), collection)
    origins = collecting.origin(house.dana, collection, ID)
    assert [one.origin.source for one in origins] == [first.feed] * 2
    (feed,) = usefulness.feeds(house.dana)
    assert (feed.feed.reached, feed.failures) == (2_000_000_000, 0)


def test_only_what_the_audience_may_read_is_sent_and_once(house: House) -> None:
    collection, peer = collecting.open_collection(house.dana, "Ours"), peers.Peer()
    collecting.put(house.dana, collection, _said())
    with peers.serving(peer) as url:
        waiting, quay = (_partner(house, approved=tlp) for tlp in (None, Tlp.GREEN))
        assert feeds.push(house.dana, _server(url), collection, waiting).objects == 0
        assert feeds.push(house.dana, _server(url), collection, quay).objects == 1
        assert feeds.push(house.dana, _server(url), collection, quay).objects == 0
    assert [one["id"] for one in peer.brought] == [ID]


def test_what_is_taken_back_goes_to_where_it_went(house: House) -> None:
    collection, peer = collecting.open_collection(house.dana, "Ours"), peers.Peer()
    collecting.put(house.dana, collection, _said())
    with peers.serving(peer) as url:
        quay = _partner(house, approved=Tlp.GREEN)
        feeds.push(house.dana, _server(url), collection, quay)
        done = taking_back.take_back(house.dana, ID, "It was a bank.")
        assert [one.url for one in done.feeds] == [url], "it is said who is still to be told"
        feeds.push(house.dana, _server(url), collection, quay)
    assert [one.get("revoked") for one in peer.brought] == [None, True]


def test_what_breaks_off_is_an_error_and_stands_in_the_log(house: House) -> None:
    collection, peer = collecting.open_collection(house.dana, "Theirs"), peers.Breaking()
    peer.add(_objects() * 1, [_time(1)])
    peer.left = 0
    with peers.serving(peer) as url:
        with pytest.raises(InputError, match="HTTP 500"):
            feeds.pull(house.dana, _server(url), collection)
        feeds.pull(house.dana, _server(url), collection)
    (feed,) = usefulness.feeds(house.dana)
    assert (feed.objects, feed.failures, feed.feed.sends) == (1, 1, False)
    assert feed.failed_at is not None


def test_a_collection_that_is_not_there_is_not_filled(house: House) -> None:
    with peers.serving(peers.Peer()) as url, pytest.raises(NotFoundError):
        feeds.pull(house.dana, _server(url), "nothing")
