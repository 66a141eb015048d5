"""Which incidents show a feature: an index in memory, by 64-bit codes of the features."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Final

from tocsin.attribute.kinds import COMMON, COPIED, KINDS, level, weight_of
from tocsin.attribute.linking import Key, holds, summed
from tocsin.model.operation import FeatureKind

_KINDS: Final = tuple(FeatureKind)
_BITS: Final = 5
"""Bits of a code that tell the kind; the others are of a digest."""
_MASK: Final = (1 << _BITS) - 1
_OWN: Final = tuple(KINDS[kind].family not in COPIED for kind in _KINDS)
_WEIGHTS: Final = tuple(tuple(weight_of(kind, most) for most in range(COMMON + 2)) for kind in _KINDS)
"""By kind, then by how many show it; the last is that of more than COMMON."""


def code_of(key: Key) -> int:
    """Return the code of a feature: two of 10 million have the same in one of 10,000 stores."""
    kind, value = key
    digest = int.from_bytes(blake2b(value.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    return digest >> _BITS << _BITS | _KINDS.index(kind)


class Index:
    """Incidents are numbers here. What COMMON or fewer show is looked up; of the rest only the count is used."""

    def __init__(self) -> None:
        self._shown: dict[int, int | array[int]] = {}
        self._codes: dict[int, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._codes)

    def add(self, number: int, codes: Iterable[int]) -> list[int]:
        """Take in an incident; return the codes that are on another level now."""
        mine = self._codes[number] = tuple(codes)
        return [code for code in mine if self._put(code, number)]

    def remove(self, number: int) -> list[int]:
        """Take out an incident; return the codes that are on another level now."""
        return [code for code in self._codes.pop(number) if self._take(code, number)]

    def count(self, code: int) -> int:
        """Return how many incidents show a feature."""
        found = self._shown.get(code)
        return 0 if found is None else 1 if isinstance(found, int) else len(found)

    def holders(self, code: int) -> Sequence[int]:
        """Return which incidents show a feature."""
        found = self._shown.get(code, ())
        return (found,) if isinstance(found, int) else found

    def linked(self, number: int) -> set[int]:
        """Return to which incidents a link holds."""
        weights = self._weighed(self._codes[number])
        near: set[int] = set()
        for code in weights:
            if _OWN[code & _MASK]:
                near.update(self.holders(code))
        near.discard(number)
        return {other for other in near if self._holds(weights, other)}

    def is_linked(self, one: int, other: int) -> bool:
        """Whether the link of two incidents holds."""
        return self._holds(self._weighed(self._codes[one]), other)

    def weight(self, one: int, other: int) -> float:
        """Return the weight of the link of two incidents."""
        return summed(self._best(self._weighed(self._codes[one]), other))[0]

    def _weighed(self, codes: Iterable[int]) -> dict[int, float]:
        """What weighs anything: shown by at least one more, and not by too many."""
        weights = {}
        for code in codes:
            count = self.count(code)
            if 1 < count <= COMMON and (weight := _WEIGHTS[code & _MASK][count]) > 0:
                weights[code] = weight
        return weights

    def _holds(self, weights: dict[int, float], other: int) -> bool:
        return holds(*summed(self._best(weights, other)))

    def _best(self, weights: dict[int, float], other: int) -> dict[FeatureKind, float]:
        best: dict[FeatureKind, float] = {}
        for code in self._codes[other]:
            weight = weights.get(code)
            if weight is not None and weight > best.get(kind := _KINDS[code & _MASK], 0.0):
                best[kind] = weight
        return best

    def _put(self, code: int, number: int) -> bool:
        found = self._shown.get(code)
        if found is None:
            self._shown[code] = number
            return False
        if isinstance(found, int):
            self._shown[code] = array("I", (found, number))
            return False
        found.append(number)
        return level(len(found)) != level(len(found) - 1)

    def _take(self, code: int, number: int) -> bool:
        found = self._shown[code]
        if isinstance(found, int):
            del self._shown[code]
            return False
        found.remove(number)
        if len(found) == 1:
            self._shown[code] = found[0]
        return level(len(found)) != level(len(found) + 1)
