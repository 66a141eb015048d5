"""The tables of Debian's `tor-geoipdb`, read as that package installs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.real import needs

from tocsin.net import origins

pytestmark = pytest.mark.real
_MOST: int = 4_000_000
"""Bytes that the packed tables may take: the package's texts have 25 MB."""


def test_the_tables_are_read_packed_small_and_read_again(tmp_path: Path) -> None:
    needs("tor-geoipdb")
    tables = origins.installed()
    assert len(tables) == 2
    (lookup,) = origins.load(tables, tmp_path).lookups
    (packed,) = tmp_path.iterdir()
    assert packed.stat().st_size < _MOST
    (again,) = origins.load(tables, tmp_path).lookups
    # Addresses of whole national networks, which do not move: the universities of Utrecht and of Tokyo.
    for address, country in (("131.211.1.1", "NL"), ("133.11.0.1", "JP"), ("2001:610::1", "NL")):
        found = lookup(address)
        assert found
        assert found[0] == country
        assert again(address) == found
    for nowhere in ("192.0.2.1", "10.0.0.1", "no address"):
        assert lookup(nowhere) is None
