"""A mapping of many millions that never stops to grow: it is spread over many small ones."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final, Generic, TypeVar

_SHARDS: Final = 1_024
"""A dict that outgrows its table is copied as a whole; at 20 million entries that takes seconds, at 20,000 nothing."""
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shards(Generic[K, V]):
    """Like a dict, as far as it is needed."""

    def __init__(self) -> None:
        self._pieces: tuple[dict[K, V], ...] = tuple({} for _ in range(_SHARDS))

    def __len__(self) -> int:
        return sum(map(len, self._pieces))

    def __contains__(self, key: K) -> bool:
        return key in self._pieces[hash(key) // 64 % _SHARDS]

    def get(self, key: K, default: V) -> V:
        """Return what is kept under a key, or the default."""
        return self._pieces[hash(key) // 64 % _SHARDS].get(key, default)

    def put(self, key: K, value: V) -> None:
        """Keep something under a key."""
        self._pieces[hash(key) // 64 % _SHARDS][key] = value

    def drop(self, key: K) -> None:
        """Forget what is kept under a key, which must be there."""
        del self._pieces[hash(key) // 64 % _SHARDS][key]
