"""What holds of every assessment, whatever the evidence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.fixtures.assessments import assessment

from tocsin.attribute.assessment import assess
from tocsin.attribute.likelihood import LIKELY
from tocsin.attribute.weighing import EASILY, PLANTABLE, PLANTED
from tocsin.model.assessment import Assessed, Evidence, Kind

NAMES = ("heron", "fox", "wolf")
GRADES = st.tuples(st.sampled_from("ABCDEF"), st.sampled_from("123456")).map("".join)
BEARINGS = st.dictionaries(st.sampled_from([*NAMES, "unknown", "false-flag"]), st.integers(-2, 2), max_size=4)
PARTS = st.tuples(st.sampled_from("pqrstu"), GRADES, st.sampled_from(list(Kind)), BEARINGS)
UNKNOWN_PRIOR = st.floats(0.05, 0.9)
EASY = [kind for kind in Kind if PLANTABLE[kind] >= EASILY]


def item(name: str, source: str, grade: str, kind: Kind, bears: dict[str, int]) -> Evidence:
    return Evidence(name, {"en": "x", "ar": "x"}, source, grade, kind, bears)


EVIDENCE = st.lists(PARTS, max_size=7).map(lambda found: [item(f"e{n}", *parts) for n, parts in enumerate(found)])


def weighed(evidence: list[Evidence], unknown: float) -> Assessed:
    return assess(assessment(*evidence, names=NAMES, unknown=unknown))


def chances(evidence: list[Evidence], unknown: float) -> dict[str, float]:
    return {one.hypothesis: one.chance for one in weighed(evidence, unknown).estimates}


@given(EVIDENCE, UNKNOWN_PRIOR)
def test_chances_sum_to_one(evidence: list[Evidence], unknown: float) -> None:
    found = chances(evidence, unknown)
    assert sum(found.values()) == pytest.approx(1)
    assert all(0 <= chance <= 1 for chance in found.values())


@given(EVIDENCE.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), UNKNOWN_PRIOR)
def test_order_does_not_matter(both: tuple[list[Evidence], list[Evidence]], unknown: float) -> None:
    assert weighed(both[0], unknown) == weighed(both[1], unknown)


@given(EVIDENCE.filter(bool), UNKNOWN_PRIOR, st.integers(0, 6))
def test_what_is_told_again_moves_nothing(evidence: list[Evidence], unknown: float, which: int) -> None:
    again = replace(evidence[which % len(evidence)], id="again")
    assert chances([*evidence, again], unknown) == pytest.approx(chances(evidence, unknown))


@given(EVIDENCE, UNKNOWN_PRIOR, st.sampled_from(NAMES), PARTS, st.integers(1, 2), st.sampled_from(["new", "p", "q"]))
def test_more_support_never_lowers(
    evidence: list[Evidence], unknown: float, name: str, parts: tuple[str, str, Kind, Any], bearing: int, source: str
) -> None:
    more = item("more", source, parts[1], parts[2], {name: bearing})
    assert chances([*evidence, more], unknown)[name] >= chances(evidence, unknown)[name] - 1e-9


@given(EVIDENCE, UNKNOWN_PRIOR, st.sampled_from(NAMES), st.lists(st.sampled_from(EASY), max_size=PLANTED))
def test_planted_sources_make_nobody_likely(
    evidence: list[Evidence], unknown: float, name: str, kinds: list[Kind]
) -> None:
    planted = [item(f"x{n}", f"x{n}", "A1", kind, {name: 2}) for n, kind in enumerate(kinds)]
    before, after = chances(evidence, unknown), chances([*evidence, *planted], unknown)
    assert after[name] <= LIKELY or before[name] > LIKELY
