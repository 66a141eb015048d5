"""Ids say what a thing is."""

from __future__ import annotations

from typing import Any

import pytest
import stix2
from stix2.canonicalization.Canonicalize import canonicalize
from tests.fixtures.stix_objects import OBSERVED, an_id

from tocsin.formats import stix
from tocsin.formats.stix.ids import canonical
from tocsin.formats.stix.observables import IDENTIFYING

MORE: list[tuple[str, dict[str, Any]]] = [
    ("file", {"hashes": {"SHA-256": "aa" * 32, "MD5": "bb" * 16}, "name": "ورقة.pdf", "size": 3}),
    ("file", {"hashes": {"SHA3-256": "cc" * 32}}),
    ("file", {"name": "a", "extensions": {"raster-image-ext": {"exif_tags": {"b": 1, "a": "é", "c": 2}}}}),
    ("email-message", {"is_multipart": False, "from_ref": an_id("email-addr"), "body": 'a\n"\t\x01\\', "subject": "ص"}),
    ("network-traffic", {"protocols": ["ipv4", "tcp"], "dst_ref": an_id("domain-name"), "dst_port": 443}),
    ("user-account", {"account_login": "desk", "account_type": "windows-local", "user_id": "1"}),
    ("windows-registry-key", {"key": "K", "values": [{"name": "n", "data": "d", "data_type": "REG_SZ"}]}),
    ("software", {"name": "Mailer", "version": "1.0", "vendor": "N"}),
]


@pytest.mark.parametrize(("kind", "properties"), [*OBSERVED.items(), *MORE])
def test_an_observable_has_the_id_that_another_library_gives_it(kind: str, properties: dict[str, Any]) -> None:
    theirs = stix2.parse({"type": kind, "spec_version": "2.1", **properties}, allow_custom=False).id
    ours = stix.observable_id(kind, properties)
    assert ours == theirs if ours else not IDENTIFYING[kind]


def test_where_nothing_says_which_one_it_is_there_is_no_id() -> None:
    assert stix.observable_id("process", {"pid": 1}) is None
    assert stix.observable_id("user-account", {"display_name": "D"}) is None
    assert stix.observable_id("x-new", {"value": 1}) is None


@pytest.mark.parametrize(
    "value",
    [
        0.0,
        -0.0,
        1.0,
        1.5,
        1e21,
        1.5e300,
        1e-6,
        1e-7,
        1.25e-7,
        123456789.123,
        1e20,
        5e-324,
        0.00001234,
        -2.5,
        100,
        True,
        None,
        {"é": 1, "a": [1, {"\ufb33": 2, "\U0001f600": 3}], "": "\u2028\x7f/"},
    ],
)
def test_canonical_json_is_that_of_another_implementation(value: Any) -> None:
    assert canonical([value]) == canonicalize([value], utf8=False)
