from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.attribute.likelihood import LIKELY
from tocsin.attribute.profiles import Profiles
from tocsin.attribute.retrieval import FITTED, PLANTED, Weights, chance, holds, rank, shares, support, without_strongest

GROUPS = tuple(f"G{number}" for number in range(6))
FEATURES = tuple([f"S{number}" for number in range(8)] + [f"T{number}" for number in range(12)])
SHARP = Weights(1.0, 1.0, 0.0, 0.0, 0.0, 1.0)


def profiles(seed: int = 3) -> Profiles:
    rng = np.random.default_rng(seed)
    used = rng.random((len(GROUPS), len(FEATURES))) < 0.4
    return Profiles(GROUPS, FEATURES, used, rng.integers(0, 5, len(GROUPS)).astype(float))


def lone() -> Profiles:
    """G0 alone has S0 to S7; the others have the techniques."""
    used = np.zeros((len(GROUPS), len(FEATURES)), bool)
    used[0, :8] = True
    used[1:, 8:] = True
    return Profiles(GROUPS, FEATURES, used, np.zeros(len(GROUPS)))


def test_a_rare_feature_weighs_more_than_a_common_one() -> None:
    found = support(lone(), [0, 8]).face
    assert found[0, 0] > found[1, 1] > 0
    assert found[0, 1] == found[1, 0] == 0


def test_the_first_is_who_alone_has_what_was_seen() -> None:
    found = rank(lone(), ["S0", "S1", "T3"], SHARP, fewest=1)
    assert found.near[0].group == "G0"
    assert [name for name, _ in found.near[0].items] == ["S0", "S1"]
    assert found.unknown == ()


def test_what_no_profile_holds_is_told_and_changes_nothing() -> None:
    plain, more = rank(lone(), ["S0"], SHARP, fewest=1), rank(lone(), ["S0", "S99"], SHARP, fewest=1)
    assert more.unknown == ("S99",)
    assert more.near == plain.near


def test_nothing_seen_is_answered_by_the_priors_alone() -> None:
    assert rank(profiles(), [], FITTED, fewest=1).near[0].items == ()


def test_no_chance_is_told_where_nothing_is_in_common_or_there_are_few_profiles() -> None:
    assert rank(lone(), ["S99"], FITTED, fewest=1).chance is None
    assert rank(lone(), ["S0"], FITTED).chance is None
    assert rank(lone(), ["S0"], FITTED, fewest=len(GROUPS)).chance is not None


@given(st.lists(st.sampled_from(FEATURES), max_size=10), st.integers(0, 9))
def test_order_and_repetition_do_not_matter(seen: list[str], turn: int) -> None:
    turned = [*seen[turn:], *seen[:turn], *seen[::-1]]
    assert rank(profiles(), seen, FITTED, fewest=1) == rank(profiles(), turned, FITTED, fewest=1)


@given(st.integers(0, 50), st.lists(st.sampled_from(FEATURES), max_size=10))
def test_shares_sum_to_one_and_chances_are_chances(seed: int, seen: list[str]) -> None:
    found = rank(profiles(seed), seen, FITTED, most=len(GROUPS), fewest=1)
    assert sum(near.share for near in found.near) == pytest.approx(1)
    assert (found.chance is None) is not bool(found.near[0].items)
    assert found.chance is None or 0 <= found.chance <= 1


@given(st.integers(0, 50), st.sets(st.integers(0, 19), max_size=8), st.sets(st.integers(0, 19), max_size=PLANTED),
       st.floats(-3, 3))  # fmt: skip
def test_planting_three_features_makes_nobody_likely(seed: int, seen: set[int], planted: set[int], bias: float) -> None:
    """Whoever is called likely with planted features, and holds without the strongest, was so before."""
    weights = Weights(1.0, 1.5, 0.3, -0.3, bias, 1.3)
    known = profiles(seed)

    def answer(columns: set[int]) -> tuple[int, float, bool]:
        found = support(known, sorted(columns))
        share = shares(found.terms() @ weights.terms())
        first = int(share.argmax())
        return first, float(chance(share[first], weights)), holds(found, weights, first)

    before, after = answer(seen), answer(seen | planted)
    if after[1] > LIKELY and after[2]:
        assert before[0] == after[0]
        assert before[1] > LIKELY


def test_three_features_alone_never_hold_and_many_do() -> None:
    weights = Weights(2.0, 2.0, 0.0, 0.0, 0.0, 1.0)
    few, many = rank(lone(), ["S0", "S1", "S2"], weights, fewest=1), rank(lone(), list(FEATURES[:8]), weights, fewest=1)
    assert (few.chance or 0) > LIKELY
    assert few.enough in (1, 2, 3)
    assert many.enough is None


@given(st.integers(0, 50), st.lists(st.sampled_from(FEATURES), max_size=10), st.floats(-3, 3))
def test_how_many_are_enough_is_the_fewest_without_which_it_is_not_likely(
    seed: int, seen: list[str], bias: float
) -> None:
    weights, known = Weights(1.0, 1.5, 0.3, -0.3, bias, 1.3), profiles(seed)
    answer = rank(known, seen, weights, fewest=1)
    found = support(known, [known.place[name] for name in sorted(set(seen))])
    first = known.groups.index(answer.near[0].group)
    without = [chance(np.float64(without_strongest(found, weights, first, count)), weights) for count in range(4)]
    fewest = next((count for count, left in enumerate(without) if left <= LIKELY), None)
    assert answer.enough == (None if fewest == 0 else fewest)


def test_what_is_shipped_is_what_was_measured() -> None:
    measured = json.loads((Path(__file__).parents[3] / "docs" / "reference" / "attribution.json").read_text("utf-8"))
    assert measured["fitted_on_all"] == {name: getattr(FITTED, name) for name in FITTED.__struct_fields__}
