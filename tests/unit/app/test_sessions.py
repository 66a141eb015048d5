"""Sessions and tokens: what they allow, and when they end."""

from __future__ import annotations

import pytest
from tests.fixtures.actors import House, enter
from tests.fixtures.door import rights, signed_in, stranger
from tests.fixtures.events import draft
from tests.fixtures.provider import ERRAND, Believing

from tocsin.app import access, credentials, invitations, sessions, sign_in
from tocsin.app.rights import Right
from tocsin.model.error import AccessError, InputError, NotFoundError, SignInError
from tocsin.model.event import CredentialRemoved


def test_sessions_end_when_their_owner_or_an_administrator_says_so(house: House) -> None:
    credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    first, second = (sign_in.by_subject(stranger(house), Believing(), "sami", ERRAND) for _ in range(2))
    with pytest.raises(NotFoundError):
        sessions.revoke(house.noor, first.id)
    sessions.revoke(house.sami, first.id)
    assert rights(house, first) == frozenset()
    assert [shown.item.session for shown in sessions.sessions_of(house.ines, "p-sami")] == [second.id]
    sessions.sign_out(signed_in(house, second))
    assert rights(house, second) == frozenset()
    third = sign_in.by_subject(stranger(house), Believing(), "sami", ERRAND)
    sessions.revoke_of(house.ines, third.id)
    fourth = sign_in.by_subject(stranger(house), Believing(), "sami", ERRAND)
    credentials.lock_out(house.ines, "p-sami")
    assert (rights(house, third), rights(house, fourth)) == (frozenset(), frozenset())
    with pytest.raises(SignInError):
        sign_in.by_subject(stranger(house), Believing(), "sami", ERRAND)


def test_a_token_has_what_both_its_person_and_its_scopes_allow(house: House) -> None:
    credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    made = sessions.make_token(house.sami, "gateway", ["judge"], 9)
    assert rights(house, made) == {Right.JUDGE}
    actor = access.recognise(house.store, made.secret, house.clock())
    assert actor
    assert (actor.id, actor.person) == (made.id, "p-sami")
    for scopes, days in (
        (["own"], 9),
        (["judge", "erase"], 9),
        (["nonsense"], 9),
        ([], 9),
        (["ask"], 0),
        (["ask"], 999),
    ):
        with pytest.raises(InputError):
            sessions.make_token(house.sami, "x", scopes, days)
    assert rights(house, sessions.make_token_for(house.node, "p-dana", "x", ["warn"], 9)) == {Right.WARN}
    with pytest.raises(AccessError):
        sessions.make_token_for(house.ines, "p-dana", "x", ["warn"], 9)


def test_who_only_followed_an_invitation_makes_no_token(house: House) -> None:
    invitation = invitations.invite(house.node, "p-ines")
    opened = invitations.accept(stranger(house), invitation.secret)
    actor = access.recognise(house.store, opened.secret, house.clock())
    assert actor is not None
    here = enter(house.store, house.clock, actor)
    for scope in ("manage-people", "ask"):
        with pytest.raises(AccessError, match="none yet"):
            sessions.make_token(here, "back door", [scope], 9)
    credentials.add_subject(here, Believing(), "ines", ERRAND)
    with pytest.raises(InputError, match="scopes"):
        sessions.make_token(here, "back door", ["manage-people"], 9)


def test_a_token_ends_with_the_last_way_of_its_person_to_sign_in(house: House) -> None:
    way = credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    made = sessions.make_token(house.sami, "gateway", ["judge"], 9)
    assert rights(house, made) == {Right.JUDGE}
    with house.store.write("harbour") as writer:
        writer.append(draft(CredentialRemoved(way)))
    assert access.recognise(house.store, made.secret, house.clock()) is None
