"""Attempts: the messages of an incident, one for each person who got one, as `tocsin.identify.outcome` judges them.

What the logs of accounts say of them is read where it lies, and judged by whoever reads it: no line of it is kept here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Exempt, Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.activities import activities_of, coverage_of
from tocsin.app.parts.listing import is_sealed, judgement
from tocsin.app.parts.lures import urls_of
from tocsin.app.parts.profiles import people_of
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.common.urls import parse_url, unwrap
from tocsin.identify.outcome import chain
from tocsin.identify.outcome.compare import whole
from tocsin.identify.outcome.lines import HABIT, Lines, key
from tocsin.identify.outcome.logs import Kind, Reach, log_of
from tocsin.model.activity import SKEW, Act, Activity, Coverage
from tocsin.model.error import InputError
from tocsin.model.event import ClickReported, Envelope, LineTold, MailJudged, SafetyAsked
from tocsin.model.indicator import Observable
from tocsin.model.outcome import Attempt, Did, Side, StageState, Told, Way
from tocsin.model.people import Tlp
from tocsin.model.profile import Person
from tocsin.model.record import AlertRecord, LineRecord, MessageRecord
from tocsin.model.sentence import say
from tocsin.model.verdict import Class, Danger
from tocsin.model.view import AlertItem, IncidentItem, MessageItem
from tocsin.share.indicators import indicators

_DOCS: Final = "howto/why-one-was-breached.md"
_TERMINAL: Final = Exempt("the logs of accounts are files, which the terminal reads: `outcome`")
MOST_MESSAGES: Final = 500
_MOST_URLS: Final = 50
_NOT_KEPT: Final = frozenset({Kind.MAIL, Kind.CLICK, Kind.ACCESS})
_MOST_ACCOUNTS: Final = 200
_OF_MAIL: Final = (Act.MAIL_DELIVERED, Act.LINK_OPENED)
"""What tells of a message that somebody was sent. Addresses in it are the person's own, or those of servers of mail."""
_GAVE: Final = (Danger.CREDENTIALS, Danger.CODE, Danger.CONSENT)


class Attempts(Struct, frozen=True):
    """What an incident consists of."""

    incident: str
    organisation: str
    """Its name."""
    tlp: Tlp
    attempts: tuple[Attempt, ...]
    told: tuple[Told, ...]
    """What people said of them."""
    sealed: int = 0
    """Messages that the desk may not open, and that are left out."""


@use_case(Right.INCIDENTS, cli="outcome", http=_TERMINAL, docs=_DOCS)
def attempts(grant: Grant, incident: str) -> Attempts:
    """Return the attempts of an incident: messages that are not clean, for each who received one, and its alerts'."""
    with grant.read() as reader:
        return _attempts(grant, reader, incident)


def _attempts(grant: Grant, reader: Reader, incident: str) -> Attempts:
    item = _item(grant, reader, incident)
    people = {item.person: record for item, record in people_of(reader)}
    messages = reader.views.messages(incident=incident, limit=MOST_MESSAGES).items
    open_ = [one for one in messages if not is_sealed(one)]
    found = [one for message in open_ if message.verdict is not Class.CLEAN for one in _of(reader, message, people)]
    words = [word for one, attempt in found for word in _told(reader, one, attempt)]
    name = reader.views.organisation().name
    sealed = len(messages) - len(open_)
    alerts = reader.views.alerts(incident=incident, limit=MOST_MESSAGES).items
    seen = [one for alert in alerts for one in _of_alert(reader, alert)]
    several = _together([attempt for _, attempt in found], seen)
    return Attempts(incident, name, item.tlp, several, (*words, *_of_lines(reader, incident, several)), sealed)


def _item(grant: Grant, reader: Reader, incident: str) -> IncidentItem:
    item = reader.views.incident(incident)
    if item is None or not grant.cleared(item.tlp):
        raise missing(incident)
    return item


def _together(written: Sequence[Attempt], seen: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """What alerts have seen of somebody who was written to belongs to that message; else it is an attempt by itself."""
    of_person: dict[str, list[Attempt]] = defaultdict(list)
    for one in seen:
        of_person[one.person].append(one)
    known = {name for one in written for name in (one.person, *one.also)}
    joined = [_with_sources(one, [s for name in (one.person, *one.also) for s in of_person[name]]) for one in written]
    alone = [_merged(several) for person, several in of_person.items() if several and person not in known]
    return (*joined, *alone)


def _with_sources(attempt: Attempt, seen: Iterable[Attempt]) -> Attempt:
    later = [one for one in seen if one.at >= attempt.at]
    sources = {*attempt.sources, *(source for one in later for source in one.sources)}
    return replace(attempt, sources=tuple(sorted(sources)))


def _merged(several: Sequence[Attempt]) -> Attempt:
    """One attempt of all that alerts have seen of a person, by the way that leads furthest."""
    first = min(several, key=lambda one: one.at)
    way = next(way for way in (Way.CONSENT, Way.CREDENTIALS, Way.GUESSING) if any(one.way is way for one in several))
    apps, urls, hosts = (
        tuple(dict.fromkeys(value for one in several for value in getattr(one, name)))[:_MOST_URLS]
        for name in ("apps", "urls", "hosts")
    )
    message = next((one.message for one in several if one.message), "")
    return _with_sources(replace(first, way=way, apps=apps, urls=urls, hosts=hosts, message=message), several)


def _of_alert(reader: Reader, item: AlertItem) -> Iterator[Attempt]:
    """The attempts that an alert tells of: one for each account, by the way that its lines show."""
    record = notes.read(reader, item.record, AlertRecord)
    if record is None:
        return
    by_person = defaultdict(list)
    for line in record.lines:
        if line.person:
            by_person[line.person].append(line)
    for person, lines in list(by_person.items())[:_MOST_ACCOUNTS]:
        apps = tuple(dict.fromkeys(line.app for line in lines if line.act is Act.CONSENT and line.app))
        written = [line for line in lines if line.act in _OF_MAIL]
        urls = tuple(dict.fromkeys(line.object for line in written if line.act is Act.LINK_OPENED and line.object))
        message = next((line.message.strip("<>") for line in written if line.message), "")
        way = Way.CONSENT if apps else Way.CREDENTIALS if urls or message else Way.GUESSING
        sources = tuple(sorted({line.ip for line in lines if line.ip and line.act not in _OF_MAIL}))
        at = min(line.time for line in lines)
        yield Attempt(
            f"{item.alert}/{person}", person, at, way, message=message, urls=urls[:_MOST_URLS],
            hosts=tuple(dict.fromkeys(filter(None, map(_host, urls))))[:_MOST_URLS], sources=sources, apps=apps,
        )  # fmt: skip


def _host(url: str) -> str:
    return unwrap(parse_url(url)).host


class Known(Struct, frozen=True):
    """How far the attempts of an incident got."""

    incident: str
    side: Side
    """Each attempt with its chain."""
    chain: tuple[StageState, ...]
    """One chain for all of them."""
    tlp: Tlp
    as_of: datetime
    """The time of the last line of any log that was read; without a log, now."""
    coverage: tuple[Coverage, ...]
    lines: tuple[Activity, ...] = ()
    """Those that links name, and those of which people can say whether they were theirs."""
    sealed: int = 0
    said: dict[str, bool] = {}
    """Of lines about which people were asked, by their key: whether it was them."""


@use_case(
    Right.INCIDENTS, Right.READ_ACCOUNTS, cli="outcome", http="GET /v1/incidents/{incident}/outcome", docs=_DOCS
)  # fmt: skip
def outcome(grant: Grant, incident: str, as_of: datetime | None = None, houses: str = "") -> Known:
    """Return how far the attempts of an incident got and what stopped them, from the logs that were taken in.

    `as_of`: the time it is to speak for, now at the latest; None: that of the last line. `houses`: where else
    accounts can be signed in to, with spaces between.
    """
    return _known(grant, incident, as_of, houses)


def _known(grant: Grant, incident: str, as_of: datetime | None, houses: str) -> Known:
    with grant.read() as reader:
        found = _attempts(grant, reader, incident)
        read = tuple(one for reading in coverage_of(reader) for one in reading)
        at = min(as_of or max((one.ends for one in read if not one.stated), default=grant.now), grant.now)
        lines = _lines(reader, found.attempts, grant.now + SKEW)
        people = (record for _, record in people_of(reader) if record and record.tips)
        tips = {address for record in people for address in record.addresses}
    judged = tuple(
        chain.judge(one, lines, Reach(_may_tell(read, one, tips), houses.split()), found.told, as_of=at)
        for one in found.attempts
    )
    side = Side(found.organisation, found.attempts, judged)
    wanted = {name for one in judged for name in (*(link.activity for link in one.links), *one.doubts, *one.tries)}
    said = {one.line: one.did is Did.MINE for one in found.told if one.line}
    told = tuple(line for line in lines if key(line) in wanted | said.keys())
    return Known(incident, side, whole(judged), found.tlp, at, read, told, found.sealed, said)


def _may_tell(read: Sequence[Coverage], attempt: Attempt, tips: set[str]) -> Sequence[Coverage]:
    """Return the logs that can speak of an attempt: of addresses for sources nothing of mail is kept."""
    if not tips & {attempt.person, *attempt.also}:
        return read
    return [one for one in read if not (log := log_of(one.provider, one.log)) or not log.kinds & _NOT_KEPT]


def _lines(reader: Reader, attempts: tuple[Attempt, ...], until: datetime) -> Lines:
    if not attempts:
        return Lines(())
    people = {name for one in attempts for name in (one.person, *one.also)}
    messages = {one.message for one in attempts if one.message}
    begins = min(one.at for one in attempts) - HABIT
    return Lines(list(activities_of(reader, people, begins, until, messages, by_them=True)))


def _of(reader: Reader, item: MessageItem, people: dict[str, Person | None]) -> Iterator[tuple[str, Attempt]]:
    """The attempts of a message, with the ids of the people."""
    judged = judgement(reader, item)
    record = notes.read(reader, judged.record, MessageRecord) or MessageRecord()
    made = _attempt(reader, item, judged, record)
    for person in judged.recipients:
        addresses = known.addresses if (known := people.get(person)) else ()
        if addresses:
            one = _for(made, person, addresses, set(record.recipients))
            yield person, one


def _attempt(reader: Reader, item: MessageItem, judged: MailJudged, record: MessageRecord) -> Attempt:
    named = indicators(record.verdict, {}) if record.verdict else ()
    hosts = tuple(one.value for one in named if one.kind is Observable.HOST and not record.sender.endswith(one.value))
    wants = record.verdict.advice[:1] if record.verdict else ()
    way = Way.CONSENT if wants == (Danger.CONSENT,) else Way.CREDENTIALS
    return Attempt(
        item.message, "", item.at, way, message=record.message_id.strip("<>"), sender=record.sender,
        urls=tuple(urls_of(reader, judged, hosts)), hosts=hosts,
    )  # fmt: skip


def _for(made: Attempt, person: str, addresses: tuple[str, ...], recipients: set[str]) -> Attempt:
    """The attempt on one person: by the address that was written to, else by their first."""
    first = next((address for address in addresses if address in recipients), addresses[0])
    also = tuple(address for address in addresses if address != first)
    return Attempt(
        f"{made.id}/{person}", first, made.at, made.way, also, made.message, made.sender, made.urls, made.hosts
    )


def _told(reader: Reader, person: str, attempt: Attempt) -> Iterator[Told]:
    message = attempt.id.partition("/")[0]
    for entry in reader.log.several(list(reader.views.entries_about(message))):
        event = entry.event
        if isinstance(event, SafetyAsked | ClickReported) and event.message == message and event.person == person:
            yield Told(f"entry-{entry.seq}", attempt.id, _did(event), entry.occurred_at)


def _of_lines(reader: Reader, incident: str, attempts: Sequence[Attempt]) -> Iterator[Told]:
    """What people said of lines in doubt, of each the last: for every attempt, since the line says whose it is."""
    said: dict[str, tuple[Envelope, Did]] = {}
    for entry in reader.log.several(list(reader.views.entries_about(incident))):
        if isinstance(entry.event, LineTold) and (record := notes.read(reader, entry.event.record, LineRecord)):
            said[record.line] = entry, Did.MINE if entry.event.was_them else Did.NOT_MINE
    for line, (entry, did) in said.items():
        yield from (Told(f"entry-{entry.seq}", one.id, did, entry.occurred_at, line) for one in attempts)


@use_case(
    Right.INCIDENTS, Right.READ_ACCOUNTS, cli="incident sign-in", http="POST /v1/incidents/{incident}/answers",
    docs=_DOCS,
)  # fmt: skip
def tell_line(grant: Grant, incident: str, line: str, was_them: bool) -> None:
    """Write down what a person says of a line of a log that is in doubt: that it was them, or that it was not.

    What is said last counts. Raises InputError for a line that the incident's outcome does not ask about.
    """
    known = _known(grant, incident, None, "")
    asked = {name for one in known.side.outcomes for name in (*one.doubts, *one.tries)}
    if line not in asked | known.said.keys():
        raise InputError(
            say("%(line)s is no line that is in doubt", line=line[:100]),
            say("`tocsin outcome` and the page of the outcome show those that are."),
        )
    with grant.write() as writer:
        _item(grant, writer, incident)
        writer.append(grant.draft(LineTold(incident, was_them, notes.keep(writer, LineRecord(line)))))


def _did(event: SafetyAsked | ClickReported) -> Did:
    if isinstance(event, SafetyAsked):
        return Did.REPORTED
    return Did.GAVE if event.did in _GAVE else Did.CLICKED
