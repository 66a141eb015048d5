"""Fitting the model: logistic regressions in numpy, with priors, the same result for the same input.

Three steps. (1) Two linear scores over hashed words. (2) Those scores for every message from models that have not seen
its source (folds by group), so that the next step learns how far words can be trusted on mail of another kind.
(3) The additive combination of findings, features and text score, pulled towards the weights the checks declare.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tocsin.identify.features import BUCKETS, FEATURES
from tocsin.identify.model import FORMAT, Model, Sum, TextScore

Array = NDArray[np.float64]
_CLIP: Final = 6.0


@dataclass(frozen=True, slots=True)
class Sample:
    """What the fit sees of one message."""

    label: str
    """"malicious", "unwanted" or "clean"."""
    group: str
    """Its source: samples of one group are never on both sides of a fold."""
    findings: tuple[str, ...]
    features: tuple[float, ...]
    words: tuple[int, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What is chosen, not fitted. Chosen by folds over the fitting sources alone."""

    text_l2: float = 1.0e-4
    prior_strength: float = 40.0
    """Pseudo-observations that hold a check's weight at its declared value."""
    feature_l2: float = 20.0
    folds: int = 6
    prior_clean: float = 0.97
    """Assumed share of clean mail among delivered mail."""


class Sparse:
    """Rows of distinct buckets, each row scaled to length one."""

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        counts = np.array([len(row) for row in rows], dtype=np.int64)
        self.columns = np.fromiter((c for row in rows for c in row), dtype=np.int64, count=int(counts.sum()))
        self.rows = np.repeat(np.arange(len(rows)), counts)
        self.values = np.repeat(1.0 / np.sqrt(np.maximum(counts, 1)), counts)
        self.height = len(rows)

    def dot(self, weights: Array) -> Array:
        """Row sums weighted by `weights`, shape (height,)."""
        return np.bincount(self.rows, self.values * weights[self.columns], minlength=self.height).astype(np.float64)

    def transposed_dot(self, residuals: Array) -> Array:
        """Column sums weighted by `residuals`, shape (BUCKETS,)."""
        return np.bincount(self.columns, self.values * residuals[self.rows], minlength=BUCKETS).astype(np.float64)


def fit(samples: Sequence[Sample], declared: Mapping[str, float], settings: Settings, card: dict[str, object]) -> Model:
    """Return the model fitted to `samples`; `declared` are the checks' own weights by id.

    Raises ValueError unless there are at least two groups and both clean and other samples.
    """
    clean = np.array([s.label == "clean" for s in samples])
    if clean.all() or not clean.any():
        raise ValueError("both clean and other messages are needed to fit a model")
    bad = (~clean).astype(float)
    malicious = np.array([float(s.label == "malicious") for s in samples])
    weight = np.array([s.weight for s in samples])
    groups = _folds([s.group for s in samples], settings.folds)
    words = [s.words for s in samples]
    bad_text, bad_scores = _text(words, bad, weight, groups, settings)
    only_bad = bad > 0
    mal_words = [row for row, keep in zip(words, only_bad, strict=True) if keep]
    mal_text, mal_scores = _text(mal_words, malicious[only_bad], weight[only_bad], groups[only_bad], settings)
    balanced = _to_prior(weight, bad, settings.prior_clean)
    bad_sum = _combine(samples, bad, balanced, bad_scores, declared, settings)
    chosen = [s for s, keep in zip(samples, only_bad, strict=True) if keep]
    mal_sum = _combine(chosen, malicious[only_bad], weight[only_bad], mal_scores, {}, settings)
    return Model(FORMAT, card, bad_sum, mal_sum, bad_text, mal_text)


def _folds(groups: Sequence[str], folds: int) -> NDArray[np.int64]:
    """Spread the groups over folds, the largest first onto the emptiest fold."""
    names, sizes = np.unique(np.array(groups), return_counts=True)
    load = np.zeros(folds)
    place: dict[str, int] = {}
    for index in np.argsort(-sizes, kind="stable"):
        fold = int(np.argmin(load))
        place[str(names[index])] = fold
        load[fold] += sizes[index]
    return np.array([place[group] for group in groups])


def _to_prior(weight: Array, bad: Array, prior_clean: float) -> Array:
    """Scale the weights so that clean mail has the assumed share, keeping the total."""
    total, total_bad = weight.sum(), weight[bad > 0].sum()
    factor_bad = (1 - prior_clean) * total / total_bad
    factor_clean = prior_clean * total / (total - total_bad)
    scaled: Array = np.where(bad > 0, weight * factor_bad, weight * factor_clean)
    return scaled


def _text(
    words: Sequence[Sequence[int]], target: Array, weight: Array, folds: NDArray[np.int64], settings: Settings
) -> tuple[TextScore, Array]:
    """Fit the score over words; return it with the out-of-fold scores of the samples."""
    matrix = Sparse(words)
    scores = np.zeros(len(words))
    for fold in np.unique(folds):
        inside = folds != fold
        if len(np.unique(target[inside])) < 2:
            continue
        bias, weights = _text_regression(matrix, target, np.where(inside, weight, 0.0), settings.text_l2)
        outside = ~inside
        scores[outside] = np.clip(bias + matrix.dot(weights)[outside], -_CLIP, _CLIP)
    bias, weights = _text_regression(matrix, target, weight, settings.text_l2)
    return _pack(bias, weights), scores


def _text_regression(matrix: Sparse, target: Array, weight: Array, l2: float) -> tuple[float, Array]:
    positive, negative = weight[target > 0.5].sum(), weight[target < 0.5].sum()
    share = np.where(target > 0.5, 0.5 / max(positive, 1e-9), 0.5 / max(negative, 1e-9)) * weight

    def loss(theta: Array) -> tuple[float, Array]:
        logits = theta[0] + matrix.dot(theta[1:])
        value, residual = _logistic(logits, target, share)
        gradient = np.concatenate(([residual.sum()], matrix.transposed_dot(residual) + l2 * theta[1:]))
        return value + 0.5 * l2 * float(theta[1:] @ theta[1:]), gradient

    theta = minimise(loss, np.zeros(BUCKETS + 1), 60)
    return float(theta[0]), theta[1:]


def _pack(bias: float, weights: Array) -> TextScore:
    scale = float(np.abs(weights).max() / 127) or 1.0
    raw = np.rint(weights / scale).astype(np.int8).tobytes()
    return TextScore(round(bias, 6), scale, base64.b85encode(zlib.compress(raw, 9)).decode("ascii"))


def _combine(
    samples: Sequence[Sample],
    target: Array,
    weight: Array,
    scores: Array,
    declared: Mapping[str, float],
    settings: Settings,
) -> Sum:
    """Fit the additive sum. Each check's weight has a Gaussian prior around its declared value (or 0)."""
    ids = sorted({finding for s in samples for finding in s.findings} | set(declared))
    column = {check_id: index for index, check_id in enumerate(ids)}
    checks = np.zeros((len(samples), len(ids)))
    for row, s in enumerate(samples):
        for finding in s.findings:
            checks[row, column[finding]] = 1.0
    matrix = np.hstack([checks, np.array([s.features for s in samples]), scores[:, None]])
    centre = np.array([declared.get(i, 0.0) for i in ids] + [0.0] * len(FEATURES) + [1.0])
    strength = np.array(
        [settings.prior_strength] * len(ids) + [settings.feature_l2] * len(FEATURES) + [settings.feature_l2]
    )

    def loss(theta: Array) -> tuple[float, Array]:
        value, residual = _logistic(theta[0] + matrix @ theta[1:], target, weight)
        off = theta[1:] - centre
        gradient = np.concatenate(([residual.sum()], matrix.T @ residual + strength * off))
        return value + 0.5 * float(strength @ (off * off)), gradient

    theta = minimise(loss, np.concatenate(([0.0], centre)), 300)
    values = [round(float(v), 4) for v in theta]
    return Sum(
        bias=values[0],
        checks=dict(zip(ids, values[1 : len(ids) + 1], strict=True)),
        features=dict(zip(FEATURES, values[len(ids) + 1 : -1], strict=True)),
        text=values[-1],
    )


def _logistic(logits: Array, target: Array, weight: Array) -> tuple[float, Array]:
    """Weighted negative log-likelihood and its derivative by the logits."""
    value = float(weight @ (np.logaddexp(0.0, logits) - target * logits))
    return value, weight * (1.0 / (1.0 + np.exp(-np.clip(logits, -500, 500))) - target)


def minimise(loss: Callable[[Array], tuple[float, Array]], start: Array, iterations: int, memory: int = 10) -> Array:
    """Minimise a smooth convex function by L-BFGS (Nocedal and Wright, algorithm 7.5) with backtracking.

    `loss` maps a point to (value, gradient).
    """
    x = start.copy()
    value, gradient = loss(x)
    steps: list[tuple[Array, Array, float]] = []
    for _ in range(iterations):
        direction = -_two_loop(gradient, steps)
        slope = float(gradient @ direction)
        if slope > -1e-12:
            break
        step = 1.0 if steps else min(1.0, 1.0 / float(np.abs(gradient).sum()))
        new_x, new_value, new_gradient = x, value, gradient
        for _ in range(40):
            new_x = x + step * direction
            new_value, new_gradient = loss(new_x)
            if new_value <= value + 1e-4 * step * slope:
                break
            step *= 0.5
        else:
            break
        s, y = new_x - x, new_gradient - gradient
        curvature = float(s @ y)
        if curvature > 1e-12:
            steps = [*steps, (s, y, 1.0 / curvature)][-memory:]
        improved = value - new_value
        x, value, gradient = new_x, new_value, new_gradient
        if improved < 1e-9 * max(1.0, abs(value)):
            break
    return x


def _two_loop(gradient: Array, steps: Sequence[tuple[Array, Array, float]]) -> Array:
    q = gradient.copy()
    alphas = []
    for s, y, rho in reversed(steps):
        alpha = rho * float(s @ q)
        q -= alpha * y
        alphas.append(alpha)
    if steps:
        s, y, _ = steps[-1]
        q *= float(s @ y) / float(y @ y)
    for (s, y, rho), alpha in zip(steps, reversed(alphas), strict=True):
        q += s * (alpha - rho * float(y @ q))
    return q
