"""Logs of accounts from files to alerts, in two passes: first all events onto disk, then in order of time.

With a folder that keeps the state, a scan goes on from the last one. What is kept is the detections' state as of the
newest event less a grace, and the events since: a line that comes late by less than the grace gives the same alerts as
if it had come in time. What is later still is judged by the detections that look at one event alone, and counted.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import polars as pl

from tocsin.identify.columns import frame_of, in_order
from tocsin.identify.detection import SEVERITIES, Detection
from tocsin.identify.detector import Detector, judge_alone
from tocsin.identify.origins import Surroundings
from tocsin.model.activity import SKEW, Activity, BadField, Coverage, Unreadable
from tocsin.model.alert import Alert
from tocsin.scan.activities import Found, Passed
from tocsin.scan.covering import LOST
from tocsin.scan.kept import Kept, Known, State, load, save
from tocsin.scan.logs import Seen
from tocsin.scan.spool import BATCH, CHUNK, Spool, minute_of, with_values

Item = Found | Seen
GRACE: Final = timedelta(hours=48)
"""Microsoft and Google say that entries of their logs may come up to a day late; twice that."""
_MOST_UNREADABLE: Final = 100
_MOST_FIELDS: Final = 1_000


@dataclass(slots=True)
class Told:
    """What there is to say of a scan besides its alerts."""

    events: int = 0
    passed: int = 0
    """Lines in which none of the user's rules can find anything, so that nothing else was read of them."""
    duplicates: int = 0
    late: int = 0
    """Events older than what may still be put in its place, judged by themselves."""
    ahead: int = 0
    """Events whose time has not come, judged by themselves."""
    unreadable: Counter[str] = field(default_factory=Counter)
    examples: list[Unreadable] = field(default_factory=list)
    """The first of what could not be read."""
    bad_fields: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    """(provider, log, field, problem) → how often."""
    coverage: dict[tuple[str, str], Coverage] = field(default_factory=dict)
    """By provider and log, over all files."""
    lost: int = 0
    """Files of which nothing could be read."""
    reaches: list[Coverage] = field(default_factory=list)
    """Each time without a hole, of each file."""
    stated: list[Coverage] = field(default_factory=list)
    """What somebody states of the exports; broken where it was not believed."""
    withdrawn: list[str] = field(default_factory=list)
    """Ids of alerts of earlier scans that late lines have put right."""
    without_data: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Detections that could find nothing, and which data they wanted."""
    alerts: Counter[str] = field(default_factory=Counter)
    """By severity."""

    def join(self, other: Told) -> None:
        """Take in what is said of the next lines."""
        self.events += other.events
        self.passed += other.passed
        self.late += other.late
        self.ahead += other.ahead
        self.lost += other.lost
        self.unreadable.update(other.unreadable)
        for place, count in other.bad_fields.items():
            self._count(place, count)
        self.examples += other.examples[: _MOST_UNREADABLE - len(self.examples)]
        for one in other.reaches:
            self.add(one)

    def add(self, item: BadField | Unreadable | Coverage | Passed) -> None:
        """Take in what is said of a line, a field or a file."""
        if isinstance(item, Passed):
            self.passed += item.lines
        elif item is LOST:
            self.lost += 1
        elif isinstance(item, Coverage) and item.stated:
            self.stated.append(item)
        elif isinstance(item, Coverage):
            known = self.coverage.get((item.provider, item.log))
            self.coverage[item.provider, item.log] = known.joined(item) if known else item
            self.reaches.append(item)
        elif isinstance(item, Unreadable):
            self.unreadable[item.code] += 1
            if len(self.examples) < _MOST_UNREADABLE:
                self.examples.append(item)
        else:
            self._count((item.provider, item.log, item.field, item.problem), 1)

    def _count(self, place: tuple[str, str, str, str], count: int) -> None:
        if place not in self.bad_fields and len(self.bad_fields) >= _MOST_FIELDS:
            provider, log, _, problem = place
            place = provider, log, "", problem
        self.bad_fields[place] += count


@dataclass(frozen=True, slots=True)
class Setup:
    """What a scan is made with."""

    detections: Mapping[str, Detection]
    now: datetime
    surroundings: Surroundings = field(default_factory=Surroundings)
    state: Path | None = None
    """The folder in which the state is kept; None: this scan stands alone."""
    columns: Sequence[str] = ()
    """What stands beside activities for rules on raw records (`tocsin.identify.sigma.fields.Fields.columns`)."""
    chunk: int = CHUNK
    grace: timedelta = GRACE


Taking = Callable[[Spool, datetime | None], Iterator[pl.DataFrame]]
"""Puts events into a spool, given the checkpoint of the last scan; yields those that have no place there."""


def scan(items: Iterable[Item], setup: Setup, told: Told) -> Iterator[Alert]:
    """Yield the alerts, each once, and none that an earlier scan told unless it has become worse.

    `told` is complete at the end. Raises OutputError where the state cannot be written, InputError where it is broken.
    """
    return scan_taken(lambda spool, checkpoint: take_in(items, spool, checkpoint, setup.now, told), setup, told)


def scan_taken(taking: Taking, setup: Setup, told: Told) -> Iterator[Alert]:
    """Yield the alerts of events that `taking` takes in, as `scan` does."""
    kept = load(setup.state) if setup.state is not None else Kept()
    with tempfile.TemporaryDirectory(prefix="tocsin-accounts-") as folder:
        spool = Spool(Path(folder), setup.columns)
        alone = [alert for events in taking(spool, kept.checkpoint) for alert in _alone(events, setup)]
        for frame in kept.events:
            spool.add_frame(frame)
        for alert in (*alone, *_fold(spool, kept, setup, told)):
            if kept.is_news(alert):
                kept.told[alert.id] = Known(alert.time, SEVERITIES.index(alert.severity))
                told.alerts[alert.severity] += 1
                yield alert
    if setup.state is not None and kept.checkpoint is not None:
        save(setup.state, kept)


def take_in(
    items: Iterable[Item], spool: Spool, checkpoint: datetime | None, now: datetime, told: Told
) -> Iterator[pl.DataFrame]:
    """Put events into the spool; yield those that have no place there, being too late or not come yet."""
    out: list[Seen] = []
    latest = now + SKEW
    for found in items:
        if not isinstance(found, Activity | Seen):
            told.add(found)
            continue
        item = found if isinstance(found, Seen) else Seen(found, ())
        time = item.activity.time
        told.events += 1
        is_late = checkpoint is not None and time < checkpoint
        told.late += is_late
        told.ahead += time > latest
        if not is_late and time <= latest:
            spool.add(item.activity, item.values)
            continue
        out.append(item)
        if len(out) >= BATCH:
            yield _frame(out, spool)
            out.clear()
    if out:
        yield _frame(out, spool)


def _frame(items: Sequence[Seen], spool: Spool) -> pl.DataFrame:
    return with_values(frame_of(item.activity for item in items), spool.columns, [item.values for item in items])


def _alone(events: pl.DataFrame, setup: Setup) -> list[Alert]:
    return judge_alone(setup.detections, in_order(events), setup.surroundings)


def _fold(spool: Spool, kept: Kept, setup: Setup, told: Told) -> Iterator[Alert]:
    """Yield all alerts of the events since the checkpoint, and move the checkpoint on."""
    detector = Detector(setup.detections, setup.surroundings, had=set(kept.had))
    detector.restore(kept.state)
    spool.write()
    newest = max(filter(None, (spool.newest, kept.newest)), default=None)
    if newest is None:
        _note_data(detector, told)
        return
    open_: set[str] = set()
    checkpoint = max(filter(None, (minute_of(newest - setup.grace), kept.checkpoint)))
    since: list[pl.DataFrame] = []
    everything: set[str] = set()
    settled: list[State] | None = None
    for chunk in spool.chunks(setup.chunk, checkpoint):
        if settled is None and chunk.get_column("time")[0] >= checkpoint:
            settled, open_ = list(detector.state()), set()
        if settled is not None and setup.state is not None:
            since.append(chunk)
        for alert in detector.step(chunk):
            open_.add(alert.id)
            yield alert
        everything |= open_
    if settled is None:
        settled, open_ = list(detector.state()), set()
    for alert in detector.pending():
        open_.add(alert.id)
        yield alert
    _note_data(detector, told)
    told.duplicates = spool.duplicates
    told.withdrawn = sorted(kept.open - everything - open_)
    for id_ in told.withdrawn:
        del kept.told[id_]
    kept.checkpoint, kept.newest, kept.state, kept.events = checkpoint, newest, settled, since
    kept.had, kept.open = detector.had, open_


def _note_data(detector: Detector, told: Told) -> None:
    for one in detector.detections.values():
        if lacking := tuple(need for need in one.needs if need not in detector.had):
            told.without_data[one.id] = lacking
