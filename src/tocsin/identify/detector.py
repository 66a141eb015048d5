"""Runs detections over events in order of time, a chunk at a time, and carries on from where it stopped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import polars as pl

from tocsin.identify.detection import NEEDS, SEVERITIES, Detection
from tocsin.identify.forms.form import BEFORE, KEY, RANK
from tocsin.identify.forms.gather import EVENTS, FACT, gather
from tocsin.identify.origins import Surroundings
from tocsin.model.alert import Alert, EventRef, Severity

_NONE: Final = timedelta(0)
_MOST_EVENTS: Final = 2 * EVENTS
_REF: Final = ("provider", "id", "file", "offset", "digest")


@dataclass(slots=True)
class _Kept:
    """What one detection carries from chunk to chunk."""

    form: pl.DataFrame | None = None
    open: pl.DataFrame | None = None


@dataclass(slots=True)
class Detector:
    """A fold: the same events give the same alerts, in whatever chunks they come."""

    detections: Mapping[str, Detection]
    surroundings: Surroundings = field(default_factory=Surroundings)
    had: set[str] = field(default_factory=set)
    """Which of NEEDS any event had data of."""
    _kept: dict[str, _Kept] = field(default_factory=dict)

    def step(self, chunk: pl.DataFrame) -> list[Alert]:
        """Take the next events (each once, in order, none cut apart from others of its time); return what is done."""
        if chunk.is_empty():
            return []
        events = self.surroundings.of(chunk)
        self.had.update(need for need in NEEDS if need not in self.had and _has(events, need))
        end: datetime = chunk.get_column("time")[-1]
        masks = events.lazy().select([_wanted(one).alias(one.id) for one in self.detections.values()]).collect()
        return [
            alert
            for one in self.detections.values()
            for alert in self._run(one, events.filter(masks.get_column(one.id)), end)
        ]

    def pending(self) -> list[Alert]:
        """Return the alerts that later events may still make grow, as they are now."""
        return [
            alert
            for one in self.detections.values()
            if (kept := self._kept.get(one.id)) is not None and kept.open is not None
            for alert in _alerts(one, kept.open)
        ]

    def state(self) -> Iterator[tuple[str, str, pl.DataFrame]]:
        """Yield (detection, part, frame) of all that is carried."""
        for name, kept in self._kept.items():
            if kept.form is not None:
                yield name, "form", kept.form
            if kept.open is not None:
                yield name, "open", kept.open

    def restore(self, state: Iterable[tuple[str, str, pl.DataFrame]]) -> None:
        """Carry on from what `state` gave. Parts of detections that are no more are passed over."""
        for name, part, frame in state:
            if name in self.detections:
                setattr(self._kept.setdefault(name, _Kept()), part, frame)

    def _run(self, one: Detection, events: pl.DataFrame, end: datetime) -> list[Alert]:
        kept = self._kept.setdefault(one.id, _Kept())
        if events.is_empty() and kept.open is None:
            return []
        lag = one.form.quiet * (1 + one.form.DELAY)
        if not events.is_empty():
            hits, kept.form = one.form.step(kept.form, events, pl.lit(end))
            if one.form.worse is not None:
                worse = one.form.worse.fill_null(value=False).cast(pl.Int32)
                hits = hits.with_columns(pl.max_horizontal(RANK, worse).alias(RANK))
            if one.form.quiet == _NONE:
                return list(_singly(one, hits))
            if not hits.is_empty():
                kept.open = gather(kept.open, hits, one.facts, one.form.quiet)
        if kept.open is None:
            return []
        is_done = pl.col("until") + lag < end
        done, kept.open = kept.open.filter(is_done), kept.open.filter(~is_done)
        if kept.open.is_empty():
            kept.open = None
        return list(_alerts(one, done))


def judge_alone(detections: Mapping[str, Detection], events: pl.DataFrame, surroundings: Surroundings) -> list[Alert]:
    """Return what detections that remember nothing say of events that come too late for the others."""
    from tocsin.identify.forms import Each

    alone = {name: one for name, one in detections.items() if isinstance(one.form, Each)}
    detector = Detector(alone, surroundings)
    return [*detector.step(events), *detector.pending()]


def _wanted(one: Detection) -> pl.Expr:
    where = one.form.where.fill_null(value=False)
    return where if one.form.other is None else where | one.form.other.fill_null(value=False)


def _has(events: pl.DataFrame, need: str) -> bool:
    column = events.get_column(need)
    if column.dtype == pl.String:
        return bool((column != "").any())
    return bool((column != 0).any()) if column.dtype == pl.Int64 else column.null_count() < len(column)


def _alerts(one: Detection, rows: pl.DataFrame) -> Iterator[Alert]:
    for row in rows.iter_rows(named=True):
        yield _alert(one, row)


def _singly(one: Detection, hits: pl.DataFrame) -> Iterator[Alert]:
    """Yield an alert for each hit. They may be many: nothing is gathered, and no row made into a mapping."""
    before = [BEFORE + name for name in _REF] if BEFORE + "id" in hits.columns else []
    told = [value.cast(pl.String).alias(FACT + name) for name, value in one.facts.items()]
    columns = hits.select(KEY, "time", "count", RANK, "person", *_REF, *before, *told)
    for key, time, count, rank, person, provider, id_, file, offset, digest, *rest in columns.iter_rows():
        ref, facts = EventRef(id_, file, offset, digest), rest[len(before) :]
        yield Alert(
            id=_identity(one, key, f"{provider} {id_}"),
            detection=one.id,
            severity=_severity(one, rank),
            person=person or "",
            time=time,
            until=time,
            events=(EventRef(*rest[1 : len(before)]), ref) if before else (ref,),
            count=count,
            facts={name: value for name, value in zip(one.facts, facts, strict=True) if value},
            attack=one.attack,
            provider=rest[0] if before else provider,
        )


def _identity(one: Detection, key: str, event: str) -> str:
    return hashlib.sha256("\0".join((one.id, key, event)).encode()).hexdigest()[:32]


def _severity(one: Detection, rank: int) -> Severity:
    return SEVERITIES[min(SEVERITIES.index(one.severity) + rank, len(SEVERITIES) - 1)]


def _alert(one: Detection, row: Mapping[str, Any]) -> Alert:
    events = {(ref["provider"], ref["id"], ref["digest"]): ref for ref in (*row["first"], *row["last"])}
    people = tuple(person for person in row["people"] if person)
    told = {name: ", ".join(row[FACT + name]) for name in one.facts}
    return Alert(
        id=_identity(one, row[KEY], row["_id"]),
        detection=one.id,
        severity=_severity(one, row[RANK]),
        person=people[0] if len(people) == 1 else "",
        time=row["time"],
        until=row["until"],
        events=tuple(
            EventRef(ref["id"], ref["file"], ref["offset"], ref["digest"])
            for ref in list(events.values())[:_MOST_EVENTS]
        ),
        count=row["count"],
        people=people if len(people) > 1 else (),
        facts={name: value for name, value in told.items() if value},
        attack=one.attack,
        provider=row["first"][0]["provider"],
    )
