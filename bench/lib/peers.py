"""What rspamd and SpamAssassin have in common here: a loopback server that gives messages a score."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from bench.lib.process import cpu_seconds

WORKERS = 2
"""Workers of every peer, and of Tocsin: the machine the figures are for has two cores."""

Score = float | None
"""A filter's score of a message; None when it gave no answer."""


@dataclass(frozen=True)
class Running:
    """A server that is up: its process id and a function that scores one message."""

    pid: int
    score: Callable[[bytes], Score]
    clients: int = WORKERS
    """How many messages are sent at a time, so that WORKERS workers are never idle."""


class Peer(Protocol):
    """A filter that can be run beside Tocsin."""

    name: str
    flag_at: float
    """Its shipped threshold: from this score on it marks a message as spam."""

    def version(self) -> str:
        """Its version. Raises PeerError when it is not installed."""

    def run(self, taught: Taught | None = None, seconds: float = 60) -> AbstractContextManager[Running]:
        """Runs it with a temporary configuration. Raises PeerError when it cannot, or is not up after `seconds`."""


@dataclass(frozen=True)
class Taught:
    """What a filter's Bayes classifier is taught with: sanitised messages."""

    ham: Sequence[bytes]
    bad: Sequence[bytes]


@dataclass(frozen=True)
class Pass:
    """One pass over a set of messages."""

    scores: list[Score]
    wall: float
    """Seconds for all of them on WORKERS workers."""
    cpu: float
    """Seconds of processor time the server's process tree used for them."""

    @property
    def errors(self) -> int:
        """How many messages got no answer."""
        return sum(score is None for score in self.scores)


def pass_over(running: Running, messages: Sequence[bytes]) -> Pass:
    """Scores all messages."""
    cpu, start = cpu_seconds(running.pid), time.perf_counter()
    with ThreadPoolExecutor(running.clients) as pool:
        scores = list(pool.map(running.score, messages))
    return Pass(scores, time.perf_counter() - start, cpu_seconds(running.pid) - cpu)
