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
    """What the lines of a file cover. Of a part of one, which is bounded itself, all logs and days are told apart."""

    def __init__(self, as_of: datetime | None, *, is_part: bool = False) -> None:
        self.is_part = is_part
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

    def join(self, part: Covering) -> None:
        """Count what the next part of the file covers, as if its lines had been added one after the other."""
        self.broken += part.broken
        self.lost += part.lost
        for (provider, log, day), (begins, ends, lines) in part.days.items():
            self._count(provider, log, day, begins, ends, lines)

    def _cover(self, one: Activity) -> None:
        day = self.days.get((one.provider, one.log, one.time.toordinal()))
        if day is None:
            self._count(one.provider, one.log, one.time.toordinal(), one.time, one.time, 1)
            return
        if one.time < day[0]:
            day[0] = one.time
        elif one.time > day[1]:
            day[1] = one.time
        day[2] += 1

    def _count(self, provider: str, log: str, day: int, begins: datetime, ends: datetime, lines: int) -> None:
        key = provider, self._named(log), day
        if key not in self.days and len(self.days) >= _MOST_DAYS and not self.is_part:
            self.broken += lines
            key = provider, _OTHER_LOG, _OTHER_DAYS
        known = self.days.setdefault(key, [begins, ends, 0])
        known[:] = min(known[0], begins), max(known[1], ends), known[2] + lines

    def _named(self, log: str) -> str:
        """Return by which name a log is covered: names that files make up stand in the organisation's log for good."""
        if log not in self.names and not self.is_part:
            if not _NAME.fullmatch(log) or len(self.names) >= _MOST_NAMES:
                return _OTHER_LOG
            self.names.add(log)
        return log


def is_broken(bad: list[BadField], found: list[Activity]) -> bool:
    """Whether a line may not tell whom it is about, how it ended or when: a value that is only new leaves all three."""
    if any(one.problem != UNKNOWN_VALUE for one in bad):
        return True
    return bool(bad) and any(not one.person or one.status is Status.UNKNOWN for one in found)
