"""Whose name a display name is."""

from __future__ import annotations

import pytest

from tocsin.identify.examples import PROFILE
from tocsin.identify.persons import is_address_of, name_key, names_organisation, person_named
from tocsin.model.profile import Profile


@pytest.mark.parametrize("name", ["Dana Osman", "OSMAN, Dana", "Dr. Dana Osman", "دانا عثمان", "dana  osmán"])
def test_a_person_in_any_spelling(name: str) -> None:
    person = person_named(name, PROFILE)
    assert person is not None
    assert person.name == "Dana Osman"


@pytest.mark.parametrize("name", ["Dana", "Dana Osman Press", "Tips", "", "Dr."])
def test_nobody_of_ours(name: str) -> None:
    assert person_named(name, PROFILE) is None


def test_an_empty_profile_names_nobody() -> None:
    assert person_named("Dana Osman", Profile()) is None
    assert names_organisation("Harbour", Profile()) is None


def test_addresses() -> None:
    person = PROFILE.person[0]
    assert is_address_of("dana@harbour.example", person)
    assert is_address_of("dana.osman@private.example", person)
    assert not is_address_of("dana@other.test", person)


def test_organisations_by_name() -> None:
    assert names_organisation("The Harbour team", PROFILE) == ("Harbour", ("harbour.example",))
    assert names_organisation("Lighthouse Institute", PROFILE) == (
        "Lighthouse Institute (synthetic)",
        ("lighthouse.example",),
    )
    assert names_organisation("Harbouring doubts", PROFILE) is None
    assert name_key("Osman, Dana") == name_key("Dana OSMAN")
