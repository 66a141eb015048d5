"""Which incidents show a feature: an index in memory, by 64-bit codes of the features."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from itertools import combinations
from typing import Final

from msgspec import Struct

from tocsin.attribute.kinds import AGREES, COMMON, COPIED, KINDS, SAMPLE, telling, weight_of
from tocsin.attribute.linking import Key, holds, summed
from tocsin.attribute.shards import Shards
from tocsin.model.operation import FeatureKind, Spread

_KINDS: Final = tuple(FeatureKind)
_BITS: Final = 5
"""Bits of a code that tell the kind; the others are of a digest."""
_MASK: Final = (1 << _BITS) - 1
_OWN: Final = frozenset(n for n, kind in enumerate(_KINDS) if KINDS[kind].family not in COPIED)
_TELLING: Final = tuple(frozenset(_KINDS.index(other) for other in telling(kind)) for kind in _KINDS)
_WEIGHTS: Final = {
    agreed: tuple(tuple(weight_of(kind, Spread(n, agreed)) for n in range(COMMON + 1)) for kind in _KINDS)
    for agreed in (True, False)
}
"""By whether the holders agree, then by kind, then by how many they are."""


def code_of(key: Key) -> int:
    """Return the code of a feature: two of 10 million have the same in one of 10,000 stores."""
    kind, value = key
    return _digest(value) >> _BITS << _BITS | _KINDS.index(kind)


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())


@lru_cache(maxsize=65_536)
def _judged(best: frozenset[tuple[int, float]]) -> tuple[float, bool]:
    """The weight of a link by its kinds, and whether it holds. Few combinations are there, and they are asked often."""
    total, families = summed({_KINDS[kind]: weight for kind, weight in best})
    return total, holds(total, families)


_NOBODY: Final = array("I")
NEAREST: Final = 64
"""Neighbours of one incident that are looked at to explain what holds it in an operation."""


class Changed(Struct):
    """Features that weigh something else now."""

    less: list[int] = []
    more: list[int] = []


class Index:
    """Incidents are numbers here, in the order in which they came."""

    def __init__(self) -> None:
        self._shown: Shards[int, int | array[int]] = Shards()
        self._codes: list[tuple[int, ...]] = []
        self._order = array("Q")
        """Digests of the ids, by which a sample is drawn."""
        self._split: set[int] = set()
        """Features whose holders do not agree."""

    def add(self, name: str, keys: Iterable[Key]) -> tuple[int, Changed]:
        """Take in an incident; return its number, which is the next one, and what weighs something else now."""
        number, mine, changed = len(self._codes), tuple(map(code_of, keys)), Changed()
        self._codes.append(mine)
        self._order.append(_digest(name))
        for code in mine:
            before = self._put(code, number)
            if self._weight(code, before) != self._weight(code, before + 1):
                changed.less.append(code)
        return number, self._agreed(mine, changed)

    def remove(self, number: int) -> Changed:
        """Take out an incident; return what weighs something else now."""
        mine, changed = self._codes[number], Changed()
        self._codes[number] = ()
        for code in mine:
            after = self._take(code, number)
            if self._weight(code, after) != self._weight(code, after + 1):
                changed.more.append(code)
        return self._agreed(mine, changed)

    def spread(self, key: Key) -> Spread:
        """Return who shows a feature."""
        code = code_of(key)
        return Spread(len(self.holders(code)), code not in self._split)

    def holders(self, code: int) -> Collection[int]:
        """Return which incidents show a feature."""
        found = self._shown.get(code, _NOBODY)
        return (found,) if isinstance(found, int) else found

    def linked(self, number: int) -> Iterator[int]:
        """Yield to which incidents a link holds."""
        weights = self._weighed(number)
        near: set[int] = set()
        for code in weights:
            if code & _MASK in _OWN:
                near.update(self.holders(code))
        near.discard(number)
        return (other for other in near if self._holds(weights, other))

    def linked_among(self, number: int, others: Collection[int]) -> set[int]:
        """Return to which of some incidents a link holds."""
        weights = self._weighed(number) if others else {}
        return {other for other in others if other != number and self._holds(weights, other)}

    def nearest(self, number: int, wanted: Callable[[int], bool], most: int = NEAREST) -> dict[int, float]:
        """Return of those that are wanted up to `most` that share with it what weighs most, with the weights of links.

        They are looked for by one feature after the other, the weightiest and then the rarest first.
        """
        weights = self._weighed(number)
        found: dict[int, float] = {}
        seen = {number}
        for code in sorted(weights, key=lambda one: (-weights[one], len(self.holders(one)), one)):
            for other in sorted(set(self.holders(code)) - seen, key=self._order.__getitem__):
                seen.add(other)
                if wanted(other):
                    found[other] = _judged(self._best(weights, other))[0]
                    if len(found) >= most:
                        return found
        return found

    def weight(self, one: int, other: int) -> float:
        """Return the weight of the link of two incidents."""
        return _judged(self._best(self._weighed(one), other))[0]

    def _weighed(self, number: int) -> dict[int, float]:
        """What weighs anything: shown by at least one more, and not by too many."""
        weights = {}
        for code in self._codes[number]:
            found = self._shown.get(code, 0)
            if not isinstance(found, int) and len(found) <= COMMON:
                weights[code] = self._weight(code, len(found))
        return weights

    def _weight(self, code: int, holders: int) -> float:
        return _WEIGHTS[code not in self._split][code & _MASK][holders] if holders <= COMMON else 0.0

    def _holds(self, weights: dict[int, float], other: int) -> bool:
        return _judged(self._best(weights, other))[1]

    def _best(self, weights: dict[int, float], other: int) -> frozenset[tuple[int, float]]:
        """What the strongest of each kind weighs that both show."""
        best: dict[int, float] = {}
        for code in self._codes[other]:
            if code in weights:
                kind, weight = code & _MASK, weights[code]
                if weight > best.get(kind, 0.0):
                    best[kind] = weight
        return frozenset(best.items())

    def _agreed(self, codes: Iterable[int], changed: Changed) -> Changed:
        """Look anew whether those agree who show these features."""
        for code in codes:
            if code & _MASK in _OWN and self._agree(code) == (code in self._split):
                self._split ^= {code}
                (changed.less if code in self._split else changed.more).append(code)
        return changed

    def _agree(self, code: int) -> bool:
        """Whether enough pairs of those who show a feature share another telling one; two are no matter."""
        found = self._shown.get(code, 0)
        if isinstance(found, int) or not 2 < len(found) <= COMMON:
            return True
        sample = found if len(found) <= SAMPLE else nsmallest(SAMPLE, found, key=self._order.__getitem__)
        kinds = _TELLING[code & _MASK]
        told = [{other for other in self._codes[number] if other & _MASK in kinds} for number in sample]
        pairs = list(combinations(told, 2))
        return sum(not one.isdisjoint(other) for one, other in pairs) >= AGREES * len(pairs)

    def _put(self, code: int, number: int) -> int:
        """Return how many showed it before."""
        found = self._shown.get(code, -1)
        if found == -1:
            self._shown.put(code, number)
            return 0
        if isinstance(found, int):
            self._shown.put(code, array("I", (found, number)))
            return 1
        found.append(number)
        return len(found) - 1

    def _take(self, code: int, number: int) -> int:
        """Return how many show it after."""
        found = self._shown.get(code, 0)
        if isinstance(found, int):
            self._shown.drop(code)
            return 0
        found.remove(number)
        if len(found) == 1:
            self._shown.put(code, found[0])
            return 1
        return len(found)
