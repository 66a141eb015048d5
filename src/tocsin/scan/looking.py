"""Logs of accounts for the use cases: looked through once, and kept on disk until all of it was taken."""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import Final

from tocsin.app.ports import Looked
from tocsin.formats.container import OpenFile
from tocsin.identify.detections import all_detections
from tocsin.identify.origins import Surroundings
from tocsin.model.activity import Activity, Coverage, Exported, without_holes
from tocsin.model.alert import Alert
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.model.source import Unread
from tocsin.scan.accounts import Setup, Told, scan
from tocsin.scan.activities import read
from tocsin.scan.again import scan_again, sift
from tocsin.scan.kept import Kept, load
from tocsin.scan.read_back import ReadBack

_MOST_REACHES: Final = 1_000
"""Times without a hole that are kept of one reading. Logs with more holes prove nothing."""
_MOST_STATE: Final = 256 << 20
"""Bytes of what is remembered, unpacked."""
Open = Callable[[], Iterator[OpenFile | Unread]]


class Logs:
    """A `tocsin.app.ports.AccountLogs`."""

    def __init__(
        self, files: Open, now: Callable[[], datetime], surroundings: Surroundings, provider: str,
        exported: Sequence[Exported] = (),
    ) -> None:  # fmt: skip
        self._files = files
        self._now = now
        self._surroundings = surroundings
        self._provider = provider
        self._exported = exported

    @contextmanager
    def look(
        self, state: bytes | None, judged: Mapping[str, str], earlier: Callable[[], Iterable[Activity]]
    ) -> Iterator[Looked]:  # fmt: skip
        """Look through them with what was remembered of earlier ones, and what was judged bad."""
        with tempfile.TemporaryDirectory(prefix="tocsin-logs-") as name:
            folder = Path(name)
            remembered = folder / "state"
            before = Kept()
            if state is not None:
                _unpack(state, remembered)
                before = load(remembered)
            now = self._now()
            told, kept, past = Told(), ReadBack(folder / "new"), ReadBack(folder / "earlier")
            setup = Setup(all_detections(), now, replace(self._surroundings, judged=judged), remembered)
            found = kept.passing(read(self._files(), self._provider, as_of=now, exported=self._exported))
            alerts = tuple(scan(found, setup, told))
            kept.write()
            looked = _Looked(kept, past, alerts, told, remembered)
            if told.late and before.checkpoint is not None:
                past.take(earlier())
                looked.put_in_place(before, replace(setup, state=folder / "again"))
            looked.finish()
            yield looked


class _Looked:
    def __init__(self, kept: ReadBack, past: ReadBack, alerts: tuple[Alert, ...], told: Told, remembered: Path) -> None:
        self._kept = kept
        self._past = past
        self._alerts = alerts
        self._told = told
        self._remembered = remembered
        self._late = told.late
        self._repeated = told.duplicates
        self._lines: dict[tuple[str, str], Activity] = {}
        self._packed = b""

    def put_in_place(self, before: Kept, setup: Setup) -> None:
        """Look through everything once more where lines came late and were not read before."""
        assert before.checkpoint is not None  # noqa: S101 - else nothing is late
        late = sift(self._kept.all(), self._past.all(), before.checkpoint)
        self._late -= late.known
        self._repeated += late.known
        if late.begins is None or not self._past.files:
            return
        told = Told()
        self._alerts = scan_again(chain(self._past.all(), self._kept.all()), setup, told, before, late.begins)
        self._told.withdrawn, self._late = told.withdrawn, 0
        assert setup.state is not None  # noqa: S101 - as in `scan_again`
        self._remembered = setup.state

    def finish(self) -> None:
        """Get ready what is asked for while the store is locked for others."""
        wanted = {(ref.id, ref.digest) for alert in self._alerts for ref in alert.events}
        found = chain(self._past.all(), self._kept.all()) if wanted else ()
        self._lines = {(one.id, one.digest): one for one in found if (one.id, one.digest) in wanted}
        self._packed = _pack(self._remembered)

    def activities(self) -> Iterator[Activity]:
        return self._kept.all()

    def alerts(self) -> Sequence[Alert]:
        return self._alerts

    def withdrawn(self) -> Sequence[str]:
        return self._told.withdrawn

    def lines(self, alert: Alert) -> tuple[Activity, ...]:
        return tuple(self._lines[ref.id, ref.digest] for ref in alert.events if (ref.id, ref.digest) in self._lines)

    def coverage(self) -> Sequence[Coverage]:
        reaches = list(without_holes(self._told.reaches))
        if len(reaches) <= _MOST_REACHES and not self._told.lost:
            return [*reaches, *islice(self._told.stated, _MOST_REACHES)]
        everything = chain(self._told.coverage.values(), self._told.stated)
        return [one.damaged() for one in islice(everything, _MOST_REACHES)]

    def unread(self) -> int:
        return self._told.unreadable.total()

    def late(self) -> int:
        return self._late + self._told.ahead

    def repeated(self) -> int:
        return self._repeated

    def state(self) -> bytes:
        return self._packed


def _pack(folder: Path) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for file in sorted(folder.glob("*")):
            archive.add(file, file.name)
    return packed.getvalue()


def _unpack(state: bytes, folder: Path) -> None:
    folder.mkdir()
    try:
        with tarfile.open(fileobj=io.BytesIO(state), mode="r") as archive:
            left = _MOST_STATE
            for member in islice(archive, 10_000):
                left -= member.size
                if left < 0 or not member.isfile() or Path(member.name).name != member.name:
                    raise tarfile.TarError(member.name)
                if (file := archive.extractfile(member)) is not None:
                    (folder / member.name).write_bytes(file.read())
    except tarfile.TarError as error:
        raise InputError(
            say("what was remembered of earlier logs cannot be read"), say("Restore the store from a back-up.")
        ) from error
