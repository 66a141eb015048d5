"""Attempts as they follow from messages and alerts of an incident, and what people said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from tocsin.app.parts import notes
from tocsin.app.parts.listing import judgement
from tocsin.app.parts.lures import urls_of
from tocsin.app.ports import Reader
from tocsin.common.urls import parse_url, unwrap
from tocsin.model.activity import Act
from tocsin.model.event import ClickReported, Envelope, LineTold, MailJudged, SafetyAsked
from tocsin.model.indicator import Observable
from tocsin.model.outcome import Attempt, Did, Told, Way
from tocsin.model.profile import Person
from tocsin.model.record import AlertRecord, LineRecord, MessageRecord
from tocsin.model.verdict import Danger
from tocsin.model.view import AlertItem, MessageItem
from tocsin.share.indicators import indicators

_MOST_URLS: Final = 50
_MOST_ACCOUNTS: Final = 200
_OF_MAIL: Final = (Act.MAIL_DELIVERED, Act.LINK_OPENED)
"""What tells of a message that somebody was sent. Addresses in it are the person's own, or those of servers of mail."""
_GAVE: Final = (Danger.CREDENTIALS, Danger.CODE, Danger.CONSENT)


def of_message(reader: Reader, item: MessageItem, people: dict[str, Person | None]) -> Iterator[tuple[str, Attempt]]:
    """Yield the attempts of a message, with the ids of the people."""
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


def of_alert(reader: Reader, item: AlertItem) -> Iterator[Attempt]:
    """Yield the attempts that an alert tells of: one for each account, by the way that its lines show."""
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


def together(written: Sequence[Attempt], seen: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """Return all attempts of messages and alerts.

    What alerts have seen of somebody who was written to belongs to that message; else it is an attempt by itself.
    """
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


def words_of(reader: Reader, person: str, attempt: Attempt) -> Iterator[Told]:
    """Yield what somebody said of an attempt on them."""
    message = attempt.id.partition("/")[0]
    for entry in reader.log.several(list(reader.views.entries_about(message))):
        event = entry.event
        if isinstance(event, SafetyAsked | ClickReported) and event.message == message and event.person == person:
            yield Told(f"entry-{entry.seq}", attempt.id, _did(event), entry.occurred_at)


def answers_of(reader: Reader, incident: str, attempts: Sequence[Attempt]) -> Iterator[Told]:
    """Yield what people said of lines in doubt, of each the last; for every attempt: the line says whose it is."""
    said: dict[str, tuple[Envelope, Did]] = {}
    for entry in reader.log.several(list(reader.views.entries_about(incident))):
        if isinstance(entry.event, LineTold) and (record := notes.read(reader, entry.event.record, LineRecord)):
            said[record.line] = entry, Did.MINE if entry.event.was_them else Did.NOT_MINE
    for line, (entry, did) in said.items():
        yield from (Told(f"entry-{entry.seq}", one.id, did, entry.occurred_at, line) for one in attempts)


def _did(event: SafetyAsked | ClickReported) -> Did:
    if isinstance(event, SafetyAsked):
        return Did.REPORTED
    return Did.GAVE if event.did in _GAVE else Did.CLICKED
