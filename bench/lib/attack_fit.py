"""Fits retrieval's few weights, and judges each case by weights that have seen no case of its group."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bench.lib.attack_cases import Case
from tocsin.attribute.profiles import Floats, Profiles
from tocsin.attribute.retrieval import TERMS, Weights, shares, support

FOLDS: Final = 5
INNER: Final = 4
"""Folds within the other folds, from which the logistic map learns how right shares are on unseen groups."""
PENALTY: Final = 0.02
"""Of the squared weights, in standard deviations of their terms; set beforehand and never varied."""
_STEPS: Final = 30
_Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Table:
    """Terms of all cases, computed once: N cases x G groups x T terms."""

    terms: Floats
    truth: _Numbers
    """N: the row of the (first) group that it was."""
    folds: _Numbers
    """N: by the group that it was, so that no group is in two."""

    def of(self, inside: npt.NDArray[np.bool_]) -> Table:
        """Return some of the cases."""
        return Table(self.terms[inside], self.truth[inside], self.folds[inside])


def table(cases: Sequence[Case], seed: int, terms: Floats | None = None) -> Table:
    """Return the terms of some cases, and their folds by a seed."""
    found = np.stack([support(case.profiles, case.columns).terms() for case in cases]) if terms is None else terms
    return Table(
        found, np.array([case.rows[0] for case in cases]), np.array([_fold(case, seed, FOLDS) for case in cases])
    )


def _fold(case: Case, seed: int, count: int) -> int:
    return zlib.crc32(f"{seed} {min(case.truth)}".encode()) % count


def fit_terms(cases: Table, penalty: float = PENALTY) -> Floats:
    """Return the weights of a conditional logit (McFadden 1974) over groups, by Newton's method with halved steps."""
    scale = cases.terms.std(axis=(0, 1)) + 1e-12
    scaled, rows = cases.terms / scale, np.arange(len(cases.truth))
    weights = np.zeros(scaled.shape[2])

    def worth(tried: Floats) -> float:
        share = shares(scaled @ tried)[rows, cases.truth]
        return float(np.log(share + 1e-300).mean() - penalty / 2 * (tried**2).sum())

    for _ in range(_STEPS):
        share = shares(scaled @ weights)
        mean = np.einsum("ng,ngt->nt", share, scaled)
        slope = (scaled[rows, cases.truth] - mean).mean(0) - penalty * weights
        apart = scaled - mean[:, None]
        bend = np.einsum("ngt,ngu->tu", apart * share[:, :, None], apart) / len(rows)
        step = np.linalg.solve(bend + (penalty + 1e-9) * np.eye(len(weights)), slope)
        before = worth(weights)
        while worth(weights + step) < before and np.abs(step).max() > 1e-9:
            step /= 2
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    found: Floats = weights / scale
    return found


def fit_map(share: Floats, right: Floats) -> tuple[float, float]:
    """Return offset and slope of the logistic map from the log-odds of shares to being right (Platt 1999)."""
    share = np.clip(share, 1e-9, 1 - 1e-9)
    columns = np.stack([np.ones_like(share), np.log(share / (1 - share))], 1)
    found = np.zeros(2)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-columns @ found))
        slope = columns.T @ (right - chance) - PENALTY * found
        bend = (columns * (chance * (1 - chance))[:, None]).T @ columns + PENALTY * np.eye(2)
        found += np.linalg.solve(bend, slope)
    return float(found[0]), float(found[1])


def fit(cases: Table, seed: int) -> Weights:
    """Return the weights: the terms on all cases; the map on shares by weights that have not seen the case's group."""
    inner = np.array([zlib.crc32(f"inner {seed} {truth}".encode()) % INNER for truth in cases.truth])
    share, right = np.zeros(len(inner)), np.zeros(len(inner))
    for number in range(INNER):
        held = inner == number
        if held.any() and not held.all():
            found = shares(cases.terms[held] @ fit_terms(cases.of(~held)))
            share[held] = found.max(1)
            right[held] = found.argmax(1) == cases.truth[held]
    return Weights(**dict(zip(TERMS, map(float, fit_terms(cases)), strict=True)), **_mapped(share, right))


def _mapped(share: Floats, right: Floats) -> dict[str, float]:
    offset, slope = fit_map(share, right)
    return {"offset": offset, "slope": slope}


def cross_fit(cases: Table, seed: int) -> list[Weights]:
    """Return for each fold the weights of all others."""
    return [fit(cases.of(cases.folds != number), seed) for number in range(FOLDS)]


def naive_bayes(profiles: Profiles, columns: Sequence[int], mix: float = 0.5) -> tuple[Floats, Floats]:
    """Return the baseline's score of each group, and its size: techniques, their upper levels and software alike."""
    upper, column = _parents(profiles)
    used = np.hstack([profiles.used, upper])
    above = {int(column[place]) for place in columns if column[place] >= 0}
    seen = [*columns, *(profiles.used.shape[1] + place for place in sorted(above))]
    counts = used.sum(0).astype(np.float64)
    common = ((counts + 0.5) / (counts.sum() + 0.5 * len(counts)))[seen]
    own = mix * used[:, seen] / np.maximum(used.sum(1), 1)[:, None]
    return np.log((own + (1 - mix) * common) / common).sum(1), np.log1p(profiles.used.sum(1))


def _parents(profiles: Profiles) -> tuple[npt.NDArray[np.bool_], _Numbers]:
    """Groups x techniques of the upper level, used in any part; and the column there of each feature, or -1."""
    names = sorted({name.partition(".")[0] for name in profiles.features if name.startswith("T")})
    place = {name: column for column, name in enumerate(names)}
    column = np.array([place.get(name.partition(".")[0], -1) for name in profiles.features], np.int64)
    upper = np.zeros((len(profiles.groups), len(names)), bool)
    for feature, parent in enumerate(column):
        if parent >= 0:
            upper[:, parent] |= profiles.used[:, feature]
    return upper, column
