"""A person sets a list aside for one value, with a reason and for a time; nothing else that is spared."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from tests.fixtures.actors import House
from tests.unit.app.test_receiving import CENTRE, bundle, submit

from tocsin.app import collecting, overrides, receiving
from tocsin.identify.examples import message
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import Purpose
from tocsin.model.people import Tlp
from tocsin.model.received import Reliability, Why

DATE = "Thu, 01 Jan 2026 10:00:00 +0000"


def _list(house: House, *entries: str, purpose: Purpose = Purpose.NO_SIGN) -> None:
    raw = json.dumps({"name": "Banks (synthetic)", "type": "hostname", "list": entries}).encode()
    receiving.keep_list(house.dana, raw, purpose)


def _receive(house: House, *hosts: str) -> receiving.Received:
    when = house.clock.time.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    given = bundle(*hosts, modified=when, valid_from=when)
    return receiving.receive(house.dana, given, CENTRE, Reliability.B, Tlp.GREEN)


def _meets(house: House, name: str) -> bool:
    date = house.clock.time.strftime("%a, %d %b %Y %H:%M:%S +0000")
    before = len(receiving.sightings(house.dana).items)
    submit(house, message(text="https://login.bank.example/", date=date, message_id=f"<{name}@x.example>").raw)
    return len(receiving.sightings(house.dana).items) > before


def test_what_a_list_spares_is_looked_for_while_the_decision_holds(house: House) -> None:
    _list(house, "bank.example")
    assert [one.why for one in _receive(house, "login.bank.example").unused] == [Why.LISTED]
    decision = overrides.override(house.dana, "LOGIN[.]bank.example", "It was taken over.", days=10)
    taken = _receive(house, "login.bank.example", "www.bank.example")
    assert (taken.indicators, [one.why for one in taken.unused]) == (1, [Why.LISTED]), "for this value and no other"
    assert _meets(house, "one")
    (shown,) = overrides.overrides(house.dana)
    assert (shown.item.override, shown.reason, shown.is_over) == (decision, "It was taken over.", False)


def test_after_its_time_the_list_counts_again_also_for_what_came_by_it(house: House) -> None:
    _list(house, "bank.example")
    overrides.override(house.dana, "login.bank.example", "It was taken over.", days=10)
    _receive(house, "login.bank.example")
    house.clock.time += timedelta(days=11)
    assert not _meets(house, "late")
    assert [one.is_over for one in overrides.overrides(house.dana)] == [True]
    assert [one.why for one in _receive(house, "login.bank.example").unused] == [Why.LISTED]


def test_it_is_undone_at_once(house: House) -> None:
    _list(house, "bank.example")
    decision = overrides.override(house.dana, "login.bank.example", "It was taken over.")
    _receive(house, "login.bank.example")
    assert _meets(house, "one")
    overrides.end_override(house.dana, decision)
    assert not _meets(house, "two")
    assert overrides.overrides(house.dana) == ()
    with pytest.raises(NotFoundError):
        overrides.end_override(house.dana, decision)


def test_what_never_leaves_leaves_by_a_decision_and_who_is_a_victim_never_does(house: House) -> None:
    _list(house, "evil.test", purpose=Purpose.NEVER_SHARED)
    collection = collecting.open_collection(house.dana, "March")
    assert collecting.put(house.dana, collection, bundle("evil.test")).added == ()
    overrides.override(house.dana, "evil.test", "The others are to know.", Purpose.NEVER_SHARED)
    assert collecting.put(house.dana, collection, bundle("evil.test")).added
    assert collecting.put(house.dana, collection, bundle("evil.test", description="To Noor Azar")).added == ()


def test_a_decision_is_made_anew_before_its_time_is_over(house: House) -> None:
    _list(house, "bank.example")
    overrides.override(house.dana, "bank.example", "It was taken over.", days=1)
    overrides.override(house.dana, "bank.example", "It still is.", days=20)
    house.clock.time += timedelta(days=2)
    assert [one.is_over for one in overrides.overrides(house.dana)] == [True, False]
    assert _receive(house, "bank.example").indicators == 1


@pytest.mark.parametrize("value", ["gmail.com", "dana@harbour.example", "8.8.8.0/8"])
def test_nothing_but_a_list_can_be_set_aside(house: House, value: str) -> None:
    with pytest.raises(InputError, match="on no list"):
        overrides.override(house.dana, value, "I want it.")


def test_what_everybody_uses_is_spared_even_where_a_list_is_set_aside(house: House) -> None:
    _list(house, "gmail.com")
    overrides.override(house.dana, "gmail.com", "I want it.")
    assert [one.why for one in _receive(house, "gmail.com").unused] == [Why.EVERYBODYS]


def test_it_takes_the_right_a_reason_and_a_time(house: House) -> None:
    _list(house, "bank.example")
    with pytest.raises(AccessError):
        overrides.override(house.sami, "bank.example", "It was taken over.")
    with pytest.raises(InputError, match="no reason"):
        overrides.override(house.dana, "bank.example", " ")
    for days in (0, 366):
        with pytest.raises(InputError, match="no time"):
            overrides.override(house.dana, "bank.example", "It was taken over.", days=days)
