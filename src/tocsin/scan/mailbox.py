"""Judging a mailbox: every message in it, each with what was known when it came.

With history there are two passes. The first judges every message without history and remembers who wrote to whom; the
second judges each message as of its arrival, with that memory. Mail judged bad in the first pass builds no trust.
What needs no history is the same both times, so the first pass keeps it, sealed, for the second.

The memory is a scratch file that all workers read. A newsroom's never touches the disk: it stays in this process, which
therefore judges alone whatever `jobs` says, because a source who wrote must not be found on a lost machine.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from tocsin.app.identify import context_of, judge_mail, unjudged
from tocsin.app.ports import Names, Rules
from tocsin.common.causes import cause_of, no_scratch, quoted
from tocsin.formats.mime import parse
from tocsin.identify.engine import Engine
from tocsin.identify.mail import Mail
from tocsin.identify.traces import is_tips, trace_of
from tocsin.model.context import Context
from tocsin.model.limits import Limits
from tocsin.model.profile import Profile
from tocsin.model.row import Row
from tocsin.model.sentence import say
from tocsin.model.source import RawMail, Unread
from tocsin.model.trace import Trace
from tocsin.model.verdict import Verdict
from tocsin.scan.deadline import TookTooLongError, deadline
from tocsin.scan.memory import SqliteMemory
from tocsin.scan.pool import Pool
from tocsin.scan.rows import empty_row, lost_row, row_of
from tocsin.scan.sealed import Met, Seal

Source = Callable[[], Iterable[RawMail | Unread]]
"""Opens the mail to scan, from its beginning each time it is called."""
R = TypeVar("R")
_CHUNK_MESSAGES: Final = 64
_CHUNK_BYTES: Final = 2_000_000
_BATCH: Final = 2_000


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker needs to judge, as values that can be sent to it."""

    make_engine: Callable[[], Engine]
    """An importable function without arguments (or a partial of one) that builds the engine."""
    profile: Profile = Profile()
    make_names: Callable[[], Names] | None = None
    """Builds the access to DNS, where that is allowed."""
    make_rules: Callable[[], Rules] | None = None
    """Builds the user's own rules, where there are some."""
    memory: Path | None = None
    """A finished memory to judge with."""
    secret: bytes = field(default=b"", repr=False)
    """What the first pass keeps for the second is sealed with this; empty: it keeps nothing."""
    seconds: float = Limits().max_judge_seconds
    """Seconds that judging one message may take."""


class Learnt(msgspec.Struct, frozen=True, array_like=True):
    """What the first pass takes from a message."""

    trace: Trace | None
    """What the mailbox shall remember of it; None: nothing."""
    met: tuple[bytes, bytes] | None
    """(key, `Met`, sealed) for the second pass; None: nothing."""


class Judge:
    """Judges messages one by one, with its own engine and its own view of the memory."""

    def __init__(self, setup: Setup, memory: SqliteMemory | None = None) -> None:
        self._engine = setup.make_engine()
        self._profile = setup.profile
        self._names = setup.make_names() if setup.make_names else None
        self._rules = setup.make_rules() if setup.make_rules else None
        self._memory = memory or (SqliteMemory(setup.memory, readonly=True) if setup.memory else None)
        self._seal = Seal(setup.secret) if setup.secret else None

    def learn(self, item: RawMail | Unread) -> Learnt | None:
        """Return what the first pass takes from the message; None: nothing, as from mail of sources."""
        try:
            return self._learn(item.raw) if isinstance(item, RawMail) else None
        except Exception:  # noqa: BLE001 - the second pass meets it again and reports it
            return None

    def row(self, item: RawMail | Unread) -> Row:
        """Return what is said of the message. Every message that was read gets a verdict."""
        if isinstance(item, Unread):
            return empty_row(item.path, problem=item.code, hint=item.hint)
        try:
            mail, verdict, context = self._judge(item.raw)
            return row_of(item, mail, verdict, context)
        except Exception as error:  # noqa: BLE001 - one message must not end the scan; the verdict names the failure
            return empty_row(item.path, unjudged(error, self._engine.digest))

    def verdict(self, raw: bytes) -> Verdict:
        """Return the verdict alone."""
        try:
            return self._judge(raw)[1]
        except Exception as error:  # noqa: BLE001 - as above
            return unjudged(error, self._engine.digest)

    def _open(self, raw: bytes) -> Mail:
        return Mail(parse(raw, self._engine.limits), self._engine.limits)

    def _learn(self, raw: bytes) -> Learnt | None:
        mail = self._open(raw)
        if is_tips(mail, self._profile):
            return None
        context = context_of(mail, self._profile, None, self._names, self._rules)
        partial = self._engine.begin(mail, context)
        trace = trace_of(mail, self._engine.finish(mail, context, partial), context)
        met = Met(partial, mail.language, mail.defects)
        return Learnt(trace, self._seal.close(raw, met) if self._seal is not None else None)

    def _met(self, raw: bytes) -> Met | None:
        if self._memory is None or self._seal is None:
            return None
        key = self._seal.key(raw)
        sealed = self._memory.met(key)
        return self._seal.open(key, sealed) if sealed is not None else None

    def _judge(self, raw: bytes) -> tuple[Mail, Verdict, Context]:
        mail, met = self._open(raw), self._met(raw)
        if met is None:
            return mail, *judge_mail(self._engine, mail, self._profile, self._memory, self._names, self._rules)
        mail.language, mail.defects = met.language, met.defects
        context = context_of(mail, self._profile, self._memory, self._names)
        return mail, self._engine.finish(mail, context, met.partial), context


def judge_all(source: Source, setup: Setup, jobs: int, history: bool) -> Iterator[Row]:
    """Yield a row for every message and for everything that could not be read, in the order of the source.

    `jobs` worker processes judge; with 0 this process does, which a C library that never comes back holds for ever.
    Raises OutputError where the scratch file of the memory cannot be written.
    """
    if not history:
        yield from _map(source, setup, jobs, start_rows, lost_row)
    elif setup.profile.is_newsroom:
        with SqliteMemory() as memory:
            _learn(memory, source, setup, jobs=0)
            yield from _in_time(Judge(setup, memory).row, source(), lost_row, setup.seconds)
    else:
        with _scratch() as folder:
            path, setup = folder / "memory.sqlite", replace(setup, secret=Seal.secret())
            try:
                with SqliteMemory(path) as memory:
                    _learn(memory, source, setup, jobs)
            except sqlite3.OperationalError as error:
                raise no_scratch(folder.parent, quoted("SQLite", error)) from error
            yield from _map(source, replace(setup, memory=path), jobs, start_rows, lost_row)


@contextmanager
def _scratch() -> Iterator[Path]:
    """Make a folder that goes in the end. Raises OutputError where none can be made."""
    try:
        made = tempfile.TemporaryDirectory(prefix="tocsin-")
    except OSError as error:
        place = os.environ.get("TMPDIR") or say("the folder for temporary files")
        raise no_scratch(place, cause_of(error)) from error
    with made as folder:
        yield Path(folder)


def judge_mailbox(raws: Iterable[bytes], profile: Profile | None, engine: Engine) -> list[Verdict]:
    """Judge messages with the history that they themselves are: one verdict for each, in the order given.

    All in this process; nothing is written to disk.
    """
    kept = [RawMail(str(number), raw) for number, raw in enumerate(raws, 1)]
    setup = Setup(lambda: engine, profile or Profile(), secret=Seal.secret())
    with SqliteMemory() as memory:
        _learn(memory, lambda: kept, setup, jobs=0)
        judge = Judge(setup, memory)
        return [judge.verdict(item.raw) for item in kept]


def start_rows(setup: Setup) -> Callable[[RawMail | Unread], Row]:
    """Return what a worker of the second pass does with a message."""
    return Judge(setup).row


def start_learning(setup: Setup) -> Callable[[RawMail | Unread], Learnt | None]:
    """Return what a worker of the first pass does with a message."""
    return Judge(setup).learn


def lost_learning(item: RawMail | Unread, late: bool) -> None:
    """Such a message is not remembered either."""


def _learn(memory: SqliteMemory, source: Source, setup: Setup, jobs: int) -> None:
    found: Iterator[Learnt | None] = _map(source, setup, jobs, start_learning, lost_learning)
    learnt = (one for one in found if one is not None)
    while batch := list(islice(learnt, _BATCH)):
        memory.add(one.trace for one in batch if one.trace is not None)
        memory.keep(one.met for one in batch if one.met is not None)
    memory.finish()


def _map(
    source: Source,
    setup: Setup,
    jobs: int,
    start: Callable[[Setup], Callable[[RawMail | Unread], R]],
    lost: Callable[[RawMail | Unread, bool], R],
) -> Iterator[R]:
    if jobs == 0:
        return _in_time(start(setup), source(), lost, setup.seconds)
    return Pool(start, (setup,), lost, jobs, setup.seconds).run(_chunks(source()))


def _in_time(
    work: Callable[[RawMail | Unread], R],
    items: Iterable[RawMail | Unread],
    lost: Callable[[RawMail | Unread, bool], R],
    seconds: float,
) -> Iterator[R]:
    """Map in this process; what takes too long is given up."""
    for item in items:
        try:
            with deadline(seconds):
                result = work(item)
        except TookTooLongError:
            result = lost(item, True)
        yield result


def _chunks(items: Iterable[RawMail | Unread]) -> Iterator[list[RawMail | Unread]]:
    chunk: list[RawMail | Unread] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += len(item.raw) if isinstance(item, RawMail) else 0
        if len(chunk) >= _CHUNK_MESSAGES or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
