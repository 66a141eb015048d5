"""Coming in for the first time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.fixtures.actors import House
from tests.fixtures.door import rights, secret_of, signed_in, stranger
from tests.fixtures.provider import ERRAND, Believing

from tocsin.app import access, credentials, invitations, people, sign_in
from tocsin.app.rights import Right
from tocsin.model.error import AccessError, InputError, NotFoundError, SignInError
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Person


def test_an_invitation_lets_in_once_to_add_a_way(house: House) -> None:
    invitation = invitations.invite(house.ines, "p-remi")
    assert access.recognise(house.store, invitation.secret, house.clock()) is None, "it is no session"
    opened = invitations.accept(stranger(house), invitation.secret)
    assert rights(house, opened) == {Right.OWN}
    late = invitations.invite(house.ines, "p-remi")
    house.clock.time += timedelta(days=4)
    for secret in (invitation.secret, late.secret, "guess"):
        with pytest.raises(SignInError, match="not valid"):
            invitations.accept(stranger(house), secret)
    with pytest.raises(NotFoundError):
        invitations.invite(house.ines, "p-nobody")
    with pytest.raises(AccessError):
        invitations.invite(house.dana, "p-remi")


def test_nobody_is_invited_who_can_sign_in(house: House) -> None:
    early = invitations.invite(house.ines, "p-sami")
    secret_of(house)
    with pytest.raises(InputError, match="way to sign in"):
        invitations.invite(house.ines, "p-sami")
    with pytest.raises(SignInError):
        invitations.accept(stranger(house), early.secret)


def test_who_locks_somebody_out_cannot_come_in_as_them(house: House) -> None:
    early = invitations.invite(house.ines, "p-sami")
    credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    credentials.lock_out(house.ines, "p-sami")
    other = house.as_("p-dana", Role.ADMIN)
    for admin in (house.ines, other):
        with pytest.raises(InputError, match="only at the terminal"):
            invitations.invite(admin, "p-sami")
    with pytest.raises(SignInError):
        invitations.accept(stranger(house), early.secret)
    again = invitations.invite(house.node, "p-sami")
    assert rights(house, invitations.accept(stranger(house), again.secret)) == {Right.OWN}


def test_an_old_token_of_the_first_run_makes_no_second_first_person(house: House) -> None:
    first, second = invitations.first_run(house.node), invitations.first_run(house.node)
    lead = Person("Lena Orr", ("lena@harbour.example",))
    opened = invitations.set_up(stranger(house), first.secret, lead)
    credentials.add_subject(signed_in(house, opened), Believing(), "lena", ERRAND)
    with pytest.raises(SignInError):
        invitations.set_up(stranger(house), second.secret, lead)


def test_who_came_in_by_an_invitation_may_take_their_time(house: House) -> None:
    opened = invitations.accept(stranger(house), invitations.invite(house.ines, "p-remi").secret)
    house.clock.time += timedelta(hours=2)
    credentials.add_subject(signed_in(house, opened), Believing(), "remi", ERRAND)


def test_the_first_person_may_do_everything_and_give_roles_away(house: House) -> None:
    made = invitations.first_run(house.node)
    opened = invitations.set_up(stranger(house), made.secret, Person("Lena Orr", ("lena@harbour.example",)))
    assert rights(house, opened) == {Right.OWN}, "until they have a way to sign in"
    first = signed_in(house, opened)
    credentials.add_subject(first, Believing(), "lena", ERRAND)
    again = sign_in.by_subject(stranger(house), Believing(), "lena", ERRAND)
    assert rights(house, again) > {Right.MANAGE_PEOPLE, Right.READ_MAIL, Right.WARN, Right.SIGN_HEAD}
    member = people.person(signed_in(house, again), opened.person)
    assert member.item.tlp is Tlp.RED
    assert member.record
    assert member.record.name == "Lena Orr"


def test_the_first_person_is_who_has_the_address_already(house: House) -> None:
    made = invitations.first_run(house.node)
    opened = invitations.set_up(stranger(house), made.secret, Person("Sami H.", ("SAMI@harbour.example",)))
    assert opened.person == "p-sami"
    assert "person-added" not in house.types()


@pytest.mark.parametrize("person", [Person(" ", ("lena@harbour.example",)), Person("Lena Orr")])
def test_the_first_person_has_a_name_and_an_address(house: House, person: Person) -> None:
    made = invitations.first_run(house.node)
    with pytest.raises(InputError, match="a name and an address"):
        invitations.set_up(stranger(house), made.secret, person)
    opened = invitations.set_up(stranger(house), made.secret, Person("Lena Orr", ("lena@harbour.example",)))
    assert opened.person, "the token was not used up"


def test_there_is_no_first_run_where_somebody_can_sign_in(house: House) -> None:
    early = invitations.first_run(house.node)
    credentials.add_subject(house.dana, Believing(), "dana", ERRAND)
    with pytest.raises(InputError, match="can sign in already"):
        invitations.first_run(house.node)
    with pytest.raises(SignInError):
        invitations.set_up(stranger(house), early.secret, Person("Lena Orr", ("lena@harbour.example",)))


def test_the_first_run_is_for_whoever_keeps_the_node(house: House) -> None:
    for who in (house.ines, house.dana, stranger(house)):
        with pytest.raises(AccessError):
            invitations.first_run(who)


def test_an_invitation_and_the_token_of_the_first_run_are_not_each_other(house: House) -> None:
    first, invited = invitations.first_run(house.node), invitations.invite(house.ines, "p-remi")
    with pytest.raises(SignInError):
        invitations.accept(stranger(house), first.secret)
    with pytest.raises(SignInError):
        invitations.set_up(stranger(house), invited.secret, Person("Lena Orr", ("lena@harbour.example",)))


def test_they_end_by_themselves(house: House) -> None:
    first, invited = invitations.first_run(house.node), invitations.invite(house.ines, "p-remi")
    assert first.expires_at - invited.expires_at < timedelta(days=-1)
    house.clock.time += timedelta(days=1, minutes=1)
    with pytest.raises(SignInError, match="not valid any more"):
        invitations.set_up(stranger(house), first.secret, Person("Lena Orr", ("lena@harbour.example",)))
    assert invitations.accept(stranger(house), invited.secret).person == "p-remi"


def test_nobody_is_invited_who_was_removed(house: House) -> None:
    made = invitations.invite(house.ines, "p-remi")
    people.remove_person(house.ines, "p-remi")
    with pytest.raises(NotFoundError):
        invitations.invite(house.ines, "p-remi")
    with pytest.raises(SignInError):
        invitations.accept(stranger(house), made.secret)


def test_no_secret_of_an_invitation_is_in_the_log(house: House) -> None:
    made = invitations.invite(house.ines, "p-remi")
    invitations.accept(stranger(house), made.secret, "Firefox, 192.0.2.7")
    with house.store.read("harbour") as reader:
        stored = b"".join(reader.log.raw(seq) for seq in range(reader.log.size))
    for word in (made.secret, "Firefox", "192.0.2.7"):
        assert word.encode() not in stored
