"""Alerts linked to the judged messages that led to them: by message, link, time, person, device and place.

What a click says of its message is looked up; how sure that is, and whether what came after belongs to it, is judged as
for outcomes (`tocsin.identify.outcome.join`), from the lines of the person concerned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from tocsin.common.urls import Url, parse_url, unwrap
from tocsin.identify.detection import Detection
from tocsin.identify.outcome.join import SKEW, WINDOW, join
from tocsin.identify.outcome.lines import HABIT, Lines, key
from tocsin.identify.outcome.reasons import OTHERS, REASONS, grade
from tocsin.model.activity import Act, Activity
from tocsin.model.alert import Alert, Lure
from tocsin.model.error import InputError
from tocsin.model.outcome import Attempt, Grade, Link
from tocsin.model.row import JudgedMail
from tocsin.model.sentence import say
from tocsin.scan.accounts import Item
from tocsin.scan.read_back import ReadBack

MOST: Final = 500_000
"""Messages that are held in memory."""
_MOST_TRIED: Final = 20
"""Messages that are weighed for one alert."""
_MOST_TOLD: Final = 3


class Lures:
    """Messages that were judged bad, and the lines among which their traces are looked for."""

    def __init__(self, mail: Iterable[JudgedMail], folder: Path) -> None:
        self._by_message: dict[str, list[JudgedMail]] = defaultdict(list)
        self._by_url: dict[Url, list[JudgedMail]] = defaultdict(list)
        self._by_host: dict[str, list[JudgedMail]] = defaultdict(list)
        self.judged: dict[str, str] = {}
        """Message-IDs and hosts, with the verdict, as `Surroundings` wants them."""
        for number, one in enumerate(mail, 1):
            if number > MOST:
                raise InputError(
                    say("there are more than %(most)s bad messages", most=MOST),
                    say("Scan mail with `--min-verdict malicious`, or a shorter time of it."),
                )
            self._put(one)
        self._lines = ReadBack(folder)

    def _put(self, one: JudgedMail) -> None:
        self.judged.update(dict.fromkeys(filter(None, (one.message_id, *one.hosts)), one.verdict or ""))
        if one.message_id:
            self._by_message[one.message_id].append(one)
        for url in one.urls:
            self._by_url[unwrap(parse_url(url))].append(one)
        for host in one.hosts:
            self._by_host[host].append(one)

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
            yield replace(alert, lures=tuple(self._of(alert, Lines(lines))))

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

    def _of(self, alert: Alert, lines: Lines) -> list[Lure]:
        events = {key(ref) for ref in alert.events}
        acts = {key(line): line.act for line in lines if key(line) in events}
        clicks = [line for line in lines if acts.get(key(line)) is Act.LINK_OPENED]
        tried = {id(mail): (mail, click) for click in clicks for mail in self._candidates(click)}
        found = [lure for mail, click in tried.values() if (lure := _lure(mail, click, lines, acts))]
        return sorted(found, key=lambda lure: -lure.click.weight)[:_MOST_TOLD]

    def _candidates(self, click: Activity) -> Sequence[JudgedMail]:
        """The messages that a click may be of: those that it names, else those with its link, else with its host.

        Of these, those that are known to have gone to the person, where there are any; the latest first.
        """
        opened = unwrap(parse_url(click.object))
        for known in (
            self._by_message.get(click.message.strip("<>"), ()) if click.message else (),
            self._by_url.get(opened, ()),
            self._by_host.get(opened.host, ()),
        ):
            before = [one for one in known if _is_before(one, click.time)]
            to_them = [one for one in before if click.person in one.recipients]
            if before:
                return sorted(to_them or before, key=lambda one: one.time, reverse=True)[:_MOST_TRIED]
        return ()


def _is_near(line: Activity, first: datetime, last: datetime) -> bool:
    return first - HABIT - WINDOW <= line.time <= last


def _lure(mail: JudgedMail, click: Activity, lines: Lines, acts: Mapping[str, Act]) -> Lure | None:
    attempt = Attempt(
        mail.path, click.person, _time(mail) or click.time, message=mail.message_id, sender=mail.sender,
        urls=mail.urls, hosts=mail.hosts,
    )  # fmt: skip
    clicked: Link | None = None
    after: Link | None = None
    for link in join(attempt, lines).links:
        act = acts.get(link.activity)
        if act is Act.LINK_OPENED:
            clicked = max(clicked or link, link, key=lambda one: one.weight)
        elif act:
            after = max(after or link, link, key=lambda one: one.weight)
    if clicked and mail.recipients and click.person not in mail.recipients:
        clicked = _weaker(clicked)
    if clicked is None or clicked.grade is Grade.WEAK:
        return None
    return Lure(
        mail.message_id, mail.path, mail.verdict or "", mail.sender, mail.subject, _time(mail), clicked, after
    )  # fmt: skip


def _weaker(link: Link) -> Link:
    """It is somebody else's copy, as far as its header tells: blind copies and lists are told nowhere."""
    weight = link.weight + REASONS[OTHERS].weight
    return replace(
        link, weight=round(weight, 2), grade=grade(weight), reasons=(*link.reasons, (OTHERS, REASONS[OTHERS].weight))
    )


def _is_before(mail: JudgedMail, click: datetime) -> bool:
    time = _time(mail)
    return time is None or -SKEW <= click - time <= WINDOW


def _time(mail: JudgedMail) -> datetime | None:
    try:
        found = datetime.fromisoformat(mail.time)
    except ValueError:
        return None
    return found if found.tzinfo else None
