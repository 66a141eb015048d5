from __future__ import annotations

from tocsin.formats import geoip

LINES = [
    "# a comment", "", "3221225984,3221226239,IS", "3405803776,3405804031,AU", "1,2,??", "x,y,IS",
    "2001:db8::,2001:db8:0:ffff:ffff:ffff:ffff:ffff,IS",
]  # fmt: skip


def test_addresses_lie_in_countries() -> None:
    found = geoip.Countries.load(geoip.read(LINES).dump())
    for address, country in [
        ("192.0.2.0", "IS"), ("192.0.2.255", "IS"), ("192.0.3.0", ""), ("203.0.113.7", "AU"), ("0.0.0.1", ""),
        ("2001:db8::1", "IS"), ("2001:db9::1", ""), ("::ffff:192.0.2.1", "IS"), ("no address", ""), ("", ""),
    ]:  # fmt: skip
        assert found.of(address) == country, address


def test_nothing_is_a_table_too() -> None:
    assert geoip.read([]).of("192.0.2.1") == ""
