"""What is kept between two scans of logs, so that tomorrow's file is read as if it had been there today."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
import polars as pl

from tocsin.common.causes import cause_of
from tocsin.identify.detection import SEVERITIES
from tocsin.model.alert import Alert
from tocsin.model.error import InputError, OutputError
from tocsin.model.sentence import say

FORMAT: Final = 1
"""Raised when what is kept can no longer be read by older programs, or older files by this one."""
State = tuple[str, str, pl.DataFrame]


class About(msgspec.Struct, frozen=True):
    """The first file of the folder."""

    format: int
    checkpoint: datetime
    newest: datetime
    had: tuple[str, ...] = ()
    """Data beside the logs that there were (`tocsin.identify.detection.NEEDS`)."""


class Known(NamedTuple):
    """What is remembered of an alert that was told."""

    time: datetime
    severity: int
    """Its place in `tocsin.identify.detection.SEVERITIES`."""


@dataclass(slots=True)
class Kept:
    """The state of detections after all events up to `checkpoint`, the events since, and which alerts were told."""

    checkpoint: datetime | None = None
    newest: datetime | None = None
    had: set[str] = field(default_factory=set)
    state: list[State] = field(default_factory=list)
    events: list[pl.DataFrame] = field(default_factory=list)
    told: dict[str, Known] = field(default_factory=dict)
    """All alerts that were told, by their ids."""
    open: set[str] = field(default_factory=set)
    """Alerts told that rest on events after the checkpoint, and may yet turn out otherwise."""

    def is_news(self, alert: Alert) -> bool:
        """Say whether an alert was not told yet, or not as so bad."""
        known = self.told.get(alert.id)
        return known is None or SEVERITIES.index(alert.severity) > known.severity


def load(folder: Path) -> Kept:
    """Return what a folder keeps; nothing where there is none yet. Raises InputError where it cannot be read."""
    if not (folder / "about.json").exists():
        return Kept()
    try:
        about = msgspec.json.decode((folder / "about.json").read_bytes(), type=About)
        if about.format != FORMAT:
            raise ValueError(f"format {about.format}")
        alerts = pl.read_parquet(folder / "alerts.parquet")
        return Kept(
            about.checkpoint,
            about.newest,
            set(about.had),
            list(_states(folder)),
            [pl.read_parquet(path) for path in sorted(folder.glob("events-*.parquet"))],
            {id_: Known(time, severity) for id_, time, severity, _ in alerts.iter_rows()},
            set(alerts.filter("open").get_column("id")),
        )
    except (OSError, ValueError, pl.exceptions.PolarsError) as error:
        raise InputError(
            say("what %(folder)s keeps of earlier scans cannot be read: %(cause)s", folder=folder, cause=str(error)),
            say("Name another folder, or delete this one and scan the old logs again."),
        ) from error


def save(folder: Path, kept: Kept) -> None:
    """Put what is kept in the place of what was, all or nothing. Raises OutputError."""
    new, old = folder.with_name(f"{folder.name}.new"), folder.with_name(f"{folder.name}.old")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
        new.mkdir(mode=0o700)
        _write(new, kept)
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise OutputError(
            say("%(place)s cannot be written: %(cause)s", place=folder, cause=cause_of(error)),
            say("Choose a place that you may write to and that has room."),
        ) from error


def _states(folder: Path) -> Iterator[State]:
    for path in sorted(folder.glob("state-*.parquet")):
        _, name, part = path.stem.split("_")
        yield name, part, pl.read_parquet(path)


def _write(folder: Path, kept: Kept) -> None:
    assert kept.checkpoint is not None and kept.newest is not None  # noqa: S101, PT018 - only what was folded is saved
    for name, part, frame in kept.state:
        frame.write_parquet(folder / f"state-_{name}_{part}.parquet")
    for number, frame in enumerate(kept.events):
        frame.write_parquet(folder / f"events-{number:06}.parquet")
    told = [(id_, *known, id_ in kept.open) for id_, known in kept.told.items()]
    schema = {"id": pl.String(), "time": pl.Datetime("us", "UTC"), "severity": pl.Int64(), "open": pl.Boolean()}
    pl.DataFrame(told, schema=schema, orient="row").write_parquet(folder / "alerts.parquet")
    about = About(FORMAT, kept.checkpoint, kept.newest, tuple(sorted(kept.had)))
    (folder / "about.json").write_bytes(msgspec.json.encode(about))
    for path in folder.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
