"""Alerts linked to the judged messages that led to them (`tocsin.identify.outcome.lures`), by the lines of files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from tocsin.identify.detection import Detection
from tocsin.identify.outcome.lines import HABIT, Lines
from tocsin.identify.outcome.lures import Judged
from tocsin.identify.outcome.weighing import WINDOW
from tocsin.model.activity import Activity
from tocsin.model.alert import Alert
from tocsin.model.error import InputError
from tocsin.model.row import JudgedMail
from tocsin.model.sentence import say
from tocsin.scan.accounts import Item
from tocsin.scan.read_back import ReadBack

MOST: Final = 500_000
"""Messages that are held in memory."""


class Lures:
    """Messages that were judged bad, and the lines among which their traces are looked for."""

    def __init__(self, mail: Iterable[JudgedMail], folder: Path) -> None:
        self.judged: dict[str, str] = {}
        """Message-IDs and hosts, with the verdict, as `Surroundings` wants them."""
        self._mail = Judged(self._counted(mail))
        self._lines = ReadBack(folder)

    def _counted(self, mail: Iterable[JudgedMail]) -> Iterator[JudgedMail]:
        for number, one in enumerate(mail, 1):
            if number > MOST:
                raise InputError(
                    say("there are more than %(most)s bad messages", most=MOST),
                    say("Scan mail with `--min-verdict malicious`, or a shorter time of it."),
                )
            self.judged.update(dict.fromkeys(filter(None, (one.message_id, *one.hosts)), one.verdict or ""))
            yield one

    def passing(self, items: Iterable[Item]) -> Iterator[Item]:
        """Hand things on, and keep the activities among them."""
        yield from self._lines.passing(items)
        self._lines.write()

    def joined(self, alerts: Iterable[Alert], detections: Mapping[str, Detection]) -> Iterator[Alert]:
        """Yield all alerts; those of detections that need judged mail come last, with the messages that led to them."""
        waiting: list[Alert] = []
        for alert in alerts:
            if "judged" in detections[alert.detection].needs:
                waiting.append(alert)
            else:
                yield alert
        by_person = self._lines_of(waiting)
        for alert in waiting:
            lines = [line for line in by_person[alert.person] if _is_near(line, alert.until, alert.until)]
            yield replace(alert, lures=tuple(self._mail.lures(alert, Lines(lines))))

    def _lines_of(self, alerts: Iterable[Alert]) -> Mapping[str, list[Activity]]:
        """The lines of each person, from what came before their first alert up to their last one."""
        times: dict[str, tuple[datetime, datetime]] = {}
        for alert in alerts:
            first, last = times.get(alert.person, (alert.until, alert.until))
            times[alert.person] = min(first, alert.until), max(last, alert.until)
        found: dict[str, list[Activity]] = defaultdict(list)
        for line in self._lines.all() if times else ():
            for person in {line.person, line.actor} & times.keys():
                if _is_near(line, *times[person]):
                    found[person].append(line)
        return found


def _is_near(line: Activity, first: datetime, last: datetime) -> bool:
    return first - HABIT - WINDOW <= line.time <= last
