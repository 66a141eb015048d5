from __future__ import annotations

import pytest

from tocsin.common.registration import hides_who, serves_many


@pytest.mark.parametrize(
    "name",
    ["domains by proxy, llc", "withheld for privacy ehf", "redacted for privacy", "whois privacy corp.", "gdpr masked",
     "private by design, llc", "not disclosed", "hostmaster", "domain administrator", "***", "n.a.", "namecheap, inc.",
     "godaddy.com, llc", "-", ""],
)  # fmt: skip
def test_services_that_hide_a_registrant_tell_nobody(name: str) -> None:
    assert hides_who(name)


@pytest.mark.parametrize("name", ["heron ltd (synthetic)", "example networks private limited", "some body"])
def test_a_name_of_its_own_tells_somebody(name: str) -> None:
    assert not hides_who(name)


@pytest.mark.parametrize(
    ("host", "serves"),
    [
        ("ada.ns.cloudflare.com", True), ("ns-123.awsdns-15.com", True), ("ns-1.awsdns-15.co.uk", True),
        ("ns01.domaincontrol.com", True), ("ns1.evil.test", False), ("ns1.cloudflare.com.evil.test", False),
        ("awsdns-15.evil.test", False),
    ],
)  # fmt: skip
def test_name_servers_of_services_are_of_many(host: str, serves: bool) -> None:
    assert serves_many(host) is serves
