"""Work that takes longer than a request: uploads that are judged, and how far they are."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Final

from tocsin.app.submission import Submitted
from tocsin.model.error import InputError
from tocsin.model.sentence import Sentence, say

_KEPT: Final = 100
"""Uploads whose results can be looked at; the oldest that are over give way."""
_SHOWN: Final = 2_000
"""Results that are kept of one upload; all are counted."""
MOST_OF_PERSON: Final = 2
MOST_OF_ORGANISATION: Final = 6
MOST: Final = 12
"""Uploads that are worked on at a time: each holds its files in memory."""
_PATIENCE: Final = 20.0
"""Seconds in which uploads finish the messages in hand when the server ends."""


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
    is_to_end: bool = False
    """The server ends: what is in hand is finished, and nothing more begun."""
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
    """The uploads of this server. When it ends they end in order; what was judged is in the log.

    An id is signed, so that after a restart it is still known for an upload of the one who asks.
    """

    def __init__(self, key: str) -> None:
        self._key = key.encode()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._threads: dict[str, Thread] = {}
        self._is_closed = False
        self._lock = Lock()

    def start(self, organisation: str, person: str, total: int, work: Callable[[Job], None]) -> Job:
        """Begin a piece of work in a thread of its own. Raises InputError where too much is going on."""
        name = secrets.token_urlsafe(12)
        job = Job(f"{name}.{self._mark(name, organisation, person)}", organisation, person, total)
        thread = Thread(target=work, args=(job,), name=f"upload-{name}", daemon=True)
        with self._lock:
            self._refuse(organisation, person)
            self._jobs[job.id], self._threads[job.id] = job, thread
            over = [one.id for one in self._jobs.values() if one.is_over]
            for old in over[: max(0, len(self._jobs) - _KEPT)]:
                del self._jobs[old], self._threads[old]
        thread.start()
        return job

    def _refuse(self, organisation: str, person: str) -> None:
        if self._is_closed:
            raise InputError(say("the server is being ended"), say("Bring the files again when it is back."))
        live = [one for one in self._jobs.values() if not one.is_over]
        of_house = [one for one in live if one.organisation == organisation]
        mine = [one for one in of_house if one.person == person]
        if len(mine) >= MOST_OF_PERSON or len(of_house) >= MOST_OF_ORGANISATION or len(live) >= MOST:
            raise InputError(say("too many uploads are being judged"), say("Wait until one of them is over."))

    def find(self, job: str, organisation: str, person: str) -> Job | None:
        """Return somebody's own upload."""
        with self._lock:
            found = self._jobs.get(job)
        return found if found and (found.organisation, found.person) == (organisation, person) else None

    def was_begun(self, job: str, organisation: str, person: str) -> bool:
        """Say whether this was an upload of somebody, before a restart or long ago."""
        name, _, mark = job.partition(".")
        return hmac.compare_digest(mark.encode(), self._mark(name, organisation, person).encode())

    def close(self) -> None:
        """Take no more, and let those that are going on finish the messages in hand."""
        with self._lock:
            self._is_closed = True
            live = [job for job in self._jobs.values() if not job.is_over]
            for job in live:
                job.is_to_end = True
        until = time.monotonic() + _PATIENCE
        for job in live:
            self._threads[job.id].join(max(0.0, until - time.monotonic()))

    def _mark(self, name: str, organisation: str, person: str) -> str:
        said = "\n".join(("upload", name, organisation, person)).encode()
        return hmac.new(self._key, said, hashlib.sha256).hexdigest()[:32]
