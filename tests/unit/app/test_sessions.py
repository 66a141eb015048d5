"""Signing in and out, in every way there is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.fixtures.actors import House, enter
from tests.fixtures.authenticator import PRESENT, Authenticator

from tocsin.app import access, credentials, sessions
from tocsin.app.access import Access
from tocsin.app.rights import Right, rights_of
from tocsin.app.sessions import Opened
from tocsin.common import totp
from tocsin.model.error import AccessError, InputError, NotFoundError, SignInError
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
    credentials.set_password(house.sami, Argon2(), PASSWORD)
    codes = credentials.new_codes(house.sami)
    assert "sami%40harbour.example" in codes.address
    secret = totp.decoded(codes.secret)
    credentials.set_codes(house.sami, codes.secret, code(house, secret))
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
    opened = sessions.sign_in(stranger(house), Argon2(), ADDRESS.upper(), PASSWORD, given, "Firefox, 192.0.2.7")
    assert Right.READ_MAIL in rights(house, opened)
    with pytest.raises(SignInError) as replayed:
        sessions.sign_in(stranger(house), Argon2(), ADDRESS, PASSWORD, given)
    house.clock.time += timedelta(seconds=60)
    answers = {str(replayed.value)}
    for address, password, wanted in (
        ("nobody@harbour.example", PASSWORD, code(house, secret)),
        (ADDRESS, "wrong", code(house, secret)),
        (ADDRESS, PASSWORD, "000000"),
        ("dana@harbour.example", PASSWORD, code(house, secret)),
    ):
        with pytest.raises(SignInError) as refused:
            sessions.sign_in(stranger(house), Argon2(), address, password, wanted)
        answers.add(str(refused.value))
    assert len(answers) == 1, "which of them was wrong is not told"
    (shown,) = sessions.sessions(house.sami)
    assert shown.about == "Firefox, 192.0.2.7"


def test_no_secret_is_in_the_log_or_stays_in_the_vault(house: House) -> None:
    secret = secret_of(house)
    opened = sessions.sign_in(stranger(house), Argon2(), ADDRESS, PASSWORD, code(house, secret))
    credentials.set_password(house.sami, Argon2(), PASSWORD + "!")
    with house.store.read("harbour") as reader:
        stored = b"".join(reader.log.raw(seq) for seq in range(reader.log.size))
        assert [e.type for e in reader.log.read()].count("erased") == 1, "the old hash"
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
    asked = sessions.ask_for_passkey(stranger(house), PASSKEYS)
    signed = key.sign_in(asked.options)
    opened = sessions.sign_in_by_passkey(stranger(house), PASSKEYS, signed, asked.challenge)
    assert opened.person == "p-sami"
    assert Right.READ_MAIL in rights(house, opened)
    with pytest.raises(SignInError):
        sessions.sign_in_by_passkey(stranger(house), PASSKEYS, signed, asked.challenge)
    for broken in (
        Authenticator("evil.test", "http://evil.test").sign_in(asked.options),
        Authenticator(*SITE).sign_in(asked.options),
        Authenticator(*SITE, b"x" * 16).sign_in(asked.options),
        key.sign_in(asked.options, flags=PRESENT),
        "{}", "", "[1]", "x" * 100_000, '{"id": "a", "rawId": "!", "type": "public-key", "response": {}}',
    ):  # fmt: skip
        with pytest.raises(SignInError):
            sessions.sign_in_by_passkey(stranger(house), PASSKEYS, broken, asked.challenge)


def test_an_account_at_a_provider_signs_in_by_its_exact_name(house: House) -> None:
    credentials.add_subject(house.sami, "https://id.example", "Sami", "work")
    assert sessions.sign_in_by_subject(stranger(house), "https://id.example", "Sami").person == "p-sami"
    for issuer, subject in (("https://id.example", "sami"), ("https://other.example", "Sami")):
        with pytest.raises(SignInError):
            sessions.sign_in_by_subject(stranger(house), issuer, subject)


def test_an_invitation_lets_in_once_to_add_a_way(house: House) -> None:
    invitation = sessions.invite(house.ines, "p-remi")
    assert access.recognise(house.store, invitation.secret, house.clock()) is None, "it is no session"
    opened = sessions.accept(stranger(house), invitation.secret)
    assert rights(house, opened) == {Right.OWN}
    late = sessions.invite(house.ines, "p-remi")
    house.clock.time += timedelta(days=4)
    for secret in (invitation.secret, late.secret, "guess"):
        with pytest.raises(SignInError, match="not valid"):
            sessions.accept(stranger(house), secret)
    with pytest.raises(NotFoundError):
        sessions.invite(house.ines, "p-nobody")
    with pytest.raises(AccessError):
        sessions.invite(house.dana, "p-remi")


def test_nobody_is_invited_who_can_sign_in(house: House) -> None:
    early = sessions.invite(house.ines, "p-sami")
    secret_of(house)
    with pytest.raises(InputError, match="way to sign in"):
        sessions.invite(house.ines, "p-sami")
    with pytest.raises(SignInError):
        sessions.accept(stranger(house), early.secret)


def test_who_locks_somebody_out_cannot_come_in_as_them(house: House) -> None:
    early = sessions.invite(house.ines, "p-sami")
    credentials.add_subject(house.sami, "https://id.example", "sami", "work")
    credentials.lock_out(house.ines, "p-sami")
    other = house.as_("p-dana", Role.ADMIN)
    for admin in (house.ines, other):
        with pytest.raises(InputError, match="only at the terminal"):
            sessions.invite(admin, "p-sami")
    with pytest.raises(SignInError):
        sessions.accept(stranger(house), early.secret)
    again = sessions.invite(house.node, "p-sami")
    assert rights(house, sessions.accept(stranger(house), again.secret)) == {Right.OWN}


def test_an_old_token_of_the_first_run_makes_no_second_first_person(house: House) -> None:
    first, second = sessions.first_run(house.node), sessions.first_run(house.node)
    lead = Person("Lena Orr", ("lena@harbour.example",))
    opened = sessions.set_up(stranger(house), first.secret, lead)
    actor = access.recognise(house.store, opened.secret, house.clock())
    assert actor is not None
    credentials.add_subject(enter(house.store, house.clock, actor), "https://id.example", "lena", "work")
    with pytest.raises(SignInError):
        sessions.set_up(stranger(house), second.secret, lead)


def test_sessions_end_when_their_owner_or_an_administrator_says_so(house: House) -> None:
    credentials.add_subject(house.sami, "https://id.example", "sami", "work")
    first, second = (sessions.sign_in_by_subject(stranger(house), "https://id.example", "sami") for _ in range(2))
    with pytest.raises(NotFoundError):
        sessions.revoke(house.noor, first.id)
    sessions.revoke(house.sami, first.id)
    assert rights(house, first) == frozenset()
    assert [shown.item.session for shown in sessions.sessions_of(house.ines, "p-sami")] == [second.id]
    actor = access.recognise(house.store, second.secret, house.clock())
    assert actor
    sessions.sign_out(enter(house.store, house.clock, actor))
    assert rights(house, second) == frozenset()
    third = sessions.sign_in_by_subject(stranger(house), "https://id.example", "sami")
    sessions.revoke_of(house.ines, third.id)
    fourth = sessions.sign_in_by_subject(stranger(house), "https://id.example", "sami")
    credentials.lock_out(house.ines, "p-sami")
    assert (rights(house, third), rights(house, fourth)) == (frozenset(), frozenset())
    with pytest.raises(SignInError):
        sessions.sign_in_by_subject(stranger(house), "https://id.example", "sami")


def test_a_token_has_what_both_its_person_and_its_scopes_allow(house: House) -> None:
    made = sessions.make_token(house.sami, "gateway", ["judge", "erase"], 9)
    assert rights(house, made) == {Right.JUDGE}
    actor = access.recognise(house.store, made.secret, house.clock())
    assert actor
    assert (actor.id, actor.person) == (made.id, "p-sami")
    for scopes, days in ((["own"], 9), (["nonsense"], 9), ([], 9), (["ask"], 0), (["ask"], 999)):
        with pytest.raises(InputError):
            sessions.make_token(house.sami, "x", scopes, days)
    assert rights(house, sessions.make_token_for(house.node, "p-dana", "x", ["warn"], 9)) == {Right.WARN}
    with pytest.raises(AccessError):
        sessions.make_token_for(house.ines, "p-dana", "x", ["warn"], 9)


def test_the_last_whole_way_cannot_be_removed(house: House) -> None:
    secret_of(house)
    ways = {way.item.kind: way.item.credential for way in credentials.ways(house.sami)}
    with pytest.raises(InputError, match="could not sign in"):
        credentials.remove_way(house.sami, ways["totp"])
    with pytest.raises(NotFoundError):
        credentials.remove_way(house.dana, ways["totp"])
    credentials.add_subject(house.sami, "https://id.example", "sami", "work")
    credentials.remove_way(house.sami, ways["totp"])
    assert {way.item.kind for way in credentials.ways_of(house.ines, "p-sami")} == {"password", "oidc"}
    for password in ("short", "x" * 257):
        with pytest.raises(InputError, match="12 to 256"):
            credentials.set_password(house.sami, Argon2(), password)
