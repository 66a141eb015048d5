"""A feed's manifest and hashes: as PyMISP makes them, and safe to read."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from pymisp import MISPEvent
from tests.fixtures.misp import UUID, full, raw

from tocsin.formats import misp, stix
from tocsin.model.error import InputError


def written() -> misp.Event:
    (found,) = misp.write(stix.read(misp.read(raw(full())).bundle).objects, published=True).events
    return found


def test_the_manifest_is_pymisps_own_with_a_digest_beside() -> None:
    one = written()
    loaded = MISPEvent()
    loaded.load(json.loads(one.body))
    ((uuid, expected),) = loaded.manifest.items()
    made = json.loads(misp.manifest([one]))
    assert made.keys() == {uuid}
    assert made[uuid].pop("integrity:sha256") == hashlib.sha256(one.body).hexdigest()
    assert {tag["name"] for tag in made[uuid].pop("Tag")} == {tag["name"] for tag in expected.pop("Tag")}
    assert {name: str(value) for name, value in made[uuid].items() if name != "Orgc"} == {
        name: str(value) for name, value in expected.items() if name != "Orgc"
    }
    assert made[uuid]["Orgc"]["uuid"] == expected["Orgc"]["uuid"]


def test_hashes_are_pymisps_own_without_what_was_taken_back() -> None:
    one = written()
    content: dict[str, Any] = json.loads(one.body)
    for part in (content["Event"], *content["Event"]["Object"]):
        part["Attribute"] = [found for found in part["Attribute"] if not found["deleted"]]
    loaded = MISPEvent()
    loaded.load(content)
    lines = misp.hashes([one]).decode().splitlines()
    assert set(lines) == {f"{digest},{UUID}" for digest in loaded.attributes_hashes("md5")}
    assert f"{hashlib.md5(b'cd' * 20).hexdigest()},{UUID}" not in lines
    assert len(lines) == len(set(lines))


def test_entries_are_read_back() -> None:
    one = written()
    found = misp.entries(misp.manifest([one]))
    assert found == {UUID: misp.Entry(int(one.content["Event"]["timestamp"]), hashlib.sha256(one.body).hexdigest())}
    assert misp.entries(b"{}") == {}


@pytest.mark.parametrize(
    "raw",
    [b"", b"[]", b"not json", b'{"../../etc/passwd": {}}', b'{"5f0b6b3e-3c1f-4c1e-9d0b-1d5a6f2f7a01/../x": {}}',
     b'{"": {}}', b'{"5f0b6b3e-3c1f-4c1e-9d0b-1d5a6f2f7a01\\n": {}}', b'{"a":' * 2_000 + b"1" + b"}" * 2_000],
)  # fmt: skip
def test_a_manifest_that_is_none_or_leads_elsewhere_is_refused_whole(raw: bytes) -> None:
    with pytest.raises(InputError):
        misp.entries(raw)


@pytest.mark.parametrize("entry", [None, 7, [], {"timestamp": "x", "integrity:sha256": 7}, {"integrity:sha256": "ab"}])
def test_what_an_entry_does_not_say_is_not_said(entry: Any) -> None:
    assert misp.entries(json.dumps({UUID: entry}).encode()) == {UUID: misp.Entry(0)}
