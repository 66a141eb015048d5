from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.attribute.trend import trend

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def ago(*days: int) -> list[datetime]:
    return [NOW - timedelta(days=day) for day in days]


def test_months_are_counted_those_without_any_too() -> None:
    told = trend(ago(0, 1, 70, 130), NOW)
    months = [("2025-10", 1), ("2025-11", 0), ("2025-12", 1), ("2026-01", 0), ("2026-02", 1), ("2026-03", 1)]
    assert list(told.months) == months
    assert (told.before, told.after) == (1, 3)


def test_what_lies_ahead_or_long_ago_is_in_neither_span() -> None:
    told = trend([NOW + timedelta(days=1), *ago(181, 500)], NOW)
    assert (told.before, told.after) == (0, 0)
    assert not told.is_told


@pytest.mark.parametrize(
    ("before", "after", "is_told"),
    [(0, 0, False), (0, 3, False), (0, 9, True), (3, 6, False), (10, 40, True), (40, 10, True), (9, 0, True)],
)
def test_few_incidents_show_no_change(before: int, after: int, is_told: bool) -> None:
    told = trend(ago(*[100] * before, *[10] * after), NOW)
    assert (told.before, told.after, told.is_told) == (before, after, is_told)
    assert (told.high is None) == (before == 0)


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_interval_holds_the_ratio_and_turns_with_it(before: int, after: int) -> None:
    told, turned = (trend(ago(*[100] * one, *[10] * other), NOW) for one, other in ((before, after), (after, before)))
    if before and after:
        assert told.high is not None
        assert told.low <= after / before <= told.high
        assert turned.low == pytest.approx(1 / told.high)
    assert not trend([], NOW).months
