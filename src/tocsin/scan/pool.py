"""Worker processes that survive what mail does to them.

Chunks go out and come back in order, a bounded number at a time. When a worker dies (a crash in a C library, the
system's memory killer) or does not answer in time, it is replaced and its chunk tried again message by message, so that
only the message that kills or holds it is given up, and is reported as such.
"""

from __future__ import annotations

import multiprocessing
import queue
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_CONTEXT: Final = multiprocessing.get_context("spawn")
_AHEAD: Final = 2
"""Chunks under way for each worker."""
_FURTHER: Final = 1.0
"""Seconds that each further item adds to the deadline of a chunk. A chunk of slow items that runs out of them loses
nothing: each of its items is then tried by itself with a deadline of its own."""

_START: Final = 600.0
"""Seconds in which a worker must have started: an engine is built in some, on a machine that swaps in many."""


@dataclass(slots=True, eq=False)
class _Job(Generic[T, R]):
    items: list[T]
    results: list[R] | None = None
    is_retry: bool = False


class Pool(Generic[T, R]):
    """`run` maps chunks through worker processes.

    `start` is called once in each worker and returns the function that maps one item; both must be importable.
    `lost(item, late)` makes the result for an item over which a worker died twice, or, `late`, did not answer twice
    within `seconds` of the clock and those that `further` gives the item on top. The start of a worker is not part of
    that time.
    """

    def __init__(
        self,
        start: Callable[..., Callable[[T], R]],
        arguments: tuple[Any, ...],
        lost: Callable[[T, bool], R],
        workers: int,
        seconds: float,
        further: Callable[[T], float] = lambda _item: 0.0,
    ) -> None:
        self._start = start
        self._arguments = arguments
        self._lost = lost
        self._workers = workers
        self._seconds = seconds
        self._further = further

    def run(self, chunks: Iterable[Sequence[T]]) -> Iterator[R]:
        """Yield the results in the order of the items."""
        source = iter(chunks)
        order: deque[_Job[T, R]] = deque()
        crew = [_Worker(self._start, self._arguments) for _ in range(self._workers)]
        try:
            self._fill(source, order, crew)
            while order:
                if order[0].results is None:
                    self._collect(order, crew)
                while order and order[0].results is not None:
                    yield from order.popleft().results or ()
                    self._fill(source, order, crew)
        finally:
            for worker in crew:
                worker.stop()

    def _fill(self, source: Iterator[Sequence[T]], order: deque[_Job[T, R]], crew: list[_Worker]) -> None:
        while len(order) < _AHEAD * len(crew) * 2:
            worker = min(crew, key=lambda w: len(w.jobs))
            if len(worker.jobs) >= _AHEAD:
                return
            items = next(source, None)
            if items is None:
                return
            job: _Job[T, R] = _Job(list(items))
            order.append(job)
            worker.give(job)

    def _collect(self, order: deque[_Job[T, R]], crew: list[_Worker]) -> None:
        """Take what is there, or wait for it until the next deadline."""
        busy = [worker for worker in crew if worker.jobs]
        left = min(map(self._deadline, busy)) - time.monotonic()
        answered = wait([worker.pipe for worker in busy], max(0.0, left))
        for worker in busy:
            if worker.pipe in answered:
                try:
                    worker.take()
                except (EOFError, OSError):
                    self._revive(worker, order, late=False)
            elif self._deadline(worker) <= time.monotonic():
                self._revive(worker, order, late=True)

    def _deadline(self, worker: _Worker) -> float:
        return worker.deadline(self._seconds + sum(map(self._further, worker.jobs[0].items)))

    def _revive(self, worker: _Worker, order: deque[_Job[T, R]], late: bool) -> None:
        """Replace a worker; what it was at is split into single items, or given up where it was a single one again."""
        first, *others = worker.jobs
        worker.restart()
        if first.is_retry:
            first.results = [self._lost(item, late) for item in first.items]
        else:
            pieces = [_Job[T, R]([item], is_retry=True) for item in first.items]
            place = order.index(first)
            order.remove(first)
            for offset, piece in enumerate(pieces):
                order.insert(place + offset, piece)
            others = [*pieces, *others]
        for job in others:
            worker.give(job)


class _Worker:
    """One process, its pipe, and the jobs it has been given, in order. It works on the first."""

    def __init__(self, start: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        self._start, self._arguments = start, arguments
        self.jobs: deque[_Job[Any, Any]] = deque()
        self.pipe: Connection
        self._since = time.monotonic()
        self._is_ready = False
        self._launch()

    def _launch(self) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_work, args=(theirs, self._start, self._arguments), daemon=True)
        self._process.start()
        theirs.close()
        self._outbox: queue.SimpleQueue[list[Any] | None] = queue.SimpleQueue()
        self._sender = threading.Thread(target=_send_on, args=(self.pipe, self._outbox), daemon=True)
        self._sender.start()

    def deadline(self, seconds: float) -> float:
        """When it must have answered, on the monotonic clock, if one item may take so many seconds."""
        allowed = seconds + _FURTHER * (len(self.jobs[0].items) - 1) if self._is_ready else _START
        return self._since + allowed

    def give(self, job: _Job[Any, Any]) -> None:
        if not self.jobs and self._is_ready:
            self._since = time.monotonic()
        self.jobs.append(job)
        self._outbox.put(job.items)

    def take(self) -> None:
        """Take what it sent: first of all that it is ready, then results."""
        results: list[Any] = self.pipe.recv()
        if self._is_ready:
            self.jobs.popleft().results = results
        self._is_ready = True
        self._since = time.monotonic()

    def restart(self) -> None:
        self.stop()
        self.jobs.clear()
        self._since, self._is_ready = time.monotonic(), False
        self._launch()

    def stop(self) -> None:
        """End the process, whatever holds it; it has nothing to put in order."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._outbox.put(None)
        self._sender.join()
        self.pipe.close()


def _send_on(pipe: Connection, outbox: queue.SimpleQueue[list[Any] | None]) -> None:
    """Send from a thread: a worker that is held may not even read, and the parent must go on to see its deadline."""
    while (items := outbox.get()) is not None:
        try:
            pipe.send(items)
        except OSError:
            return  # it has died; `take` will say so


def _work(pipe: Connection, start: Callable[..., Callable[[Any], Any]], arguments: tuple[Any, ...]) -> None:
    """The life of a worker. A thread reads ahead, so that the two sides never wait for each other to read."""
    # Ctrl-C goes to the whole group; the parent ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    function = start(*arguments)
    pipe.send([])
    inbox: queue.SimpleQueue[list[Any] | None] = queue.SimpleQueue()
    threading.Thread(target=_read_ahead, args=(pipe, inbox), daemon=True).start()
    while (items := inbox.get()) is not None:
        pipe.send([function(item) for item in items])


def _read_ahead(pipe: Connection, inbox: queue.SimpleQueue[list[Any] | None]) -> None:
    try:
        while True:
            inbox.put(pipe.recv())
    except (EOFError, OSError):
        inbox.put(None)
