"""Fitting the model: logistic regressions in numpy, with priors, the same result for the same input.

Four steps. (1) Two linear scores over hashed words. (2) Those scores for every message from models that have not seen
its source (folds by group), so that the next step learns how far words can be trusted on mail of another kind.
(3) The additive combination of findings, features and text score, pulled towards the weights the checks declare.
(4) The log-odds that models give to groups they have not seen, set against what those messages are: a straight line
through that (Platt 1999) stretches the sum, so that its probability holds for mail of another kind.

Mail in threads (`Sample.threaded`) teaches one more sum, over findings alone: that of targeted mail. It is stretched in
the same way, by storylines it has not seen. Its attacks also teach what is malicious among mail that is not clean.
"""

from __future__ import annotations

import base64
import math
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tocsin.identify.features import BUCKETS, FEATURES
from tocsin.identify.model import FORMAT, Model, Sum, TextScore

Array = NDArray[np.float64]
_CLIP: Final = 6.0
_NO_FEATURES: Final = (0.0,) * len(FEATURES)
_NO_WORDS: Final = TextScore(0.0, 0.0, "")


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
    threaded: bool = False
    """Whether it was judged in a mailbox of its own, with the history that mailbox gives."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is chosen, not fitted. Chosen by folds over the fitting sources alone."""

    text_l2: float = 1.0e-4
    prior_strength: float = 10.0
    """Pseudo-observations that hold a check's weight at its declared value."""
    feature_l2: float = 5.0
    folds: int = 6
    fitted_clean: float = 0.8
    """Share of clean mail at which weights are fitted. At its true share bad mail would count for so little that every
    weight stayed as declared; only the bias depends on the share (King and Zeng 2001), and is corrected."""
    prior_clean: float = 0.97
    """Assumed share of clean mail among delivered mail."""
    targeted_strength: float = 3.0
    """As `prior_strength`, for the sum for *targeted*: its attacks are few, and all of them are to the point."""
    prior_untargeted: float = 0.99
    """Assumed share of delivered mail that is no targeted attack. Chosen by `make bench-folds`."""


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


def fit(
    samples: Sequence[Sample],
    declared: Mapping[str, float],
    towards_attack: Mapping[str, float],
    settings: Settings,
    card: dict[str, object],
) -> Model:
    """Return the model fitted to `samples`.

    `declared` are the checks' own weights by id; `towards_attack` is what each says by itself of malice in mail that is
    not clean, in log-odds.

    Raises ValueError unless there are both clean and other samples outside of threads.
    """
    alone = [s for s in samples if not s.threaded]
    bad = [s for s in alone if s.label != "clean"]
    if not bad or len(bad) == len(alone):
        raise ValueError("both clean and other messages are needed to fit a model")
    folds = _folds([s.group for s in alone], settings.folds)
    bad_sum, bad_text = _fit_bad(alone, folds, declared, settings)
    slope, shift = _calibration(
        alone, folds, _is_bad, settings.prior_clean,
        lambda learnt, inner: _fit_bad(learnt, inner, declared, settings),
    )  # fmt: skip
    attacks = [s for s in samples if s.threaded and s.label == "malicious"]
    mal_sum, mal_text = _fit_malicious([*bad, *attacks], towards_attack, settings)
    return Model(
        FORMAT, card, _stretched(bad_sum, slope, shift), mal_sum, bad_text, mal_text,
        targeted=_fit_targeted(samples, declared, settings),
    )  # fmt: skip


def _fit_bad(
    samples: Sequence[Sample], folds: NDArray[np.int64], declared: Mapping[str, float], settings: Settings
) -> tuple[Sum, TextScore]:
    """The sum for *not clean*, at the assumed share of clean mail."""
    target = np.array([float(s.label != "clean") for s in samples])
    weight = np.array([s.weight for s in samples])
    text, scores = _text([s.words for s in samples], target, weight, folds, settings)
    fitted = _combine(samples, target, _to_prior(weight, target, settings.fitted_clean), scores, declared, settings)
    return _shifted(fitted, settings.fitted_clean, settings.prior_clean), text


def _fit_malicious(
    samples: Sequence[Sample], towards_attack: Mapping[str, float], settings: Settings
) -> tuple[Sum, TextScore]:
    """The sum for *malicious* among samples that are not clean, attacks in threads among them."""
    folds = _folds([s.group for s in samples], settings.folds)
    target = np.array([float(s.label == "malicious") for s in samples])
    weight = np.array([s.weight for s in samples])
    text, scores = _text([s.words for s in samples], target, weight, folds, settings)
    return _combine(samples, target, weight, scores, towards_attack, settings, signed=False), text


def _fit_targeted(samples: Sequence[Sample], declared: Mapping[str, float], settings: Settings) -> Sum | None:
    """The sum for *targeted*: attacks in threads against all clean mail, by findings alone. None without threads."""
    chosen = [replace(s, features=_NO_FEATURES, words=()) for s in samples if s.label == "clean" or s.threaded]
    if not any(_is_targeted(s) for s in chosen):
        return None
    slope, shift = _calibration(
        chosen, _folds([s.group for s in chosen], settings.folds), _is_targeted, settings.prior_untargeted,
        lambda learnt, _: (_targeted_sum(learnt, declared, settings), _NO_WORDS),
    )  # fmt: skip
    return _stretched(_targeted_sum(chosen, declared, settings), slope, shift)


def _targeted_sum(samples: Sequence[Sample], declared: Mapping[str, float], settings: Settings) -> Sum:
    target = np.array([float(_is_targeted(s)) for s in samples])
    weight = _to_prior(np.array([s.weight for s in samples]), target, settings.fitted_clean)
    held = replace(settings, prior_strength=settings.targeted_strength)
    fitted = _combine(samples, target, weight, np.zeros(len(samples)), declared, held)
    shifted = _shifted(fitted, settings.fitted_clean, settings.prior_untargeted)
    return Sum(shifted.bias, shifted.checks, dict.fromkeys(FEATURES, 0.0), 0.0)


def _is_bad(sample: Sample) -> bool:
    return sample.label != "clean"


def _is_targeted(sample: Sample) -> bool:
    return sample.threaded and sample.label != "clean"


def _calibration(
    samples: Sequence[Sample],
    folds: NDArray[np.int64],
    is_bad: Callable[[Sample], bool],
    prior_clean: float,
    fit_to: Callable[[Sequence[Sample], NDArray[np.int64]], tuple[Sum, TextScore]],
) -> tuple[float, float]:
    """Slope and shift of the line from the log-odds given to unseen groups to those that hold there.

    `fit_to(samples, folds)` fits the sum that is to be stretched.
    """
    target = np.array([float(is_bad(s)) for s in samples])
    unseen = np.full(len(samples), np.nan)
    for fold in np.unique(folds):
        inside = folds != fold
        if len(np.unique(target[inside])) < 2:
            continue
        learnt = [s for s, keep in zip(samples, inside, strict=True) if keep]
        total, text = fit_to(learnt, folds[inside])
        unseen[~inside] = [_log_odds(total, text, s) for s, keep in zip(samples, inside, strict=True) if not keep]
    told = np.isfinite(unseen)
    if len(np.unique(target[told])) < 2:
        return 1.0, 0.0
    odds, truth = unseen[told], target[told]
    weight = _to_prior(np.array([s.weight for s in samples])[told], truth, prior_clean)

    def loss(theta: Array) -> tuple[float, Array]:
        value, residual = _logistic(theta[0] * odds + theta[1], truth, weight)
        off = theta - (1.0, 0.0)
        return value + 0.5 * float(off @ off), np.array([residual @ odds, residual.sum()]) + off

    slope, shift = minimise(loss, np.array([1.0, 0.0]), 100)
    return float(slope), float(shift)


def log_odds(model: Model, sample: Sample) -> float:
    """The log-odds that the sample is not clean, as the verdict would have it."""
    bad = _log_odds(model.bad, model.bad_text, sample)
    return bad if model.targeted is None else max(bad, _log_odds(model.targeted, model.bad_text, sample))


def _log_odds(total: Sum, text: TextScore, sample: Sample) -> float:
    found = sum(total.checks.get(finding, 0.0) for finding in sample.findings)
    shape = total.shape(dict(zip(FEATURES, sample.features, strict=True)))
    return total.bias + found + shape + total.text * text.score(list(sample.words))


def _shifted(total: Sum, fitted: float, assumed: float) -> Sum:
    """The sum fitted at one share of clean mail, for another."""
    shift = math.log((1 - assumed) / assumed) - math.log((1 - fitted) / fitted)
    return _stretched(total, 1.0, shift)


def _stretched(total: Sum, slope: float, shift: float) -> Sum:
    return Sum(
        round(slope * total.bias + shift, 4),
        {name: round(slope * value, 4) for name, value in total.checks.items()},
        {name: round(slope * value, 4) for name, value in total.features.items()},
        round(slope * total.text, 4),
    )


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
    signed: bool = True,
) -> Sum:
    """Fit the additive sum. Each check's weight has a Gaussian prior around its declared value (or 0).

    With `signed` it also keeps the sign of its declared value: a sign of good mail never counts against a message.
    """
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

    sign = np.concatenate(([0.0], np.sign(centre) * (np.arange(len(centre)) < len(ids)) * signed))
    theta = minimise(loss, np.concatenate(([0.0], centre)), 300, sign=sign)
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


def minimise(
    loss: Callable[[Array], tuple[float, Array]],
    start: Array,
    iterations: int,
    memory: int = 10,
    sign: Array | None = None,
) -> Array:
    """Minimise a smooth convex function by L-BFGS (Nocedal and Wright, algorithm 7.5) with backtracking.

    `loss` maps a point to (value, gradient). Where `sign` is 1 the point may not become negative, where it is -1 not
    positive: it is projected there, and what would leave at once takes no part in a step (Bertsekas, *Projected Newton
    Methods for Optimization Problems with Simple Constraints*, 1982).
    """
    sign = np.zeros(len(start)) if sign is None else sign
    x = _projected(start, sign)
    value, gradient = loss(x)
    steps: list[tuple[Array, Array, float]] = []
    for _ in range(iterations):
        free = (sign == 0) | (x != 0) | (sign * gradient < 0)
        direction = np.where(free, -_two_loop(np.where(free, gradient, 0.0), steps), 0.0)
        slope = float(gradient @ direction)
        if slope > -1e-12:
            break
        step = 1.0 if steps else min(1.0, 1.0 / float(np.abs(gradient).sum()))
        new_x, new_value, new_gradient = x, value, gradient
        for _ in range(40):
            new_x = _projected(x + step * direction, sign)
            new_value, new_gradient = loss(new_x)
            if new_value <= value + 1e-4 * float(gradient @ (new_x - x)):
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


def _projected(x: Array, sign: Array) -> Array:
    return np.where(sign * x < 0, 0.0, x)


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
