"""What tells versions of an object apart, and which label an object bears."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.integration.taxii.place import WHEN, indicator

from tocsin.formats.stix import canonical, label_of, read_one, version_of
from tocsin.formats.stix.markings import TLP_2, TLP_IDS
from tocsin.model.people import Tlp


def _read(**more: Any) -> Any:
    return read_one(json.dumps({**indicator(1, None), **more}).encode()).known


def test_one_time_is_one_text_and_texts_are_in_the_order_of_times() -> None:
    same = ("2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000Z", "2026-03-01T12:00:00.000000000Z")
    assert {canonical(one) for one in same} == {"2026-03-01T12:00:00.000000"}
    times = ["2026-03-01T12:00:00Z", "2026-03-01T12:00:00.0000001Z", "2026-03-01T12:00:00.000001Z",
             "2026-03-01T12:00:00.5Z", "2026-03-01T12:00:01Z"]  # fmt: skip
    assert sorted(times, key=lambda one: canonical(one) or "") == times
    assert [canonical(one) for one in ("yesterday", "2026-02-30T00:00:00Z", "2026-03-01T12:00:00+02:00", "")] == [
        None
    ] * 4


def test_modified_else_created_else_nothing() -> None:
    assert version_of(_read(modified="2026-03-02T00:00:00Z")) == "2026-03-02T00:00:00.000000"
    identity = indicator(1)["id"].replace("indicator", "domain-name")
    domain = {"type": "domain-name", "spec_version": "2.1", "id": identity, "value": "evil.test"}
    assert version_of(read_one(json.dumps(domain).encode()).known) == ""
    marking = {"type": "marking-definition", "spec_version": "2.1", "id": TLP_2[Tlp.RED], "created": WHEN,
               "definition_type": "statement", "definition": {"statement": "x"}}  # fmt: skip
    assert version_of(read_one(json.dumps(marking).encode()).known) == canonical(WHEN)


@pytest.mark.parametrize("identity", TLP_IDS)
def test_a_label_is_known_by_its_id(identity: str) -> None:
    assert label_of(_read(object_marking_refs=[identity])) is TLP_IDS[identity]


def test_the_strictest_label_wins_and_none_is_red() -> None:
    other = f"marking-definition--{indicator(1)['id'].partition('--')[2]}"
    part = {"selectors": ["name"], "marking_ref": TLP_2[Tlp.AMBER]}
    for more, label in (
        ({}, Tlp.RED),
        ({"object_marking_refs": [other]}, Tlp.RED),
        ({"object_marking_refs": [other, TLP_2[Tlp.CLEAR]]}, Tlp.CLEAR),
        ({"object_marking_refs": [TLP_2[Tlp.CLEAR], TLP_2[Tlp.AMBER_STRICT]]}, Tlp.AMBER_STRICT),
        ({"object_marking_refs": [TLP_2[Tlp.CLEAR]], "granular_markings": [part]}, Tlp.AMBER),
        ({"granular_markings": [part]}, Tlp.RED),
    ):
        assert label_of(_read(**more)) is label
