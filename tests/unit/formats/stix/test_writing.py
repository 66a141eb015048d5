"""Pieces of STIX 2.1."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
import stix2
from stix2patterns.v21.pattern import Pattern
from stix2patterns.validator import run_validator

from tocsin.formats import stix
from tocsin.model.people import Tlp


def test_times_are_utc_to_the_millisecond() -> None:
    assert stix.timestamp(datetime(2026, 3, 1, 8, 0, tzinfo=UTC)) == "2026-03-01T08:00:00.000Z"
    there = datetime(2026, 3, 1, 8, 0, 0, 123_999, tzinfo=timezone(timedelta(hours=2)))
    assert stix.timestamp(there) == "2026-03-01T06:00:00.123Z"


@pytest.mark.parametrize("value", ["evil.test", "o'clock", "back\\slash", "\\'", "'] OR [file:name = 'x"])
def test_a_quoted_value_stays_one_constant(value: str) -> None:
    pattern = f"[domain-name:value = {stix.quoted(value)}]"
    assert run_validator(pattern, stix_version="2.1") == []
    assert Pattern(pattern).inspect().comparisons == {"domain-name": [(["value"], "=", stix.quoted(value))]}


@pytest.mark.parametrize("label", list(Tlp))
def test_the_published_markings_are_read_by_another_library(label: Tlp) -> None:
    made = stix2.parse(stix.marking(label), allow_custom=False)
    assert made.name == f"TLP:{label.value.upper()}"
    assert stix.common(made.created, made.created, label)["object_marking_refs"] == (made.id,)


def test_ids_are_of_kind_and_parts() -> None:
    assert stix.identifier("indicator", "a", "b") == stix.identifier("indicator", "a", "b")
    several = {
        stix.identifier("indicator", "a", "b"),
        stix.identifier("indicator", "ab"),
        stix.identifier("grouping", "a", "b"),
    }
    assert len(several) == 3
    assert all(one.partition("--")[2][14] == "5" for one in several)


def test_a_technique_has_its_page() -> None:
    assert stix.address_of("T1566.002") == "https://attack.mitre.org/techniques/T1566/002"
