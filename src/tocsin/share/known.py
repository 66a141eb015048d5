"""What partners warn of, looked for in what is seen here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any, Final

from msgspec import Struct

from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.index import Index
from tocsin.formats.stix.matching import Observation
from tocsin.formats.stix.pattern import Pattern, comparisons
from tocsin.formats.stix.values import folded
from tocsin.model.received import ReceivedIndicator, Reliability, Warned

BEFORE: Final = timedelta(days=180)
"""How long before a partner warned of it something may have been seen: attacks are found late, hosts change hands."""
VALID_FOR: Final = timedelta(days=365)
"""How long an indicator without an end is looked for."""
_LONGEST: Final = 300


class Source(Struct, frozen=True):
    """With what, and from whom, indicators came."""

    receipt: str
    name: str
    reliability: Reliability


class Known:
    """The indicators of all sources, ready to be looked for."""

    def __init__(self, several: Iterable[tuple[Source, ReceivedIndicator]]) -> None:
        self._given = list(several)
        self._patterns = [parse_pattern(one.pattern) for _, one in self._given]
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

    def _warned(self, place: int, seen: Observation) -> Warned | None:
        source, one = self._given[place]
        end = one.valid_until or one.valid_from + VALID_FOR
        if not one.valid_from - BEFORE <= seen.last <= end:
            return None
        value = next(_shown(self._patterns[place], seen), one.pattern)
        return Warned(
            value[:_LONGEST], one.id, source.receipt, source.name, source.reliability, one.attack, one.pattern, one.tlp
        )


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
