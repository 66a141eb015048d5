"""Signing in and out, in every way there is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.fixtures.actors import House, enter
from tests.fixtures.authenticator import PRESENT, Authenticator
from tests.fixtures.events import draft
from tests.fixtures.provider import ERRAND, Believing

from tocsin.app import access, credentials, invitations, sessions, sign_in
from tocsin.app.access import Access
from tocsin.app.rights import Right, rights_of
from tocsin.common import totp
from tocsin.model.actor import Opened
from tocsin.model.error import AccessError, FreshSignInError, InputError, NotFoundError, SignInError
from tocsin.model.event import CredentialRemoved
from tocsin.model.people import Role
from tocsin.model.profile import Person
from tocsin.net.passkeys import WebauthnPasskeys
from tocsin.net.passwords import Argon2

SITE = ("localhost", "http://localhost:8000")
PASSKEYS = WebauthnPasskeys(*SITE)
PASSWORD = "correct horse battery staple"
ADDRESS = "sami@harbour.example"


def stranger(house: House) -> Access:
    return enter(house.store, house.clock, access.stranger("harbour"))


def secret_of(house: House) -> bytes:
    """Give Sami a password and codes."""
    codes = credentials.new_codes(house.sami)
    assert "sami%40harbour.example" in codes.address
    secret = totp.decoded(codes.secret)
    credentials.set_password(house.sami, Argon2(), PASSWORD, codes.secret, code(house, secret))
    house.clock.time += timedelta(seconds=60)
    return secret


def code(house: House, secret: bytes) -> str:
    return totp.code(secret, int(house.clock.time.timestamp()) // 30)


def rights(house: House, opened: Opened) -> frozenset[Right]:
    actor = access.recognise(house.store, opened.secret, house.clock())
    return rights_of(actor) if actor else frozenset()


def test_password_and_code_sign_in_and_no_code_twice(house: House) -> None:
    secret = secret_of(house)
    given = code(house, secret)
    opened = sign_in.by_password(stranger(house), Argon2(), ADDRESS.upper(), PASSWORD, given, "Firefox, 192.0.2.7")
    assert Right.READ_MAIL in rights(house, opened)
    with pytest.raises(SignInError) as replayed:
        sign_in.by_password(stranger(house), Argon2(), ADDRESS, PASSWORD, given)
    house.clock.time += timedelta(seconds=60)
    answers = {str(replayed.value)}
    for address, password, wanted in (
        ("nobody@harbour.example", PASSWORD, code(house, secret)),
        (ADDRESS, "wrong", code(house, secret)),
        (ADDRESS, PASSWORD, "000000"),
        ("dana@harbour.example", PASSWORD, code(house, secret)),
    ):
        with pytest.raises(SignInError) as refused:
            sign_in.by_password(stranger(house), Argon2(), address, password, wanted)
        answers.add(str(refused.value))
    assert len(answers) == 1, "which of them was wrong is not told"
    (shown,) = sessions.sessions(house.sami)
    assert shown.about == "Firefox, 192.0.2.7"


def test_no_secret_is_in_the_log_or_stays_in_the_vault(house: House) -> None:
    secret = secret_of(house)
    opened = sign_in.by_password(stranger(house), Argon2(), ADDRESS, PASSWORD, code(house, secret))
    later = totp.encoded(bytes(20))
    credentials.set_password(house.sami, Argon2(), PASSWORD + "!", later, code(house, bytes(20)))
    with house.store.read("harbour") as reader:
        stored = b"".join(reader.log.raw(seq) for seq in range(reader.log.size))
        assert [e.type for e in reader.log.read()].count("erased") == 2, "the old hash and the old secret"
        kinds = [item.kind for item in reader.views.credentials("p-sami")]
    assert sorted(kinds) == ["password", "totp"]
    for word in (opened.secret, PASSWORD, totp.encoded(secret), "argon2"):
        assert word.encode() not in stored


def test_a_passkey_signs_in_by_itself(house: House) -> None:
    key = Authenticator(*SITE)
    question = credentials.new_passkey(house.sami, PASSKEYS)
    answer = key.register(question.options)
    with pytest.raises(SignInError):
        credentials.add_passkey(house.sami, PASSKEYS, answer, "another challenge", "laptop")
    credentials.add_passkey(house.sami, PASSKEYS, answer, question.challenge, "laptop")
    with pytest.raises(InputError, match="already"):
        credentials.add_passkey(house.dana, PASSKEYS, answer, question.challenge, "laptop")
    assert "aWlpaWlpaWlpaWlpaWlpaQ" in credentials.new_passkey(house.sami, PASSKEYS).options, "not to be made twice"
    asked = sign_in.ask_for_passkey(stranger(house), PASSKEYS)
    signed = key.sign_in(asked.options)
    opened = sign_in.by_passkey(stranger(house), PASSKEYS, signed, asked.challenge)
    assert opened.person == "p-sami"
    assert Right.READ_MAIL in rights(house, opened)
    with pytest.raises(SignInError):
        sign_in.by_passkey(stranger(house), PASSKEYS, signed, asked.challenge)
    for broken in (
        Authenticator("evil.test", "http://evil.test").sign_in(asked.options),
        Authenticator(*SITE).sign_in(asked.options),
        Authenticator(*SITE, b"x" * 16).sign_in(asked.options),
        key.sign_in(asked.options, flags=PRESENT),
        "{}", "", "[1]", "x" * 100_000, '{"id": "a", "rawId": "!", "type": "public-key", "response": {}}',
    ):  # fmt: skip
        with pytest.raises(SignInError):
            sign_in.by_passkey(stranger(house), PASSKEYS, broken, asked.challenge)


def test_an_account_at_a_provider_signs_in_by_its_exact_name(house: House) -> None:
    credentials.add_subject(house.sami, Believing(), "Sami", ERRAND)
    assert sign_in.by_subject(stranger(house), Believing(), "Sami", ERRAND).person == "p-sami"
    for issuer, subject in (("https://id.example", "sami"), ("https://other.example", "Sami")):
        with pytest.raises(SignInError):
            sign_in.by_subject(stranger(house), Believing(issuer), subject, ERRAND)


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
    actor = access.recognise(house.store, opened.secret, house.clock())
    assert actor is not None
    credentials.add_subject(enter(house.store, house.clock, actor), Believing(), "lena", ERRAND)
    with pytest.raises(SignInError):
        invitations.set_up(stranger(house), second.secret, lead)


def test_sessions_end_when_their_owner_or_an_administrator_says_so(house: House) -> None:
    credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    first, second = (sign_in.by_subject(stranger(house), Believing(), "sami", ERRAND) for _ in range(2))
    with pytest.raises(NotFoundError):
        sessions.revoke(house.noor, first.id)
    sessions.revoke(house.sami, first.id)
    assert rights(house, first) == frozenset()
    assert [shown.item.session for shown in sessions.sessions_of(house.ines, "p-sami")] == [second.id]
    actor = access.recognise(house.store, second.secret, house.clock())
    assert actor
    sessions.sign_out(enter(house.store, house.clock, actor))
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


def test_the_last_whole_way_cannot_be_removed(house: House) -> None:
    secret_of(house)
    ways = {way.item.kind: way.item.credential for way in credentials.ways(house.sami)}
    with pytest.raises(InputError, match="could not sign in"):
        credentials.remove_way(house.sami, ways["totp"])
    with pytest.raises(NotFoundError):
        credentials.remove_way(house.dana, ways["totp"])
    credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    credentials.remove_way(house.sami, ways["totp"])
    assert {way.item.kind for way in credentials.ways_of(house.ines, "p-sami")} == {"password", "oidc"}
    for password in ("short", "x" * 257):
        with pytest.raises(InputError, match="12 to 256"):
            credentials.set_password(house.sami, Argon2(), password, "", "")


def test_what_outlives_a_session_takes_a_fresh_sign_in(house: House) -> None:
    question = credentials.new_passkey(house.sami, PASSKEYS)
    answer = Authenticator(*SITE).register(question.options)
    house.clock.time += timedelta(minutes=11)
    for tried in (
        lambda: credentials.set_password(house.sami, Argon2(), PASSWORD, "", ""),
        lambda: credentials.new_passkey(house.sami, PASSKEYS),
        lambda: credentials.add_passkey(house.sami, PASSKEYS, answer, question.challenge, "laptop"),
        lambda: credentials.ask_provider(house.sami),
        lambda: credentials.add_subject(house.sami, Believing(), "sami", ERRAND),
        lambda: sessions.make_token(house.sami, "gateway", ["judge"], 9),
    ):
        with pytest.raises(FreshSignInError):
            tried()
    assert credentials.ways(house.sami) == ()
    assert sessions.make_token_for(house.node, "p-sami", "gateway", ["judge"], 9).person == "p-sami"


def test_who_came_in_by_an_invitation_may_take_their_time(house: House) -> None:
    opened = invitations.accept(stranger(house), invitations.invite(house.ines, "p-remi").secret)
    house.clock.time += timedelta(hours=2)
    actor = access.recognise(house.store, opened.secret, house.clock())
    assert actor is not None
    credentials.add_subject(enter(house.store, house.clock, actor), Believing(), "remi", ERRAND)


def test_a_new_password_ends_the_other_sessions_and_no_token(house: House) -> None:
    credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    token = sessions.make_token(house.sami, "gateway", ["judge"], 9)
    left, mine = (sign_in.by_subject(stranger(house), Believing(), "sami", ERRAND) for _ in range(2))
    actor = access.recognise(house.store, mine.secret, house.clock())
    assert actor is not None
    codes = totp.encoded(bytes(20))
    here = enter(house.store, house.clock, actor)
    credentials.set_password(here, Argon2(), PASSWORD, codes, code(house, bytes(20)))
    assert rights(house, left) == frozenset()
    assert Right.READ_MAIL in rights(house, mine)
    assert rights(house, token) == {Right.JUDGE}
