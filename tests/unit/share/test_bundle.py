"""The bundle of an incident, as others read it."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import stix2
from msgspec.structs import replace
from tests.fixtures.attack import INDICATORS, WHEN

from tocsin.model.people import Tlp
from tocsin.share.bundle import Origin, bundle

GOLDEN = Path(__file__).parents[2] / "golden" / "bundle.stix.json"
ORIGIN = Origin("log-1", "incident-1", WHEN, WHEN + timedelta(hours=2), 2, Tlp.GREEN, synthetic=True)


def objects(origin: Origin = ORIGIN) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(bundle(origin, INDICATORS)[1])["objects"]
    return found


def test_it_is_what_was_looked_at() -> None:
    """To renew the file after a change that is meant: write `bundle(ORIGIN, INDICATORS)[1]` into it, and read it."""
    assert bundle(ORIGIN, INDICATORS)[1] == GOLDEN.read_bytes()


@pytest.mark.parametrize("origin", [ORIGIN, replace(ORIGIN, name="Harbour 'n' \\ Bay", tlp=Tlp.RED, synthetic=False)])
def test_another_library_reads_it_strictly(origin: Origin) -> None:
    read = stix2.parse(bundle(origin, INDICATORS)[1].decode(), allow_custom=False)
    kinds = [one["type"] for one in read.objects]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "marking-definition": 1, "identity": 1, "attack-pattern": 4, "indicator": 3, "relationship": 4, "grouping": 1,
    }  # fmt: skip
    known = {one["id"] for one in read.objects}
    for one in read.objects:
        named = [one.get("created_by_ref"), one.get("source_ref"), one.get("target_ref"), *one.get("object_refs", [])]
        assert {*filter(None, named), *one.get("object_marking_refs", [])} <= known


def test_the_same_incident_gives_the_same_bytes_and_ids_stay_when_it_changes() -> None:
    assert bundle(ORIGIN, INDICATORS) == bundle(ORIGIN, INDICATORS)
    later = replace(ORIGIN, changed_at=WHEN + timedelta(days=1))
    assert bundle(later, INDICATORS)[0] != bundle(ORIGIN, INDICATORS)[0]
    assert [one["id"] for one in objects(later)] == [one["id"] for one in objects()]


def test_no_id_stands_for_two_different_things() -> None:
    """Not for two labels, nor for named and unnamed: one name would give away all bundles before it."""
    several = [
        ORIGIN, replace(ORIGIN, name="Harbour"), replace(ORIGIN, synthetic=False), replace(ORIGIN, tlp=Tlp.CLEAR),
        replace(ORIGIN, log="log-2"),
    ]  # fmt: skip
    ids = [one["id"] for origin in several for one in objects(origin) if one["type"] != "marking-definition"]
    assert len(ids) == len(set(ids))


def test_an_identity_is_the_same_in_every_bundle_of_its_label() -> None:
    other = replace(
        ORIGIN, incident="incident-2", opened_at=WHEN + timedelta(days=9), changed_at=WHEN + timedelta(days=10)
    )
    first, second = ([one for one in objects(origin) if one["type"] == "identity"] for origin in (ORIGIN, other))
    assert first == second


def test_made_up_things_say_so_and_all_bear_the_label() -> None:
    marking = next(one for one in objects() if one["type"] == "marking-definition")
    assert marking["name"] == "TLP:GREEN"
    for one in objects():
        if one is not marking and one["type"] != "marking-definition":
            assert one["labels"] == ["synthetic"]
            assert one["object_marking_refs"] == [marking["id"]]
    assert all("labels" not in one for one in objects(replace(ORIGIN, synthetic=False)))


def test_without_indicators_there_is_still_a_bundle() -> None:
    stix2.parse(bundle(ORIGIN, [])[1].decode(), allow_custom=False)
