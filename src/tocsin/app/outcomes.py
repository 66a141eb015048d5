"""Attempts: the messages of an incident, one for each person who got one, as `tocsin.identify.outcome` judges them.

What the logs of accounts say of them is read where it lies, and judged by whoever reads it: no line of it is kept here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from msgspec import Struct

from tocsin.app.access import Exempt, Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.listing import is_sealed, judgement
from tocsin.app.parts.profiles import people_of
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail
from tocsin.model.event import ClickReported, MailJudged, SafetyAsked
from tocsin.model.indicator import Observable
from tocsin.model.limits import Limits
from tocsin.model.outcome import Attempt, Did, Told, Way
from tocsin.model.people import Tlp
from tocsin.model.profile import Person
from tocsin.model.record import MessageRecord
from tocsin.model.verdict import Class, Danger
from tocsin.model.view import MessageItem
from tocsin.share.indicators import indicators

_DOCS: Final = "howto/why-one-was-breached.md"
_TERMINAL: Final = Exempt("the logs of accounts are files, which the terminal reads: `outcome`")
MOST_MESSAGES: Final = 500
_MOST_URLS: Final = 50
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
    """Return the attempts of an incident: its messages that are not clean, for each person who received one."""
    with grant.read() as reader:
        item = reader.views.incident(incident)
        if item is None or not grant.cleared(item.tlp):
            raise missing(incident)
        people = {item.person: record for item, record in people_of(reader)}
        messages = reader.views.messages(incident=incident, limit=MOST_MESSAGES).items
        open_ = [one for one in messages if not is_sealed(one)]
        found = [one for message in open_ if message.verdict is not Class.CLEAN for one in _of(reader, message, people)]
        told = tuple(word for one, attempt in found for word in _told(reader, one, attempt))
        name = reader.views.organisation().name
        sealed = len(messages) - len(open_)
        return Attempts(incident, name, item.tlp, tuple(attempt for _, attempt in found), told, sealed)


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
        urls=tuple(_urls(reader, judged, hosts)), hosts=hosts,
    )  # fmt: skip


def _for(made: Attempt, person: str, addresses: tuple[str, ...], recipients: set[str]) -> Attempt:
    """The attempt on one person: by the address that was written to, else by their first."""
    first = next((address for address in addresses if address in recipients), addresses[0])
    also = tuple(address for address in addresses if address != first)
    return Attempt(
        f"{made.id}/{person}", first, made.at, made.way, also, made.message, made.sender, made.urls, made.hosts
    )


def _urls(reader: Reader, judged: MailJudged, hosts: Iterable[str]) -> Iterator[str]:
    """The links of a message to hosts that findings name, where the message is still there."""
    raw = reader.vault.get(judged.raw) if judged.raw and hosts else None
    if raw is None:
        return
    limits = Limits()
    mail = Mail(parse(raw[: limits.max_message_bytes], limits), limits)
    known = set(hosts)
    urls = dict.fromkeys(link.opened.raw for link in mail.links if link.host in known)
    yield from islice(urls, _MOST_URLS)


def _told(reader: Reader, person: str, attempt: Attempt) -> Iterator[Told]:
    message = attempt.id.partition("/")[0]
    for entry in reader.log.several(list(reader.views.entries_about(message))):
        event = entry.event
        if isinstance(event, SafetyAsked | ClickReported) and event.message == message and event.person == person:
            yield Told(f"entry-{entry.seq}", attempt.id, _did(event), entry.occurred_at)


def _did(event: SafetyAsked | ClickReported) -> Did:
    if isinstance(event, SafetyAsked):
        return Did.REPORTED
    return Did.GAVE if event.did in _GAVE else Did.CLICKED
