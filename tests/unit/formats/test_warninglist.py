"""Warninglists of MISP are read whole, and what cannot be used of them is named."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tocsin.formats import warninglist
from tocsin.model.error import InputError
from tocsin.model.warninglist import Matching


def _raw(**changed: Any) -> bytes:
    whole = {
        "name": "Known banks (synthetic)",
        "version": 20261128,
        "description": "Host names of banks",
        "type": "hostname",
        "matching_attributes": ["domain", "hostname", "url"],
        "list": ["bank.example", " Other.Example ", "bank.example", ""],
        "category": "false_positive",
    }
    return json.dumps({**whole, **changed}).encode()


def test_a_list_is_read() -> None:
    found = warninglist.read(_raw())
    assert (found.name, found.version, found.matching) == ("Known banks (synthetic)", 20261128, Matching.HOSTNAME)
    assert found.entries == ("bank.example", "Other.Example")
    assert found.unusable == ()


def test_a_list_is_read_as_an_instance_gives_it() -> None:
    told = json.loads(_raw())
    told["WarninglistEntry"] = [{"id": "1", "value": value, "warninglist_id": "3"} for value in told.pop("list")]
    told |= {"id": "3", "version": "20261128", "enabled": True}
    assert warninglist.read(json.dumps({"Warninglist": told}).encode()) == warninglist.read(_raw())


def test_what_no_value_can_be_compared_with_is_named() -> None:
    found = warninglist.read(_raw(type="cidr", list=["192.0.2.0/24", "192.0.2.0/99", "nobody"]))
    assert found.entries == ("192.0.2.0/24",)
    assert found.unusable == ("192.0.2.0/99", "nobody")
    assert found.unusable_count == 2


def test_of_many_that_cannot_be_used_a_hundred_are_named_and_all_are_counted() -> None:
    found = warninglist.read(_raw(type="cidr", list=["192.0.2.1", *(f"x{number}" for number in range(250))]))
    assert (len(found.unusable), found.unusable_count) == (100, 250)


def test_expressions_stand_between_slashes_or_not() -> None:
    found = warninglist.read(_raw(type="regex", list=["/^bank/i", "^office", "/a\\/b/"]))
    assert found.entries == ("(?i)^bank", "^office", "a\\/b")


def test_a_list_without_a_type_compares_whole_values() -> None:
    whole = json.loads(_raw())
    del whole["type"]
    assert warninglist.read(json.dumps(whole).encode()).matching is Matching.STRING


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"[]", b"{}", b"\xff\xfe", b'{"name": "x", "list": [1]}', b"[" * 100_000,
        _raw(type="sounds-like"), _raw(list=[]), _raw(name=" "), _raw(list=["", " "]),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_with_a_hint(raw: bytes) -> None:
    with pytest.raises(InputError) as raised:
        warninglist.read(raw)
    assert str(raised.value.hint)


def test_a_list_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warninglist, "LARGEST", 10)
    with pytest.raises(InputError, match="larger"):
        warninglist.read(_raw())
