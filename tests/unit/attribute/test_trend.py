from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.attribute.trend import around, trend

NOW = datetime(2026, 3, 1, tzinfo=UTC)
LONG = NOW - timedelta(days=9_999)


def ago(*days: int) -> list[datetime]:
    return [NOW - timedelta(days=day) for day in days]


def test_weeks_are_counted_those_without_any_too() -> None:
    told = trend(ago(0, 6, 14), NOW, LONG)
    found = [(bar.begins.isoformat(), bar.incidents, bar.is_over) for bar in told.bars]
    assert found == [("2026-02-09", 1, True), ("2026-02-16", 0, True), ("2026-02-23", 2, False)]
    assert told.by_week


def test_months_are_counted_where_weeks_are_too_many() -> None:
    told = trend(ago(0, 1, 70, 330), NOW, LONG)
    assert not told.by_week
    assert [bar.begins.isoformat() for bar in told.bars][:2] == ["2025-04-01", "2025-05-01"]
    assert [bar.incidents for bar in told.bars] == [1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1]
    assert (told.before, told.after, told.earlier) == (0, 3, 0)


def test_of_long_ago_only_the_number_is_told() -> None:
    told = trend(ago(0, 365 * 4, 365 * 40), NOW, LONG)
    assert (len(told.bars), told.earlier) == (36, 2)


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0, 3.84), (1, 0.18, 5.66), (10, 5.43, 18.41)])
def test_a_count_came_of_a_mean_nearby(count: int, low: float, high: float) -> None:
    found = around(count)
    assert found == pytest.approx((low, high), abs=0.01)
    for mean in found:
        assert count == 0 or (count - mean) ** 2 == pytest.approx(1.959964**2 * mean)


def test_what_lies_ahead_or_long_ago_is_in_neither_span() -> None:
    told = trend([NOW + timedelta(days=1), *ago(181, 500)], NOW, LONG)
    assert (told.before, told.after) == (0, 0)
    assert not told.is_told


@pytest.mark.parametrize(
    ("before", "after", "is_told"),
    [
        (0, 0, False),
        (0, 3, False),
        (0, 5, False),
        (0, 6, True),
        (3, 6, False),
        (3, 11, False),
        (10, 40, True),
        (40, 10, True),
        (6, 0, True),
    ],  # as the exact binomial test of 5 % has it
)
def test_few_incidents_show_no_change(before: int, after: int, is_told: bool) -> None:
    told = trend(ago(*[100] * before, *[10] * after), NOW, LONG)
    assert (told.before, told.after, told.is_told) == (before, after, is_told)
    assert (told.high is None) == (before == 0)


def test_before_anything_was_recorded_nothing_became_more() -> None:
    for since, is_told in ((NOW - timedelta(days=179), False), (NOW - timedelta(days=180), True)):
        told = trend(ago(*[10] * 20), NOW, since)
        assert (told.is_covered, told.is_told) == (is_told, is_told)
    assert not trend(ago(*[10] * 20, 300), NOW, NOW).is_told, "old mail that was looked at later is not all there was"


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_interval_holds_the_ratio_and_turns_with_it(before: int, after: int) -> None:
    told, turned = (
        trend(ago(*[100] * one, *[10] * other), NOW, LONG) for one, other in ((before, after), (after, before))
    )
    if before and after:
        assert told.high is not None
        assert told.low <= after / before <= told.high
        assert turned.low == pytest.approx(1 / told.high)
    assert not trend([], NOW, LONG).bars
