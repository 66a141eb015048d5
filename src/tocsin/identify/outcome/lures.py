"""Judged messages that led to what was found: by message, link, time, person, device and place.

What a click says of its message is looked up; how sure that is, and whether what came after belongs to it, is judged as
for outcomes (`tocsin.identify.outcome.join`), from the lines of the person concerned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from tocsin.common.urls import Url, parse_url, unwrap
from tocsin.identify.outcome.join import join
from tocsin.identify.outcome.lines import Lines, key
from tocsin.identify.outcome.reasons import OTHERS, REASONS, grade
from tocsin.identify.outcome.weighing import SKEW, WINDOW
from tocsin.model.activity import Act, Activity
from tocsin.model.alert import Alert, Lure
from tocsin.model.outcome import Attempt, Grade, Link
from tocsin.model.row import JudgedMail

_MOST_TRIED: Final = 20
"""Messages that are weighed for one alert."""
_MOST_TOLD: Final = 3


class Judged:
    """Messages that were judged bad, found by what a click tells of them."""

    def __init__(self, mail: Iterable[JudgedMail]) -> None:
        self._by_message: dict[str, list[JudgedMail]] = defaultdict(list)
        self._by_url: dict[Url, list[JudgedMail]] = defaultdict(list)
        self._by_host: dict[str, list[JudgedMail]] = defaultdict(list)
        for one in mail:
            self._put(one)

    def _put(self, one: JudgedMail) -> None:
        if one.message_id:
            self._by_message[one.message_id].append(one)
        for url in one.urls:
            self._by_url[unwrap(parse_url(url))].append(one)
        for host in one.hosts:
            self._by_host[host].append(one)

    def lures(self, alert: Alert, lines: Lines) -> list[Lure]:
        """Return the messages that led to an alert, the surest first, given the lines of its person before it."""
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
