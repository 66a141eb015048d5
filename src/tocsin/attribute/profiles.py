"""What was published of each group by a day: the profiles with which seen techniques and software are compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from tocsin.model.knowledge import Knowledge, State

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
_NEVER: Final = 10**7
"""The day of what bears no date: a day by which nothing of it counts as known (days are proleptic Gregorian)."""
RECENT_DAYS: Final = 3 * 365
"""For how long a report makes a group recent."""


@dataclass(frozen=True)
class Profiles:
    """What each group was known to use, G groups and F techniques and pieces of software, by their public ids."""

    groups: tuple[str, ...]
    features: tuple[str, ...]
    used: Flags
    """G x F."""
    recent: Floats
    """G: reports of the last years about each."""

    @cached_property
    def place(self) -> dict[str, int]:
        """The column of each feature."""
        return {name: place for place, name in enumerate(self.features)}

    @cached_property
    def software(self) -> Flags:
        """F: whether a feature is software, and not a technique."""
        return np.array([name.startswith("S") for name in self.features], bool)


class Library:
    """A release, prepared for profiles as of many days."""

    def __init__(self, knowledge: Knowledge) -> None:
        days = {one.name: one.latest.toordinal() for one in knowledge.references if one.latest}
        actors = {one.id: [claim.name for claim in one.actors] for one in knowledge.campaigns}
        self.groups = tuple(one.id for one in knowledge.groups if one.state is State.LIVE)
        rows = {name: row for row, name in enumerate(self.groups)}
        actors |= {name: [name] for name in self.groups}
        uses = [use for use in knowledge.uses if use.by in actors]
        self.features = tuple(sorted({use.what for use in uses}))
        columns = {name: column for column, name in enumerate(self.features)}
        self._first = np.full((len(rows), len(columns)), _NEVER + 1, np.int64)
        reports: set[tuple[int, str]] = set()
        for use in uses:
            day = min((days.get(name, _NEVER) for name in use.sources), default=_NEVER)
            for row in (rows[name] for name in actors[use.by] if name in rows):
                self._first[row, columns[use.what]] = min(self._first[row, columns[use.what]], day)
                reports.update((row, name) for name in use.sources if name in days)
        self._reports = np.array(sorted((row, days[name]) for row, name in reports), np.int64).reshape(-1, 2)
        self._today = knowledge.as_of or date.max

    def profiles(self, before: date | None = None) -> Profiles:
        """Return what was published before a day; without one all that the release holds, dated or not."""
        day = (before or self._today).toordinal()
        used = self._first < day if before else self._first <= _NEVER
        rows, days = self._reports.T
        counts = np.bincount(rows[(days >= day - RECENT_DAYS) & (days < day)], minlength=len(self.groups))
        return Profiles(self.groups, self.features, used, counts.astype(np.float64))
