"""Incidents that open by themselves: what was judged, found or told joins the one that it belongs to, or opens one.

It joins an open incident by a link that holds (`tocsin.attribute.linking`), by the same words sent to others, by mail
that led to it, or, of an account, by the same person within SAME_PERSON; never one from which a person took it out.
What a judge or a detection says again of what a person closed as a false alarm opens nothing: their word stands, until
a person says otherwise. Nothing is done for newsrooms, nor where a person who takes in sources is concerned; nor, by
itself, about what is older than WINDOW: that is history, which somebody takes in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Grant
from tocsin.app.parts import notes, showing
from tocsin.app.parts.lures import lures_of
from tocsin.app.parts.profiles import profile_of
from tocsin.app.parts.reaching import reached
from tocsin.app.ports import Reader, Writer
from tocsin.attribute.features import merged
from tocsin.attribute.grouping import Grouping
from tocsin.attribute.linking import link
from tocsin.common.tlp import MEMBER
from tocsin.model.alert import Severity
from tocsin.model.desk import Compared
from tocsin.model.error import TocsinError
from tocsin.model.event import (
    AlertConfirmed,
    AlertRaised,
    ClickReported,
    Draft,
    Envelope,
    IncidentChanged,
    IncidentOpened,
    IncidentParted,
    LogsRead,
    MailJudged,
    VerdictConfirmed,
    VerdictCorrected,
)
from tocsin.model.operation import Feature, IncidentFeatures
from tocsin.model.record import AlertRecord, MessageRecord
from tocsin.model.verdict import Class
from tocsin.model.view import AlertItem, IncidentItem

T = TypeVar("T")
ACTOR: Final = "tocsin"
"""Who opened it: nobody."""
WINDOW: Final = timedelta(days=14)
SAME_PERSON: Final = timedelta(days=3)
MOST: Final = 200
"""Incidents that something is compared with: the newest."""
MOST_A_DAY: Final = 20
"""Incidents that open within a day by verdicts, and by alerts: what comes then waits in the queue by itself. A flood of
mail takes nothing from alerts, and neither from what people say, which always counts."""
_LONGEST: Final = 120
_GRAVE: Final = (Severity.HIGH, Severity.CRITICAL)


class Sign(Struct, frozen=True):
    """Something that happened to the organisation."""

    title: str
    at: datetime | None = None
    """None for now."""
    message: str = ""
    alert: str = ""
    people: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    """Alerts that it replaces."""
    lures: tuple[str, ...] = ()
    """Messages that led to it."""
    by_person: bool = False
    """Whether a person says so, now, however old it is."""

    @property
    def thing(self) -> str:
        """Its id."""
        return self.message or self.alert


def of_verdict(reader: Reader, event: MailJudged) -> Sign | None:
    """A message was judged malicious."""
    return _of_message(reader, event) if event.verdict is Class.MALICIOUS else None


def of_correction(reader: Reader, event: VerdictCorrected) -> Sign | None:
    """A person called a message malicious."""
    return _of_judged(reader, event.message) if event.now is Class.MALICIOUS else None


def of_confirmation(reader: Reader, event: VerdictConfirmed) -> Sign | None:
    """A person agreed that it is."""
    return _of_judged(reader, event.message) if event.verdict is Class.MALICIOUS else None


def of_alert(reader: Reader, event: AlertRaised) -> Sign | None:
    """A detection found something grave in accounts."""
    if event.severity not in _GRAVE:
        return None
    lures = _whole(lambda: _lures(reader, event)) or ()
    return Sign(
        event.detection, event.at, alert=event.alert, people=event.people, lures=lures,
        related=(event.replaces,) if event.replaces else (),
    )  # fmt: skip


def _lures(reader: Reader, event: AlertRaised) -> tuple[str, ...]:
    record = notes.read(reader, event.record, AlertRecord)
    return tuple(one.path for one in lures_of(reader, record.alert, record.lines)) if record else ()


def _whole(read: Callable[[], T]) -> T | None:
    """Return what is read, or None where it is damaged: that keeps nothing out that is new."""
    try:
        return read()
    except TocsinError:
        return None


def of_confirmed_alert(reader: Reader, event: AlertConfirmed) -> Sign | None:
    """A person says that somebody else was in an account: however grave the detection took it to be."""
    item = reader.views.alert(event.alert)
    people = _raised(reader, item).people if item else ()
    return Sign(item.detection, item.at, alert=item.alert, people=people, by_person=True) if item else None


def of_click(reader: Reader, event: ClickReported) -> Sign | None:
    """A person says that they did what a message wanted. What is no message shows nothing, and waits by itself."""
    found = _of_judged(reader, event.message) if event.message else None
    if found is None:
        return None
    title = f"{event.did.value}: {found.title}"
    people = tuple(dict.fromkeys((event.person, *found.people)))
    return Sign(title[:_LONGEST], message=found.message, people=people, by_person=True)


def of_logs(reader: Reader, event: LogsRead) -> Iterator[Sign]:
    """Logs show that somebody opened a link of a message, whatever the judge made of it short of clean."""
    for one in _whole(lambda: tuple(reached(reader, event))) or ():
        if found := _of_judged(reader, one.message.message):
            people = tuple(dict.fromkeys((*one.people, *found.people)))
            yield replace(found, at=one.at, people=people, by_person=False)


def _of_judged(reader: Reader, message: str) -> Sign | None:
    item = reader.views.message(message)
    judged = next(reader.log.read(item.seq, item.seq + 1)).event if item else None
    return replace(_of_message(reader, judged), by_person=True) if isinstance(judged, MailJudged) else None


def _of_message(reader: Reader, event: MailJudged) -> Sign:
    record = _whole(lambda: notes.read(reader, event.record, MessageRecord)) or MessageRecord()
    title = " ".join(record.subject.split()) or record.sender or event.message
    return Sign(title[:_LONGEST], event.received_at, message=event.message, people=event.recipients)


def _raised(reader: Reader, item: AlertItem) -> AlertRaised:
    event = next(reader.log.read(item.seq, item.seq + 1)).event
    assert isinstance(event, AlertRaised)  # noqa: S101 - what the view of alerts is made from
    return event


class Gathering:
    """The incidents of an organisation as things join them, within one transaction."""

    def __init__(self, grant: Grant, writer: Writer) -> None:
        self._grant, self._writer = grant, writer
        self._profile = profile_of(writer)
        since = writer.now - WINDOW
        newest = writer.views.incidents(None, None, MOST).items
        self._items = {one.incident: one for one in newest if one.changed_at >= since and _counts(one)}
        today = [one.rule for one in newest if one.rule and one.opened_at > writer.now - timedelta(days=1)]
        self._by_itself = Counter(today)
        self._known: dict[str, Compared] = {}
        self._grouping = Grouping()

    def take(self, entry: Envelope, sign: Sign) -> None:
        """Let something join the incident that it belongs to, or open one."""
        at = sign.at or self._writer.now
        is_history = at < self._writer.now - WINDOW and not sign.by_person
        if self._profile.is_newsroom or is_history or self._is_for_sources(sign.people):
            return
        if self._of(sign, [sign.message], [sign.alert]):
            return
        found = self._found(sign, at)
        if found is None and (sign.by_person or self._by_itself[entry.type] < MOST_A_DAY):
            self._open(entry, sign)
        elif found is not None and found.state == "open":
            messages, alerts = _things(sign)
            self._append(IncidentChanged(found.incident, messages, alerts=alerts), entry)
            self._look(found.incident)

    def _open(self, entry: Envelope, sign: Sign) -> None:
        identity = self._grant.new_id("incident")
        title = notes.keep(self._writer, notes.title(sign.title))
        messages, alerts = _things(sign)
        self._append(IncidentOpened(identity, title, messages, MEMBER, alerts, rule=entry.type), entry)
        self._by_itself[entry.type] += 1
        self._look(identity)

    def _append(self, event: IncidentOpened | IncidentChanged, entry: Envelope) -> None:
        self._writer.append(Draft(event, ACTOR, cause=entry.seq))

    def _is_for_sources(self, people: Iterable[str]) -> bool:
        return any((found := self._writer.views.person(one)) is not None and found.tips for one in people)

    def _of(self, sign: Sign, messages: Sequence[str] = (), alerts: Sequence[str] = ()) -> list[IncidentItem]:
        """The incidents to which any of these belong, that count."""
        views, named = self._writer.views, [one for one in messages if one]
        found = [*views.incidents_with(named).values()] if named else []
        if wanted := [one for one in alerts if one]:
            found += views.incidents_with_alerts(wanted).values()
        return [one for several in found for one in several if self._may_join(sign, one)]

    def _may_join(self, sign: Sign, one: IncidentItem) -> bool:
        """Whether an incident counts, and nobody took the thing out of it. Against a false alarm a person may speak."""
        if not _counts(one) or (sign.by_person and one.state != "open"):
            return False
        entries = self._writer.log.several(self._writer.views.entries_about(one.incident))
        parted = (entry.event for entry in entries if isinstance(entry.event, IncidentParted))
        return not any(sign.thing in (*event.messages, *event.alerts) for event in parted)

    def _found(self, sign: Sign, at: datetime) -> IncidentItem | None:
        """Return the incident that something belongs to: one that is open before one that was a false alarm."""
        same = [one.message for one in self._writer.views.same(sign.message)] if sign.message else []
        near = self._of(sign, [*same, *sign.lures], sign.related) or self._of_person(sign, at)
        found = min(near, key=lambda one: (one.state != "open", -one.seq), default=None)
        return found or self._linked(sign, at)

    def _of_person(self, sign: Sign, at: datetime) -> list[IncidentItem]:
        """The incidents about the account of the only person whom an alert concerns."""
        if not sign.alert or len(sign.people) != 1:
            return []
        page = self._writer.views.alerts(None, MOST, person=sign.people[0])
        found = self._of(sign, alerts=[one.alert for one in page.items if abs(at - one.at) <= SAME_PERSON])
        return [one for one in found if one.state == "open"]

    def _linked(self, sign: Sign, at: datetime) -> IncidentItem | None:
        """The incident with the strongest link that holds, of those that can be read."""
        features = _whole(lambda: self._features(sign))
        if not features:
            return None
        if not self._known:
            self._compare(self._items.values())
        one = IncidentFeatures(sign.thing, at, features)
        self._grouping.add(one)
        links = ((link(one, each.features, self._grouping.spread), each) for each in self._known.values())
        joins = [
            (found.weight, each) for found, each in links
            if found.holds and each.item and self._may_join(sign, each.item)
        ]  # fmt: skip
        self._grouping.remove(sign.thing)
        best = max(joins, key=lambda pair: (pair[0], pair[1].features.at, pair[1].id), default=None)
        return best[1].item if best else None

    def _features(self, sign: Sign) -> tuple[Feature, ...]:
        views = self._writer.views
        if message := views.message(sign.message) if sign.message else None:
            record = notes.read(self._writer, message.record, MessageRecord)
            return merged(showing.of_message(message, record, self._profile))
        if alert := views.alert(sign.alert) if sign.alert else None:
            return merged(showing.of_alert(alert, notes.read(self._writer, alert.record, AlertRecord)))
        return ()

    def _look(self, incident: str) -> None:
        """Look anew at what an incident shows."""
        if (item := self._writer.views.incident(incident)) is not None:
            self._items[incident] = item
            if self._known:
                self._compare([item])

    def _compare(self, items: Iterable[IncidentItem]) -> None:
        """Know what incidents show. Where any cannot be read, they are read one by one, without it."""
        items = list(items)
        found = _whole(lambda: list(showing.showing(self._writer, items, self._profile)))
        if found is None and len(items) > 1:
            for item in items:
                self._compare([item])
        for one in found or ():
            self._known[one.id] = one
            self._grouping.add(one.features)


def _things(sign: Sign) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Its messages and alerts."""
    return (sign.message,) * bool(sign.message), (sign.alert,) * bool(sign.alert)


def _counts(one: IncidentItem) -> bool:
    return one.state == "open" or one.outcome == "false-alarm"
