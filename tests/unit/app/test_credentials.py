"""Ways to sign in: added, replaced, removed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.fixtures.actors import House
from tests.fixtures.authenticator import Authenticator
from tests.fixtures.door import ADDRESS, PASSKEYS, PASSWORD, SITE, code, rights, secret_of, signed_in, stranger
from tests.fixtures.provider import ERRAND, Believing

from tocsin.app import credentials, sessions, sign_in
from tocsin.app.rights import Right
from tocsin.common import totp
from tocsin.model.error import FreshSignInError, InputError, NotFoundError
from tocsin.net.passwords import Argon2


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


def test_a_new_password_ends_the_other_sessions_and_no_token(house: House) -> None:
    credentials.add_subject(house.sami, Believing(), "sami", ERRAND)
    token = sessions.make_token(house.sami, "gateway", ["judge"], 9)
    left, mine = (sign_in.by_subject(stranger(house), Believing(), "sami", ERRAND) for _ in range(2))
    codes = totp.encoded(bytes(20))
    here = signed_in(house, mine)
    credentials.set_password(here, Argon2(), PASSWORD, codes, code(house, bytes(20)))
    assert rights(house, left) == frozenset()
    assert Right.READ_MAIL in rights(house, mine)
    assert rights(house, token) == {Right.JUDGE}
