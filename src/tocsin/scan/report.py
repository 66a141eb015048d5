"""What reading logs gave, in counts for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tocsin.model.activity import Act, Activity, BadField, Coverage, Unreadable
from tocsin.scan.activities import Found


class Report:
    """What reading gave: counts for people, kept small whatever the size of the logs."""

    def __init__(self) -> None:
        self.activities = 0
        self.bad: Counter[tuple[str, str, str, str]] = Counter()
        """How often each (provider, log, field, problem) was met."""
        self.unreadable: Counter[str] = Counter()
        """How often each code was met."""
        self.first: dict[str, Unreadable] = {}
        """The first thing of each code that could not be read."""
        self.acts: Counter[tuple[str, Act]] = Counter()
        """How often each (provider, act) was met."""
        self.coverage: dict[tuple[str, str], Coverage] = {}
        """Of each (provider, log), all files together."""

    def watch(self, items: Iterable[Found]) -> Iterator[Activity]:
        """Yield the activities, and count everything else."""
        for one in items:
            if isinstance(one, Activity):
                self.activities += 1
                self.acts[one.provider, one.act] += 1
                yield one
            elif isinstance(one, BadField):
                self.bad[one.provider, one.log, one.field, one.problem] += 1
            elif isinstance(one, Unreadable):
                self.unreadable[one.code] += 1
                self.first.setdefault(one.code, one)
            elif isinstance(one, Coverage) and not one.stated:
                self._cover(one)

    def _cover(self, one: Coverage) -> None:
        before = self.coverage.get((one.provider, one.log))
        self.coverage[one.provider, one.log] = before.joined(one) if before else one
