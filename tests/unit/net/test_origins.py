from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.model.error import InputError
from tocsin.net import origins


def test_tables_are_packed_and_read_again(tmp_path: Path) -> None:
    table, cache = tmp_path / "geoip", tmp_path / "cache"
    table.write_text("3221225984,3221226239,IS\n")
    for _ in range(2):
        (lookup,) = origins.load([table], cache).lookups
        assert lookup("192.0.2.1") == ("IS", None, None, None, None)
        assert lookup("198.51.100.1") is None
    assert len(list(cache.iterdir())) == 1
    next(cache.iterdir()).write_bytes(b"broken")
    assert origins.load([table], cache).lookups[0]("192.0.2.1") is not None


def test_lists_of_tor_and_hosting(tmp_path: Path) -> None:
    tor, hosting = tmp_path / "tor", tmp_path / "hosting"
    tor.write_text("# exits\n198.51.100.66\nExitAddress 2001:db8::1 2031-03-03 00:00:00\nnonsense\n")
    hosting.write_text("AS64500 Rented\n64501\nnonsense\n")
    found = origins.load([], tmp_path, tor, hosting)
    assert found.tor == frozenset({"198.51.100.66", "2001:db8::1"})
    assert found.hosting == frozenset({64500, 64501})


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("nothing\n")
    (tmp_path / "bad.mmdb").write_bytes(b"no database")
    for name in ("empty", "bad.mmdb", "missing"):
        with pytest.raises(InputError):
            origins.load([tmp_path / name], tmp_path / "cache")


def test_records_of_several_makers_are_understood() -> None:
    assert origins._origin({"country": {"iso_code": "IS"}, "location": {"latitude": 64.1, "longitude": -21.9}}) == (
        "IS", None, None, 64.1, -21.9,
    )  # fmt: skip
    assert origins._origin({"autonomous_system_number": 64500, "autonomous_system_organization": "N"})[1:3] == (
        64500,
        "N",
    )
    assert origins._origin({"asn": "AS64500", "as_name": "N", "country_code": "IS"})[:3] == ("IS", 64500, "N")
