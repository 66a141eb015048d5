"""Events on their way from files, in any order, to detections, in order of time: kept on disk in between.

Memory holds one batch while writing and one chunk while reading, whatever there is in all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

from tocsin.identify.columns import SCHEMA, frame_of, in_order
from tocsin.identify.sigma.fields import Values
from tocsin.model.activity import Activity

BATCH: Final = 50_000
"""Events written at once."""
CHUNK: Final = 100_000
"""Events handed on at once, unless one minute has more: a minute is never cut apart."""
_GROUP: Final = 10_000
"""Events a row group: a chunk skips the groups that lie outside of its time by their statistics."""
_MINUTE: Final = 60
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Batch(NamedTuple):
    """A file of events."""

    path: Path
    begins: datetime
    ends: datetime


@dataclass(slots=True)
class Spool:
    """Batches of events in a folder, and how many there are of each minute."""

    folder: Path
    columns: Sequence[str] = ()
    """Columns of text that stand beside the activities."""
    name: str = ""
    """With what the names of its files begin, where several processes write into the folder."""
    duplicates: int = 0
    """Lines that were there twice, known once the chunks were taken."""
    minutes: Counter[int] = field(default_factory=Counter)
    """Events of each minute since 1970."""
    batches: list[Batch] = field(default_factory=list)
    _batch: list[Activity] = field(default_factory=list)
    _beside: list[Values] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many events there are."""
        return self.minutes.total()

    @property
    def newest(self) -> datetime | None:
        """The end of the last minute that has events."""
        return _time(max(self.minutes) + 1) if self.minutes else None

    def add(self, activity: Activity, values: Values = ()) -> None:
        """Take in an event, with the values of `columns`."""
        self._batch.append(activity)
        if self.columns:
            self._beside.append(values)
        if len(self._batch) >= BATCH:
            self.write()

    def add_frame(self, events: pl.DataFrame) -> None:
        """Take in events that are a frame already."""
        if events.is_empty():
            return
        minutes = events.select(pl.col("time").dt.epoch("s") // _MINUTE).to_series().value_counts()
        self.minutes.update(dict(minutes.iter_rows()))
        path = self.folder / f"{self.name}{len(self.batches):06}.parquet"
        events = events.sort("time")
        events.write_parquet(path, compression="lz4", row_group_size=_GROUP)
        self.batches.append(Batch(path, events.item(0, "time"), events.item(-1, "time")))

    def join(self, batches: Iterable[Batch], minutes: Counter[int]) -> None:
        """Take in what another process wrote into the folder."""
        self.batches += batches
        self.minutes.update(minutes)

    def write(self) -> None:
        """Write what is in memory."""
        if self._batch:
            self.add_frame(with_values(frame_of(self._batch), self.columns, self._beside))
            self._batch.clear()
            self._beside.clear()

    def chunks(self, size: int = CHUNK, cut: datetime | None = None) -> Iterator[pl.DataFrame]:
        """Yield all events in order, each once, at most `size` at a time. No chunk reaches across `cut`."""
        self.write()
        for begin, end in self._spans(size, cut):
            found = self._between(begin, end)
            once = in_order(found)
            self.duplicates += len(found) - len(once)
            yield once

    def _spans(self, size: int, cut: datetime | None) -> Iterator[tuple[datetime, datetime]]:
        """Yield times [begin, end) that hold about `size` events each."""
        begin, held, last = None, 0, 0
        for minute, count in sorted(self.minutes.items()):
            crosses = cut is not None and begin is not None and _time(begin) < cut <= _time(minute)
            if begin is not None and (held + count > size or crosses):
                yield _time(begin), _time(last + 1)
                begin, held = None, 0
            begin, held, last = minute if begin is None else begin, held + count, minute
        if begin is not None:
            yield _time(begin), _time(last + 1)

    def _between(self, begin: datetime, end: datetime) -> pl.DataFrame:
        inside = pl.col("time").is_between(pl.lit(begin, SCHEMA["time"]), pl.lit(end, SCHEMA["time"]), closed="left")
        files = [pl.scan_parquet(one.path) for one in self.batches if one.begins < end and one.ends >= begin]
        found = pl.concat(files, how="diagonal").filter(inside).collect()
        lacking = [name for name in self.columns if name not in found.columns]
        return found.with_columns(pl.lit(None, pl.String).alias(name) for name in lacking)


def with_values(events: pl.DataFrame, columns: Sequence[str], values: Sequence[Values]) -> pl.DataFrame:
    """Return events with columns of text beside them."""
    if not columns:
        return events
    return events.hstack(pl.DataFrame(values, schema=dict.fromkeys(columns, pl.String()), orient="row"))


def _time(minute: int) -> datetime:
    return _EPOCH + timedelta(minutes=minute)


def minute_of(time: datetime) -> datetime:
    """Return the beginning of a time's minute."""
    return time.replace(second=0, microsecond=0)
