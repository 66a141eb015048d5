"""Domains that would be taken for others, and those that would not."""

from __future__ import annotations

import idna
import pytest

from tocsin.identify.examples import PROFILE
from tocsin.identify.lookalike import (
    mixed_scripts,
    name_label,
    resembles,
    resembles_brand,
    resembles_profile,
    skeleton,
    within_one_edit,
)
from tocsin.model.profile import Profile


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("harb0ur.example", "homoglyph"),
        ("hаrbour.example".encode("idna").decode(), "homoglyph"),
        ("har-bour.example", "hyphen"),
        ("harbor.example", "typo"),
        ("harbuor.example", "typo"),
        ("harbour.test", "suffix"),
        ("mail.harbour.test", "suffix"),
        ("harbour-login.example", "added-word"),
        ("securharbour.example", ""),
        ("secureharbour.example", "added-word"),
        ("harbour.example.other.test", "subdomain"),
        ("harbour-example.other.test", "subdomain"),
        ("harbour.example", ""),
        ("mail.harbour.example", ""),
        ("harbourmaster.example", ""),
        ("lighthouse.example", ""),
        ("", ""),
    ],
)
def test_why_a_host_resembles_ours(host: str, reason: str) -> None:
    assert resembles(host, "harbour.example") == reason


def test_short_names_resemble_only_by_homoglyph() -> None:
    assert resembles("abd.example", "abc.example") == ""
    assert resembles("abc.test", "abc.example") == ""


def test_the_profile_is_asked_for_every_protected_domain() -> None:
    found = resembles_profile("1ighthouse.example", PROFILE)
    assert found is not None
    assert (found.protected, found.reason) == ("lighthouse.example", "homoglyph")
    assert resembles_profile("quaymail.example", PROFILE) is None
    assert resembles_profile("other.test", PROFILE) is None
    assert resembles_profile("harb0ur.example", Profile()) is None


def test_an_arabic_domain_that_spells_our_name() -> None:
    host = idna.encode("حملةالميناء.test", uts46=True).decode()
    found = resembles_profile(host, PROFILE)
    assert found is not None
    assert found.reason == "name"
    assert resembles_profile(idna.encode("ميناءآخر.test", uts46=True).decode(), PROFILE) is None


@pytest.mark.parametrize(
    ("host", "protected"),
    [
        ("paypa1.com", "paypal.com"),
        ("rnicrosoft.com", "microsoft.com"),
        ("netfliix.com", "netflix.com"),
        ("support-trustwallet.test", "trustwallet.com"),
        ("paypal.com.account.other.test", "paypal.com"),
        ("xn--pypal-4ve.com", "paypal.com"),
    ],
)
def test_well_known_names_are_recognised_in_disguise(host: str, protected: str) -> None:
    found = resembles_brand(host)
    assert found is not None
    assert found.protected == protected


@pytest.mark.parametrize(
    "host",
    [
        "paypal.com",
        "paypal.fr",
        "canada.com",
        "applied.test",
        "discovery.test",
        "sender.example",
        "x",
        "",
        "online.com",
    ],
)
def test_honest_names_resemble_no_brand(host: str) -> None:
    assert resembles_brand(host) is None


def test_skeletons_undo_what_the_eye_overlooks() -> None:
    assert skeleton("rnicr0soft") == skeleton("microsoft")
    assert skeleton("pay-pal") == skeleton("paypal")
    assert skeleton("كلمه") == skeleton("کلمة")


def test_one_edit() -> None:
    assert all(within_one_edit("harbour", other) for other in ("harbour", "harbor", "harbours", "hrabour", "harbaur"))
    assert not any(within_one_edit("harbour", other) for other in ("harb", "hrabuor", "barbaur", ""))


def test_labels_and_scripts() -> None:
    assert name_label("mail.harbour.co.uk") == "harbour"
    assert mixed_scripts("xn--pypal-4ve.com") == ("CYRILLIC", "LATIN")
    assert mixed_scripts("xn--mnchen-3ya.example") == ()
    assert mixed_scripts("münchen.example") == ()
