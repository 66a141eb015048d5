"""What would change our mind: the loss of each source, the fewest that turn the answer, and how well founded it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from tocsin.attribute.weighing import FACE, TEMPER, Weighed, held
from tocsin.model.assessment import Assessment, Confidence, Drop

STRONGEST: Final = TEMPER * FACE * 2
"""Nats of an item that speaks strongly for one hypothesis, of the best grade and of a kind that is hard to plant."""
_TIE: Final = 1e-9
"""Nats below which two hypotheses are as likely as each other."""


def drops(weighed: Weighed) -> tuple[Drop, ...]:
    """Return what would follow from the loss of each source, the one with the largest effect on the first, first."""
    chances, _ = held(weighed)
    first = int(chances.argmax())
    found = []
    for row, source in enumerate(weighed.sources):
        without, _ = held(weighed.without(row))
        leader = weighed.hypotheses[int(without.argmax())]
        found.append(Drop(source, tuple(item.id for item in weighed.items[row]), leader, float(without[first])))
    return tuple(sorted(found, key=lambda drop: (-abs(drop.chance - float(chances[first])), drop.source)))


def flip(weighed: Weighed) -> tuple[str, ...] | None:
    """Return the fewest sources without which another hypothesis would lead; None where none would do.

    Log-odds of two hypotheses are a sum over sources, so against each rival the sources that speak most against it go
    first, and the fewest over all rivals is the answer. The rule on what was planted never decides who leads.
    """
    totals = weighed.totals()
    first = int((weighed.prior + totals.sum(0)).argmax())
    best: list[int] | None = None
    for rival in (place for place in range(len(weighed.hypotheses)) if place != first):
        apart = totals[:, first] - totals[:, rival]
        left = float(weighed.prior[first] - weighed.prior[rival] + apart.sum())
        gone: list[int] = []
        for row in np.argsort(-apart, kind="stable"):
            if left < -_TIE or apart[row] <= 0:
                break
            gone.append(int(row))
            left -= float(apart[row])
        if left < -_TIE and (best is None or len(gone) < len(best)):
            best = gone
    return None if best is None else tuple(weighed.sources[row] for row in best)


def needed(weighed: Weighed) -> int:
    """Return how many independent new items of the strongest kind would put the second hypothesis first.

    By the sum, as `flip`: the rule on what could be planted never decides who leads.
    """
    second, first = np.argsort(held(weighed)[0], kind="stable")[-2:]
    chances = weighed.chances()
    return max(1, math.ceil(float(np.log(chances[first] / chances[second])) / STRONGEST))


def confidence(given: Assessment, weighed: Weighed, lost: Sequence[Drop]) -> Confidence:
    """Return how well founded the first hypothesis is; the rule is fixed and shown with every assessment.

    High: three independent sources for it, two of them at least B2 and one not easily planted, no loss of one source
    that changes who leads, and no dissent. Moderate: two independent sources, one of them at least C3, and no such
    loss. Else low. `lost`: what `drops` returns.
    """
    first = int(held(weighed)[0].argmax())
    totals = weighed.totals()
    rows = [row for row in range(len(weighed.sources)) if totals[row, first] > 0]
    stays = all(drop.leader == weighed.hypotheses[first] for drop in lost)
    good = sum(_has_grade(weighed, row, "B2") for row in rows)
    hard = any(weighed.firm.pro[row, first] > 0 for row in rows)
    if len(rows) >= 3 and good >= 2 and hard and stays and not given.dissents:
        return Confidence.HIGH
    fair = any(_has_grade(weighed, row, "C3") for row in rows)
    return Confidence.MODERATE if len(rows) >= 2 and fair and stays else Confidence.LOW


def _has_grade(weighed: Weighed, row: int, least: str) -> bool:
    """Say whether any item of a source is at least of a grade. F and 6 are no grade."""
    return any(item.grade[0] <= least[0] and item.grade[1] <= least[1] for item in weighed.items[row])
