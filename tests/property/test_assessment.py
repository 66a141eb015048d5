"""What holds of every assessment, whatever the evidence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.fixtures.assessments import assessment

from tocsin.attribute.assessment import assess
from tocsin.attribute.likelihood import LIKELY
from tocsin.attribute.weighing import EASILY, PLANTABLE, value_of, weigh
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


PLANTED = st.tuples(st.sampled_from("pqrxyz"), GRADES, st.sampled_from(EASY), BEARINGS)
PLANTS = st.lists(PLANTED, min_size=1, max_size=6).map(
    lambda found: [item(f"x{n}", *parts) for n, parts in enumerate(found)]
)


@given(EVIDENCE, UNKNOWN_PRIOR, PLANTS)
@settings(max_examples=400)
def test_what_is_easily_planted_raises_nobody_to_likely_nor_higher(
    evidence: list[Evidence], unknown: float, planted: list[Evidence]
) -> None:
    """Whatever source it seems to come from, how many, however graded, and also where it speaks against the others."""
    before, after = chances(evidence, unknown), chances([*evidence, *planted], unknown)
    for name in NAMES:
        assert after[name] <= max(before[name], LIKELY) + 1e-9


@given(EVIDENCE, UNKNOWN_PRIOR, st.sampled_from(NAMES), st.lists(st.sampled_from("uvwxyzp"), min_size=1, max_size=9))
def test_nor_does_as_much_as_an_attacker_would_plant(
    evidence: list[Evidence], unknown: float, name: str, sources: list[str]
) -> None:
    """All for one, and against everybody else: many items of one source, or one of each of many."""
    bears = dict.fromkeys((*NAMES, "unknown", "false-flag"), -2) | {name: 2}
    planted = [item(f"x{n}", source, "A1", Kind.TOOL, bears) for n, source in enumerate(sources)]
    before = chances(evidence, unknown)[name]
    assert chances([*evidence, *planted], unknown)[name] <= max(before, LIKELY) + 1e-9


def plantable(evidence: list[Evidence], name: str) -> dict[str, tuple[float, ...]]:
    """Of each source that bears on a hypothesis: what it gives to it, and how much of it could be planted."""
    found = weigh(assessment(*evidence, names=NAMES))
    column = found.hypotheses.index(name)
    parts = [part[:, column] for part in (found.whole.pro, found.whole.con, found.whole.planted, found.firm.pro)]
    rows = zip(found.sources, *(part.tolist() for part in parts), strict=True)
    return {source: tuple(numbers) for source, *numbers in rows if any(numbers)}


@given(EVIDENCE, st.sampled_from(NAMES), PARTS)
def test_what_bears_nothing_on_an_answer_does_not_change_how_plantable_it_is(
    evidence: list[Evidence], name: str, parts: tuple[str, str, Kind, dict[str, int]]
) -> None:
    source, grade, kind, bears = parts
    other = item("other", source, grade, kind, {one: value for one, value in bears.items() if one != name})
    assert plantable([*evidence, other], name) == plantable(evidence, name)


@given(EVIDENCE.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), st.sampled_from(NAMES))
def test_how_plantable_something_is_does_not_depend_on_the_order(
    both: tuple[list[Evidence], list[Evidence]], name: str
) -> None:
    assert plantable(both[0], name) == plantable(both[1], name)


@given(EVIDENCE, st.sampled_from(NAMES), GRADES, st.integers(1, 2))
def test_what_is_hard_to_plant_vouches_for_no_more_than_it_gives(
    evidence: list[Evidence], name: str, grade: str, bearing: int
) -> None:
    hard = item("hard", "p", grade, Kind.ACCESS, {name: bearing})
    before, after = (plantable(found, name).get("p", (0.0,) * 4) for found in (evidence, [*evidence, hard]))
    assert after[3] == max(before[3], value_of(hard, bearing))
    assert after[2] <= after[0]
