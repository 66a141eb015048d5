"""Profile and people: into the log and back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.fixtures.actors import House, enter

from tocsin.app import people
from tocsin.identify.examples import PROFILE
from tocsin.identify.profile import dump
from tocsin.model.actor import Actor, Via
from tocsin.model.error import AccessError, InputError, NotFoundError, ProfileError
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Person


def test_a_profile_goes_in_and_comes_out_the_same(house: House) -> None:
    changes = people.import_profile(house.ines, dump(PROFILE))
    assert changes.profile
    assert changes.added == ()
    assert set(changes.changed) == {"p-dana"}, "the others are as they were"
    out = people.profile(house.sami)
    assert replace(out, person=()) == replace(PROFILE, person=())
    assert set(PROFILE.person) <= set(out.person)
    assert people.import_profile(house.ines, people.export_profile(house.sami)) == people.Changes()
    with pytest.raises(ProfileError):
        people.import_profile(house.ines, b"[organisation]\nname = 3")
    for who in (house.sami, house.dana, house.as_("p-dana", Role.LEAD, Role.ANALYST)):
        with pytest.raises(AccessError):
            people.import_profile(who, dump(PROFILE))


def test_a_program_that_may_change_the_profile_alone_changes_nobody(house: House) -> None:
    for scopes in ({"change-profile"}, {"manage-people"}):
        actor = Actor("token-1", "harbour", Via.TOKEN, "p-ines", frozenset({Role.ADMIN}), scopes=frozenset(scopes))
        with pytest.raises(AccessError):
            people.import_profile(enter(house.store, house.clock, actor), dump(PROFILE))


def test_a_language_is_ones_own(house: House) -> None:
    people.choose_language(house.remi, "ar")
    people.choose_language(house.remi, "ar")
    assert people.person(house.ines, "p-remi").item.language == "ar"
    assert house.types() == ["language-chosen"], "what is so already is not noted again"
    with pytest.raises(InputError, match="no language"):
        people.choose_language(house.remi, "xx")
    with pytest.raises(AccessError):
        people.choose_language(house.node, "ar")


def test_people_are_the_same_by_address_and_those_who_sign_in_stay(house: House) -> None:
    renamed = Person("Sami H. Haddad", ("sami@harbour.example", "s.haddad@harbour.example"))
    alone = replace(PROFILE, person=(renamed, Person("Vera North", ("vera@harbour.example",))))
    changes = people.import_profile(house.ines, dump(alone), remove=True)
    assert changes.changed == ("p-sami",)
    assert changes.added == ("person-1",)
    assert set(changes.removed) == {"p-tips", "p-remi"}, "who has a role stays"
    names = {member.item.person: member.record.name for member in people.people(house.ines) if member.record}
    assert names["p-sami"] == "Sami H. Haddad"
    assert "p-tips" not in names


def test_somebody_is_added_changed_and_removed(house: House) -> None:
    vera = people.add_person(house.ines, Person("Vera North", ("vera@harbour.example",), high_risk=True))
    assert people.person(house.sami, vera).item.high_risk
    for wrong in (Person("X", ("no address",)), Person("X", (), ("x@harbour.example",))):
        people.import_profile(house.ines, dump(PROFILE))
        with pytest.raises(ProfileError):
            people.add_person(house.ines, wrong)
    with pytest.raises(InputError, match="somebody's already"):
        people.add_person(house.ines, Person("Mallory", ("vera@harbour.example",)))
    with pytest.raises(InputError, match="somebody's already"):
        people.change_person(house.ines, "p-remi", Person("Remi", ("vera@harbour.example",)))
    people.change_person(house.ines, vera, Person("Vera North-Lind", ("vera@harbour.example",)))
    shown = people.person(house.ines, vera)
    assert shown.record
    assert (shown.record.name, shown.item.high_risk) == ("Vera North-Lind", False)
    people.remove_person(house.ines, vera)
    for ask in (people.person, people.remove_person):
        with pytest.raises(NotFoundError):
            ask(house.ines, vera)


def test_roles_and_clearance_and_that_an_administrator_is_left(house: House) -> None:
    people.give_role(house.ines, "p-remi", Role.AUDITOR)
    people.set_clearance(house.ines, "p-remi", Tlp.RED)
    item = people.person(house.ines, "p-remi").item
    assert (item.roles, item.tlp) == ((Role.AUDITOR,), Tlp.RED)
    people.take_role(house.ines, "p-remi", Role.AUDITOR)
    assert people.person(house.ines, "p-remi").item.roles == ()
    with pytest.raises(InputError, match="last administrator"):
        people.take_role(house.ines, "p-ines", Role.ADMIN)
    with pytest.raises(InputError, match="last administrator"):
        people.remove_person(house.ines, "p-ines")
    people.give_role(house.ines, "p-remi", Role.ADMIN)
    people.take_role(house.ines, "p-ines", Role.ADMIN)
    for who in (house.dana, house.sami, house.remi):
        with pytest.raises(AccessError):
            people.give_role(who, "p-remi", Role.LEAD)


def test_nobody_is_ranked(house: House) -> None:
    assert [one.item.person for one in people.people(house.dana)] == [
        "p-dana", "p-sami", "p-tips", "p-noor", "p-remi", "p-ines",
    ]  # fmt: skip


def test_everybody_who_came_in_knows_where_they_are(house: House) -> None:
    for who in (house.remi, house.sami, house.ines):
        assert people.organisation_name(who) == "Harbour Campaign"
    people.import_profile(house.ines, dump(replace(PROFILE, organisation=replace(PROFILE.organisation, name="Quay"))))
    assert people.organisation_name(house.remi) == "Quay"
    with pytest.raises(AccessError):
        people.organisation_name(house.node)
