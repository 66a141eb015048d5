"""What the console stands on: the store, and whatever use cases take beside their access."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, Final, TypeAlias

from litestar import Request

from tocsin.app.identify import Judge
from tocsin.app.ports import Chance, Ocr, Passkeys, Passwords, Store
from tocsin.formats.checkpoint import Signer
from tocsin.web.jobs import Jobs

HttpRequest: TypeAlias = Request[Any, Any, Any]
"""A request to the console."""
_ASKED: Final = 1_000
"""Challenges that wait for an answer at one time; the oldest gives way."""
_ANSWER_WITHIN: Final = timedelta(minutes=5)


class Challenges:
    """Challenges of passkeys, kept here and not in the browser; each can be answered once."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._asked: OrderedDict[str, tuple[str, datetime]] = OrderedDict()
        self._lock = Lock()

    def keep(self, challenge: str) -> str:
        """Return a ticket for a challenge."""
        ticket = secrets.token_urlsafe(16)
        with self._lock:
            self._asked[ticket] = (challenge, self._clock() + _ANSWER_WITHIN)
            while len(self._asked) > _ASKED:
                self._asked.popitem(last=False)
        return ticket

    def take(self, ticket: str) -> str:
        """Return the challenge of a ticket; empty, which nothing answers, where there is none any more."""
        with self._lock:
            challenge, until = self._asked.pop(ticket, ("", self._clock()))
        return challenge if until > self._clock() else ""


class Tries:
    """How often something was tried in vain, so that it can be slowed down by what is tried and not only by who."""

    MOST: Final = 10
    WITHIN: Final = timedelta(minutes=15)
    _KEPT: Final = 10_000

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._failed: OrderedDict[str, list[datetime]] = OrderedDict()
        self._lock = Lock()

    def is_over(self, what: str) -> bool:
        """Say whether it was tried too often."""
        since = self._clock() - self.WITHIN
        with self._lock:
            return len([at for at in self._failed.get(what, ()) if at > since]) >= self.MOST

    def failed(self, what: str) -> None:
        """Count a try."""
        with self._lock:
            times = self._failed.pop(what, [])
            self._failed[what] = [*times[1 - self.MOST :], self._clock()]
            while len(self._failed) > self._KEPT:
                self._failed.popitem(last=False)


@dataclass(frozen=True)
class Node:
    """The parts of this node that the console uses."""

    store: Store
    clock: Callable[[], datetime]
    chance: Chance
    passwords: Passwords
    passkeys: Passkeys
    signer: Signer
    origin: str
    """Scheme, host and port under which browsers reach it."""
    cookie_key: str
    """What tokens against forged requests, and ids of uploads, are signed with; stays when the node restarts."""
    judge: Judge
    ocr: Ocr
    challenges: Challenges = field(init=False)
    tries: Tries = field(init=False)
    jobs: Jobs = field(init=False)
    _judging: Lock = field(init=False, default_factory=Lock)

    def __post_init__(self) -> None:
        object.__setattr__(self, "challenges", Challenges(self.clock))
        object.__setattr__(self, "tries", Tries(self.clock))
        object.__setattr__(self, "jobs", Jobs(self.cookie_key))

    @contextmanager
    def judging(self) -> Iterator[Judge]:
        """Have the judge to oneself: it works for one thread at a time."""
        with self._judging:
            yield self.judge

    @property
    def is_secure(self) -> bool:
        """Whether it is reached by HTTPS; without, browsers trust only this machine."""
        return self.origin.startswith("https://")
