"""What somebody states of exports, held against the lines in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tocsin.identify.outcome.exports import believed, is_cut, is_of_full_parts
from tocsin.identify.outcome.logs import log_of
from tocsin.model.activity import Coverage, Exported
from tocsin.scan.covering import Covering

Days = Mapping[tuple[str, str, int], Sequence[Any]]
"""First time, last time and lines of each (provider, log, day)."""


@dataclass(slots=True)
class _Log:
    days: dict[int, tuple[datetime, datetime]] = field(default_factory=dict)
    lines: int = 0
    is_refused: bool = False


class Statements:
    """What is stated, and what the files have of which it is."""

    def __init__(self, exported: Sequence[Exported], now: datetime) -> None:
        self._now = now
        self._logs: list[tuple[Exported, dict[tuple[str, str], _Log]]] = [(one, {}) for one in exported]
        self._is_lost = False

    def lost(self) -> None:
        """Take note of a file of which nothing could be read: nothing that is stated is believed."""
        self._is_lost = True

    def note(self, path: str, covering: Covering) -> None:
        """Take note of a file that was read: of what is broken there, nothing that is stated is believed."""
        self._is_lost |= bool(covering.lost and not covering.days)
        for exported, logs in self._logs:
            if exported.of(path):
                _note(logs, covering.days, covering.broken)

    def coverage(self) -> Iterator[Coverage]:
        """Yield for which times logs are believed to be complete; one that is broken where nothing is believed."""
        for exported, logs in self._logs:
            for (provider, log), seen in logs.items():
                if known := log_of(provider, log):
                    refused = Coverage(provider, log, exported.begins, exported.ends, seen.lines, 1, stated=True)
                    is_refused = self._is_lost or seen.is_refused or _is_split(known.id, provider, log, logs)
                    times = () if is_refused else _times(known.id, exported, seen, self._now)
                    made = [Coverage(provider, log, *time, seen.lines, stated=True) for time in times]
                    yield from made or [refused]


def _note(logs: dict[tuple[str, str], _Log], days: Days, broken: int) -> None:
    lines = sum(known[2] for known in days.values())
    for (provider, log, day), (begins, ends, count) in days.items():
        one = logs.setdefault((provider, log), _Log())
        known = log_of(provider, log)
        one.is_refused |= broken > 0 or (known is not None and is_cut(known.id, lines))
        before = one.days.get(day, (begins, ends))
        one.days[day] = min(before[0], begins), max(before[1], ends)
        one.lines += count


def _is_split(name: str, provider: str, log: str, logs: Mapping[tuple[str, str], _Log]) -> bool:
    """Whether the lines of a log, or of all logs that its provider exports with it, end where exports end."""
    together = sum(seen.lines for (whose, _), seen in logs.items() if whose == provider)
    return is_of_full_parts(name, logs[provider, log].lines) or is_of_full_parts(name, together)


def _times(log: str, exported: Exported, seen: _Log, now: datetime) -> Iterable[tuple[datetime, datetime]]:
    days = [seen.days[day] for day in sorted(seen.days)]
    return believed(log, exported.begins, exported.ends, days, now)
