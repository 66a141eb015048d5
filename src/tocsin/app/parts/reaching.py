"""Attempts of which logs show that they got further than a mailbox: a link of a message that is not clean was opened.

What the judge only suspects opens no incident by itself. That somebody did what it wants is no suspicion any more, and
it is what the outcome says (`tocsin.identify.outcome`) that counts here, not that some line has the same host.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from tocsin.app.parts import attempts, notes
from tocsin.app.parts.activities import activities_of
from tocsin.app.parts.lures import judged_mail
from tocsin.app.parts.profiles import people_of, profile_of
from tocsin.app.ports import Reader
from tocsin.common.bystanders import bystander
from tocsin.common.urls import parse_url, unwrap
from tocsin.identify.outcome import chain
from tocsin.identify.outcome.lines import HABIT, Lines
from tocsin.identify.outcome.logs import Reach
from tocsin.identify.outcome.weighing import WINDOW
from tocsin.identify.sites import is_known
from tocsin.model.activity import Act, Activity
from tocsin.model.event import LogsRead
from tocsin.model.outcome import Attempt, Stage, State
from tocsin.model.record import ActivityRecord
from tocsin.model.view import MessageItem

MOST: Final = 50
"""Messages that are looked at after one reading: the latest."""


class Reached(NamedTuple):
    """A message that got so far."""

    message: MessageItem
    people: tuple[str, ...]
    """Ids of those who opened a link of it."""
    at: datetime
    """When the last of them did."""


def reached(reader: Reader, event: LogsRead) -> Iterator[Reached]:
    """Yield the messages of which logs that were just read show that a link was opened."""
    clicks = list(_clicks(reader, event))
    mail = _opened(reader, clicks)
    if not mail:
        return
    people = {item.person: record for item, record in people_of(reader)}
    tried = [(one, list(attempts.of_message(reader, one, people))) for one in mail]
    lines = _lines(reader, [each for _, several in tried for _, each in several], clicks)
    for one, several in tried:
        times = {person: at for person, attempt in several if (at := _clicked(attempt, lines, clicks))}
        if times:
            yield Reached(one, tuple(times), max(times.values()))


def _clicks(reader: Reader, event: LogsRead) -> Iterator[Activity]:
    for page in event.pages:
        record = notes.read(reader, page.content, ActivityRecord)
        yield from (one for one in (record.activities if record else ()) if one.act is Act.LINK_OPENED)


def _opened(reader: Reader, clicks: Sequence[Activity]) -> list[MessageItem]:
    """The mail that is not clean, of which clicks may be and that belongs to no open incident, the latest of it.

    What clicks name themselves comes before what only has the same host, and a host that strangers share tells nothing.
    """
    if not clicks:
        return []
    profile = profile_of(reader)
    named = {one.message.strip("<>") for one in clicks if one.message}
    hosts = {host for one in clicks if not bystander(host := unwrap(parse_url(one.object)).host, profile, is_known)}
    found = [one for one in judged_mail(reader) if one.message_id in named or not hosts.isdisjoint(one.hosts)]
    there = reader.views.incidents_with([one.path for one in found])
    waiting = [one for one in found if not any(each.state == "open" for each in there.get(one.path, ()))]
    waiting.sort(key=lambda one: (one.message_id in named, one.time), reverse=True)
    return [item for one in waiting[:MOST] if (item := reader.views.message(one.path))]


def _lines(reader: Reader, tried: Sequence[Attempt], clicks: Sequence[Activity]) -> Lines:
    people = {name for one in tried for name in (one.person, *one.also)}
    ends = max(one.time for one in clicks)
    since = min((one.at for one in tried), default=ends) - HABIT - WINDOW
    return Lines(activities_of(reader, people, since, ends, {one.message for one in tried if one.message}))


def _clicked(attempt: Attempt, lines: Lines, clicks: Sequence[Activity]) -> datetime | None:
    """When a link of it was opened, as its outcome has it; None where that is not said.

    A click that a protection of links stopped is one too: who clicked needs to be spoken to, whatever stopped it.
    """
    outcome = chain.judge(attempt, lines, Reach(()), as_of=max(one.time for one in clicks))
    stage = next(one for one in outcome.stages if one.stage is Stage.CLICKED)
    return (stage.at or outcome.as_of) if stage.state is State.REACHED else None
