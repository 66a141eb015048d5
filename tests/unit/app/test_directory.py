"""Who is enrolled in which second factor, taken in and shown."""

from __future__ import annotations

import pytest
from tests.fixtures.actors import House
from tests.fixtures.directories import entra

from tocsin.app import directory
from tocsin.app.ports import LogFile
from tocsin.bootstrap import make_account_reader
from tocsin.model.error import AccessError, InputError

DANA, SAMI, NOBODY = "dana@harbour.example", "sami@harbour.example", "printer@harbour.example"


def _take_in(house: House, content: bytes) -> int:
    return directory.take_in_directory(house.ines, make_account_reader(), [LogFile("mfa.json", content)])


def test_what_a_directory_says_is_known_of_its_people(house: House) -> None:
    content = entra(DANA, "mobilePhone") + entra(SAMI, "passKeyDeviceBound") + entra(NOBODY)
    assert _take_in(house, content) == 3
    found = {one.enrolment.person: one for one in directory.enrolments(house.sami)}
    assert {address: one.person for address, one in found.items()} == {DANA: "p-dana", SAMI: "p-sami", NOBODY: None}
    assert found[DANA].enrolment.passkey is False
    assert found[SAMI].enrolment.passkey is True
    assert found[NOBODY].enrolment.second_factor is False


def test_a_newer_export_replaces_the_older(house: House) -> None:
    _take_in(house, entra(DANA, "mobilePhone") + entra(SAMI, "mobilePhone"))
    _take_in(house, entra(DANA, "passKeyDeviceBound"))
    (one,) = directory.enrolments(house.sami)
    assert (one.enrolment.person, one.enrolment.passkey) == (DANA, True)


def test_a_card_says_what_is_done_and_what_nobody_knows_stays_open(house: House) -> None:
    assert set(directory.my_card(house.dana).values()) == {None}
    _take_in(house, entra(DANA, "mobilePhone") + entra(SAMI, "passKeyDeviceBound"))
    assert directory.my_card(house.dana)["second-factor"] is False
    assert directory.my_card(house.sami)["second-factor"] is True
    assert directory.my_card(house.sami).get("updates") is None


def test_what_is_no_directory_is_refused_and_it_takes_the_right(house: House) -> None:
    with pytest.raises(InputError, match="no directory"):
        _take_in(house, b'{"a": 1}\n')
    with pytest.raises(AccessError):
        directory.take_in_directory(house.sami, make_account_reader(), [LogFile("mfa.json", entra(DANA))])
    with pytest.raises(AccessError):
        directory.enrolments(house.remi)
