"""The organisation's profile: clear errors, normal forms, and a file that reads back."""

from __future__ import annotations

import pytest

from tocsin.identify.examples import PROFILE
from tocsin.identify.profile import dump, load
from tocsin.model.error import ProfileError
from tocsin.model.profile import Kind

GOOD = b"""
[organisation]
name = "Harbour"
kind = "campaign"
domains = ["Harbour.example", "b\xc3\xbcro.example"]
languages = ["en", "ar"]
trusted_hops = ["MX.harbour.example"]
[[person]]
name = "Dana"
addresses = ["Dana@harbour.example "]
private_addresses = ["dana@private.example"]
"""


def test_a_profile_is_read_into_normal_forms() -> None:
    profile = load(GOOD)
    assert profile.organisation.kind is Kind.CAMPAIGN
    assert profile.organisation.domains == ("harbour.example", "xn--bro-hoa.example")
    assert profile.organisation.trusted_hops == ("mx.harbour.example",)
    assert profile.person[0].addresses == ("dana@harbour.example",)


def test_what_is_written_reads_back_the_same() -> None:
    assert load(dump(PROFILE)) == PROFILE
    assert load(dump(load(GOOD))) == load(GOOD)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((b'name = "Harbour"', b""), "no name|missing required field"),
        ((b'kind = "campaign"', b'kind = "circus"'), "circus"),
        ((b"[[person]]", b"[[persons]]"), "persons"),
        ((b"Harbour.example", b"gmail.com"), "public mail provider"),
        ((b"Harbour.example", b"not a domain"), "not a domain"),
        ((b'"ar"', b'"Arabic"'), "language"),
        ((b"Dana@harbour.example ", b"dana"), "not an address"),
        ((b"dana@private.example", b"dana@harbour.example"), "own address"),
        ((b"[organisation]", b"[organisation"), "TOML"),
        ((b'"Harbour"', b"3"), "name"),
    ],
)
def test_errors_say_what_is_wrong_and_how_to_mend_it(change: tuple[bytes, bytes], said: str) -> None:
    with pytest.raises(ProfileError, match=said) as caught:
        load(GOOD.replace(*change))
    assert caught.value.hint
