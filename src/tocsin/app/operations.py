"""Operations: which incidents belong together, from what their mail, alerts and told facts show; and people's word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from heapq import nsmallest
from math import inf
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.comparing import Giver, World, world
from tocsin.app.parts.profiles import profile_of
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.attribute.features import canonical, merged, of_mail, told
from tocsin.attribute.kinds import weight_of
from tocsin.attribute.linking import Key, compared
from tocsin.attribute.trend import Trend, trend
from tocsin.identify.mail import Mail
from tocsin.identify.sites import is_known
from tocsin.identify.traits import traits_of
from tocsin.model.context import Context
from tocsin.model.desk import Compared, is_others
from tocsin.model.error import InputError
from tocsin.model.event import FactTakenBack, FactTold, TieSaid, TieTakenBack
from tocsin.model.operation import Feature, FeatureKind, IncidentFeatures, Link, Operation, Tie, TieKind, Track
from tocsin.model.record import FactRecord, Note
from tocsin.model.sentence import say
from tocsin.model.verdict import Class, Verdict
from tocsin.model.view import FactItem, IncidentItem


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
_MOST_NEAR: Final = 10
MOST_TIES: Final = 5_000
"""Pairs of incidents of which something may be said at one time: all of them are read to compare."""
MOST_FACTS: Final = 200
"""Facts of one incident that are listed, and can be taken back: the latest."""
_MOST_SHARED: Final = 100
"""Features of one operation that are listed."""


class OperationShown(Struct, frozen=True):
    """An operation, as far as the actor may know of its incidents."""

    operation: Operation
    incidents: tuple[Compared, ...]
    """The earliest first."""
    techniques: tuple[tuple[str, int], ...]
    """(ATT&CK id, incidents), sorted."""

    @property
    def title(self) -> str:
        """What the organisation's own earliest incident in it is called; empty where it has none."""
        return next((one.title for one in self.incidents if one.item is not None), "")

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
        """Names of those that were hit, sorted; "" last where one is not named."""
        return tuple(sorted({one.organisation for one in self.incidents}, key=lambda name: (not name, name)))

    @property
    def tracks(self) -> tuple[Track, ...]:
        """By what they were hit, sorted."""
        return tuple(sorted({one.track for one in self.incidents}))


class Shared(Struct, frozen=True):
    """A feature that several incidents of an operation show."""

    kind: FeatureKind
    value: str
    """Empty where only incidents of other organisations show it."""
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
    """Incidents of the organisation that belong with no other."""
    tracks: tuple[Tracked, ...]
    """Each track, whether attacks became more there."""
    lent: int
    """Incidents of other organisations that were compared too."""
    unread: int
    """Organisations that let theirs be compared, and whose incidents could not be read."""
    givers: tuple[Giver, ...] = ()
    """Organisations that let theirs be compared."""


@use_case(Right.ATTRIBUTE, cli="operation list", http="GET /v1/operations", docs=_DOCS)
def operations(grant: Grant) -> Overview:
    """Return the operations that incidents form of which the actor may know: the newest 2,000 are compared.

    With them are compared those that other organisations let this one compare (`tocsin.app.comparing`).
    """
    known = world(grant)
    found = [_shown(one, known) for one in known.operations()]
    found.sort(key=lambda one: (one.last, one.operation.id), reverse=True)
    together = {one.id for operation in found for one in operation.incidents}
    own = [one.id for one in known.known.values() if one.item is not None]
    alone = sum(one not in together for one in own)
    tracks = tuple(_tracks(known, grant.now))
    return Overview(tuple(found), alone, tracks, len(known.known) - len(own), known.unread, tuple(known.givers))


def _tracks(known: World, now: datetime) -> Iterator[Tracked]:
    for track in Track:
        times = [one.features.at for one in known.known.values() if one.track is track and one.item is not None]
        yield Tracked(track, trend(times, now, known.since) if times else None)


@use_case(Right.ATTRIBUTE, cli="operation show", http="GET /v1/operations/{operation}", docs=_DOCS)
def operation(grant: Grant, operation: str) -> OperationOpen:
    """Return an operation with what holds it together, by its id or that of one of its incidents."""
    known = world(grant)
    every = known.operations()
    found = next((one for one in every if operation == one.id or operation in one.incidents), None)
    if found is None:
        raise missing(operation)
    shown, inside = _shown(found, known), set(found.incidents)
    times = [one.features.at for one in shown.incidents if one.item is not None]
    seen = known.known.keys()
    said = tuple(tie for pair, tie in sorted(known.ties.items()) if not inside.isdisjoint(pair) and seen >= set(pair))
    return OperationOpen(
        shown, tuple(_joined(found, known)), tuple(_near(found, known)), trend(times, grant.now, known.since),
        tuple(_shared(found, known)), said,
    )  # fmt: skip


@use_case(Right.ATTRIBUTE, cli="operation near", http="GET /v1/incidents/{incident}/links", docs=_DOCS)
def near(grant: Grant, incident: str) -> tuple[Joined, ...]:
    """Return the ten strongest links of an incident that do not join it to others, which a person may confirm."""
    with grant.read() as reader:
        _incident(grant, reader, incident)
    known = world(grant)
    # It may be older than those that are compared.
    return tuple(_near(known.operation(incident), known)) if incident in known.known else ()


@use_case(Right.ATTRIBUTE, cli="operation tie", http="POST /v1/incidents/{incident}/ties", docs=_DOCS)
def tie(grant: Grant, incident: str, other: str, kind: TieKind, reason: str) -> None:
    """Say that two incidents belong together, or that they do not, and why. It binds until it is taken back."""
    if not reason.strip():
        raise InputError(say("there is no reason given"), say("Write why they belong together, or do not."))
    with grant.write() as writer:
        one, two = _both(grant, writer, incident, other)
        if len(writer.views.ties()) >= MOST_TIES:
            raise InputError(
                say("there are more than %(count)s ties", count=MOST_TIES - 1),
                say("Take back those that are obsolete."),
            )
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
        if not canonical(fact, value):
            raise InputError(
                say("%(value)s is none of this kind: %(kind)s", value=value[:100], kind=fact.value),
                say("Write it as its registry, certificate or file has it, without anything around it."),
            )
        if not told(fact, value, incident, profile_of(writer), is_known):
            raise InputError(say("this links nothing: many share it"), say("Tell what only the attacker has."))
        record = FactRecord(notes.title(value).text, notes.title(source).text)
        writer.append(grant.draft(FactTold(item.incident, fact, notes.keep(writer, record))))


class FactShown(Struct, frozen=True):
    """A fact that somebody told of an incident."""

    item: FactItem
    value: str
    source: str
    """Both empty where they were erased."""


@use_case(Right.ATTRIBUTE, cli="operation facts", http="GET /v1/incidents/{incident}/facts", docs=_DOCS)
def facts(grant: Grant, incident: str) -> tuple[FactShown, ...]:
    """Return the facts that were told of an incident and are held to be so, the oldest first."""
    with grant.read() as reader:
        item = _incident(grant, reader, incident)
        told = reader.views.things_of([item.incident], MOST_FACTS)[item.incident].facts
        records = [(one, notes.read(reader, one.record, FactRecord)) for one in told]
        return tuple(FactShown(one, record.value if record else "", record.source if record else "")
                     for one, record in records)  # fmt: skip


@use_case(
    Right.ATTRIBUTE, cli="operation take-fact-back", http="POST /v1/incidents/{incident}/facts/{seq}/withdrawal",
    docs=_DOCS,
)  # fmt: skip
def take_fact_back(grant: Grant, incident: str, seq: int, reason: str) -> None:
    """Take back a fact, by the number of the entry that told it. From then on it links nothing."""
    if not reason.strip():
        raise InputError(say("there is no reason given"), say("Write why it is not so."))
    with grant.write() as writer:
        item = _incident(grant, writer, incident)
        told = writer.views.things_of([item.incident], MOST_FACTS)[item.incident].facts
        if seq not in {one.seq for one in told}:
            raise InputError(
                say("entry %(number)s tells no fact of this incident", number=seq),
                say("`tocsin operation facts` lists those there are."),
            )
        writer.append(grant.draft(FactTakenBack(item.incident, seq, notes.keep(writer, Note(reason.strip())))))


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


def _shown(found: Operation, known: World) -> OperationShown:
    several = tuple(known.shown(name) for name in found.incidents)
    counted = Counter(name for one in several for name in one.techniques)
    return OperationShown(found, several, tuple(sorted(counted.items())))


def _joined(found: Operation, known: World) -> Iterator[Joined]:
    """Each incident but the first with its strongest link to an earlier one; a person's word is the strongest.

    Of links as strong, that of two of the organisation's own comes first: it is theirs to cut.
    """
    earlier: set[str] = set()
    confirmed = _confirmed(known)
    for one in found.incidents:
        weights = known.nearest(one, earlier.__contains__)
        weights |= {other: inf for other in confirmed.get(one, ()) if other in earlier}
        if weights:
            best = max(weights, key=lambda other: (weights[other], not is_others(other), other))
            link = known.link(one, best)
            yield Joined(link, known.ties.get((link.one, link.other)))
        earlier.add(one)


def _confirmed(known: World) -> dict[str, list[str]]:
    """With whom a person said that an incident belongs together."""
    found: dict[str, list[str]] = {}
    for (one, other), tie in known.ties.items():
        if tie.kind is TieKind.CONFIRMED:
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return found


def _shared(found: Operation, known: World) -> list[Shared]:
    holders: dict[Key, list[str]] = {}
    for name in found.incidents:
        for key in compared(known.known[name].features.features):
            holders.setdefault(key, []).append(name)
    several = [
        (weight_of(key[0], known.grouping.spread(key)), key, names) for key, names in holders.items() if len(names) > 1
    ]  # fmt: skip
    # By no value that is not told: the order of values that the reader has not seen would tell of them.
    several.sort(key=lambda one: (-one[0], -len(one[2]), one[1][0], known.told(one[1]), one[2]))
    return [
        Shared(key[0], known.told(key), weight, tuple(names)) for weight, key, names in several[:_MOST_SHARED]
    ]  # fmt: skip


def _near(found: Operation, known: World) -> list[Joined]:
    """The strongest links to incidents outside, of those that share what weighs most."""
    inside = set(found.incidents)
    pairs = {
        (min(one, other), max(one, other)): weight
        for one in found.incidents
        for other, weight in known.nearest(one, lambda name: name not in inside).items()
    }
    best = nsmallest(_MOST_NEAR, pairs, key=lambda pair: (-pairs[pair], pair))
    return [Joined(known.link(*pair), known.ties.get(pair)) for pair in best]
