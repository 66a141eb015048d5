"""How often something is done, so that it can be slowed down. Bounded: what is counted is chosen by strangers."""

from __future__ import annotations

import ipaddress
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Lock
from typing import Final

_KEPT: Final = 10_000
"""Callers, or accounts, that are counted at one time; the one that was quiet for the longest gives way."""
STREAMS: Final = 8
"""Pages of one session that are told of changes at one time."""


class Counts:
    """Requests of the latest minute, by what and who."""

    WITHIN: Final = timedelta(minutes=1)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._counted: OrderedDict[tuple[str, str], tuple[datetime, int]] = OrderedDict()
        self._lock = Lock()

    def is_over(self, what: str, who: str, most: int) -> bool:
        """Count a request, and say whether it is one too many. A minute begins with the first."""
        now = self._clock()
        with self._lock:
            began, count = self._counted.pop((what, who), (now, 0))
            if now - began >= self.WITHIN:
                began, count = now, 0
            self._counted[what, who] = (began, count + 1)
            while len(self._counted) > _KEPT:
                self._counted.popitem(last=False)
        return count >= most


class Held:
    """What is open at one time, by who has it open."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()
        self._lock = Lock()

    def is_full(self, who: str, most: int) -> bool:
        """Say whether somebody has so much open already."""
        with self._lock:
            return self._open.get(who, 0) >= most

    @contextmanager
    def one(self, who: str) -> Iterator[None]:
        """Count one more as open until the block ends, however it does."""
        with self._lock:
            self._open[who] += 1
        try:
            yield
        finally:
            with self._lock:
                self._open[who] -= 1
                if not self._open[who]:
                    del self._open[who]


class Tries:
    """Failed attempts at signing in by password.

    Whoever fails again and again for one account is refused for a while. The account itself is only slowed down, also
    for its owner, and never closed: else anybody could close it.
    """

    FREE: Final = 5
    """Failures of one address for one account before it has to wait; and of an account before it gets slower."""
    LONGEST: Final = timedelta(minutes=15)
    """How long it has to wait at most."""
    FORGOTTEN: Final = timedelta(hours=1)
    """After which time without a failure there was none."""
    SLOWEST: Final = 8.0
    """Seconds by which an account is slowed down at most."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._failed: OrderedDict[tuple[str, str], tuple[int, datetime]] = OrderedDict()
        self._lock = Lock()

    def failed(self, account: str, address: str) -> None:
        """Count a failure."""
        with self._lock:
            for key in ((account, address), (account, "")):
                count = self._failures(key)
                self._failed.pop(key, None)
                self._failed[key] = (count + 1, self._clock())
            while len(self._failed) > _KEPT:
                self._failed.popitem(last=False)

    def is_over(self, account: str, address: str) -> bool:
        """Say whether an address has to wait before it may try this account again: twice as long each time."""
        with self._lock:
            count = self._failures((account, address))
            if count < self.FREE:
                return False
            last = self._failed[account, address][1]
        wait = min(timedelta(seconds=15) * 2 ** min(count - self.FREE, 10), self.LONGEST)
        return bool(self._clock() < last + wait)

    def delay(self, account: str) -> float:
        """Return for how many seconds an attempt at an account is held back, wherever it comes from."""
        with self._lock:
            count = self._failures((account, ""))
        return 0.0 if count < self.FREE else min(0.5 * 2.0 ** min(count - self.FREE, 10), self.SLOWEST)

    def _failures(self, key: tuple[str, str]) -> int:
        count, last = self._failed.get(key, (0, self._clock()))
        return count if self._clock() < last + self.FORGOTTEN else 0


def network_of(host: str) -> str:
    """Return as whom an address is counted: of IPv6 the 64 bits that one subscriber has (RFC 6177), else as it is."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped or ipaddress.ip_network((address, 64), strict=False))
    return str(address)
