"""The client of TAXII against small servers on this machine; a whole exchange is in `tests/integration/taxii`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from pytest_socket import enable_socket
from tests.fixtures import taxii as peers

from tocsin.model.error import InputError
from tocsin.net.calling import Caller
from tocsin.net.taxii import TaxiiServer, _envelopes, _microseconds, _time, _within

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _loopback() -> None:
    enable_socket()


def _objects(count: int) -> list[dict[str, Any]]:
    return [{"type": "indicator", "id": f"indicator--{number}"} for number in range(count)]


def _read(peer: peers.Peer, after: int = -1) -> tuple[list[str], list[float]]:
    waited: list[float] = []
    with peers.serving(peer) as url:
        server = TaxiiServer(url, "t", sleep=waited.append, now=lambda: NOW)
        bodies = [body for page in server.pages(after) for body in page.bodies]
        server.close()
    return sorted({json.loads(body)["id"] for body in bodies}), waited


def test_all_pages_are_read() -> None:
    peer = peers.Peer()
    peer.add(_objects(2_300), [_time(number) for number in range(2_300)])
    assert len(_read(peer)[0]) == 2_300
    assert [one["limit"] for one in peer.asked] == ["1000"] * 3


def test_it_begins_a_little_before_the_end_of_the_last_time() -> None:
    peer = peers.Peer()
    hour = 3_600_000_000
    peer.add(_objects(3), [_time(1 * hour), _time(2 * hour - 60_000_000), _time(3 * hour)])
    assert _read(peer, 2 * hour)[0] == ["indicator--1", "indicator--2"]


def test_it_waits_as_the_server_asks_within_bounds() -> None:
    peer = peers.Busy()
    peer.add(_objects(1), [_time(1)])
    assert _read(peer) == (["indicator--0"], [7.0, 0.0, 4.0, 120.0])


def test_a_server_that_goes_in_circles_is_told() -> None:
    peer = peers.Circling()
    peer.add(_objects(3), [_time(number) for number in range(3)])
    with pytest.raises(InputError, match="no way to it"):
        _read(peer)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://taxii.example/c/", "unprotected"),
        ("ftp://taxii.example/c/", "no address"),
        ("https://me@taxii.example/c/", "no address"),
        ("https://taxii.example/c/?a=b", "no address"),
    ],
)
def test_an_address_that_would_give_the_token_away_is_refused(url: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        TaxiiServer(url, "t")


@pytest.mark.parametrize(("user", "said"), [("", "Bearer t"), ("me", "Basic bWU6dA==")])
def test_a_token_is_sent_as_a_bearer_or_a_password(user: str, said: str) -> None:
    peer = peers.Peer()
    with peers.serving(peer) as url:
        server = TaxiiServer(url, "t", user)
        list(server.pages(-1))
        server.close()
    assert peer.authorization == said


def test_envelopes_hold_no_more_than_the_server_takes_but_for_one_that_is_larger_alone() -> None:
    bodies = [b'{"a":1}', b'{"b":2}', b'{"c":"' + b"x" * 60 + b'"}', b'{"d":4}']
    made = list(_envelopes(bodies, 40))
    assert [len(json.loads(one)["objects"]) for one in made] == [2, 1, 1]
    assert [len(one) <= 40 for one in made] == [True, False, True]


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01T00:00:00Z"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert _microseconds(text) is None


def test_a_time_before_all_times_is_none() -> None:
    assert _microseconds("0001-01-01T00:00:00.000000Z") is None


def test_times_are_written_as_they_are_read() -> None:
    assert _microseconds(_time(1_772_366_400_000_001)) == 1_772_366_400_000_001


def test_what_is_never_settled_is_pending_after_some_asking() -> None:
    waited: list[float] = []
    with peers.serving(peers.Pending()) as url:
        server = TaxiiServer(url, "t", sleep=waited.append)
        sent = server.send([b'{"type":"x","id":"x--1"}'])
        server.close()
    assert (sent.added, sent.pending, len(waited)) == (0, 1, 10)


@pytest.mark.parametrize(
    "root", ["http://[", "/a\x01", "/" + "a" * 70_000, "https://elsewhere.example/api/", "//elsewhere.example/"]
)
def test_a_root_that_is_none_or_elsewhere_is_passed_over(root: str) -> None:
    assert _within("https://taxii.example/taxii2/", root) == ""
    assert _within("https://taxii.example/taxii2/", "/api/") == "https://taxii.example/api/"


def test_an_address_that_cannot_be_asked_is_told() -> None:
    caller = Caller("https://taxii.example/", {})
    with pytest.raises(InputError, match="InvalidURL"):
        caller.ask("GET", "https://taxii.example/" + "a" * 70_000, None, b"", {}, 1)
    caller.close()
