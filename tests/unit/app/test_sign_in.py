"""Signing in: what lets somebody in, and what does not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.fixtures.actors import House, enter
from tests.fixtures.authenticator import PRESENT, Authenticator
from tests.fixtures.door import ADDRESS, PASSKEYS, PASSWORD, SITE, Plain, code, rights, secret_of, stranger
from tests.fixtures.provider import ERRAND, Believing

from tocsin.app import access, credentials, people, sessions, sign_in
from tocsin.app.rights import Right
from tocsin.model.actor import Opened
from tocsin.model.error import AccessError, InputError, SignInError
from tocsin.model.profile import Person
from tocsin.net.passwords import Argon2


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


def _tried(house: House, by: Plain, given: str, address: str = ADDRESS, password: str = PASSWORD) -> Opened:
    return sign_in.by_password(stranger(house), by, address, password, given)


def test_an_address_that_nobody_has_takes_as_long_as_one_that_somebody_has(house: House) -> None:
    by = Plain()
    for address in ("nobody@harbour.example", "dana@harbour.example", ""):
        with pytest.raises(SignInError):
            _tried(house, by, "000000", address, "x" * 300)
    assert by.hashed == ["x" * 256] * 3


def test_a_private_address_is_its_persons_too(house: House) -> None:
    by = Plain()
    secret = secret_of(house, by)
    people.change_person(house.ines, "p-sami", Person("Sami Haddad", (ADDRESS,), ("sami@home.example",)))
    assert _tried(house, by, code(house, secret), "sami@home.example").person == "p-sami"


def test_a_code_counts_half_a_minute_before_and_after_but_never_backwards(house: House) -> None:
    by = Plain()
    secret = secret_of(house, by)
    early, now = code(house, secret), house.clock.time
    house.clock.time = now + timedelta(seconds=30)
    late = code(house, secret)
    assert _tried(house, by, late).person == "p-sami"
    with pytest.raises(SignInError):
        _tried(house, by, early)
    house.clock.time = now + timedelta(seconds=300)
    with pytest.raises(SignInError):
        _tried(house, by, late)


def test_nobody_comes_in_by_what_was_taken_away(house: House) -> None:
    by = Plain()
    secret = secret_of(house, by)
    credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    credentials.lock_out(house.ines, "p-sami")
    before = house.types()
    with pytest.raises(SignInError):
        _tried(house, by, code(house, secret))
    with pytest.raises(SignInError):
        sign_in.by_subject(stranger(house), Believing(), "sami", ERRAND)
    assert house.types() == before, "what failed is not written down"


def test_who_was_removed_does_not_come_in(house: House) -> None:
    credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    people.remove_person(house.ines, "p-sami")
    with pytest.raises(SignInError, match="did not work"):
        sign_in.by_subject(stranger(house), Believing(), "sami", ERRAND)


def test_an_account_of_one_organisation_opens_no_other(house: House) -> None:
    credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    house.store.begin("north-bay")
    elsewhere = enter(house.store, house.clock, access.stranger("north-bay"))
    with pytest.raises(SignInError):
        sign_in.by_subject(elsewhere, Believing(), "sami", ERRAND)


def test_each_errand_is_its_own(house: House) -> None:
    several = [sign_in.ask_provider(stranger(house)) for _ in range(3)]
    words = [word for one in several for word in (one.state, one.nonce, one.verifier)]
    assert len(set(words)) == 9
    assert all(len(word) >= 43 for word in words), "RFC 7636, section 4.1"


def test_who_has_signed_in_does_so_no_more_than_once(house: House) -> None:
    """The use cases are for strangers: a session is not traded for another."""
    for who in (house.sami, house.node):
        with pytest.raises(AccessError):
            sign_in.by_subject(who, Believing(), "sami", ERRAND)
