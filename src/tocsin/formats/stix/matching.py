"""Is what was seen what a pattern of STIX 2.1 asks for (section 9)?

Comparisons of one observation that are joined by AND, and are about one type of object, hold of one and the same
object. Observations that are joined by AND, FOLLOWEDBY or REPEATS are different ones. Which of them are tried together
is bounded: where the bound is met, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from msgspec import Struct

from tocsin.formats.stix.pattern import (
    All,
    Between,
    Both,
    Comparison,
    Either,
    OneOf,
    Pattern,
    Repeats,
    Seen,
    Step,
    Test,
    Then,
    Within,
    comparisons,
)
from tocsin.formats.stix.values import UndecidedError, cost, holds
from tocsin.model.sentence import say

MOST_STEPS: Final = 200_000
"""Comparisons and combinations of observations that are tried for one pattern."""
Thing = Mapping[str, Any]


class Observation(Struct, frozen=True):
    """What was seen at once: observables by their ids, which refer to one another, and when."""

    objects: Mapping[str, Thing]
    first: datetime
    last: datetime


def matches(pattern: Pattern, observations: Sequence[Observation]) -> bool:
    """Say whether observations are what a pattern asks for. Raises UndecidedError where that cannot be said."""
    ordered = sorted(observations, key=lambda one: (one.first, one.last))
    try:
        return next(_Trial(ordered).ways(pattern), None) is not None
    except RecursionError as error:
        raise _too_long() from error


def _too_long() -> UndecidedError:
    return UndecidedError(say("this pattern would take too long to decide"))


Way = frozenset[int]
"""Observations, by their places, that together are what is asked for."""


class _Trial:
    """One pattern on one sequence of observations, in the order of time."""

    def __init__(self, observations: Sequence[Observation]) -> None:
        self.observations = observations
        self.by_kind = [_by_kind(one) for one in observations]
        self.steps = 0

    def step(self, cost: int = 1) -> None:
        self.steps += cost
        if self.steps > MOST_STEPS:
            raise _too_long()

    def ways(self, pattern: Pattern) -> Iterator[Way]:
        """Yield the ways in which a pattern is met."""
        match pattern:
            case Seen():
                for place in range(len(self.observations)):
                    if self.roots(pattern.test, place):
                        yield frozenset((place,))
            case OneOf():
                for part in pattern.parts:
                    yield from self.ways(part)
            case All():
                yield from self.together(pattern.parts, frozenset())
            case Then():
                yield from self.one_after_another(pattern.parts, frozenset(), None)
            case Repeats():
                yield from self.repeated(self.in_time(pattern.inner), pattern.times, 0, frozenset(), None)
            case Within(inner=Repeats() as inner):
                span = timedelta(seconds=min(pattern.seconds, _LONGEST_SPAN))
                yield from self.repeated(self.in_time(inner.inner), inner.times, 0, frozenset(), span)
            case Within():
                span = timedelta(seconds=min(pattern.seconds, _LONGEST_SPAN))
                yield from (way for way in self.ways(pattern.inner) if self.last(way) - self.first(way) <= span)
            case Between():
                yield from (
                    way
                    for way in self.ways(pattern.inner)
                    if pattern.start <= self.first(way) and self.last(way) < pattern.stop
                )

    def in_time(self, pattern: Pattern) -> list[Way]:
        return sorted(self.ways(pattern), key=self.first)

    def first(self, way: Way) -> datetime:
        return min(self.observations[place].first for place in way)

    def last(self, way: Way) -> datetime:
        return max(self.observations[place].last for place in way)

    def together(self, parts: Sequence[Pattern], taken: Way) -> Iterator[Way]:
        if not parts:
            yield taken
            return
        for way in self.ways(parts[0]):
            self.step()
            if not way & taken:
                yield from self.together(parts[1:], taken | way)

    def one_after_another(self, parts: Sequence[Pattern], taken: Way, since: datetime | None) -> Iterator[Way]:
        if not parts:
            yield taken
            return
        for way in self.ways(parts[0]):
            self.step()
            if not way & taken and (since is None or self.first(way) >= since):
                yield from self.one_after_another(parts[1:], taken | way, self.last(way))

    def repeated(
        self, ways: Sequence[Way], times: int, start: int, taken: Way, span: timedelta | None
    ) -> Iterator[Way]:
        """Yield the ways in which several of `ways`, from a place on, are different, and within a span.

        They are in the order in which they begin: where one begins too late, so do those behind it.
        """
        if times == 0:
            yield taken
            return
        for place in range(start, len(ways) - times + 1):
            self.step()
            both = ways[place] | taken
            if span is not None and self.first(ways[place]) - self.first(both) > span:
                return
            if ways[place] & taken or (span is not None and self.last(both) - self.first(both) > span):
                continue
            yield from self.repeated(ways, times - 1, place + 1, both, span)

    def roots(self, test: Test, place: int) -> frozenset[str]:
        """Return the ids of the objects of an observation of which a test holds."""
        match test:
            case Comparison():
                self.step()
                several = self.by_kind[place].get(test.path.kind, ())
                return frozenset(name for name in several if self.holds_of(test, name, place))
            case Either():
                return frozenset().union(*(self.roots(part, place) for part in test.parts))
            case Both():
                return self.same_roots(test.parts, place)

    def same_roots(self, parts: Sequence[Test], place: int) -> frozenset[str]:
        found: dict[frozenset[str], frozenset[str]] = {}
        for part in parts:
            kinds = frozenset(one.path.kind for one in comparisons(part))
            roots = self.roots(part, place)
            found[kinds] = found.get(kinds, roots) & roots
            if not found[kinds]:
                return frozenset()
        return frozenset().union(*found.values())

    def holds_of(self, test: Comparison, identity: str, place: int) -> bool:
        objects = self.observations[place].objects
        for kind, name, value in _values(objects[identity], test.path.steps, objects):
            self.step(cost(test, value))
            if holds(test, kind, name, value):
                return True
        return False


def _by_kind(seen: Observation) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for identity, one in seen.objects.items():
        found.setdefault(str(one.get("type")), []).append(identity)
    return found


_LONGEST_SPAN: Final = 10.0**9
"""Seconds; some thirty years."""


def _values(root: Thing, steps: Sequence[Step], objects: Mapping[str, Thing]) -> Iterator[tuple[str, str, Any]]:
    """Yield the values to which steps lead, each with the type of its object and the name by which it is compared."""
    found: list[tuple[str, str, Any]] = [(str(root.get("type")), "", root)]
    for step in steps:
        found = [
            (kind, name, value)
            for before in found
            for kind, name, value in _stepped(*before, step, objects)
            if value is not None
        ]
    yield from found


def _stepped(
    kind: str, name: str, value: Any, step: Step, objects: Mapping[str, Thing]
) -> Iterator[tuple[str, str, Any]]:
    if isinstance(value, str) and name.endswith(("_ref", "_refs")) and value in objects:
        value = objects[value]
        kind = str(value.get("type"))
    if isinstance(value, (list, tuple)) and not isinstance(step, str):
        places = range(len(value)) if step is None else [step] if -len(value) <= step < len(value) else []
        yield from ((kind, name, value[place]) for place in places)
    elif isinstance(value, Mapping) and isinstance(step, str):
        if name == "hashes":
            yield from ((kind, name, one) for key, one in value.items() if hash_name(key) == hash_name(step))
        else:
            yield kind, step, value.get(step)


def hash_name(name: str) -> str:
    """Return the name of a digest as it is compared: producers write `sha256` for `SHA-256`."""
    return name.replace("-", "").upper()
