"""Operations: which incidents belong together, from what their mail, alerts and told facts show; and people's word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.profiles import profile_of
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.attribute.features import merged, of_activity, of_mail, told
from tocsin.attribute.grouping import Grouping
from tocsin.attribute.kinds import weight_of
from tocsin.attribute.linking import compared, link
from tocsin.attribute.trend import Trend, trend
from tocsin.identify.mail import Mail
from tocsin.identify.sites import is_known
from tocsin.identify.traits import traits_of
from tocsin.model.context import Context
from tocsin.model.error import InputError
from tocsin.model.event import FactTold, TieSaid, TieTakenBack
from tocsin.model.operation import Feature, FeatureKind, IncidentFeatures, Link, Operation, Tie, TieKind, Track
from tocsin.model.profile import Profile
from tocsin.model.record import AlertRecord, FactRecord, MessageRecord, Note
from tocsin.model.sentence import say
from tocsin.model.verdict import Class, Verdict
from tocsin.model.view import IncidentItem


def features_of(message: str, mail: Mail, verdict: Verdict, context: Context) -> tuple[Feature, ...]:
    """Return the features of a message with the id `message`; none of mail that is clean, or from or to sources."""
    traits = traits_of(message, mail, verdict, context) if verdict.verdict is not Class.CLEAN else None
    return merged(of_mail(traits, context.profile, is_known)) if traits else ()


def alone(message: str, mail: Mail, verdict: Verdict, context: Context, now: datetime) -> IncidentFeatures | None:
    """Return a message as an incident of its own; None where it has nothing to be compared by."""
    features = features_of(message, mail, verdict, context)
    return IncidentFeatures(message, context.as_of or now, features) if features else None


# Of the desk

_DOCS: Final = "howto/group-attacks.md"
_MOST: Final = 2_000
"""Incidents that are compared, the newest."""
_MOST_THINGS: Final = 50
"""Messages, and alerts, of one incident by which it is compared."""
_MOST_SHARED: Final = 100
"""Features of one operation that are listed."""
_FLAGGED: Final = (Class.MALICIOUS, Class.SUSPICIOUS)


class Compared(Struct, frozen=True):
    """An incident as it is compared, and what a list shows of it."""

    item: IncidentItem
    title: str
    features: IncidentFeatures
    techniques: tuple[str, ...]
    """ATT&CK ids, sorted."""
    organisation: str
    """The name of whose it is."""
    track: Track = Track.CYBER
    """What is recorded as an incident, mail and what was done in accounts, is of this one."""


class OperationShown(Struct, frozen=True):
    """An operation, as far as the actor may know of its incidents."""

    operation: Operation
    incidents: tuple[Compared, ...]
    """The earliest first."""
    techniques: tuple[tuple[str, int], ...]
    """(ATT&CK id, incidents), sorted."""

    @property
    def title(self) -> str:
        """What its earliest incident is called."""
        return self.incidents[0].title

    @property
    def first(self) -> datetime:
        """When it began, as far as is known."""
        return self.incidents[0].features.at

    @property
    def last(self) -> datetime:
        """When its latest incident began."""
        return self.incidents[-1].features.at

    @property
    def organisations(self) -> tuple[str, ...]:
        """Names of those that were hit, sorted."""
        return tuple(sorted({one.organisation for one in self.incidents}))

    @property
    def tracks(self) -> tuple[Track, ...]:
        """By what they were hit, sorted."""
        return tuple(sorted({one.track for one in self.incidents}))


class Shared(Struct, frozen=True):
    """A feature that several incidents of an operation show."""

    kind: FeatureKind
    value: str
    weight: float
    """What it adds to a link where nothing else of its family speaks more strongly; log-odds, natural logarithm."""
    incidents: tuple[str, ...]
    """The earliest first."""


class Joined(Struct, frozen=True):
    """Why an incident belongs to an operation: its strongest link to one before it."""

    link: Link
    tie: Tie | None


class OperationOpen(Struct, frozen=True):
    """An operation with what holds it together."""

    shown: OperationShown
    joined: tuple[Joined, ...]
    near: tuple[Joined, ...]
    """Links that do not join, between its incidents and others: the ten strongest, which a person may confirm."""
    trend: Trend
    shared: tuple[Shared, ...]
    """What its incidents share, the weightiest first: at most 100."""
    ties: tuple[Tie, ...]
    """What people said of its incidents and others, in order of ids."""


class Tracked(Struct, frozen=True):
    """A track, and how it went."""

    track: Track
    trend: Trend | None
    """None where nothing is recorded: that is no zero."""


class Overview(Struct, frozen=True):
    """All operations, and whether attacks became more."""

    operations: tuple[OperationShown, ...]
    """The latest first."""
    alone: int
    """Incidents that belong with no other."""
    tracks: tuple[Tracked, ...]
    """Each track, whether attacks became more there."""


@use_case(Right.ATTRIBUTE, cli="operation list", http="GET /v1/operations", docs=_DOCS)
def operations(grant: Grant) -> Overview:
    """Return the operations that incidents form of which the actor may know: the newest 2,000 are compared."""
    with grant.read() as reader:
        known, grouping = _grouped(grant, reader)
        found = [_shown(one, known) for one in grouping.operations()]
    found.sort(key=lambda one: (one.incidents[-1].features.at, one.operation.id), reverse=True)
    together = sum(len(one.incidents) for one in found)
    return Overview(tuple(found), len(known) - together, tuple(_tracks(known.values(), grant.now)))


def _tracks(known: Collection[Compared], now: datetime) -> Iterator[Tracked]:
    for track in Track:
        times = [one.features.at for one in known if one.track is track]
        yield Tracked(track, trend(times, now) if times else None)


@use_case(Right.ATTRIBUTE, cli="operation show", http="GET /v1/operations/{operation}", docs=_DOCS)
def operation(grant: Grant, operation: str) -> OperationOpen:
    """Return an operation with what holds it together, by its id or that of one of its incidents."""
    with grant.read() as reader:
        known, grouping = _grouped(grant, reader)
        ties = _ties(reader)
    found = next(
        (one for one in grouping.operations() if operation == one.id or operation in one.incidents), None
    )  # fmt: skip
    if found is None:
        raise missing(operation)
    shown = _shown(found, known)
    times = [one.features.at for one in shown.incidents]
    said = tuple(tie for pair, tie in sorted(ties.items()) if not set(pair).isdisjoint(found.incidents))
    return OperationOpen(
        shown, tuple(_joined(shown, grouping, ties)), tuple(_near(shown, known, grouping, ties)),
        trend(times, grant.now),
        tuple(_shared(shown, grouping)), said,
    )  # fmt: skip


@use_case(Right.ATTRIBUTE, cli="operation near", http="GET /v1/incidents/{incident}/links", docs=_DOCS)
def near(grant: Grant, incident: str) -> tuple[Joined, ...]:
    """Return the ten strongest links of an incident that do not join it to others, which a person may confirm."""
    with grant.read() as reader:
        _incident(grant, reader, incident)
        known, grouping = _grouped(grant, reader)
        ties = _ties(reader)
    if incident not in known:  # it is older than those that are compared
        return ()
    its = grouping.operation(incident) or Operation(incident, (incident,))
    return tuple(_near(_shown(its, known), known, grouping, ties))


@use_case(Right.ATTRIBUTE, cli="operation tie", http="POST /v1/incidents/{incident}/ties", docs=_DOCS)
def tie(grant: Grant, incident: str, other: str, kind: TieKind, reason: str) -> None:
    """Say that two incidents belong together, or that they do not, and why. It binds until it is taken back."""
    if not reason.strip():
        raise InputError(say("there is no reason given"), say("Write why they belong together, or do not."))
    with grant.write() as writer:
        one, two = _both(grant, writer, incident, other)
        kept = notes.keep(writer, Note(reason.strip()))
        writer.append(grant.draft(TieSaid(one, two, kind, kept)))


@use_case(Right.ATTRIBUTE, cli="operation untie", http="POST /v1/incidents/{incident}/untying", docs=_DOCS)
def untie(grant: Grant, incident: str, other: str) -> None:
    """Take back what was said of two incidents."""
    with grant.write() as writer:
        one, two = _both(grant, writer, incident, other)
        if (one, two) not in {(item.one, item.other) for item in writer.views.ties()}:
            raise InputError(say("nothing was said of these two"), say("Nothing needs doing."))
        writer.append(grant.draft(TieTakenBack(one, two)))


@use_case(Right.ATTRIBUTE, cli="operation fact", http="POST /v1/incidents/{incident}/facts", docs=_DOCS)
def tell_fact(grant: Grant, incident: str, fact: FeatureKind, value: str, source: str) -> None:
    """Tell what is known of an incident from elsewhere: WHOIS, RDAP, a certificate, a sandbox.

    Raises InputError for what cannot be told, or says nothing since it is a bystander's.
    """
    with grant.write() as writer:
        item = _incident(grant, writer, incident)
        if not told(fact, value, incident, profile_of(writer), is_known):
            raise InputError(say("this links nothing: many share it"), say("Tell what only the attacker has."))
        record = FactRecord(notes.title(value).text, notes.title(source).text)
        writer.append(grant.draft(FactTold(item.incident, fact, notes.keep(writer, record))))


def _incident(grant: Grant, reader: Reader, incident: str) -> IncidentItem:
    item = reader.views.incident(incident)
    if item is None or not grant.cleared(item.tlp):
        raise missing(incident)
    return item


def _both(grant: Grant, reader: Reader, incident: str, other: str) -> tuple[str, str]:
    one, two = sorted(_incident(grant, reader, name).incident for name in (incident, other))
    if one == two:
        raise InputError(say("an incident belongs together with itself"), say("Name another one."))
    return one, two


def _grouped(grant: Grant, reader: Reader) -> tuple[dict[str, Compared], Grouping]:
    profile, grouping, known = profile_of(reader), Grouping(), dict[str, Compared]()
    for item in _incidents(grant, reader):
        known[item.incident] = _compared(reader, item, profile)
        grouping.add(known[item.incident].features)
    for one in _ties(reader).values():
        if {one.one, one.other} <= known.keys():
            grouping.tie(one)
    return known, grouping


def _incidents(grant: Grant, reader: Reader) -> Iterator[IncidentItem]:
    after, left = None, _MOST
    while left > 0:
        page = reader.views.incidents(None, after, min(left, 500))
        yield from (item for item in page.items if grant.cleared(item.tlp))
        after, left = page.after, left - len(page.items)
        if after is None:
            return


def _compared(reader: Reader, item: IncidentItem, profile: Profile) -> Compared:
    messages = reader.views.messages(incident=item.incident, limit=_MOST_THINGS).items
    alerts = reader.views.alerts(incident=item.incident, limit=_MOST_THINGS).items
    mails = [(one, notes.read(reader, one.record, MessageRecord)) for one in messages if one.verdict in _FLAGGED]
    raised = [(one, notes.read(reader, one.record, AlertRecord)) for one in alerts if one.state != "dismissed"]
    found: list[Feature] = []
    for message, record in mails:
        if record and record.traits:
            found += of_mail(replace(record.traits, message=message.message), profile, is_known)
    for _, alert in raised:
        found += (one for line in (alert.lines if alert else ()) for one in of_activity(line))
    for fact in reader.views.facts(item.incident):
        if told_record := notes.read(reader, fact.record, FactRecord):
            found += told(fact.kind, told_record.value, f"{item.incident}:{fact.seq}", profile, is_known)
    times = [*(one.at for one, _ in mails), *(one.at for one, _ in raised)]
    techniques = {name for _, record in mails for name in _techniques(record)}
    techniques |= {name for _, alert in raised if alert for name in alert.alert.attack}
    features = IncidentFeatures(item.incident, min(times, default=item.opened_at), merged(found))
    title, name = notes.text(reader, item.title), profile.organisation.name
    return Compared(item, title, features, tuple(sorted(techniques)), name)


def _techniques(record: MessageRecord | None) -> Iterator[str]:
    for finding in record.verdict.findings if record and record.verdict else ():
        if finding.weight > 0:
            yield from finding.attack


def _ties(reader: Reader) -> dict[tuple[str, str], Tie]:
    return {
        (one.one, one.other): Tie(one.one, one.other, one.kind, one.actor, one.at, _reason(reader, one.seq))
        for one in reader.views.ties()
    }


def _reason(reader: Reader, seq: int) -> str:
    event = next(reader.log.read(seq, seq + 1)).event
    return notes.text(reader, event.reason) if isinstance(event, TieSaid) else ""


def _shown(found: Operation, known: Mapping[str, Compared]) -> OperationShown:
    several = tuple(known[name] for name in found.incidents)
    counted = Counter(name for one in several for name in one.techniques)
    return OperationShown(found, several, tuple(sorted(counted.items())))


def _joined(shown: OperationShown, grouping: Grouping, ties: Mapping[tuple[str, str], Tie]) -> Iterator[Joined]:
    """Each incident but the first with its strongest link to an earlier one; a person's word is the strongest."""
    before: list[Compared] = []
    for one in shown.incidents:
        links = [_link(one, other, grouping) for other in before]
        if links:
            said = {link: ties.get((link.one, link.other)) for link in links}
            best = max(links, key=lambda link: (_is_confirmed(said[link]), link.weight, link.one, link.other))
            yield Joined(best, said[best])
        before.append(one)


def _shared(shown: OperationShown, grouping: Grouping) -> list[Shared]:
    holders: dict[tuple[FeatureKind, str], list[str]] = {}
    for one in shown.incidents:
        for key in compared(one.features.features):
            holders.setdefault(key, []).append(one.item.incident)
    found = [
        Shared(kind, value, weight_of(kind, grouping.spread((kind, value))), tuple(several))
        for (kind, value), several in holders.items() if len(several) > 1
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.weight, -len(one.incidents), one.kind, one.value))[:_MOST_SHARED]


def _is_confirmed(tie: Tie | None) -> bool:
    return tie is not None and tie.kind is TieKind.CONFIRMED


def _near(
    shown: OperationShown, known: Mapping[str, Compared], grouping: Grouping, ties: Mapping[tuple[str, str], Tie]
) -> list[Joined]:  # fmt: skip
    """The strongest links to incidents outside."""
    inside = {one.item.incident for one in shown.incidents}
    outside = [(one, _keys(one)) for one in known.values() if one.item.incident not in inside]
    links = (
        _link(one, other, grouping) for one in shown.incidents for other, keys in outside
        if not keys.isdisjoint(_keys(one))
    )  # fmt: skip
    weighty = sorted((one for one in links if any(reason.weight > 0 for reason in one.reasons)),
                     key=lambda one: (-one.weight, one.one, one.other))  # fmt: skip
    return [Joined(one, ties.get((one.one, one.other))) for one in weighty[:10]]


def _keys(one: Compared) -> frozenset[tuple[FeatureKind, str]]:
    return frozenset((feature.kind, feature.value) for feature in one.features.features)


def _link(one: Compared, other: Compared, grouping: Grouping) -> Link:
    return link(one.features, other.features, grouping.spread)
