"""Figures of retrieval: how often it is right, how true its chances are, and what planted features do to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from bench.lib import attack_fit
from bench.lib.attack_cases import Case
from bench.lib.attack_fit import Table
from bench.lib.stats import Rate, auc
from tocsin.attribute import likelihood
from tocsin.attribute.likelihood import LIKELY
from tocsin.attribute.profiles import Floats
from tocsin.attribute.retrieval import Weights, chance, holds, shares, support

SEED = 20261127
LEAST_IN_BAND = 30
"""Cases that a word needs before its rate says anything."""


class Judged:
    """The cases as weights see them that were fitted on others, one for each case."""

    def __init__(self, cases: Sequence[Case], table: Table, weights: Sequence[Weights]) -> None:
        self.cases, self.table, self.weights = cases, table, weights
        utility = np.stack([self.table.terms[i] @ one.terms() for i, one in enumerate(self.weights)])
        self.share = shares(utility)
        self.first = self.share.argmax(1)
        self.right = np.array([first in case.rows for first, case in zip(self.first, cases, strict=True)], float)
        self.chance = self._chance(self.share.max(1))
        self.holds = np.array([self._holds(i) for i in range(len(cases))])
        self.speaking = np.array([case.profiles.used[row, case.columns].sum()
                                  for row, case in zip(self.first, cases, strict=True)])  # fmt: skip
        for i, case in enumerate(cases):
            utility[i, case.rows] = -np.inf
        self.absent = self._chance(shares(utility).max(1))

    def _chance(self, share: Floats) -> Floats:
        found: Floats = np.array([float(chance(value, one)) for value, one in zip(share, self.weights, strict=True)])
        return found

    def _holds(self, i: int) -> bool:
        found = support(self.cases[i].profiles, self.cases[i].columns)
        return holds(found, self.weights[i], int(self.first[i]))

    def distribution(self) -> Floats:
        """All groups of each case: the first at its chance, the others in proportion to their shares."""
        rows = np.arange(len(self.cases))
        rest = 1 - self.share[rows, self.first]
        out: Floats = self.share * ((1 - self.chance) / np.maximum(rest, 1e-12))[:, None]
        out[rows, self.first] = self.chance
        return out


def by_other_groups(cases: Sequence[Case], learnt: Table, terms: Floats, seed: int) -> Judged:
    """Return the cases as weights of other groups see them, in one division into folds."""
    table, by_fold = attack_fit.table(cases, seed, terms), attack_fit.cross_fit(learnt, seed)
    return Judged(cases, table, [by_fold[fold] for fold in table.folds])


def by_earlier(cases: Sequence[Case], terms: Floats, seed: int) -> Judged:
    """Return the later half of the cases as weights see them that were fitted on the earlier half."""
    table = attack_fit.table(cases, seed, terms)
    days = np.array([case.before.toordinal() for case in cases])
    later = days >= np.median(days)
    weights = attack_fit.fit(table.of(~later), seed)
    tested = [case for case, is_later in zip(cases, later, strict=True) if is_later]
    return Judged(tested, table.of(later), [weights] * len(tested))


def ranking(scores: Floats, judged: Judged) -> dict[str, Any]:
    """Top-1 and top-5 with intervals, and the mean reciprocal rank; ties count half."""
    ranks = []
    for row, case in zip(scores, judged.cases, strict=True):
        best = row[case.rows].max()
        ties = (row == best).sum() - (row[case.rows] == best).sum()
        ranks.append(1 + (row > best).sum() + ties / 2)
    found = np.array(ranks)
    return {
        "top1": Rate(int((found < 1.5).sum()), len(found)).as_json(),
        "top5": Rate(int((found <= 5).sum()), len(found)).as_json(),
        "mrr": round(float((1 / found).mean()), 4),
    }


def loss(chances: Floats, judged: Judged) -> dict[str, float]:
    """Log-loss (nats), Brier score over all groups (0 to 2), and ECE of the first, in the bands of the words."""
    truth = np.zeros_like(chances)
    for row, case in zip(truth, judged.cases, strict=True):
        row[case.rows] = 1 / len(case.rows)
    of_truth = (chances * (truth > 0)).sum(1)
    right = truth[np.arange(len(truth)), chances.argmax(1)] > 0
    return {
        "log_loss": round(float(-np.log(of_truth + 1e-12).mean()), 4),
        "brier": round(float(((chances - truth) ** 2).sum(1).mean()), 4),
        "ece": round(ece(chances.max(1), right.astype(float)), 4),
    }


def tempered(scores: Floats, sizes: Floats, judged: Judged) -> Floats:
    """The baseline with an exponent and a prior by size of profile, fitted in the same folds."""
    both = Table(np.stack([scores, sizes], 2), judged.table.truth, judged.table.folds)
    out = np.zeros_like(scores)
    for fold in range(attack_fit.FOLDS):
        held = both.folds == fold
        out[held] = shares(both.terms[held] @ attack_fit.fit_terms(both.of(~held), penalty=0.0))
    return out


def ece(chances: Floats, right: Floats) -> float:
    """Expected calibration error over the bands of ICD 203."""
    places = np.array([likelihood.place_of(value) for value in chances])
    inside = [places == place for place in set(places)]
    return float(sum(one.mean() * abs(chances[one].mean() - right[one].mean()) for one in inside))


def ece_interval(judged: Judged, rounds: int) -> dict[str, float]:
    """ECE with a 95 % bootstrap interval that redraws groups, not cases. Few cases inflate it: see `by_chance`."""
    rng = np.random.default_rng(SEED)
    names, groups = np.unique(judged.table.truth, return_inverse=True)
    members = [np.flatnonzero(groups == number) for number in range(len(names))]
    drawn, ideal = [], []
    for _ in range(rounds):
        chosen = np.concatenate([members[number] for number in rng.integers(0, len(names), len(names))])
        drawn.append(ece(judged.chance[chosen], judged.right[chosen]))
        ideal.append(ece(judged.chance, (rng.random(len(judged.chance)) < judged.chance).astype(float)))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return {"value": round(ece(judged.chance, judged.right), 4), "low": round(float(low), 4),
            "high": round(float(high), 4), "by_chance": round(float(np.mean(ideal)), 4)}  # fmt: skip


def bands(chances: Floats, right: Floats) -> dict[str, Any]:
    """For each word: how many cases, the mean chance, how many were right, and whether that is within its range."""
    found = {}
    places = np.array([likelihood.place_of(value) for value in chances])
    for place, word in enumerate(likelihood.SCALE):
        inside = places == place
        rate = Rate(int(right[inside].sum()), int(inside.sum()))
        if rate.total < LEAST_IN_BAND or rate.value is None:
            verdict = "untested"
        else:
            verdict = "within" if word.low <= rate.value <= word.high else "outside"
        mean = round(float(chances[inside].mean()), 4) if rate.total else None
        found[word.words["en"]] = {"mean": mean, "right": rate.as_json(), "is": verdict}
    return found


def at_least(judged: Judged, bound: float) -> dict[str, Any]:
    """How many cases are above a bound, how many of these are right, and what of it is spoken or held back.

    `features_for_the_first`: quartiles of how many of the seen features its profile holds.
    """
    above = judged.chance > bound
    return {
        "cases": Rate(int(above.sum()), len(above)).as_json(),
        "right": Rate(int(judged.right[above].sum()), int(above.sum())).as_json(),
        "spoken": Rate(int((above & judged.holds).sum()), len(above)).as_json(),
        "spoken_right": Rate(
            int(judged.right[above & judged.holds].sum()), int((above & judged.holds).sum())
        ).as_json(),
        "held_back": int((above & ~judged.holds).sum()),
        "features_for_the_first": [int(value) for value in np.percentile(judged.speaking[above], (25, 50, 75))]
        if above.any()
        else [],
    }


def absent(judged: Judged) -> dict[str, Any]:
    """With the true group taken out: how often no word of likely or more is said, and the AUROC of the chance."""
    left = np.array([case.is_left for case in judged.cases])
    return {
        "abstains": Rate(int((judged.absent <= LIKELY).sum()), len(judged.absent)).as_json(),
        "auroc": round(auc(judged.absent[left], judged.chance[left]) or 0.0, 4),
    }


def absent_auroc(scores: Floats, judged: Judged) -> float:
    """The same AUROC of the baseline's best score."""
    left = np.array([case.is_left for case in judged.cases])
    without = scores.copy()
    for row, case in zip(without, judged.cases, strict=True):
        row[case.rows] = -np.inf
    return round(auc(without.max(1)[left], scores.max(1)[left]) or 0.0, 4)
