from __future__ import annotations

import numpy as np
import pytest
from bench.lib.stats import (
    Rate,
    auc,
    brier,
    ece,
    recall_at,
    recall_interval,
    recall_json,
    slope,
    threshold_at,
    wilson,
)
from hypothesis import given
from hypothesis import strategies as st


def array(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float64)


def test_wilson_gives_the_textbook_interval() -> None:
    # Newcombe 1998, table I: 81 of 263
    low, high = wilson(81, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


def test_wilson_of_three_in_three_thousand_is_what_the_corpus_readme_warns_of() -> None:
    low, high = wilson(3, 3000)
    assert (round(low * 100, 2), round(high * 100, 2)) == (0.03, 0.29)


@given(st.integers(0, 500), st.integers(0, 500))
def test_wilson_holds_the_rate_within_zero_and_one(hits: int, missed: int) -> None:
    low, high = wilson(hits, hits + missed)
    assert 0 <= low <= high <= 1
    if hits + missed:
        assert low - 1e-12 <= hits / (hits + missed) <= high + 1e-12


def test_rate_of_nothing_is_unknown() -> None:
    assert Rate(0, 0).as_json() == {"value": None, "low": 0.0, "high": 1.0, "hits": 0, "n": 0}


def test_rate_scales_the_figure_and_its_interval() -> None:
    told = Rate(1, 100).as_json(1000)
    assert told["value"] == 10.0
    assert told["low"] < 10.0 < told["high"]
    assert told["hits"] == 1


def test_threshold_lets_no_more_than_the_allowed_share_through() -> None:
    ham = np.arange(1000, dtype=np.float64)
    assert (ham > threshold_at(ham, 0.01)).sum() == 10
    assert (ham > threshold_at(ham, 0.001)).sum() == 1
    assert (ham > threshold_at(ham, 0.0)).sum() == 0


@given(
    st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=1, max_size=60), st.sampled_from([0.01, 0.1, 0.5, 1.0])
)
def test_threshold_holds_with_ties(ham: list[float], rate: float) -> None:
    scores = array(*ham)
    assert (scores > threshold_at(scores, rate)).mean() <= rate


def test_recall_counts_a_tie_with_the_threshold_as_missed() -> None:
    assert recall_at(array(0, 0, 0, 1), array(1, 1, 2, 3), 0.01) == 0.5


def test_bootstrap_is_reproducible_and_brackets_the_recall() -> None:
    rng = np.random.default_rng(7)
    ham, bad = rng.normal(0, 1, 400), rng.normal(2, 1, 300)
    low, high = recall_interval(ham, bad, 0.01, 300, seed=1)
    assert (low, high) == recall_interval(ham, bad, 0.01, 300, seed=1)
    assert low < recall_at(ham, bad, 0.01) < high


def test_recall_json_of_an_empty_side_is_null() -> None:
    assert recall_json(array(), array(1.0), 0.01, 10, 1) is None
    assert recall_json(array(1.0), array(), 0.01, 10, 1) is None


def test_recall_json_survives_a_filter_that_never_answered() -> None:
    silent = np.full(20, -np.inf)
    told = recall_json(silent, silent, 0.01, 10, 1)
    assert told is not None
    assert told["value"] == 0.0
    assert told["threshold"] is None


def test_auc_counts_ties_half() -> None:
    assert auc(array(0, 1), array(2, 3)) == 1.0
    assert auc(array(1, 1), array(1, 1)) == 0.5
    assert auc(array(2, 3), array(0, 1)) == 0.0
    assert auc(array(), array(1.0)) is None


def test_brier_is_the_mean_squared_error() -> None:
    assert brier(array(1.0, 0.0, 0.5), array(1, 0, 1)) == pytest.approx(0.25 / 3)


def test_ece_weighs_bins_by_their_size() -> None:
    assert ece(array(0.8, 0.8, 0.8, 0.8, 0.8), array(1, 1, 1, 1, 0)) == pytest.approx(0.0)
    assert ece(array(0.95, 0.95, 0.05, 0.05), array(0, 0, 0, 0)) == pytest.approx(0.5)
    assert ece(array(1.0), array(1)) == pytest.approx(0.0)


def test_slope_is_least_squares_and_zero_without_two_times() -> None:
    assert slope([0, 1, 2], [5, 7, 9]) == pytest.approx(2.0)
    assert slope([1], [5]) == 0.0
    assert slope([], []) == 0.0
