"""Pages that watch the queue: so many at a time, and whoever goes leaves room for another."""

from __future__ import annotations

import time
from contextlib import ExitStack

import httpx
from tests.integration.web.conftest import Desk, signed_in

from tocsin.app.access import digest
from tocsin.model.people import Role
from tocsin.web.counting import STREAMS


def _watch(desk: Desk, secret: str, open_ones: ExitStack) -> httpx.Response:
    """Ask for the stream over a connection of its own, and wait until it has begun."""
    client = open_ones.enter_context(httpx.Client(base_url=desk.console.origin, cookies={"tocsin": secret}))
    answer = open_ones.enter_context(client.stream("GET", "/events", timeout=30))
    if answer.status_code == 200:
        lines = answer.iter_lines()
        assert next(lines).startswith("event: changed")
        open_ones.callback(lambda: lines)  # kept: the connection ends with it
    return answer


def test_a_page_that_is_closed_leaves_its_place(desk: Desk) -> None:
    secret = signed_in(desk.console, "harbour", "Ada Watch (synthetic)", "watch@harbour.example", Role.ANALYST)
    with ExitStack() as rest:
        first = ExitStack()
        assert _watch(desk, secret, first).status_code == 200
        for _ in range(STREAMS - 1):
            assert _watch(desk, secret, rest).status_code == 200
        assert _watch(desk, secret, rest).status_code == 429
        first.close()
        until = time.monotonic() + 30
        while (answer := _watch(desk, secret, rest)).status_code == 429 and time.monotonic() < until:
            time.sleep(0.5)
        assert answer.status_code == 200
    until = time.monotonic() + 30
    while desk.console.node.streams.is_full(_who(desk, secret), 1) and time.monotonic() < until:
        time.sleep(0.5)
    assert not desk.console.node.streams.is_full(_who(desk, secret), 1), "all have gone"


def _who(desk: Desk, secret: str) -> str:
    session = desk.console.node.store.session(digest(secret))
    assert session
    return f"harbour {session.session}"
