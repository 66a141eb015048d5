"""Logs read by several processes, each of which writes the events of its parts into files of their own.

What is said of the parts of a file is put together in their order, so that it is what one process would say.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

import polars as pl

from tocsin.common.causes import cause_of
from tocsin.formats.accounts import AUTO
from tocsin.formats.accounts.shape import Reading
from tocsin.formats.container import OpenFile
from tocsin.identify.sigma.fields import Fields
from tocsin.identify.sigma.sieve import Sieve
from tocsin.model.activity import Exported, Unreadable
from tocsin.model.alert import Alert
from tocsin.model.limits import Limits
from tocsin.model.sentence import say
from tocsin.model.source import Unread
from tocsin.scan.accounts import Setup, Told, scan, scan_taken, take_in
from tocsin.scan.activities import LogReader, formats_of, told_of
from tocsin.scan.covering import LOST, Covering
from tocsin.scan.exported import Statements
from tocsin.scan.logs import Beside, read_with_rules
from tocsin.scan.parts import Part, parts_of, records_of, stamp_of
from tocsin.scan.pool import Pool
from tocsin.scan.spool import Batch, Spool

WORTH: Final = 256 << 20
"""Bytes of logs for which starting worker processes, a second or two each, costs less than it saves."""
_SECONDS: Final = 600.0
"""In which a part must have been read, and one more for each of its megabytes: a whole file may have many."""
_CHANGED: Final = say("it was written to while it was read: scan it again")
_DIED: Final = say("a worker process died while it read this file; please report it")
_LATE: Final = say("reading this file took too long and was ended; please report it")


@dataclass(frozen=True)
class How:
    """How logs are read."""

    provider: str = AUTO
    fields: Fields = field(default_factory=lambda: Fields(()))
    sieve: Sieve | None = None
    limits: Limits = field(default_factory=Limits)
    exported: Sequence[Exported] = ()
    """What is stated of them."""


@dataclass(slots=True)
class Taken:
    """What became of a part, or of all parts of a file."""

    told: Told
    covering: Covering
    passed: int = 0
    is_changed: bool = False
    batches: list[Batch] = field(default_factory=list)
    minutes: Counter[int] = field(default_factory=Counter)
    alone: list[Path] = field(default_factory=list)
    """Files of events that have no place in the spool."""
    consumed: int = 0


def scan_files(
    files: Iterable[OpenFile | Unread],
    how: How,
    setup: Setup,
    told: Told,
    jobs: int,
    advance: Callable[[int], None] = lambda _consumed: None,
) -> Iterator[Alert]:
    """Yield the alerts of files as `tocsin.scan.accounts.scan` does; with several `jobs`, processes read them."""
    if jobs < 2:
        items = read_with_rules(
            files, how.provider, setup.now, how.fields, advance, how.sieve, how.limits, how.exported
        )  # fmt: skip
        return scan(items, setup, told)
    formats_of(how.provider)
    return scan_taken(
        lambda spool, checkpoint: _Files(files, how, setup, told, spool, checkpoint, advance).take_in(jobs), setup, told
    )


@dataclass
class _Open:
    """A file of which parts are being read, or that was read here."""

    label: str
    left: int
    is_parts: bool
    taken: Taken


@dataclass
class _Files:
    files: Iterable[OpenFile | Unread]
    how: How
    setup: Setup
    told: Told
    spool: Spool
    checkpoint: datetime | None
    advance: Callable[[int], None]
    waiting: deque[_Open] = field(default_factory=deque)
    """In the order of the files, whichever is done first."""
    parts: int = 0
    statements: Statements = field(init=False)

    def __post_init__(self) -> None:
        self.statements = Statements(self.how.exported, self.setup.now)

    def take_in(self, jobs: int) -> Iterator[pl.DataFrame]:
        arguments = (self.spool.folder, self.how, tuple(self.spool.columns), self.setup.now, self.checkpoint)
        pool: Pool[Part, Taken] = Pool(start, arguments, _lost, jobs, _SECONDS, further)
        for taken in pool.run(self._chunks()):
            self.spool.join(taken.batches, taken.minutes)
            self.advance(taken.consumed)
            self._add(next(one for one in self.waiting if one.left), taken)
            while self.waiting and not self.waiting[0].left:
                yield from self._done(self.waiting.popleft())
        while self.waiting:
            yield from self._done(self.waiting.popleft())
        for item in self.statements.coverage():
            self.told.add(item)

    def _add(self, to: _Open, taken: Taken) -> None:
        to.left -= 1
        to.taken.told.join(taken.told)
        to.taken.covering.join(taken.covering)
        to.taken.passed += taken.passed
        to.taken.is_changed |= taken.is_changed
        to.taken.alone += taken.alone

    def _done(self, one: _Open) -> Iterator[pl.DataFrame]:
        self.told.join(one.taken.told)
        if one.taken.is_changed:
            self.told.add(Unreadable(one.label, 0, "changed", _CHANGED))
            self.told.add(LOST)
            self.statements.lost()
        if one.is_parts:
            self.statements.note(one.label, one.taken.covering)
            for item in told_of(one.taken.covering, one.taken.passed if self.how.sieve else None):
                self.told.add(item)
        yield from map(pl.read_parquet, one.taken.alone)

    def _chunks(self) -> Iterator[Sequence[Part]]:
        for one in self.files:
            parts = () if isinstance(one, Unread) else parts_of(one, self.parts)
            self.waiting.append(_Open(one.path, len(parts), bool(parts), Taken(Told(), Covering(self.setup.now))))
            self.parts += len(parts)
            if not parts:
                self._read_here(one, self.waiting[-1])
            for part in parts:
                yield (part,)

    def _read_here(self, one: OpenFile | Unread, here: _Open) -> None:
        """Read what other processes cannot open: what is packed, or came through a pipe."""
        how = self.how
        items = read_with_rules(
            (one,), how.provider, self.setup.now, how.fields, self.advance, how.sieve, how.limits,
            statements=self.statements,
        )  # fmt: skip
        alone = take_in(items, self.spool, self.checkpoint, self.setup.now, here.taken.told)
        here.taken.alone = _put_aside(alone, self.spool.folder, f"here-{id(here)}")


def start(
    folder: Path, how: How, columns: Sequence[str], now: datetime, checkpoint: datetime | None
) -> Callable[[Part], Taken]:
    """Return what reads a part in a worker process."""
    formats = formats_of(how.provider)

    def read(part: Part) -> Taken:
        spool, beside = Spool(folder, columns, f"{part.number:06}-"), Beside(how.fields)
        reader = LogReader(part.label, formats, Reading(now), how.limits, beside.see, how.sieve, is_part=True)
        taken = Taken(Told(), reader.covering, consumed=part.consumed)
        try:
            with Path(part.path).open("rb") as stream:
                taken.is_changed = stamp_of(stream) != part.stamp
                items = beside.join(reader.lines(records_of(stream, part, reader.limits, reader.pick)))
                alone = take_in(items, spool, checkpoint, now, taken.told)
                taken.alone = _put_aside(alone, folder, f"{part.number:06}")
                taken.is_changed |= stamp_of(stream) != part.stamp
        except OSError as error:
            _lose(taken, Unreadable(part.label, 0, "io-error", say("reading failed: %(cause)s", cause=cause_of(error))))
        spool.write()
        taken.passed, taken.batches, taken.minutes = reader.passed, spool.batches, spool.minutes
        return taken

    return read


def _put_aside(several: Iterable[pl.DataFrame], folder: Path, name: str) -> list[Path]:
    """Write events that have no place in the spool: a log whose clock is wrong may have nothing else."""
    paths: list[Path] = []
    for events in several:
        paths.append(folder / f"alone-{name}-{len(paths):06}.parquet")
        events.write_parquet(paths[-1])
    return paths


def further(part: Part) -> float:
    """Return the seconds that a part may take longer for its size."""
    return (part.end - part.begin) / (1 << 20)


def _lost(part: Part, late: bool) -> Taken:
    taken = Taken(Told(), Covering(None), consumed=part.consumed)
    code, hint = ("took-too-long", _LATE) if late else ("worker-died", _DIED)
    _lose(taken, Unreadable(part.label, part.begin, code, hint))
    return taken


def _lose(taken: Taken, what: Unreadable) -> None:
    taken.told.add(what)
    taken.covering.lose()
