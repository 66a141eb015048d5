"""Whether attacks became more: incidents by month, and two spans of time compared with their uncertainty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from math import sqrt
from typing import Final

from msgspec import Struct

SPAN: Final = timedelta(days=90)
_Z: Final = 1.959964
"""Of an interval of 95 %."""


class Trend(Struct, frozen=True):
    """How many there were, and how the last span compares with the one before it."""

    months: tuple[tuple[str, int], ...]
    """(2026-03, incidents), from the first month to that of the question, those without any too."""
    before: int
    """Incidents of the span before the last."""
    after: int
    """Of the last span."""
    low: float
    high: float | None
    """Interval (95 %) of after ÷ before, if both spans were counted in the same way; None where it has no upper end."""

    @property
    def is_told(self) -> bool:
        """Whether the figures show a change at all: the interval leaves out 1."""
        return self.low > 1 or (self.high is not None and self.high < 1)


def trend(times: Iterable[datetime], now: datetime) -> Trend:
    """Return how incidents, by the times at which they began, became more or fewer up to `now`.

    Of two Poisson counts the later one is binomial, given their sum; its Wilson interval gives that of the ratio.
    """
    known = sorted(time for time in times if time <= now)
    counted = Counter(f"{time:%Y-%m}" for time in known)
    months = tuple((month, counted[month]) for month in _months(known[0], now)) if known else ()
    after = sum(time > now - SPAN for time in known)
    before = sum(now - 2 * SPAN < time <= now - SPAN for time in known)
    low, high = _wilson(after, after + before)
    return Trend(months, before, after, low / (1 - low), high / (1 - high) if high < 1 else None)


def _months(first: datetime, last: datetime) -> Iterable[str]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield f"{year:04}-{month:02}"
        year, month = (year + month // 12, month % 12 + 1)


def _wilson(hits: int, of: int) -> tuple[float, float]:
    if not of:
        return 0.0, 1.0
    share, squared = hits / of, _Z * _Z
    middle = (share + squared / (2 * of)) / (1 + squared / of)
    half = _Z / (1 + squared / of) * sqrt(share * (1 - share) / of + squared / (4 * of * of))
    return (0.0 if hits == 0 else max(0.0, middle - half)), (1.0 if hits == of else min(1.0, middle + half))
