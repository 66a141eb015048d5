"""Work that takes longer than a request: uploads that are judged, and how far they are."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Final

from tocsin.app.submission import Submitted
from tocsin.model.sentence import Sentence

_KEPT: Final = 100
"""Uploads whose results can be looked at; the oldest give way."""
_SHOWN: Final = 2_000
"""Results that are kept of one upload; all are counted."""


@dataclass
class Result:
    """What became of one message, or of something that was not read."""

    name: str
    done: Submitted | None = None
    problem: str = ""
    """Code of why it was not read."""


@dataclass
class Job:
    """An upload. `organisation` and `person` are those who may see it."""

    id: str
    organisation: str
    person: str
    total: int
    """Bytes."""
    read: int = 0
    judged: int = 0
    unread: int = 0
    is_over: bool = False
    failed: Sentence | None = None
    results: list[Result] = field(default_factory=list)

    def add(self, result: Result) -> None:
        """Take in a result."""
        self.judged += result.done is not None
        self.unread += result.done is None
        if len(self.results) < _SHOWN:
            self.results.append(result)

    @property
    def percent(self) -> int:
        """How far it is."""
        return 100 if self.is_over else min(99, self.read * 100 // max(self.total, 1))


class Jobs:
    """The uploads of this server. They are gone when it ends; what was judged is in the log."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()

    def start(self, organisation: str, person: str, total: int, work: Callable[[Job], None]) -> Job:
        """Begin a piece of work in a thread of its own."""
        job = Job(secrets.token_urlsafe(12), organisation, person, total)
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _KEPT:
                self._jobs.popitem(last=False)
        Thread(target=work, args=(job,), name=f"upload-{job.id}", daemon=True).start()
        return job

    def find(self, job: str, organisation: str, person: str) -> Job | None:
        """Return somebody's own upload."""
        with self._lock:
            found = self._jobs.get(job)
        return found if found and (found.organisation, found.person) == (organisation, person) else None
