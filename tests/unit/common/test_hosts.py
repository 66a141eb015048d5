"""Host names."""

from __future__ import annotations

import ipaddress

import pytest

from tocsin.common.hosts import (
    SENDING_PLATFORMS,
    SHARED_HOSTS,
    SHORTENERS,
    WEBMAIL,
    address_of,
    is_host,
    registrable,
    tenant,
    to_ascii,
    to_unicode,
    within,
)


def test_registrable_and_tenant() -> None:
    assert registrable("a.b.example.co.uk") == "example.co.uk"
    assert registrable("one.web.app") == "web.app"
    assert tenant("x.one.web.app") == "one.web.app"
    assert registrable("deep.sender.example") == "sender.example"
    assert registrable("127.0.0.1") == "127.0.0.1"


def test_idn() -> None:
    assert to_unicode("xn--80ak6aa92e.com") == "аррӏе.com"
    assert to_ascii("Bücher.example") == "xn--bcher-kva.example"
    assert to_ascii("\u2028") == "\u2028"
    assert to_unicode("xn--\u0000.com") == "xn--\u0000.com"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("0177.0.0.01", "127.0.0.1"),
        ("[::1]", "::1"),
        ("1.2.3.4.5", None),
        ("999.1.1.1", None),
        ("host.example", None),
        ("", None),
        ("08", None),
    ],
)
def test_addresses_in_the_forms_browsers_accept(text: str, address: str | None) -> None:
    assert address_of(text) == (ipaddress.ip_address(address) if address else None)


def test_within() -> None:
    domains = frozenset({"a.example"})
    assert within("a.example", domains)
    assert within("b.a.example", domains)
    assert not within("ba.example", domains)


def test_is_host() -> None:
    assert is_host("mail.sender.example")
    assert not is_host("report.docx")
    assert not is_host("word")
    assert not is_host("a" * 300 + ".com")


def test_the_lists_are_domains_and_do_not_overlap() -> None:
    for domains in (WEBMAIL, SHORTENERS, SHARED_HOSTS, SENDING_PLATFORMS):
        assert all(is_host(domain) and domain == domain.lower() for domain in domains), [
            d for d in domains if not is_host(d)
        ]
    assert not WEBMAIL & SHARED_HOSTS
    assert not SHORTENERS & SHARED_HOSTS
