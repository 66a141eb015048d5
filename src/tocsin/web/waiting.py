"""What waits for an answer: kept here and out of the browser's reach, which is given a ticket for it."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock
from typing import Final, Generic, TypeVar

from tocsin.model.error import SignInError
from tocsin.model.sentence import say

T = TypeVar("T")
_MOST: Final = 1_000
"""Questions that wait at one time; the oldest gives way."""
WITHIN: Final = timedelta(minutes=5)


class Waiting(Generic[T]):
    """Questions that can be answered once, and soon."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._asked: OrderedDict[str, tuple[T, datetime]] = OrderedDict()
        self._lock = Lock()

    def keep(self, question: T) -> str:
        """Return a ticket for a question."""
        ticket = secrets.token_urlsafe(16)
        with self._lock:
            self._asked[ticket] = (question, self._clock() + WITHIN)
            while len(self._asked) > _MOST:
                self._asked.popitem(last=False)
        return ticket

    def take(self, ticket: str) -> T:
        """Return the question of a ticket. Raises SignInError where there is none any more: nothing answers it."""
        with self._lock:
            found = self._asked.pop(ticket, None)
        if found is None or found[1] <= self._clock():
            raise SignInError(say("this took too long, or was answered already"), say("Begin again."))
        return found[0]
