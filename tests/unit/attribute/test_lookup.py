from __future__ import annotations

from tests.fixtures.release import bundle

from tocsin.attribute import lookup
from tocsin.formats.attack import objects, read
from tocsin.model.knowledge import Technique

KNOWN = read(objects(bundle(), "made-up.json"))


def ids(name: str) -> list[str]:
    return [one.id for one in lookup.find(KNOWN, name)]


def test_a_name_that_is_claimed_for_two_finds_both() -> None:
    assert ids("grey wader") == ["G9001", "G9002"]
    assert ids(" g9001 ") == ["G9001"]
    assert ids("Plume") == ["S9001"]
    assert ids("heron") == []


def test_what_is_replaced_leads_to_what_stands() -> None:
    for name, stands in (("T9001", "T9002.001"), ("G9003", "G9001"), ("G9001", "G9001"), ("G9004", None)):
        found = lookup.standing(KNOWN, lookup.find(KNOWN, name)[0])
        assert (found.id if found else None) == stands


def test_profiles_hold_what_was_used_in_campaigns_too() -> None:
    assert lookup.profile_of(KNOWN, "G9002") == {"T9003", "S9002"}
    assert lookup.profile_of(KNOWN, "G9001") == {"S9001", "T9002.001", "T9003"}


def test_users_and_parts() -> None:
    assert [one.id for one in lookup.users_of(KNOWN, "T9003")] == ["G9001", "G9002"]
    assert [one.id for one in lookup.users_of(KNOWN, "S9002")] == ["C9001"]
    (technique,) = lookup.find(KNOWN, "T9002")
    assert isinstance(technique, Technique)
    assert [one.id for one in lookup.parts_of(KNOWN, technique)] == ["T9002.001"]
