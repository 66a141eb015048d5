"""Judging a mailbox: every message in it, each with what was known when it came.

With history there are two passes. The first judges every message without history and remembers who wrote to whom; the
second judges each message as of its arrival, with that memory. Mail judged bad in the first pass builds no trust.

The memory is a scratch file that all workers read. A newsroom's never touches the disk: it stays in this process, which
therefore judges alone whatever `jobs` says, because a source who wrote must not be found on a lost machine.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from msgspec.structs import replace as replace_struct

from tocsin.app.identify import judge_mail, unjudged
from tocsin.app.ports import Memory, Names, Rules
from tocsin.formats.mime import parse
from tocsin.identify.engine import Engine
from tocsin.identify.excerpts import excerpts_of
from tocsin.identify.mail import Mail
from tocsin.identify.traces import is_tips
from tocsin.model.context import Context
from tocsin.model.limits import Limits
from tocsin.model.profile import Profile
from tocsin.model.row import Row
from tocsin.model.sentence import Sentence, say
from tocsin.model.source import RawMail, Unread
from tocsin.model.trace import Trace
from tocsin.model.verdict import Class, Verdict
from tocsin.scan.deadline import TookTooLongError, deadline
from tocsin.scan.memory import SqliteMemory
from tocsin.scan.pool import Pool

Source = Callable[[], Iterable[RawMail | Unread]]
"""Opens the mail to scan, from its beginning each time it is called."""
R = TypeVar("R")
_CHUNK_MESSAGES: Final = 64
_CHUNK_BYTES: Final = 2_000_000


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
    seconds: float = Limits().max_judge_seconds
    """Seconds that judging one message may take."""


class Judge:
    """Judges messages one by one, with its own engine and its own view of the memory."""

    def __init__(self, setup: Setup, memory: Memory | None = None) -> None:
        self._engine = setup.make_engine()
        self._profile = setup.profile
        self._names = setup.make_names() if setup.make_names else None
        self._rules = setup.make_rules() if setup.make_rules else None
        self._memory = memory or (SqliteMemory(setup.memory, readonly=True) if setup.memory else None)

    def trace(self, item: RawMail | Unread) -> Trace | None:
        """Return what the mailbox shall remember of the message; None: nothing."""
        try:
            return self._judge(item.raw)[3] if isinstance(item, RawMail) else None
        except Exception:  # noqa: BLE001 - the second pass meets it again and reports it
            return None

    def row(self, item: RawMail | Unread) -> Row:
        """Return what is said of the message. Every message that was read gets a verdict."""
        if isinstance(item, Unread):
            return _empty_row(item.path, problem=item.code, hint=item.hint)
        try:
            mail, verdict, context, _ = self._judge(item.raw)
            return _row_of(item, mail, verdict, context)
        except Exception as error:  # noqa: BLE001 - one message must not end the scan; the verdict names the failure
            return _empty_row(item.path, unjudged(error, self._engine.digest))

    def verdict(self, raw: bytes) -> Verdict:
        """Return the verdict alone."""
        try:
            return self._judge(raw)[1]
        except Exception as error:  # noqa: BLE001 - as above
            return unjudged(error, self._engine.digest)

    def _judge(self, raw: bytes) -> tuple[Mail, Verdict, Context, Trace | None]:
        mail = Mail(parse(raw, self._engine.limits), self._engine.limits)
        return mail, *judge_mail(self._engine, mail, self._profile, self._memory, self._names, self._rules)


def judge_all(source: Source, setup: Setup, jobs: int, history: bool) -> Iterator[Row]:
    """Yield a row for every message and for everything that could not be read, in the order of the source."""
    if not history:
        yield from _map(source, setup, jobs, start_rows, lost_row)
    elif setup.profile.is_newsroom:
        with SqliteMemory() as memory:
            _learn(memory, source, setup, jobs=1)
            yield from _in_time(Judge(setup, memory).row, source(), lost_row, setup.seconds)
    else:
        with tempfile.TemporaryDirectory(prefix="tocsin-") as folder:
            path = Path(folder) / "memory.sqlite"
            with SqliteMemory(path) as memory:
                _learn(memory, source, setup, jobs)
            yield from _map(source, replace(setup, memory=path), jobs, start_rows, lost_row)


def judge_mailbox(raws: Iterable[bytes], profile: Profile | None, engine: Engine) -> list[Verdict]:
    """Judge messages with the history that they themselves are: one verdict for each, in the order given.

    All in this process; nothing is written to disk.
    """
    kept = [RawMail(str(number), raw) for number, raw in enumerate(raws, 1)]
    setup = Setup(lambda: engine, profile or Profile())
    with SqliteMemory() as memory:
        _learn(memory, lambda: kept, setup, jobs=1)
        judge = Judge(setup, memory)
        return [judge.verdict(item.raw) for item in kept]


def start_rows(setup: Setup) -> Callable[[RawMail | Unread], Row]:
    """Return what a worker of the second pass does with a message."""
    return Judge(setup).row


def start_traces(setup: Setup) -> Callable[[RawMail | Unread], Trace | None]:
    """Return what a worker of the first pass does with a message."""
    return Judge(setup).trace


def lost_row(item: RawMail | Unread, late: bool) -> Row:
    """Return the row of a message that was given up: a worker died twice over it, or it took too long."""
    if late:
        hint = say("judging this message took too long and was ended; please report it")
        return _empty_row(item.path, problem="took-too-long", hint=hint)
    hint = say("a worker process died while it judged this message; please report it")
    return _empty_row(item.path, problem="worker-died", hint=hint)


def lost_trace(item: RawMail | Unread, late: bool) -> None:
    """Such a message is not remembered either."""


def _learn(memory: SqliteMemory, source: Source, setup: Setup, jobs: int) -> None:
    traces: Iterator[Trace | None] = _map(source, setup, jobs, start_traces, lost_trace)
    memory.add(trace for trace in traces if trace is not None)
    memory.finish()


def _map(
    source: Source,
    setup: Setup,
    jobs: int,
    start: Callable[[Setup], Callable[[RawMail | Unread], R]],
    lost: Callable[[RawMail | Unread, bool], R],
) -> Iterator[R]:
    if jobs == 1:
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


def _row_of(item: RawMail, mail: Mail, verdict: Verdict, context: Context) -> Row:
    if is_tips(mail, context.profile):
        return _source_row(item, verdict)
    time = context.as_of
    return Row(
        path=item.path,
        message_id=mail.message_id,
        sender=mail.sender.email,
        sender_name=mail.sender.name,
        subject=mail.subject,
        time=time.isoformat().replace("+00:00", "Z") if time else "",
        language=mail.language,
        verdict=verdict,
        defects=item.defects + mail.defects,
        excerpts=excerpts_of(mail, verdict.findings) if verdict.verdict is not Class.CLEAN else (),
    )


def _source_row(item: RawMail, verdict: Verdict) -> Row:
    """What may be told of mail to an address for sources: that it is there, and what was found; nobody's words."""
    findings = tuple(replace_struct(finding, evidence=()) for finding in verdict.findings)
    return Row(item.path, "", "", "", "", "", "", replace_struct(verdict, findings=findings))


def _empty_row(path: str, verdict: Verdict | None = None, problem: str = "", hint: Sentence | None = None) -> Row:
    return Row(path, "", "", "", "", "", "", verdict, problem=problem, hint=hint)
