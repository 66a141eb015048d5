"""Which well-known names a text carries, and whose a host is."""

from __future__ import annotations

import pytest

from tocsin.common.hosts import is_host
from tocsin.identify.brands import brand_labels, brands_in, brands_of, known_brands


def _names(text: str, *, prose: bool = False) -> list[str]:
    return [brand.name for brand in brands_in(text, prose=prose)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PayPal", "PayPal"),
        ("Netflix.com", "Netflix"),
        ("Booking.com", "Booking.com"),
        ("Apple Support", "Apple"),
        ("AT&T", "AT&T"),
        ("Sparkasse - Sicherheit", "Sparkasse"),
        ("دعم مايكروسوفت", "مايكروسوفت"),
        ("پشتیبانی گوگل", "گوگل"),
        ("דואר ישראל", "דואר ישראל"),
        ("P\u0430yPal", "PayPal"),
    ],
)
def test_names_are_found_in_any_script_and_disguise(text: str, name: str) -> None:
    assert name in _names(text)


@pytest.mark.parametrize("text", ["Ada Writer", "John Apple", "Chase Wilder", "Uberto", "Paypalace", "", "..."])
def test_everyday_words_and_persons_are_not_brands(text: str) -> None:
    assert _names(text) == []


def test_everyday_words_never_count_in_prose() -> None:
    assert _names("Apple", prose=True) == []
    assert _names("Your Netflix account", prose=True) == ["Netflix"]


def test_a_brand_owns_its_domains_below_and_abroad() -> None:
    amazon = brands_in("Amazon")[0]
    assert amazon.owns("amazon.co.jp")
    assert amazon.owns("mail.amazon.de")
    assert not amazon.owns("amazon-login.test")
    assert not amazon.owns("amazon.evil.test")
    assert not amazon.owns("")


def test_local_members_of_a_group_own_its_name_beside_a_place() -> None:
    sparkasse = brands_in("Sparkasse")[0]
    assert sparkasse.owns("sparkasse-seestadt.de")
    assert not sparkasse.owns("sparkasse-sicherheit.de")


def test_hosts_lead_back_to_brands() -> None:
    assert "PayPal" in [brand.name for brand in brands_of("mail.paypal.com")]
    assert "PayPal" in [brand.name for brand in brands_of("paypal.fr")]
    assert brands_of("paypal.evil.test") == ()
    assert brands_of("some.gov.br") == ()


def test_the_table_is_well_formed() -> None:
    assert len(known_brands()) > 250
    for brand in known_brands():
        assert brand.name.strip() == brand.name
        assert brand.name
        assert brand.domains or brand.labels, brand.name
        assert all(is_host(domain) or "." not in domain for domain in brand.domains), brand
    assert all(label == label.lower() and " " not in label for label in brand_labels())
