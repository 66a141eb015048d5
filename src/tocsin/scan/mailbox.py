"""Judging a mailbox: every message in it, each with what was known when it came.

With history there are two passes. The first judges every message without history and remembers who wrote to whom; the
second judges each message as of its arrival, with that memory. Mail judged bad in the first pass builds no trust.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Final

from tocsin.app.identify import judge_mail
from tocsin.app.ports import Memory, Names
from tocsin.formats.mime import parse
from tocsin.identify.engine import Engine
from tocsin.identify.excerpts import excerpts_of
from tocsin.identify.mail import Mail
from tocsin.identify.traces import Trace, is_tips
from tocsin.model.context import Context
from tocsin.model.message import Message
from tocsin.model.profile import Kind, Profile
from tocsin.model.row import Row
from tocsin.model.source import RawMail, Unread
from tocsin.model.verdict import Class, Verdict
from tocsin.scan.memory import DiskMemory
from tocsin.scan.pool import Pool

Source = Callable[[], Iterable[RawMail | Unread]]
"""Opens the mail to scan, from its beginning each time it is called."""
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
    memory: Path | None = None


def judge_all(source: Source, setup: Setup, jobs: int, history: bool) -> Iterator[Row]:
    """Yield a row for every message and for everything that could not be read, in the order of the source."""
    if not history or setup.profile.organisation.kind is Kind.NEWSROOM:
        for row, _ in _pass(source, setup, jobs):
            yield row
        return
    with tempfile.TemporaryDirectory(prefix="tocsin-") as folder:
        path = Path(folder) / "memory.sqlite"
        with DiskMemory(path) as memory:
            memory.add(trace for _, trace in _pass(source, setup, jobs) if trace is not None)
            memory.finish()
        for row, _ in _pass(source, _with_memory(setup, path), jobs):
            yield row


def _with_memory(setup: Setup, path: Path) -> Setup:
    return Setup(setup.make_engine, setup.profile, setup.make_names, path)


def _pass(source: Source, setup: Setup, jobs: int) -> Iterator[tuple[Row, Trace | None]]:
    if jobs == 1:
        yield from map(start_worker(setup), source())
        return
    pool: Pool[RawMail | Unread, tuple[Row, Trace | None]] = Pool(start_worker, (setup,), lost_row, jobs)
    yield from pool.run(_chunks(source()))


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


def start_worker(setup: Setup) -> Callable[[RawMail | Unread], tuple[Row, Trace | None]]:
    """Return the function that judges one message, with its own engine and its own view of the memory."""
    engine = setup.make_engine()
    memory: Memory | None = DiskMemory(setup.memory, readonly=True) if setup.memory else None
    names = setup.make_names() if setup.make_names else None

    def judge(item: RawMail | Unread) -> tuple[Row, Trace | None]:
        if isinstance(item, Unread):
            return Row(item.path, "", "", "", "", "", "", None, problem=item.code, hint=item.hint), None
        message = parse(item.raw, engine.limits)
        verdict, trace, context = judge_mail(engine, message, setup.profile, memory, names)
        keep = not is_tips(Mail(message, engine.limits), setup.profile)
        return row_of(item, message, verdict, context), trace if keep else None

    return judge


def row_of(item: RawMail, message: Message, verdict: Verdict, context: Context) -> Row:
    """Return the row that tells of a judged message."""
    mail = Mail(message)
    time = context.as_of
    return Row(
        path=item.path,
        message_id=mail.message_id,
        sender=mail.sender.email,
        sender_name=mail.sender.name,
        subject=mail.subject,
        time=time.astimezone(UTC).isoformat().replace("+00:00", "Z") if time else "",
        language=mail.language,
        verdict=verdict,
        defects=item.defects + message.defects,
        excerpts=excerpts_of(mail, verdict.findings) if verdict.verdict is not Class.CLEAN else (),
    )


def lost_row(item: RawMail | Unread) -> tuple[Row, None]:
    """The row of a message over which a worker died twice."""
    hint = "a worker process died while it judged this message; please report it"
    return Row(item.path, "", "", "", "", "", "", None, problem="worker-died", hint=hint), None


def judge_mailbox(raws: Iterable[bytes], profile: Profile | None, engine: Engine) -> list[Verdict]:
    """Judge messages with the history that they themselves are, in one process; verdicts in the order given."""
    kept = [RawMail(str(number), raw) for number, raw in enumerate(raws, 1)]
    setup = Setup(lambda: engine, profile or Profile())
    rows = judge_all(lambda: kept, setup, jobs=1, history=True)
    return [row.verdict for row in rows if row.verdict is not None]
