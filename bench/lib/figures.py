"""From a filter's answers to the figures that are quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from bench.lib.peers import Score
from bench.lib.stats import Rate, Scores, auc, brier, ece, recall_json, threshold_at
from bench.lib.tocsin import Answer

Truth = Literal["bad", "ham", "newsletter", "spam"]
"""bad: what reached honeypots (attacks and scam, not told apart); spam: old spam of the fit archives."""
Flags = NDArray[np.bool_]
CLASSES = ("malicious", "suspicious", "unwanted", "clean", "no answer")


@dataclass(frozen=True)
class Case:
    """One measured message."""

    truth: Truth
    source: str
    language: str
    passed: bool
    """Whether the provider that received it had let it through (SCL of 1 or less in the raw headers)."""
    raw: bytes
    """Sanitised."""


@dataclass(frozen=True)
class Judged:
    """What one filter said of all cases, in their order."""

    scores: Scores
    """For the curve; -inf where there was no answer, which therefore never counts as caught."""
    alerts: Flags
    """Somebody is alarmed, at the shipped thresholds."""
    flagged: Flags
    """Anything but clean, at the shipped thresholds."""
    errors: int
    """Messages without an answer."""


def of_peer(scores: Sequence[Score], flag_at: float) -> Judged:
    """A filter with one score and one threshold."""
    values = np.array([-np.inf if score is None else score for score in scores], dtype=np.float64)
    return Judged(values, values >= flag_at, values >= flag_at, sum(score is None for score in scores))


def of_tocsin(answers: Sequence[Answer | None]) -> Judged:
    """Tocsin: `probability` for the curve; malicious or suspicious is an alert."""
    verdicts = [answer.verdict if answer else "clean" for answer in answers]
    return Judged(
        np.array([answer.probability if answer else -np.inf for answer in answers], dtype=np.float64),
        np.array([verdict in ("malicious", "suspicious") for verdict in verdicts], dtype=bool),
        np.array([verdict != "clean" for verdict in verdicts], dtype=bool),
        sum(answer is None for answer in answers),
    )


def mask(cases: Sequence[Case], wanted: Callable[[Case], bool]) -> Flags:
    """Which cases fulfil a condition."""
    return np.array([wanted(case) for case in cases], dtype=bool)


def curve(scores: Scores, cases: Sequence[Case], rounds: int, seed: int) -> dict[str, Any]:
    """AUC and recall at 1 % and 0.1 % false positives, over held-out ham and over ham with newsletters."""
    bad = scores[mask(cases, lambda case: case.truth == "bad")]
    found: dict[str, Any] = {}
    for pool, truths in (("ham", ("ham",)), ("ham_and_newsletters", ("ham", "newsletter"))):
        ham = scores[np.array([case.truth in truths for case in cases], dtype=bool)]
        area = auc(ham, bad)
        found[pool] = {
            "recall_at_1_percent": recall_json(ham, bad, 0.01, rounds, seed),
            "recall_at_0.1_percent": recall_json(ham, bad, 0.001, rounds, seed),
            "auc": None if area is None else round(area, 4),
        }
    return found


def figures(judged: Judged, cases: Sequence[Case], rounds: int, seed: int) -> dict[str, Any]:
    """Everything that can be said of any filter, as JSON."""
    bad = mask(cases, lambda case: case.truth == "bad")
    ham = mask(cases, lambda case: case.truth == "ham")
    news = mask(cases, lambda case: case.truth == "newsletter")
    passed = bad & mask(cases, lambda case: case.passed)
    strict = judged.scores > threshold_at(judged.scores[ham], 0.01) if ham.any() else np.zeros(len(cases), dtype=bool)
    return {
        "errors": judged.errors,
        "curve": curve(judged.scores, cases, rounds, seed),
        "false_alerts_per_1000": {
            "ham": _rate(judged.alerts, ham, 1000), "newsletters": _rate(judged.alerts, news, 1000),
            "delivered": _rate(judged.alerts, ham | news, 1000),
        },
        "not_clean_per_1000": {
            "ham": _rate(judged.flagged, ham, 1000), "newsletters": _rate(judged.flagged, news, 1000),
            "delivered": _rate(judged.flagged, ham | news, 1000),
        },
        "recall": _three(judged, strict, bad),
        "recall_provider_passed": _three(judged, strict, passed),
        "newsletters_flagged": _three(judged, strict, news),
        "by_source": {
            source: {"truth": _truth_of(source, cases), **_three(judged, strict, inside)}
            for source, inside in _groups(cases, lambda case: case.source, np.ones(len(cases), dtype=bool)).items()
        },
        "recall_by_language": {
            language: _three(judged, strict, inside)
            for language, inside in _groups(cases, lambda case: case.language, bad).items()
        },
        "ham_flagged_by_language": {
            language: _three(judged, strict, inside)
            for language, inside in _groups(cases, lambda case: case.language, ham | news).items()
        },
    }  # fmt: skip


def _rate(flags: Flags, inside: Flags, scale: float = 1.0) -> dict[str, Any]:
    return Rate(int(flags[inside].sum()), int(inside.sum())).as_json(scale)


def _three(judged: Judged, strict: Flags, inside: Flags) -> dict[str, Any]:
    """Shares of a group: alerts and not clean at the shipped thresholds, and at the 1 % point of held-out ham."""
    return {
        "alerts": _rate(judged.alerts, inside), "not_clean": _rate(judged.flagged, inside),
        "at_1_percent": _rate(strict, inside),
    }  # fmt: skip


def _groups(cases: Sequence[Case], key: Callable[[Case], str], inside: Flags) -> dict[str, Flags]:
    """Masks by key, the largest group first."""
    keys = np.array([key(case) for case in cases])
    counts = Counter(keys[inside].tolist())
    return {name: inside & (keys == name) for name, _ in counts.most_common()}


def _truth_of(source: str, cases: Sequence[Case]) -> str:
    return next(case.truth for case in cases if case.source == source)


def calibration(answers: Sequence[Answer | None], cases: Sequence[Case]) -> dict[str, Any]:
    """Brier score and ECE (ten equal bins) of `probability` per source and over all; unanswered cases are left out.

    Truth is 1 for bad and spam, 0 for ham and newsletters. A source holds one class, so its ECE is a mean error.
    """
    groups: dict[str, list[tuple[float, float]]] = {"all": []}
    for answer, case in zip(answers, cases, strict=True):
        if answer:
            pair = (answer.probability, float(case.truth in ("bad", "spam")))
            groups["all"].append(pair)
            groups.setdefault(case.source, []).append(pair)
    return {name: _calibrated(pairs) for name, pairs in groups.items() if pairs}


def _calibrated(pairs: Sequence[tuple[float, float]]) -> dict[str, float]:
    probabilities, truth = np.array(pairs, dtype=np.float64).T
    return {
        "n": len(pairs), "brier": round(brier(probabilities, truth), 4), "ece": round(ece(probabilities, truth), 4),
        "mean_probability": round(float(probabilities.mean()), 4), "share_not_clean": round(float(truth.mean()), 4),
    }  # fmt: skip


def confusion(answers: Sequence[Answer | None], cases: Sequence[Case]) -> Mapping[str, dict[str, int]]:
    """Verdicts by what the message is. The corpus has no finer labels than `Truth`."""
    table: dict[str, dict[str, int]] = {}
    for answer, case in zip(answers, cases, strict=True):
        row = table.setdefault(case.truth, dict.fromkeys(CLASSES, 0))
        row[answer.verdict if answer else "no answer"] += 1
    return table
