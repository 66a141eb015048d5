"""Worker processes that survive what mail does to them.

Chunks go out and come back in order, a bounded number at a time. When a worker dies (a crash in a C library, the
system's memory killer), it is replaced and its chunk tried again message by message, so that only the message that
kills it is given up, and is reported as such.
"""

from __future__ import annotations

import multiprocessing
import queue
import signal
import threading
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


@dataclass(slots=True)
class _Job(Generic[T, R]):
    items: list[T]
    results: list[R] | None = None
    tries: int = 0


class Pool(Generic[T, R]):
    """`run` maps chunks through worker processes.

    `start` is called once in each worker and returns the function that maps one item; both must be importable.
    `lost` makes the result for an item whose worker died twice over it.
    """

    def __init__(
        self,
        start: Callable[..., Callable[[T], R]],
        arguments: tuple[Any, ...],
        lost: Callable[[T], R],
        workers: int,
    ) -> None:
        self._start = start
        self._arguments = arguments
        self._lost = lost
        self._workers = workers

    def run(self, chunks: Iterable[Sequence[T]]) -> Iterator[R]:
        """Yield the results in the order of the items."""
        source = iter(chunks)
        order: deque[_Job[T, R]] = deque()
        crew = [_Worker(self._start, self._arguments) for _ in range(self._workers)]
        try:
            self._fill(source, order, crew)
            while order:
                if order[0].results is None:
                    self._collect(crew)
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

    def _collect(self, crew: list[_Worker]) -> None:
        busy = {worker.pipe: worker for worker in crew if worker.jobs}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]  # `wait` returns what it was given
            try:
                worker.take()
            except (EOFError, OSError):
                self._revive(worker)

    def _revive(self, worker: _Worker) -> None:
        jobs = list(worker.jobs)
        worker.restart()
        first, *others = jobs
        first.results = [self._alone(worker, item) for item in first.items]
        for job in others:
            worker.give(job)

    def _alone(self, worker: _Worker, item: T) -> R:
        try:
            worker.give(_Job([item]))
            result: R = worker.take()[0]
            return result
        except (EOFError, OSError):
            worker.restart()
            return self._lost(item)


class _Worker:
    """One process, its pipe, and the jobs it has been given, in order."""

    def __init__(self, start: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        self._start, self._arguments = start, arguments
        self.jobs: deque[_Job[Any, Any]] = deque()
        self.pipe: Connection
        self._launch()

    def _launch(self) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_work, args=(theirs, self._start, self._arguments), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, job: _Job[Any, Any]) -> None:
        self.jobs.append(job)
        try:
            self.pipe.send(job.items)
        except OSError:
            return  # it has died; `take` will say so

    def take(self) -> list[Any]:
        results: list[Any] = self.pipe.recv()
        job = self.jobs.popleft()
        job.results = results
        return results

    def restart(self) -> None:
        self.stop()
        self.jobs.clear()
        self._launch()

    def stop(self) -> None:
        self.pipe.close()
        self._process.terminate()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


def _work(pipe: Connection, start: Callable[..., Callable[[Any], Any]], arguments: tuple[Any, ...]) -> None:
    """The life of a worker. A thread reads ahead, so that the two sides never wait for each other to read."""
    # Ctrl-C goes to the whole group; the parent ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    function = start(*arguments)
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
