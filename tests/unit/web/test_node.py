from __future__ import annotations

from datetime import timedelta

from tests.conftest import Clock

from tocsin.web.node import Challenges, Tries


def test_a_challenge_is_answered_once(clock: Clock) -> None:
    kept = Challenges(clock)
    ticket = kept.keep("secret")
    assert "secret" not in ticket
    assert [kept.take(ticket), kept.take(ticket), kept.take("unknown")] == ["secret", "", ""]


def test_a_challenge_is_answered_in_time(clock: Clock) -> None:
    kept = Challenges(clock)
    ticket = kept.keep("secret")
    clock.time += timedelta(minutes=6)
    assert kept.take(ticket) == ""


def test_the_oldest_challenge_gives_way(clock: Clock) -> None:
    now = clock()
    kept = Challenges(lambda: now)
    tickets = [kept.keep(str(number)) for number in range(1_001)]
    assert kept.take(tickets[0]) == ""
    assert kept.take(tickets[1]) == "1"


def test_trying_is_over_after_ten_times_and_for_a_quarter_of_an_hour(clock: Clock) -> None:
    tries = Tries(clock)
    for _ in range(9):
        tries.failed("somebody")
    assert not tries.is_over("somebody")
    tries.failed("somebody")
    assert tries.is_over("somebody")
    assert not tries.is_over("somebody else")
    clock.time += timedelta(minutes=16)
    assert not tries.is_over("somebody")
