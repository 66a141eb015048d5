"""What an incident tells of attempts."""

from __future__ import annotations

import pytest
from tests.fixtures.actors import House
from tests.fixtures.attack import DOMAIN, HOST, befall
from tests.fixtures.events import draft

from tocsin.app import outcomes
from tocsin.model import event as e
from tocsin.model.error import NotFoundError
from tocsin.model.outcome import Did, Way
from tocsin.model.people import Tlp
from tocsin.model.verdict import Danger


def test_a_message_is_an_attempt_on_each_person_who_received_it(house: House) -> None:
    known = outcomes.attempts(house.dana, befall(house))
    (attempt,) = known.attempts
    assert attempt.id == "m-attack/p-dana"
    assert attempt.person.startswith("dana")
    assert (attempt.way, attempt.sender) == (Way.CREDENTIALS, f"mira@{DOMAIN}")
    assert HOST in attempt.hosts
    assert DOMAIN not in attempt.hosts, "the sender's own domain is no page that anybody opens"
    assert (known.tlp, known.sealed) == (Tlp.CLEAR, 0)
    assert known.told == ()


def test_what_people_said_of_it_comes_with_it(house: House) -> None:
    incident = befall(house)
    with house.store.write("harbour") as writer:
        writer.append(
            draft(e.SafetyAsked("q-1", "p-dana", "mail", "m-attack")),
            draft(e.ClickReported("p-dana", Danger.CREDENTIALS, "m-attack", click="c-1")),
            draft(e.ClickReported("p-dana", Danger.FILE, "m-attack", click="c-2")),
            draft(e.ClickReported("p-noor", Danger.CODE, "m-attack", click="c-3")),
        )
    told = outcomes.attempts(house.dana, incident).told
    assert [one.did for one in told] == [Did.REPORTED, Did.GAVE, Did.CLICKED]
    assert {one.attempt for one in told} == {"m-attack/p-dana"}


def test_who_is_not_cleared_learns_nothing(house: House) -> None:
    incident = befall(house, Tlp.RED)
    cleared_less = house.as_("p-sami", *house.sami.actor.roles, clearance=Tlp.GREEN)
    with pytest.raises(NotFoundError):
        outcomes.attempts(cleared_less, incident)
    with pytest.raises(NotFoundError):
        outcomes.attempts(house.dana, "incident-none")
