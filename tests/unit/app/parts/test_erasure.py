"""What may be erased by whom, and what has to stay for as long as it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta

import pytest
from tests.fixtures.actors import House
from tests.fixtures.events import judged
from tests.fixtures.provider import ERRAND, Believing

from tocsin.app import credentials, evidence, glass, incidents, sessions
from tocsin.app.access import Grant
from tocsin.app.parts import erasure
from tocsin.app.ports import Writer
from tocsin.app.rights import Right
from tocsin.model.error import AccessError, InputError
from tocsin.model.event import Ground, RetentionExpired
from tocsin.model.people import Role
from tocsin.model.verdict import Class


def test_a_lead_erases_no_person_and_not_how_they_sign_in(house: House) -> None:
    way = credentials.add_subject(house.ines, Believing(), "ines", ERRAND)
    token = sessions.make_token_for(house.node, "p-ines", "backup", ["read-log"], 9)
    for subject in ("p-ines", way, token.id):
        with pytest.raises(AccessError, match="manage-people"):
            evidence.erase(house.dana, subject, Ground.REQUEST)
    with pytest.raises(AccessError, match="erase"):
        evidence.erase(house.ines, "p-ines", Ground.REQUEST)
    assert house.types()[-1] == "token-made"


def test_who_can_sign_in_is_locked_out_before_they_are_erased(house: House) -> None:
    both = house.as_("p-dana", Role.LEAD, Role.ADMIN)
    way = credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    for who in (both, house.node):
        for subject in ("p-sami", way):
            with pytest.raises(InputError, match="signs in by this still") as refused:
                evidence.erase(who, subject, Ground.REQUEST)
            assert "tocsin person lock" in str(refused.value.hint)
    (kept,) = credentials.ways(house.sami)
    assert kept.name == "sami"
    credentials.lock_out(both, "p-sami")
    assert evidence.erase(both, "p-sami", Ground.REQUEST) == 1, "what the organisation knows of them"


def test_the_reason_of_a_broken_glass_stays_until_it_is_over_and_told(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1", Class.CLEAN, 0.0, recipients=("p-remi",)))
    asked = glass.open_glass(house.dana, "m-1", "a colleague was called about it", "p-noor")

    def refused() -> None:
        for subject in (asked, "m-1"):
            with pytest.raises(InputError, match="broken or about to be"):
                evidence.erase(house.dana, subject, Ground.CLOSED)

    refused()
    glass.confirm_glass(house.noor, asked)
    refused()
    house.clock.time += timedelta(days=8)
    refused()
    glass.tell_of_glass(house.as_("p-ines", Role.LEAD), asked)
    assert evidence.erase(house.dana, asked, Ground.CLOSED) == 1


def test_a_glass_that_was_told_of_early_keeps_its_reason_while_somebody_may_look(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1", Class.CLEAN, 0.0, recipients=("p-remi",)))
    asked = glass.open_glass(house.sami, "m-1", "a colleague was called about it", "p-noor")
    glass.confirm_glass(house.noor, asked)
    glass.tell_of_glass(house.dana, asked)
    with pytest.raises(InputError, match="broken or about to be"):
        evidence.erase(house.dana, asked, Ground.CLOSED)
    house.clock.time += timedelta(days=7)
    assert evidence.erase(house.dana, asked, Ground.CLOSED) == 1


def test_a_glass_that_nobody_agreed_to_may_be_forgotten_after_a_day(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1", Class.CLEAN, 0.0))
    glass.open_glass(house.sami, "m-1", "a colleague was called about it", "p-noor")
    house.clock.time += timedelta(days=2)
    assert evidence.erase(house.dana, "m-1", Ground.CLOSED) == 2, "the message, and the reason"


# What has had its time


def _seven_are_over(house: House) -> None:
    with house.store.write("harbour") as writer:
        for n in range(7):
            writer.keep(b"x%d" % n, writer.now)
    house.clock.time += timedelta(days=1)


def _expired(house: House) -> list[int]:
    with house.store.read("harbour") as reader:
        assert not reader.verify([]).broken
        return [len(entry.event.refs) for entry in reader.log.read() if isinstance(entry.event, RetentionExpired)]


def _opened(house: House, number: int) -> None:
    incidents.open_incident(house.dana, f"Incident {number}")


@contextmanager
def _before_each(monkeypatch: pytest.MonkeyPatch, what: Callable[[int], None]) -> Iterator[None]:
    """Do something before each transaction of an expiry."""
    write, begun = Grant.write, 0

    def written(grant: Grant) -> AbstractContextManager[Writer]:
        nonlocal begun
        if grant.right is Right.ERASE:
            begun += 1
            what(begun)
        return write(grant)

    with monkeypatch.context() as patched:
        patched.setattr(erasure, "PART", 3)
        patched.setattr(Grant, "write", written)
        yield


def test_others_write_between_the_parts_of_an_expiry(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    _seven_are_over(house)
    with _before_each(monkeypatch, lambda n: _opened(house, n)):
        assert evidence.expire(house.node) == 7
    assert _expired(house) == [3, 3, 1]
    types = [one for one in house.types() if one in ("incident-opened", "retention-expired")]
    assert types == ["incident-opened", "retention-expired"] * 3


def test_an_expiry_that_dies_between_two_parts_is_finished_by_the_next(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    _seven_are_over(house)

    def dies(number: int) -> None:
        if number == 3:
            raise KeyboardInterrupt

    with _before_each(monkeypatch, dies), pytest.raises(KeyboardInterrupt):
        evidence.expire(house.node)
    assert _expired(house) == [3, 3]
    assert evidence.expire(house.node) == 1
    assert evidence.expire(house.node) == 0
    assert _expired(house) == [3, 3, 1]


def test_an_expiry_ends_where_the_last_part_is_full(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    _seven_are_over(house)
    monkeypatch.setattr(erasure, "PART", 7)
    assert evidence.expire(house.node) == 7
    assert _expired(house) == [7]
