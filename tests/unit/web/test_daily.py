from __future__ import annotations

import logging
import threading
import time
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from tests.conftest import Clock
from tests.fixtures.actors import House
from tests.unit.scan.mailboxes import mail as written
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import glass, submission
from tocsin.app.identify import Judge
from tocsin.model.error import StoreError
from tocsin.model.sentence import say
from tocsin.net.keys import SigningKey
from tocsin.store.store import Store
from tocsin.web.daily import Daily
from tocsin.web.node import Node

JUDGE = Judge(make_engine())


def _node(store: Any, clock: Clock) -> Node:
    chance = SimpleNamespace(id=lambda kind: f"{kind}-of-the-day", secret=lambda: "s" * 43)
    return cast("Node", SimpleNamespace(store=store, clock=clock, chance=chance, signer=SigningKey(b"s" * 32)))


def _submit(house: House, *, days: int = 90) -> str:
    (done,) = submission.submit(house.dana, JUDGE, [written(3)], days=days)
    return done.message or ""


def _is_there(store: Store, message: str) -> bool:
    with store.read("harbour") as reader:
        item = reader.views.message(message)
        return bool(item and item.record and reader.vault.get(item.record))


def _expiries(store: Store) -> int:
    with store.read("harbour") as reader:
        return [entry.type for entry in reader.log.read()].count("retention-expired")


def test_mail_leaves_when_its_time_is_up_and_not_before(house: House, store: Store, clock: Clock) -> None:
    message = _submit(house)
    daily = Daily(_node(store, clock))
    for days, there in ((0, True), (60, True), (31, False)):
        clock.time += timedelta(days=days)
        daily.run()
        assert _is_there(store, message) is there
    assert _expiries(store) == 1


def test_it_is_done_once_a_day(house: House, store: Store, clock: Clock) -> None:
    message = _submit(house, days=1)
    daily = Daily(_node(store, clock))
    clock.time += timedelta(hours=23)
    daily.run()
    clock.time += timedelta(hours=2)
    daily.run()
    assert _is_there(store, message), "the day of the node is not over"
    clock.time += timedelta(hours=22)
    daily.run()
    assert not _is_there(store, message)


def test_two_processes_write_it_down_once(house: House, store: Store, clock: Clock) -> None:
    _submit(house, days=1)
    clock.time += timedelta(days=2)
    several = [threading.Thread(target=Daily(_node(store, clock)).run) for _ in range(4)]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert _expiries(store) == 1


def test_a_clock_that_was_put_back_stops_nothing(house: House, store: Store, clock: Clock) -> None:
    daily, now = Daily(_node(store, clock)), clock.time
    clock.time = now + timedelta(days=900)
    daily.run()
    clock.time = now
    message = _submit(house, days=1)
    clock.time = now + timedelta(days=2)
    daily.run()
    assert not _is_there(store, message)


class Broken:
    """A store with an organisation that cannot be written, and at first not even be listed."""

    def __init__(self, store: Store) -> None:
        self.store, self.is_away = store, True

    def organisations(self) -> list[str]:
        if self.is_away:
            raise StoreError(say("the store is away"), say("Wait."))
        return ["quay", *self.store.organisations()]

    def write(self, organisation: str) -> Any:
        if organisation == "quay":
            raise RuntimeError("words of a mail")
        return self.store.write(organisation)

    def read(self, organisation: str) -> Any:
        return self.store.read(organisation)


def test_what_fails_stops_nothing_else_and_is_tried_again(
    house: House, store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    message = _submit(house, days=1)
    clock.time += timedelta(days=2)
    broken = Broken(store)
    daily = Daily(_node(broken, clock))
    daily.run()
    assert _is_there(store, message)
    broken.is_away = False
    clock.time += timedelta(minutes=61)
    daily.run()
    assert not _is_there(store, message)
    daily.run()
    said = [str(getattr(one, "said", "")) for one in caplog.records]
    assert sum("quay" in line for line in said) == 1, "again in an hour, not at once"
    assert "words of a mail" not in " ".join([*said, caplog.text])


def test_who_is_still_to_be_told_is_noticed(
    house: House, store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    breaking = glass.open_glass(house.sami, _submit(house), "a reason that is given", "p-noor")
    glass.confirm_glass(house.noor, breaking)
    daily = Daily(_node(store, clock))
    daily.run()
    assert not [one for one in caplog.records if one.levelno == logging.WARNING]
    clock.time += timedelta(days=31)
    daily.run()
    (warning,) = [one for one in caplog.records if one.levelno == logging.WARNING]
    assert getattr(warning, "said", {}) == {"organisation": "harbour", "count": 1}


def test_it_runs_by_itself_and_stops(house: House, store: Store, clock: Clock) -> None:
    message = _submit(house, days=1)
    daily = Daily(_node(store, clock), look=0.01)
    daily.start()
    try:
        time.sleep(0.1)
        clock.time += timedelta(days=2)
        until = time.monotonic() + 10
        while _is_there(store, message) and time.monotonic() < until:
            time.sleep(0.02)
        assert not _is_there(store, message)
    finally:
        daily.stop()
    assert "daily" not in [one.name for one in threading.enumerate()]


def test_the_log_is_signed_as_it_stands_once_a_day(house: House, store: Store, clock: Clock) -> None:
    daily = Daily(_node(store, clock))
    for _ in range(2):
        daily.run()
        clock.time += timedelta(days=2)
    with store.read("harbour") as reader:
        assert [entry.type for entry in reader.log.read()].count("head-signed") == 1, "nothing is new the second time"
