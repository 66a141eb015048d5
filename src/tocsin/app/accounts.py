"""Accounts: logs that are read, what is found in them, and the sign-ins that people may look at.

Analysts see the activities around an alert, not whole lives: what lies further away is nobody's business but that of
the person whose account it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from msgspec import Struct

from tocsin.app.access import Exempt, Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.activities import Earlier, activities_of, coverage_of
from tocsin.app.parts.listing import alerts_listed
from tocsin.app.parts.lures import judged_mail, lures_of
from tocsin.app.parts.profiles import people_of, profile_of
from tocsin.app.parts.warnings import SHARED, addresses_of, lines_seen, sight
from tocsin.app.ports import AccountLogs, AccountReader, LogFile, Looked, Reader, Writer
from tocsin.app.rights import Right
from tocsin.common import periods
from tocsin.identify.detections import all_detections
from tocsin.model.activity import Act, Activity, Coverage, Exported
from tocsin.model.alert import Alert, Lure, Severity
from tocsin.model.desk import AlertShown
from tocsin.model.error import InputError
from tocsin.model.event import ActivityPage, AlertConfirmed, AlertDismissed, AlertRaised, AlertWithdrawn, LogsRead
from tocsin.model.record import ActivityRecord, AlertRecord
from tocsin.model.sentence import say
from tocsin.model.view import AlertItem, JournalItem, Page
from tocsin.share.known import Known

PAGE: Final = 5_000
"""Activities that lie together in the vault."""
AROUND: Final = timedelta(hours=24)
"""Before and after an alert: how far those who look into it see."""
MOST_SHOWN: Final = 500
_REMEMBERED: Final = 20
"""Readings that are asked for what was remembered."""
_LEARNING: Final = timedelta(days=7)
"""How long a detection learns what is usual before it says what is new (`tocsin.identify.forms.FirstSeen`)."""
_TRIES: Final = 3
"""How often logs are looked through while others are taken in."""
_LEVELS: Final = tuple(reversed(Severity))
_DOCS: Final = "howto/watch-accounts.md"
_PERSONAL: Final = Exempt("one's own, in the console; `accounts own` reads what a person exported themselves")


class Taken(Struct, frozen=True):
    """What became of logs that were read."""

    reading: str
    activities: int
    alerts: tuple[str, ...]
    """Ids of those that are new."""
    known: int
    """Alerts that were raised before."""
    unread: int
    late: int = 0
    """Lines judged by themselves, since they came too late to be put in their place."""
    repeated: int = 0
    """Lines that were read before."""
    stated: tuple[Coverage, ...] = ()
    """What was stated of the exports, as far as it is believed; broken where it is not."""


class AlertOpen(Struct, frozen=True):
    """What a detection found, with what is needed to decide about it."""

    shown: AlertShown
    lines: tuple[Activity, ...]
    """The events that it rests on."""
    around: tuple[Activity, ...]
    """What else happened in the accounts concerned, from a day before to a day after, the oldest first."""
    done: tuple[JournalItem, ...]
    lures: tuple[Lure, ...] = ()
    """Messages that led to it, the surest first, for who may see the desk's."""


@use_case(
    Right.JUDGE,
    cli=Exempt("it is `accounts submit`, which reads files where they lie"),
    http="POST /v1/logs",
    docs=_DOCS,
)
def take_in_files(
    grant: Grant, by: AccountReader, files: Sequence[LogFile], source: str = "upload", exported: Exported | None = None
) -> Taken:  # fmt: skip
    """Look through files of logs as `take_in` does. Content is in base64.

    `exported`: what is stated of the files: that together they have all lines of their logs of a time.
    """
    if not any(file.content for file in files):
        raise InputError(say("there is no log to read"), say("Choose exports of sign-in or audit logs."))
    stated = (periods.exported(exported.begins, exported.ends),) if exported else ()
    return _take_in(grant, by.of(files, stated), source, 90)


@use_case(
    Right.JUDGE, cli="accounts submit", http=Exempt("files come with POST /v1/logs"), docs=_DOCS
)  # fmt: skip
def take_in(grant: Grant, logs: AccountLogs, *, source: str = "upload", days: int = 90) -> Taken:
    """Look through logs with what is remembered of earlier ones, and write what was found, all of it or nothing.

    What was read is kept for `days` in the vault. A newsroom keeps nothing.
    """
    return _take_in(grant, logs, source, days)


def _take_in(grant: Grant, logs: AccountLogs, source: str, days: int) -> Taken:
    for _ in range(_TRIES):
        if (taken := _once(grant, logs, source, days)) is not None:
            return taken
    raise InputError(say("other logs are being taken in at the same time"), say("Try again when they are done."))


def _once(grant: Grant, logs: AccountLogs, source: str, days: int) -> Taken | None:
    """Take logs in; None where others were taken in meanwhile, whose memory this reading would have lost."""
    with grant.read() as reader:
        profile = profile_of(reader)
        if profile.is_newsroom:
            raise InputError(
                say("a newsroom's node keeps no logs of accounts"),
                say("`tocsin accounts scan` looks through them and keeps nothing."),
            )
        before, state = _latest(reader)
        judged = dict(_judged(reader))
        known = SHARED.of(reader)
    tips = {address for person in profile.person if person.tips for address in person.addresses}
    earlier = Earlier(grant)
    with logs.look(state, judged, earlier) as found, grant.write() as writer:
        if _latest(writer)[0] != before:
            return None
        until = writer.now + timedelta(days=max(1, min(days, 3_650)))
        kept = (one for one in found.activities() if not _tells_of_sources(one, tips))
        pages = tuple(_keep_pages(writer, kept, until))
        seen = found.alerts()
        new = [alert for alert in seen if _is_news(writer, alert)]
        reading = grant.new_id("reading")
        read = LogsRead(
            reading, sum(page.activities for page in pages), pages, tuple(found.coverage()), _levels(new),
            found.unread(), found.late(), writer.keep(found.state(), until), notes.label(source),
        )  # fmt: skip
        writer.append(grant.draft(read))
        _sight(grant, writer, known, found, tips)
        _withdraw(grant, writer, found.withdrawn(), earlier.gone, tips)
        raised = tuple(_raise(grant, writer, one, found, reading, until, tips) for one in new if _matters(one))
        return Taken(
            reading, read.activities, raised, len(seen) - len(new), read.unread, read.late, found.repeated(),
            tuple(one for one in read.coverage if one.stated),
        )  # fmt: skip


def _sight(grant: Grant, writer: Writer, known: Known, found: Looked, tips: set[str]) -> None:
    """Note what meets what partners warn of."""
    if len(known):
        kept = (one for one in found.activities() if not _tells_of_sources(one, tips))
        seen = lines_seen(kept, addresses_of(writer))
        sight(grant, writer, [(one, met) for one in seen for met in known.warned(one.observation)], past=False)


def _is_news(writer: Writer, alert: Alert) -> bool:
    """Whether it was not raised yet, or not as so bad, or taken back since."""
    known = writer.views.alert_known(alert.id)
    return known is None or known.state == "explained" or _LEVELS.index(alert.severity) > _LEVELS.index(known.severity)


def _withdraw(
    grant: Grant, writer: Writer, identities: Sequence[str], gone: datetime | None, tips: set[str]
) -> None:  # fmt: skip
    """Take back what nobody has decided about, and what lines that came late have put right.

    An alert stands where it may only lack what is not there any more: lines up to `gone` and what was learnt from
    them, mail that was judged, and lines about addresses for sources.
    """
    for identity in identities:
        known = writer.views.alert_known(identity)
        if known is None or known.state not in ("waiting", "quiet") or (gone and known.at <= gone + _LEARNING):
            continue
        detection, record = all_detections().get(known.detection), notes.read(writer, known.record, AlertRecord)
        about = {record.alert.person, *record.alert.people} if record else set()
        if detection and "judged" not in detection.needs and not about & tips:
            writer.append(grant.draft(AlertWithdrawn(known.alert)))


def _judged(reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield (Message-ID or host, verdict) of the latest mail that is not clean."""
    for one in judged_mail(reader):
        yield from ((name, one.verdict or "") for name in (one.message_id, *one.hosts) if name)


def _levels(alerts: Sequence[Alert]) -> dict[str, int]:
    counts = Counter(alert.severity.value for alert in alerts)
    return {level.value: counts[level.value] for level in Severity if counts[level.value]}


def _tells_of_sources(one: Activity, tips: set[str]) -> bool:
    """Whether it says who wrote to an address for sources."""
    return one.person in tips and one.act in (Act.MAIL_DELIVERED, Act.MAIL_READ, Act.MAIL_SENT, Act.LINK_OPENED)


def _matters(alert: Alert) -> bool:
    """Whether somebody may act on it: plain administration is counted, and stays in the files."""
    return alert.severity is not Severity.INFORMATIONAL


def _latest(reader: Reader) -> tuple[int | None, bytes | None]:
    """Return which entry is the latest reading, and what was remembered then, or before where that was erased."""
    items = reader.views.journal(type="logs-read", limit=_REMEMBERED).items
    for item in items:
        event = next(reader.log.read(item.seq, item.seq + 1)).event
        if isinstance(event, LogsRead) and event.state and (known := reader.vault.get(event.state)) is not None:
            return items[0].seq, known
    return (items[0].seq if items else None), None


def _keep_pages(writer: Writer, activities: Iterable[Activity], until: datetime) -> Iterator[ActivityPage]:
    rest = iter(activities)
    while batch := tuple(islice(rest, PAGE)):
        content = notes.keep(writer, ActivityRecord(batch), until)
        times = [one.time for one in batch]
        yield ActivityPage(min(times), max(times), len(batch), content)


def _raise(
    grant: Grant, writer: Writer, alert: Alert, found: Looked, reading: str, until: datetime, tips: set[str]
) -> str:  # fmt: skip
    addresses = alert.people or ((alert.person,) if alert.person else ())
    people = [writer.views.person_by_address(address) if "@" in address else None for address in addresses]
    accounts = {one.person if one else address for one, address in zip(people, addresses, strict=True)}
    known = writer.views.alert_known(alert.id)
    lines = tuple(one for one in found.lines(alert) if not _tells_of_sources(one, tips))
    identity = grant.new_id("alert")
    event = AlertRaised(
        identity, alert.detection, alert.severity, alert.time, alert.count, alert.attack,
        tuple(dict.fromkeys(one.person for one in people if one)), reading,
        notes.keep(writer, AlertRecord(alert, lines), until), len(accounts) == 1,
        known.alert if known else None,
    )  # fmt: skip
    writer.append(grant.draft(event))
    return identity


@use_case(Right.READ_ACCOUNTS, cli="accounts alerts", http="GET /v1/alerts", docs=_DOCS)
def alerts(
    grant: Grant, state: str | None = None, detection: str | None = None, severity: str | None = None,
    person: str | None = None, after: str | None = None, limit: int = 50,
) -> Page[AlertShown]:  # fmt: skip
    """Return what detections found, the newest first."""
    with grant.read() as reader:
        page = reader.views.alerts(
            after, limit, state=state, detection=detection, severity=severity, person=person
        )  # fmt: skip
        return Page(alerts_listed(grant, reader, page.items), page.after)


@use_case(Right.READ_ACCOUNTS, cli="accounts alert", http="GET /v1/alerts/{alert}", docs=_DOCS)
def alert(grant: Grant, alert: str) -> AlertOpen:
    """Return what a detection found, with its events and what happened around them."""
    with grant.read() as reader:
        item = _item(reader, alert)
        record = notes.read(reader, item.record, AlertRecord)
        shown = alerts_listed(grant, reader, [item])[0]
        done = reader.views.journal(subject=alert, limit=100).items
        if record is None:
            return AlertOpen(shown, (), (), done)
        lures = lures_of(reader, record.alert, record.lines) if grant.has(Right.READ_QUEUE) else ()
        return AlertOpen(shown, record.lines, tuple(_around(reader, record.alert)), done, lures)


def _around(reader: Reader, alert: Alert) -> Iterable[Activity]:
    people = set(alert.people or ((alert.person,) if alert.person else ()))
    found = activities_of(reader, people, alert.time - AROUND, alert.until + AROUND)
    return islice(found, MOST_SHOWN)


@use_case(Right.CORRECT, cli="accounts confirm", http="POST /v1/alerts/confirmations", docs=_DOCS)
def confirm(grant: Grant, several: Sequence[str], note: str = "") -> None:
    """Say that somebody else was in accounts or tried to be: of all of these alerts or none."""
    _decide(grant, several, note, confirmed=True)


@use_case(Right.CORRECT, cli="accounts dismiss", http="POST /v1/alerts/dismissals", docs=_DOCS)
def dismiss(grant: Grant, several: Sequence[str], note: str = "") -> None:
    """Say that it was the people themselves, or that nothing is to be done: of all of these alerts or none."""
    _decide(grant, several, note, confirmed=False)


def _decide(grant: Grant, several: Sequence[str], note: str, *, confirmed: bool) -> None:
    made = AlertConfirmed if confirmed else AlertDismissed
    with grant.write() as writer:
        for one in dict.fromkeys(several):
            item = _item(writer, one)
            ref = notes.keep_note(writer, note, writer.now + notes.RETENTION)
            writer.append(grant.draft(made(item.alert, ref)))


def _item(reader: Reader, alert: str) -> AlertItem:
    item = reader.views.alert(alert)
    if item is None:
        raise missing(alert)
    return item


@use_case(Right.OWN, cli=_PERSONAL, http=_PERSONAL, docs=f"{_DOCS}#your-own-accounts")
def mine(grant: Grant, days: int = 30) -> tuple[Activity, ...]:
    """Return what happened in one's own accounts of late, as far as logs were read, the newest first."""
    with grant.read() as reader:
        person = grant.actor.person
        addresses = _addresses(reader, person) if person else set()
        begins = grant.now - timedelta(days=max(1, min(days, 90)))
        found = list(activities_of(reader, addresses, begins, grant.now))
        return tuple(reversed(found[-MOST_SHOWN:]))


def _addresses(reader: Reader, person: str) -> set[str]:
    known = next((record for item, record in people_of(reader) if item.person == person), None)
    return {*known.addresses, *known.private_addresses} if known else set()


@use_case(Right.READ_ACCOUNTS, cli="accounts coverage", http="GET /v1/coverage", docs=_DOCS)
def coverage(grant: Grant) -> tuple[Coverage, ...]:
    """Return which logs were read, and for which times they can speak, the newest reading first."""
    with grant.read() as reader:
        return tuple(one for reading in coverage_of(reader) for one in _by_log(reading))


def _by_log(reading: Iterable[Coverage]) -> Iterable[Coverage]:
    found: dict[tuple[str, str], Coverage] = {}
    for one in reading:
        if one.stated:
            yield one
            continue
        known = found.get((one.provider, one.log))
        found[one.provider, one.log] = known.joined(one) if known else one
    yield from found.values()
