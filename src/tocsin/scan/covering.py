"""For which time each log of a file can speak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from tocsin.formats.accounts.shape import UNKNOWN_VALUE
from tocsin.model.activity import SKEW, Act, Activity, BadField, Coverage, Status, without_holes

_MOST_DAYS: Final = 20_000
"""Days of all logs of a file that are told apart: more than fifty years of one log. With more it proves nothing."""
_OTHER_DAYS: Final = 0
_MOST_NAMES: Final = 100
"""Logs of a file that are told apart by name."""
_NAME: Final = re.compile(r"[A-Za-z0-9 ._:/+-]{0,60}")
_OTHER_LOG: Final = "other"
_BEGIN: Final = datetime.min.replace(tzinfo=UTC)
_END: Final = datetime.max.replace(tzinfo=UTC)
LOST: Final = Coverage("", "", _BEGIN, _BEGIN, 0, 1)
"""Said of a file of which nothing could be read: what it had is of any log and any time."""


class Covering:
    """What the lines of one file, or of a part of it, cover."""

    def __init__(self, as_of: datetime | None) -> None:
        self.days: dict[tuple[str, str, int], list[Any]] = {}
        """First time, last time and lines of each (provider, log, day)."""
        self.latest = min(as_of, _END - SKEW) + SKEW if as_of else _END
        self.broken = 0
        self.lost = 0
        """Lines that were of a log and could not be read."""
        self.names: set[str] = set()

    def add(self, found: list[Activity], *, is_broken: bool) -> None:
        """Count the activities of a line as covered, or the line as broken."""
        for one in found:
            is_ahead = one.time > self.latest
            is_broken |= is_ahead or (not one.person and one.act is Act.SIGN_IN and one.status is Status.SUCCESS)
            if not is_ahead:
                self._cover(one)
        self.broken += is_broken

    def lose(self, *, of_a_log: bool = True) -> None:
        """Count a line that could not be read."""
        self.broken += 1
        self.lost += of_a_log

    def told(self) -> Iterator[Coverage]:
        """Yield each time without a hole; where lines are broken, all of it, since they may be of any time."""
        days = [
            Coverage(provider, log, begins, ends, lines, self.broken)
            for (provider, log, _), (begins, ends, lines) in self.days.items()
        ]
        if not days and self.lost:
            yield LOST
        elif not self.broken:
            yield from without_holes(days)
            return
        known: dict[tuple[str, str], Coverage] = {}
        for one in days:
            before = known.get((one.provider, one.log))
            known[one.provider, one.log] = before.joined(one) if before else one
        yield from known.values()

    def _cover(self, one: Activity) -> None:
        log = self._named(one.log)
        key = one.provider, log, one.time.toordinal()
        day = self.days.get(key)
        if day is None:
            if len(self.days) >= _MOST_DAYS:
                self.broken += 1
                key = one.provider, _OTHER_LOG, _OTHER_DAYS
            day = self.days.setdefault(key, [one.time, one.time, 0])
        if one.time < day[0]:
            day[0] = one.time
        elif one.time > day[1]:
            day[1] = one.time
        day[2] += 1

    def _named(self, log: str) -> str:
        """Return by which name a log is covered: names that files make up stand in the organisation's log for good."""
        if log not in self.names:
            if not _NAME.fullmatch(log) or len(self.names) >= _MOST_NAMES:
                return _OTHER_LOG
            self.names.add(log)
        return log


def is_broken(bad: list[BadField], found: list[Activity]) -> bool:
    """Whether a line may not tell whom it is about, how it ended or when: a value that is only new leaves all three."""
    if any(one.problem != UNKNOWN_VALUE for one in bad):
        return True
    return bool(bad) and any(not one.person or one.status is Status.UNKNOWN for one in found)
