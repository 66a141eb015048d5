"""Cases to retrieve groups for, of a release of ATT&CK, with all that their own sources and later ones taught hidden.

A case is one public report that describes one group, or one campaign that is attributed; what was seen is what the
release says of it. Its profiles are as of the day before the first of its reports can have been published: of the
case an unknown day or month counts as early, of what is known as late, and what bears no date as not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tocsin.attribute.profiles import Library, Profiles
from tocsin.model.knowledge import Knowledge, State

LEAST_OF_REPORT = 6
"""Techniques and pieces of software that a report has to speak of."""
LEAST_OF_CAMPAIGN = 3


@dataclass(frozen=True)
class Case:
    """What was seen, and who it was."""

    name: str
    seen: tuple[str, ...]
    truth: frozenset[str]
    before: date
    library: Library

    @cached_property
    def profiles(self) -> Profiles:
        """What was known by then."""
        return self.library.profiles(self.before)

    @cached_property
    def columns(self) -> list[int]:
        """What was seen, by its columns."""
        return [self.profiles.place[name] for name in self.seen]

    @cached_property
    def rows(self) -> list[int]:
        """The rows of those who it was."""
        return [row for row, name in enumerate(self.profiles.groups) if name in self.truth]

    @property
    def is_left(self) -> bool:
        """Whether any of what was seen is in the profile of who it was."""
        return bool(self.profiles.used[self.rows][:, self.columns].any())


def reports(knowledge: Knowledge, library: Library) -> list[Case]:
    """Return a case for each report that describes one group, dated and long enough."""
    days = _days(knowledge)
    live = {one.id for one in knowledge.groups if one.state is State.LIVE}
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for use in knowledge.uses:
        if use.by in live:
            for name in use.sources:
                told[name][use.by].add(use.what)
    found = []
    for name, groups in sorted(told.items()):
        (group, seen), *others = groups.items()
        if not others and name in days and len(seen) >= LEAST_OF_REPORT:
            found.append(Case(name, tuple(sorted(seen)), frozenset({group}), days[name], library))
    return found


def campaigns(knowledge: Knowledge, library: Library) -> list[Case]:
    """Return a case for each campaign that is attributed, dated and long enough."""
    return list(_campaigns(knowledge, library))


def _campaigns(knowledge: Knowledge, library: Library) -> Iterator[Case]:
    days = _days(knowledge)
    for one in knowledge.campaigns:
        uses = [use for use in knowledge.uses if use.by == one.id]
        seen = {use.what for use in uses}
        sources = {*one.sources, *(name for use in uses for name in use.sources)}
        dated = [days[name] for name in sources if name in days]
        truth = frozenset(claim.name for claim in one.actors) & set(library.groups)
        if truth and dated and len(seen) >= LEAST_OF_CAMPAIGN:
            yield Case(one.id, tuple(sorted(seen)), truth, min(dated), library)


def _days(knowledge: Knowledge) -> dict[str, date]:
    return {one.name: one.earliest for one in knowledge.references if one.earliest}
