"""What partners warn of, looked for in what is seen here, for as long as it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct

from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.index import Index
from tocsin.formats.stix.matching import Observation
from tocsin.formats.stix.pattern import Pattern, comparisons
from tocsin.formats.stix.values import folded
from tocsin.model.received import ReceivedIndicator, Reliability, Warned
from tocsin.share.decay import THRESHOLD, Kind, ends, kind_of, weight

BEFORE: Final = timedelta(days=180)
"""How long before a partner warned of it something may have been seen: attacks are found late, hosts change hands."""
_LONGEST: Final = 300


class Source(Struct, frozen=True):
    """With what, and from whom, indicators came."""

    receipt: str
    name: str
    reliability: Reliability
    at: datetime
    """When they came."""


Sighted = Mapping[tuple[str, str], datetime]
"""When something was last seen in an attack, by the name of its source and its id."""
_NEVER: Final[Sighted] = MappingProxyType({})


class Force(Struct, frozen=True):
    """How far an indicator counts."""

    kind: Kind
    since: datetime
    """When it was last said, or last seen in an attack: from then on it loses weight."""
    ends: datetime

    @classmethod
    def of(cls, source: Source, one: ReceivedIndicator, pattern: Pattern, sighted: Sighted = _NEVER) -> Force:
        """A version that its source dates later than it came counts from when it came."""
        kind = kind_of(pattern)
        seen = sighted.get((source.name, one.id), one.valid_from)
        since = max(one.valid_from, min(one.modified, source.at), seen)
        return cls(kind, since, ends(kind, since, one.valid_until, source.reliability, one.confidence))


class Held(Struct, frozen=True):
    """An indicator as it counts at a time."""

    receipt: str
    source: str
    indicator: str
    pattern: str
    name: str
    kind: Kind
    weight: int
    """0 to 100."""
    ends: datetime
    """When it is in force no longer, unless it is seen in an attack before."""
    is_in_force: bool


class Known:
    """The indicators of all sources, ready to be looked for.

    `before`: what was known until now, of which patterns that were read are taken over.
    """

    def __init__(
        self, several: Iterable[tuple[Source, ReceivedIndicator]], sighted: Sighted = _NEVER,
        before: Known | None = None,
    ) -> None:  # fmt: skip
        self._given = list(several)
        read: dict[str, Pattern] = before._read if before else {}  # noqa: SLF001 - one of its own kind
        self._read: dict[str, Pattern] = {
            text: read.get(text) or parse_pattern(text) for text in {one.pattern for _, one in self._given}
        }
        self._patterns = [self._read[one.pattern] for _, one in self._given]
        self._force = [Force.of(*given, pattern, sighted)
                       for given, pattern in zip(self._given, self._patterns, strict=True)]  # fmt: skip
        self._index = Index({str(place): pattern for place, pattern in enumerate(self._patterns)})

    def __len__(self) -> int:
        """How many there are."""
        return len(self._given)

    def warned(self, seen: Observation) -> tuple[Warned, ...]:
        """Return the indicators that an observation meets while they hold, the most reliable sources first.

        What cannot be decided of an observation is not met.
        """
        found = [self._warned(int(name), seen) for name in self._index.hits(seen).found]
        return tuple(sorted(filter(None, found), key=lambda one: (one.reliability, one.source, one.indicator)))

    def held(self, at: datetime) -> Iterator[Held]:
        """Yield all indicators as they count at a time, in the order in which they were given."""
        for (source, one), force in zip(self._given, self._force, strict=True):
            counts = weight(force.kind, at - force.since, source.reliability, one.confidence)
            holds = at <= force.ends and counts >= THRESHOLD
            yield Held(source.receipt, source.name, one.id, one.pattern, one.name, force.kind,
                       counts if holds else 0, force.ends, holds)  # fmt: skip

    def _warned(self, place: int, seen: Observation) -> Warned | None:
        source, one = self._given[place]
        force = self._force[place]
        counts = weight(force.kind, seen.last - force.since, source.reliability, one.confidence)
        if not one.valid_from - BEFORE <= seen.last <= force.ends or counts < THRESHOLD:
            return None
        value = next(_shown(self._patterns[place], seen), one.pattern)
        return Warned(
            value[:_LONGEST], one.id, source.receipt, source.name, source.reliability, one.attack, one.pattern, one.tlp,
            counts,
        )  # fmt: skip


def _shown(pattern: Pattern, seen: Observation) -> Iterator[str]:
    """The values of a pattern that stand in an observation."""
    values = {folded(str(one["type"]), name, text) for one in seen.objects.values() for name, text in _texts(one)}
    for one in comparisons(pattern):
        for constant in one.constants:
            if (
                isinstance(constant, str)
                and not one.negated
                and constant
                and _as_seen(one.path.kind, constant) & values
            ):
                yield constant


def _texts(one: Any) -> Iterator[tuple[str, str]]:
    for name, value in one.items():
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, dict):
            yield from (("hashes", text) for text in value.values() if isinstance(text, str))


def _as_seen(kind: str, constant: str) -> set[str]:
    return {folded(kind, "value", constant), folded(kind, "hashes", constant), constant}
