"""Who may do what, and that it cannot be got around."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.conftest import Clock
from tests.fixtures.actors import enter, entered
from tests.fixtures.events import beginning, draft

from tocsin.app import access, credentials, evidence, invitations
from tocsin.app import log as logs
from tocsin.app.access import Grant
from tocsin.app.rights import PERSONAL, ROLES, Right, rights_of
from tocsin.model import event as e
from tocsin.model.actor import Actor, Via
from tocsin.model.error import AccessError, InputError, SignInError
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Kind, Person
from tocsin.net.passwords import Argon2
from tocsin.store.store import Store

PASSWORD = "correct horse battery staple"


def test_only_a_decision_makes_a_grant(store: Store, clock: Clock) -> None:
    entry = enter(store, clock, access.node("harbour"))
    with pytest.raises(TypeError):
        Grant(object(), entry, Right.READ_LOG)
    with pytest.raises(AccessError):
        access.require(entry, Right.OPEN_MAIL)
    assert not [name for name in vars(type(entry)) if name in ("read", "write", "begin")]


@pytest.mark.parametrize("role", list(Role))
def test_a_role_gives_its_rights_and_no_other(role: Role) -> None:
    actor = Actor("p", "harbour", Via.SESSION, "p", frozenset({role}))
    assert rights_of(actor) == ROLES[role]
    assert ({Right.OWN} if role is Role.PARTICIPANT else {Right.ASK, Right.OWN}) <= ROLES[role]


def test_who_keeps_the_node_and_who_audits_read_no_mail() -> None:
    reading = {Right.READ_MAIL, Right.OPEN_MAIL, Right.EVIDENCE, Right.EXPORT_EVIDENCE}
    for role in (Role.ADMIN, Role.AUDITOR, Role.SIGNER, Role.REPORTER):
        assert not ROLES[role] & reading


def test_terminal_stranger_and_token_have_their_bounds() -> None:
    assert rights_of(access.node("harbour")) == frozenset(Right) - PERSONAL - {Right.EXCHANGE}, "that is for partners"
    assert rights_of(access.stranger("harbour")) == {Right.SIGN_IN}
    everything = frozenset(right.value for right in Right)
    token = Actor("t", "harbour", Via.TOKEN, "p", frozenset({Role.ANALYST}), Tlp.RED, "t", everything)
    assert rights_of(token) == ROLES[Role.ANALYST] - PERSONAL
    assert rights_of(Actor("t", "harbour", Via.TOKEN, "p", frozenset({Role.ANALYST}), scopes=frozenset({"ask"}))) == {
        Right.ASK
    }


def test_a_use_case_is_refused_before_it_looks_at_anything(store: Store, clock: Clock) -> None:
    auditor = entered(store, clock, "p-noor", Role.AUDITOR)
    with pytest.raises(AccessError, match="evidence"):
        evidence.pieces(auditor, "no such case")
    logs.entries(auditor)


def test_the_first_person_comes_in_by_the_token_of_the_terminal(store: Store, clock: Clock) -> None:
    with store.write("harbour") as writer:
        writer.append(draft(e.OrganisationCreated(name="Harbour Campaign", kind="campaign")))
    node, anybody = enter(store, clock, access.node("harbour")), enter(store, clock, access.stranger("harbour"))
    token = invitations.first_run(node)
    with pytest.raises(AccessError):
        invitations.first_run(anybody)
    for wrong in ("", "guess"):
        with pytest.raises(SignInError):
            invitations.set_up(anybody, wrong, Person("Dana Osman", ("dana@harbour.example",)))
    opened = invitations.set_up(anybody, token.secret, Person("Dana Osman", ("dana@harbour.example",)))
    with pytest.raises(SignInError):
        invitations.set_up(anybody, token.secret, Person("Mallory", ("m@harbour.example",)))
    actor = access.recognise(store, opened.secret, clock())
    assert actor is not None
    assert rights_of(actor) == {Right.OWN}, "until there is a whole way to sign in"
    dana = enter(store, clock, actor)
    enrol(dana, clock)
    actor = access.recognise(store, opened.secret, clock())
    assert actor is not None
    assert rights_of(actor) >= {Right.MANAGE_PEOPLE, Right.READ_MAIL, Right.WARN}
    assert actor.clearance is Tlp.RED
    with pytest.raises(InputError, match="already"):
        invitations.first_run(node)


def enrol(who: access.Access, clock: Clock) -> bytes:
    from tocsin.common import totp

    codes = credentials.new_codes(who)
    secret = totp.decoded(codes.secret)
    with pytest.raises(SignInError):
        credentials.set_password(who, Argon2(), PASSWORD, codes.secret, "000000")
    assert credentials.ways(who) == (), "a password alone is not set"
    code = totp.code(secret, int(clock().timestamp()) // 30)
    credentials.set_password(who, Argon2(), PASSWORD, codes.secret, code)
    return secret


def test_another_organisation_begins_with_its_own_log(store: Store, clock: Clock) -> None:
    with pytest.raises(AccessError):
        logs.begin(entered(store, clock, "p-dana", *Role, organisation="quay"), "Quay", Kind.NGO)
    logs.begin(enter(store, clock, access.node("quay")), "Quay", Kind.NGO)
    assert store.organisations() == ["harbour", "quay"]


def test_what_was_taken_is_taken_at_once(store: Store, clock: Clock) -> None:
    with store.write("harbour") as writer:
        beginning(writer)
        for number, secret in enumerate(("one", "two")):
            opened = e.SessionOpened(f"s-{number}", "p-sami", (), access.digest(secret), clock() + timedelta(hours=1))
            writer.append(draft(opened))
        writer.append(draft(e.CredentialAdded("c-1", "p-sami", "oidc", "0" * 64)))
    actor = access.recognise(store, "one", clock())
    assert actor is not None
    assert (actor.id, actor.roles, actor.clearance) == ("p-sami", frozenset({Role.ANALYST}), Tlp.AMBER_STRICT)
    with store.write("harbour") as writer:
        writer.append(draft(e.RoleTaken("p-sami", Role.ANALYST)), draft(e.SessionRevoked("s-1")))
    after = access.recognise(store, "one", clock())
    assert after is not None
    assert not after.roles
    assert access.recognise(store, "two", clock()) is None
    assert access.recognise(store, "three", clock()) is None
    assert access.recognise(store, "one", clock() + timedelta(hours=2)) is None
    with store.write("harbour") as writer:
        writer.append(draft(e.PersonRemoved("p-sami")))
    assert access.recognise(store, "one", clock()) is None
