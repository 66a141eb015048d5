"""Periods that somebody states of exports of logs."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from tocsin.model.activity import Exported
from tocsin.model.error import InputError
from tocsin.model.sentence import say

_WEST, _EAST = timedelta(hours=12), timedelta(hours=14)
"""The zones that are furthest from UTC: a day without a zone is taken as what it has in common in all of them."""
LONGEST: Final = timedelta(days=3_660)
_YEARS: Final = range(2000, 9999)
_HOW: Final = say("Give two days, one after the other, or two times with their zones, at most ten years apart.")


def exported(begins: datetime, ends: datetime, path: str = "") -> Exported:
    """Return a statement on an export. Raises InputError where the times are no period of at most ten years."""
    is_known = all(one.tzinfo is not None and one.year in _YEARS for one in (begins, ends))
    if not is_known or not timedelta() < ends - begins <= LONGEST:
        raise InputError(say("%(begins)s to %(ends)s is no period", begins=begins, ends=ends), _HOW)
    return Exported(begins.astimezone(UTC), ends.astimezone(UTC), path)


def first_hour(day: date) -> datetime:
    """Return when a day has begun wherever one is."""
    return datetime.combine(day, time(), UTC) + _WEST


def last_hour(day: date) -> datetime:
    """Return until when a day has not ended anywhere."""
    return datetime.combine(day, time(), UTC) + (timedelta(days=1) - _EAST)
