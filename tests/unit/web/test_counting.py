from __future__ import annotations

from datetime import timedelta

import pytest
from tests.conftest import Clock

from tocsin.web.counting import _KEPT, Counts, Held, Tries, network_of


def test_a_minute_has_so_many_and_then_it_is_over(clock: Clock) -> None:
    now = clock()
    counts = Counts(lambda: now)
    assert [counts.is_over("ask", "somebody", 3) for _ in range(5)] == [False, False, False, True, True]
    assert not counts.is_over("ask", "somebody else", 3)
    assert not counts.is_over("upload", "somebody", 3)
    now += Counts.WITHIN
    assert not counts.is_over("ask", "somebody", 3)


def test_what_strangers_choose_fills_no_memory(clock: Clock) -> None:
    now = clock()
    counts, tries = Counts(lambda: now), Tries(lambda: now)
    for number in range(_KEPT + 500):
        counts.is_over("ask", str(number), 3)
        tries.failed(str(number), "192.0.2.1")
    assert len(counts._counted) == len(tries._failed) == _KEPT


def test_who_fails_again_and_again_waits_longer_each_time(clock: Clock) -> None:
    now = clock()
    tries = Tries(lambda: now)
    waits = []
    for number in range(20):
        assert not tries.is_over("account", "192.0.2.1")
        tries.failed("account", "192.0.2.1")
        began = now
        while tries.is_over("account", "192.0.2.1"):
            now += timedelta(seconds=5)
        waits.append((now - began).total_seconds())
        if number == 4:
            assert not tries.is_over("account", "192.0.2.2"), "it is not the account that is closed"
            assert not tries.is_over("another", "192.0.2.1")
    assert waits[:8] == [0, 0, 0, 0, 15, 30, 60, 120]
    assert max(waits) == waits[-1] == Tries.LONGEST.total_seconds()


def test_an_account_is_slowed_down_and_never_closed(clock: Clock) -> None:
    now = clock()
    tries = Tries(lambda: now)
    delays = []
    for number in range(300):
        delays.append(tries.delay("account"))
        tries.failed("account", f"198.51.100.{number}")
    assert delays[:10] == [0, 0, 0, 0, 0, 0.5, 1, 2, 4, 8]
    assert max(delays) == Tries.SLOWEST
    assert not tries.is_over("account", "192.0.2.7"), "its owner comes in, if slowly"
    now += Tries.FORGOTTEN
    assert tries.delay("account") == 0


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("unix", "unix"),
        ("", ""),
    ],
)
def test_a_subscriber_is_one_caller(host: str, network: str) -> None:
    assert network_of(host) == network


def test_what_is_open_is_counted_until_it_ends() -> None:
    held = Held()
    with held.one("dana"), held.one("dana"):
        assert held.is_full("dana", 2)
        assert not held.is_full("dana", 3)
        assert not held.is_full("sami", 2)
    assert not held.is_full("dana", 1)
    assert not held._open, "nothing is kept of who has gone"
