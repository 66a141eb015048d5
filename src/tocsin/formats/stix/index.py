"""Many patterns of STIX 2.1 looked for in one observation after the other.

A pattern that asks for nothing but equality is looked up by the values that were seen; one that asks for it among other
things is tried where that value was seen; only what is left is tried on everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from tocsin.formats.stix.matching import Observation, hash_name, matches
from tocsin.formats.stix.pattern import Both, Comparison, Pattern, Seen, equalities
from tocsin.formats.stix.values import UndecidedError, folded, is_range

Key = tuple[str, tuple[str, ...], str]
"""Type of the object, names of the properties that lead to a value, the value as it is compared."""


class Hits(Struct, frozen=True):
    """What was found in an observation, by the names under which the patterns were given."""

    found: tuple[str, ...]
    undecided: tuple[str, ...] = ()
    """What could not be decided of it."""


class Index:
    """Patterns, by what they ask for."""

    def __init__(self, patterns: Mapping[str, Pattern]) -> None:
        self._by_value: dict[Key, list[str]] = {}
        self._tried: dict[str, Pattern] = {}
        self._confirmed: dict[str, Pattern] = {}
        for name, pattern in patterns.items():
            keys = _asked(pattern)
            if keys is None and (keys := _needed(pattern)) is not None:
                self._confirmed[name] = pattern
            if keys is None:
                self._tried[name] = pattern
            for key in dict.fromkeys(keys or ()):
                self._by_value.setdefault(key, []).append(name)

    def hits(self, seen: Observation) -> Hits:
        """Return the patterns that an observation meets, each once."""
        looked_up = dict.fromkeys(name for key in _shown(seen) for name in self._by_value.get(key, ()))
        found = {name: None for name in looked_up if name not in self._confirmed}
        undecided = []
        confirmed = {name: self._confirmed[name] for name in looked_up if name in self._confirmed}
        for name, pattern in (confirmed | self._tried).items():
            try:
                if matches(pattern, [seen]):
                    found[name] = None
            except UndecidedError:
                undecided.append(name)
        return Hits(tuple(found), tuple(undecided))


def _asked(pattern: Pattern) -> list[Key] | None:
    """The values of which one has to be seen; None where that is not all that is asked for."""
    parts = equalities(pattern)
    if parts is None:
        return None
    keys: list[Key] = []
    for one in parts:
        steps, kind = _steps(one), one.path.kind
        if steps is None:
            return None
        values = [folded(kind, steps[0], constant) for constant in one.constants if isinstance(constant, str)]
        if any(is_range(kind, value) for value in values):
            return None
        keys += [(kind, steps, value) for value in values]
    return keys


def _needed(pattern: Pattern) -> list[Key] | None:
    """The values of which one has to be seen, among other things; None where none can be told."""
    if isinstance(pattern, Seen) and isinstance(pattern.test, Both):
        return next((keys for part in pattern.test.parts if (keys := _asked(Seen(part))) is not None), None)
    return None


def _steps(one: Comparison) -> tuple[str, ...] | None:
    """A property of the object itself, or a digest: anything that lies further away is tried."""
    match one.path.steps:
        case (str(name),) if not name.endswith(("_ref", "_refs")):
            return (name,)
        case ("hashes", str(name)):
            return "hashes", hash_name(name)
    return None


def _shown(seen: Observation) -> Iterator[Key]:
    for one in seen.objects.values():
        kind = str(one.get("type"))
        for name, value in one.items():
            if isinstance(value, str):
                yield kind, (name,), folded(kind, name, value)
            elif name == "hashes" and isinstance(value, Mapping):
                yield from ((kind, (name, hash_name(key)), folded(kind, name, str(one))) for key, one in value.items())
