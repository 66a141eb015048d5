"""What planted features do to retrieval, and how much there is to say if they are reckoned with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from bench.lib.attack_cases import Case
from bench.lib.attack_figures import SEED, Judged
from bench.lib.stats import Rate
from tocsin.attribute.likelihood import LIKELY
from tocsin.attribute.retrieval import PLANTED, Weights, chance, holds, shares, support

LEAST_OF_DECOY = 15
"""Features in the profile of a group that is made to look guilty."""


def left_over(judged: Judged) -> dict[str, Any]:
    """What there is to say likely on, by any rule that is safe from PLANTED planted features.

    A case that has no more features of the true group than these looks like one in which they were planted
    (`more_than_planted` has more). `first_without_strongest`: how often the true group is still first when the
    strongest so many for it say nothing.
    """
    more = np.zeros(len(judged.cases), bool)
    first = np.zeros(len(judged.cases), bool)
    for i, (case, weights) in enumerate(zip(judged.cases, judged.weights, strict=True)):
        found = support(case.profiles, case.columns)
        utility, items = found.terms() @ weights.terms(), found.items(weights)
        row = max(case.rows, key=lambda one: utility[one])
        more[i] = (items[row] > 0).sum() > PLANTED
        utility[row] -= np.sort(items[row])[::-1][:PLANTED].sum()
        first[i] = int(utility.argmax()) == row
    right = judged.right > 0
    return {
        "more_than_planted": Rate(int(more.sum()), len(more)).as_json(),
        "more_than_planted_and_right": Rate(int((more & right).sum()), len(more)).as_json(),
        "first_without_strongest": Rate(int(first.sum()), len(first)).as_json(),
    }


def spoken(judged: Judged, count: int) -> dict[str, Any]:
    """What would be called likely or more if `count` planted features were reckoned with, and how much of it is right.

    What is so called cannot have been made so by as few planted features (tests/unit/attribute/test_retrieval.py).
    """
    safe = np.array([
        judged.chance[i] > LIKELY and holds(support(case.profiles, case.columns), judged.weights[i],
                                            int(judged.first[i]), count)
        for i, case in enumerate(judged.cases)
    ])  # fmt: skip
    return {
        "cases": Rate(int(safe.sum()), len(safe)).as_json(),
        "right": Rate(int(judged.right[safe].sum()), int(safe.sum())).as_json(),
    }


def planted(judged: Judged, count: int, decoys: int) -> dict[str, Any]:
    """With the strongest features of another group put into each case: how often that group is first, or likely.

    `raised` is what the planting itself did: likely and spoken with it, and not likely without.
    """
    rng = np.random.default_rng(SEED + count)
    found = dict.fromkeys(("first", "likely", "likely_and_spoken", "raised"), 0)
    total = 0
    for case, weights in zip(judged.cases, judged.weights, strict=True):
        size = case.profiles.used.sum(1)
        candidates = [row for row in np.flatnonzero(size >= LEAST_OF_DECOY) if row not in case.rows]
        before = _seen(case, case.columns, weights)
        for decoy in rng.permutation(candidates)[:decoys]:
            after = _seen(case, [*case.columns, *_strongest(case, int(decoy), count, weights)], weights)
            total += 1
            if after[0] == decoy:
                spoken = after[1] > LIKELY and after[2]
                found["first"] += 1
                found["likely"] += after[1] > LIKELY
                found["likely_and_spoken"] += spoken
                found["raised"] += spoken and not (before[0] == decoy and before[1] > LIKELY)
    return {name: Rate(int(value), total).as_json() for name, value in found.items()}


def _seen(case: Case, columns: Sequence[int], weights: Weights) -> tuple[int, float, bool]:
    found = support(case.profiles, columns)
    share = shares(found.terms() @ weights.terms())
    first = int(share.argmax())
    return first, float(chance(share[first], weights)), holds(found, weights, first)


def _strongest(case: Case, decoy: int, count: int, weights: Weights) -> list[int]:
    own = [int(place) for place in np.flatnonzero(case.profiles.used[decoy]) if place not in set(case.columns)]
    added = support(case.profiles, own).items(weights)[decoy]
    return [own[place] for place in np.argsort(-added, kind="stable")[:count]]
