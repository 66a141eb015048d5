from __future__ import annotations

from datetime import timedelta

import pytest
from tests.conftest import Clock

from tocsin.model.error import SignInError
from tocsin.web.waiting import _MOST, Waiting


def test_a_question_is_answered_once(clock: Clock) -> None:
    kept: Waiting[str] = Waiting(clock)
    ticket = kept.keep("secret")
    assert "secret" not in ticket
    assert kept.take(ticket) == "secret"
    for gone in (ticket, "unknown", ""):
        with pytest.raises(SignInError, match="too long"):
            kept.take(gone)


def test_a_question_is_answered_in_time(clock: Clock) -> None:
    kept: Waiting[str] = Waiting(clock)
    ticket = kept.keep("secret")
    clock.time += timedelta(minutes=6)
    with pytest.raises(SignInError):
        kept.take(ticket)


def test_the_oldest_question_gives_way(clock: Clock) -> None:
    now = clock()
    kept: Waiting[int] = Waiting(lambda: now)
    tickets = [kept.keep(number) for number in range(_MOST + 1)]
    with pytest.raises(SignInError):
        kept.take(tickets[0])
    assert kept.take(tickets[1]) == 1
