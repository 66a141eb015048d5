"""Rates, curves and calibration with their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Z95 = 1.959963984540054
"""The 97.5 % quantile of the normal distribution."""


def wilson(hits: int, total: int, z: float = Z95) -> tuple[float, float]:
    """The Wilson score interval of a proportion (Wilson 1927); (0, 1) when nothing was seen."""
    if total == 0:
        return 0.0, 1.0
    rate, square = hits / total, z * z / total
    middle = (rate + square / 2) / (1 + square)
    half = z * sqrt(rate * (1 - rate) / total + square / (4 * total)) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True)
class Rate:
    """A proportion with its 95 % interval."""

    hits: int
    total: int

    @property
    def value(self) -> float | None:
        """hits / total, or None when nothing was counted."""
        return self.hits / self.total if self.total else None

    def as_json(self, scale: float = 1.0) -> dict[str, Any]:
        """value, low, high (each times `scale`), hits and n."""
        low, high = wilson(self.hits, self.total)
        value = None if self.value is None else round(self.value * scale, 4)
        return {
            "value": value, "low": round(low * scale, 4), "high": round(high * scale, 4),
            "hits": self.hits, "n": self.total,
        }  # fmt: skip


def threshold_at(ham: Scores, rate: float) -> float:
    """The least score t of `ham` such that at most the share `rate` of ham scores above t."""
    ordered = np.sort(ham)[::-1]
    return float(ordered[min(int(np.floor(rate * len(ordered))), len(ordered) - 1)])


def recall_at(ham: Scores, bad: Scores, rate: float) -> float:
    """The share of `bad` that scores above the threshold of that false-positive rate; ties count as missed."""
    return float((bad > threshold_at(ham, rate)).mean())


def recall_interval(ham: Scores, bad: Scores, rate: float, rounds: int, seed: int) -> tuple[float, float]:
    """95 % percentile bootstrap of `recall_at`, both sides redrawn, so the doubt about the threshold is in it."""
    rng = np.random.default_rng(seed)
    drawn = [
        recall_at(ham[rng.integers(0, len(ham), len(ham))], bad[rng.integers(0, len(bad), len(bad))], rate)
        for _ in range(rounds)
    ]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def recall_json(ham: Scores, bad: Scores, rate: float, rounds: int, seed: int) -> dict[str, Any] | None:
    """Recall at a false-positive rate with both intervals, or None when a side is empty.

    `low`/`high`: bootstrap over ham and bad. `wilson_low`/`wilson_high`: the threshold taken as given.
    """
    if not len(ham) or not len(bad):
        return None
    threshold = threshold_at(ham, rate)
    caught = int((bad > threshold).sum())
    low, high = recall_interval(ham, bad, rate, rounds, seed)
    exact_low, exact_high = wilson(caught, len(bad))
    return {
        "value": round(caught / len(bad), 4), "low": round(low, 4), "high": round(high, 4),
        "wilson_low": round(exact_low, 4), "wilson_high": round(exact_high, 4),
        "threshold": round(threshold, 6) if isfinite(threshold) else None,
        "false_positives": int((ham > threshold).sum()),
        "n_ham": len(ham), "n_bad": len(bad),
    }  # fmt: skip


def auc(ham: Scores, bad: Scores) -> float | None:
    """Area under the ROC curve: the chance that a bad message scores above a ham one, ties counting half."""
    if not len(ham) or not len(bad):
        return None
    ordered = np.sort(ham)
    below = np.searchsorted(ordered, bad, "left")
    upto = np.searchsorted(ordered, bad, "right")
    return float((below + upto).mean() / 2 / len(ham))


def brier(probabilities: Scores, truth: Scores) -> float:
    """Mean squared error of the probabilities (Brier 1950); truth is 0 or 1."""
    return float(((probabilities - truth) ** 2).mean())


def ece(probabilities: Scores, truth: Scores, bins: int = 10) -> float:
    """Expected calibration error over equally wide bins: the mean |confidence - frequency|, weighted by bin size."""
    places = np.clip((probabilities * bins).astype(int), 0, bins - 1)
    total = 0.0
    for place in np.unique(places):
        inside = places == place
        total += inside.mean() * abs(probabilities[inside].mean() - truth[inside].mean())
    return float(total)


def slope(times: Sequence[float], values: Sequence[float]) -> float:
    """The least-squares slope of values over times; 0 with fewer than two distinct times."""
    if len(set(times)) < 2:
        return 0.0
    return float(np.polyfit(np.asarray(times, dtype=float), np.asarray(values, dtype=float), 1)[0])
