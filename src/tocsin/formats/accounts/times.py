"""Times as logs write them. Where no zone is given, providers mean UTC."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

import msgspec

_DAY: Final = timedelta(days=1)
_LAST_SECONDS: Final = 32_503_680_000
"""The year 3000, in seconds: a larger number counts milli-, micro- or nanoseconds."""
_SLASHED: Final = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}),?[ \u202f\u00a0]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?"
    r"(?:[ \u202f\u00a0]*([AP])\.?M\.?)?(?:[ ]*(?:UTC|GMT|Z))?",
    re.IGNORECASE,
)
_ZONE: Final = re.compile(r"GMT([+-])(\d{1,2}(?::\d\d)?)$")
_FORMATS: Final = (
    "%Y-%m-%d %H:%M:%S UTC",
    "%Y/%m/%d %H:%M:%S UTC",
    "%Y/%m/%d %H:%M:%S",
    "%Y-%m-%d %H:%M:%S.%f UTC",
    "%Y-%m-%d %H:%M:%S %z",
    "%a, %d %b %Y %H:%M:%S %z",
    "%d %b %Y, %H:%M:%S",
    "%d %b %Y %H:%M:%S",
    "%b %d, %Y, %I:%M:%S %p",
    "%b %d, %Y, %I:%M:%S %p UTC",
    "%b %d, %Y, %I:%M:%S %p %z",
    "%b %d, %Y %I:%M %p",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%dT%H:%M%z",
    "%Y-%m-%d",
)


def read_time(value: Any) -> datetime | None:
    """Return a time of a field: RFC 3339, what portals write, or a count of seconds to nanoseconds since 1970."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _counted(value)
    if isinstance(value, datetime):
        return value
    return _written(value.strip()) if isinstance(value, str) else None


def _counted(value: float) -> datetime | None:
    seconds = float(value) if abs(value) < 1e30 else 0.0
    while seconds > _LAST_SECONDS:
        seconds /= 1000
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def _written(text: str) -> datetime | None:
    try:
        return msgspec.convert(text, datetime)
    except msgspec.ValidationError:
        pass
    if text.replace(".", "", 1).isdecimal() and text.isascii() and 9 <= len(text) <= 25:
        return _counted(float(text))
    if found := _SLASHED.fullmatch(text):
        return _slashed(found)
    plain = _ZONE.sub(_zone, text.replace("\u202f", " ").replace("\u00a0", " "))
    for pattern in _FORMATS:
        try:
            return datetime.strptime(plain, pattern)  # noqa: DTZ007 - no zone means UTC, and the caller says so
        except ValueError:
            continue
    return None


def _zone(found: re.Match[str]) -> str:
    """`GMT+3` as `+0300`."""
    hours, _, minutes = found[2].partition(":")
    return f"{found[1]}{hours:0>2}{minutes:0>2}"


def _slashed(found: re.Match[str]) -> datetime | None:
    """Month first, as Microsoft's portals write it; day first where it cannot be otherwise."""
    month, day, year, hour, minute = (int(found[number]) for number in range(1, 6))
    if month > 12:
        month, day = day, month
    if half := (found[7] or "").upper():
        hour = hour % 12 + (12 if half == "P" else 0)
    try:
        return datetime(year, month, day, hour, minute, int(found[6] or 0), tzinfo=UTC)
    except ValueError:
        return None


def in_year(text: str, as_of: datetime) -> datetime | None:
    """Return a time without a year (`Nov 27 15:37:40`, RFC 3164) in the last year in which it is not after `as_of`."""
    day, _, clock = text.rpartition(" ")
    midnight = _day_of(day, as_of.date())
    try:
        hour, minute, second = (int(part) for part in clock.split(":"))
        return midnight and midnight.replace(hour=hour, minute=minute, second=min(second, 59))
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _day_of(text: str, last: date) -> datetime | None:
    for year in range(last.year + 1, last.year - 5, -1):
        try:
            found = datetime.strptime(f"{year} {text}", "%Y %b %d").replace(tzinfo=UTC)
        except ValueError:  # the 29th of February, most often
            continue
        if found.date() <= last + _DAY:
            return found
    return None
