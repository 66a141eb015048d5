"""Whether attacks became more: incidents by week or month, and two spans of time compared, with their uncertainty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from math import sqrt
from typing import Final

from msgspec import Struct

SPAN: Final = timedelta(days=90)
_Z: Final = 1.959964
"""Of an interval of 95 %."""
_MOST_BARS: Final = 36
"""Weeks or months that are counted one by one, the latest."""


class Bar(Struct, frozen=True):
    """A week or month, and the incidents that began in it."""

    begins: date
    """Its first day: of a week the Monday."""
    incidents: int
    low: float
    high: float
    """Interval (95 %) of how many such a time has, of which these came by chance."""
    is_over: bool
    """Whether it was over when the question was asked; of the last one, more may come."""


class Trend(Struct, frozen=True):
    """How many there were, and how the last span compares with the one before it."""

    bars: tuple[Bar, ...]
    """From the first incident to the time of the question, those without any too; at most 36."""
    by_week: bool
    """Whether they are weeks, or months."""
    earlier: int
    """Incidents before the first bar."""
    before: int
    """Incidents of the span before the last."""
    after: int
    """Of the last span."""
    is_covered: bool
    """Whether incidents were recorded in all of both spans; else the first tells nothing."""
    low: float
    high: float | None
    """Interval (95 %) of after ÷ before, if both spans were counted in the same way; None where it has no upper end."""

    @property
    def ratio(self) -> float | None:
        """After ÷ before; None where there were none before."""
        return self.after / self.before if self.before else None

    @property
    def is_told(self) -> bool:
        """Whether the figures show a change at all: both spans were recorded, and the interval leaves out 1."""
        return self.is_covered and (self.low > 1 or (self.high is not None and self.high < 1))


def trend(times: Iterable[datetime], now: datetime, since: datetime) -> Trend:
    """Return how incidents, by the times at which they began, became more or fewer up to `now`.

    `since`: when recording began. Incidents of older mail may be known, but of that time not all were looked for.
    Of two Poisson counts the later one is binomial, given their sum; the interval of its share gives that of the ratio.
    """
    known = sorted(time for time in times if time <= now)
    by_week = bool(known) and (now - known[0]).days // 7 < _MOST_BARS
    bars = tuple(reversed([*islice(_bars(known, now, by_week=by_week), _MOST_BARS)]))
    after = sum(time > now - SPAN for time in known)
    before = sum(now - 2 * SPAN < time <= now - SPAN for time in known)
    low, high = _wilson(after, after + before)
    return Trend(
        bars, by_week, len(known) - sum(bar.incidents for bar in bars), before, after, since <= now - 2 * SPAN,
        low / (1 - low), high / (1 - high) if high < 1 else None,
    )  # fmt: skip


def _bars(known: list[datetime], now: datetime, *, by_week: bool) -> Iterator[Bar]:
    """Yield weeks or months, the latest first, back to the earliest incident."""
    if not known:
        return
    counted = Counter(_begin(time.date(), by_week=by_week) for time in known)
    first, begins, last = min(counted), _begin(now.date(), by_week=by_week), True
    while begins >= first:
        low, high = around(counted[begins])
        yield Bar(begins, counted[begins], low, high, is_over=not last)
        begins, last = _begin(begins - timedelta(days=1), by_week=by_week), False


def _begin(day: date, *, by_week: bool) -> date:
    return day - timedelta(days=day.weekday()) if by_week else day.replace(day=1)


def around(count: int) -> tuple[float, float]:
    """Return the score interval (95 %) of the mean of which a Poisson count came.

    Where (count - mean)² = z² mean (A. Agresti, Categorical Data Analysis, 2013, section 1.3.4, for Poisson).
    """
    middle, half = count + _Z * _Z / 2, _Z * sqrt(count + _Z * _Z / 4)
    return max(0.0, middle - half), middle + half


def _wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the interval (95 %) of a share: Wilson's with continuity correction, which few counts do not overstate.

    R. G. Newcombe, Two-sided confidence intervals for the single proportion (1998), method 4.
    """
    if not of:
        return 0.0, 1.0
    return (0.0 if hits == 0 else _lower(hits, of)), (1.0 if hits == of else 1 - _lower(of - hits, of))


def _lower(hits: int, of: int) -> float:
    share, squared = hits / of, _Z * _Z
    root = _Z * sqrt(squared - 2 - 1 / of + 4 * share * (of - hits + 1))
    return max(0.0, (2 * hits + squared - 1 - root) / (2 * (of + squared)))
