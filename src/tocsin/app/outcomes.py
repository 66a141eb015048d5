"""Attempts: the messages of an incident, one for each person who got one, as `tocsin.identify.outcome` judges them.

What the logs of accounts say of them is read where it lies, and judged by whoever reads it: no line of it is kept here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Exempt, Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.activities import coverage_of, lines_about
from tocsin.app.parts.attempts import answers_of, of_alert, of_message, together, words_of
from tocsin.app.parts.listing import is_sealed
from tocsin.app.parts.profiles import people_of
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.common.listed import Listed
from tocsin.common.urls import bare
from tocsin.identify.outcome import chain
from tocsin.identify.outcome.compare import whole
from tocsin.identify.outcome.lines import Lines, key
from tocsin.identify.outcome.logs import Kind, Reach, log_of
from tocsin.model.activity import SKEW, Activity, Coverage
from tocsin.model.error import InputError
from tocsin.model.event import LineTold
from tocsin.model.outcome import Attempt, Side, StageState, Told
from tocsin.model.people import Tlp
from tocsin.model.profile import Person, Profile
from tocsin.model.record import LineRecord
from tocsin.model.sentence import say
from tocsin.model.verdict import Class
from tocsin.model.view import IncidentItem
from tocsin.share.leaving import Gate

_DOCS: Final = "howto/why-one-was-breached.md"
_TERMINAL: Final = Exempt("the logs of accounts are files, which the terminal reads: `outcome`")
MOST_MESSAGES: Final = 500
_NOT_KEPT: Final = frozenset({Kind.MAIL, Kind.CLICK, Kind.ACCESS})


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
    found = [
        one for message in open_ if message.verdict is not Class.CLEAN for one in of_message(reader, message, people)
    ]
    words = [word for one, attempt in found for word in words_of(reader, one, attempt)]
    name = reader.views.organisation().name
    sealed = len(messages) - len(open_)
    alerts = reader.views.alerts(incident=incident, limit=MOST_MESSAGES).items
    seen = [one for alert in alerts for one in of_alert(reader, alert)]
    several = together([attempt for _, attempt in found], seen)
    return Attempts(incident, name, item.tlp, several, (*words, *answers_of(reader, incident, several)), sealed)


def _item(grant: Grant, reader: Reader, incident: str) -> IncidentItem:
    item = reader.views.incident(incident)
    if item is None or not grant.cleared(item.tlp):
        raise missing(incident)
    return item


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
    said: dict[str, Told] = {}
    """What was said of lines about which people were asked, by the line's key: whether it was them, and when."""


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
    said = {one.line: one for one in found.told if one.line}
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
    return Lines(lines_about(reader, people, messages, until))


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
    whose = next((one.person for one in known.lines if key(one) == line), "")
    with grant.write() as writer:
        _item(grant, writer, incident)
        people = {address: item.person for item, record in people_of(writer) if record for address in record.addresses}
        record = notes.keep(writer, LineRecord(line), writer.now + notes.RETENTION)
        writer.append(grant.draft(LineTold(incident, was_them, record, people.get(whose, ""))))


def unnamed(side: Side) -> Side:
    """Return what another organisation needs to compare: no person, no id of a person or of a line about one.

    Of links, what stands before a question mark is told, unless it or a host names somebody, encoded or not.
    """
    number = {attempt.id: f"attempt-{place}" for place, attempt in enumerate(side.attempts, 1)}
    addresses = tuple(dict.fromkeys(name for one in side.attempts for name in (one.person, *one.also) if name))
    gate = Gate(Profile(person=(Person("", addresses),)), Listed([]))
    judged = (
        replace(
            one, attempt=number[one.attempt], person="", links=(), doubts=(), tries=(), contradicted=(),
            stages=tuple(replace(stage, events=()) for stage in one.stages),
        )
        for one in side.outcomes
    )  # fmt: skip
    return Side(side.name, tuple(_unnamed(one, number[one.id], gate) for one in side.attempts), tuple(judged))


def _unnamed(one: Attempt, identity: str, gate: Gate) -> Attempt:
    def kept(values: Iterable[str]) -> tuple[str, ...]:
        return tuple(value for value in values if not gate.told(value))

    (*sender,) = kept([one.sender])
    (*message,) = kept([one.message])
    return replace(
        one, id=identity, person="", also=(), message="".join(message), sender="".join(sender),
        urls=kept(dict.fromkeys(map(bare, one.urls))), hosts=kept(one.hosts),
    )  # fmt: skip
