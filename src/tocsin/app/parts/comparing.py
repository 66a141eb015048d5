"""Incidents as they are compared: the organisation's own, and those that others let it compare.

Of another's incident nothing leaves but the day when it began, its techniques, what kinds of things it shares, and the
values of those that the organisation has seen in its own incidents. Whose it is stands there only if they agreed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from msgspec.structs import replace

from tocsin.app.access import Grant
from tocsin.app.parts import notes
from tocsin.app.parts.profiles import profile_of
from tocsin.app.ports import Reader
from tocsin.attribute.features import merged, of_activity, of_mail, told
from tocsin.attribute.grouping import Grouping
from tocsin.attribute.linking import Key, compared, link
from tocsin.common.tlp import readable
from tocsin.identify.sites import is_known
from tocsin.model.desk import Compared, others_id
from tocsin.model.error import StoreError
from tocsin.model.event import TieSaid
from tocsin.model.operation import Feature, IncidentFeatures, Link, Operation, Tie
from tocsin.model.people import Tlp
from tocsin.model.profile import Profile
from tocsin.model.record import AlertRecord, FactRecord, MessageRecord
from tocsin.model.verdict import Class
from tocsin.model.view import ComparingItem, IncidentItem

MOST: Final = 2_000
"""Incidents that are compared, the newest."""
MOST_LENT: Final = 500
"""The same of each other organisation."""
_MOST_THINGS: Final = 50
"""Messages, and alerts, of one incident by which it is compared."""
_FLAGGED: Final = (Class.MALICIOUS, Class.SUSPICIOUS)
_LONG_AGO: Final = datetime(1, 1, 1, tzinfo=UTC)
Pair = tuple[str, str]


@dataclass
class World:
    """All incidents that are compared, grouped."""

    known: dict[str, Compared] = field(default_factory=dict)
    grouping: Grouping = field(default_factory=Grouping)
    ties: dict[Pair, Tie] = field(default_factory=dict)
    """What people of the organisation said."""
    own: set[Key] = field(default_factory=set)
    """What the organisation's own incidents show."""
    since: datetime = _LONG_AGO
    """Since when the youngest of the organisations records incidents."""
    unread: int = 0
    """Other organisations whose incidents cannot be read: what is wrong in their vault is theirs to hear of."""

    def told(self, key: Key) -> str:
        """Return the value of a feature; "" where only incidents of others show it."""
        return key[1] if key in self.own else ""

    def shown(self, incident: str) -> Compared:
        """Return an incident as it may be shown."""
        one = self.known[incident]
        if one.item is not None:
            return one
        seen = tuple(feature for feature in one.features.features if (feature.kind, feature.value) in self.own)
        return replace(one, features=replace(one.features, features=seen))

    def link(self, one: str, other: str) -> Link:
        """Return the link of two incidents as it may be shown."""
        found = link(self.known[one].features, self.known[other].features, self.grouping.spread)
        reasons = (replace(reason, value=self.told((reason.kind, reason.value))) for reason in found.reasons)
        return replace(found, reasons=tuple(reasons))

    def operation(self, incident: str) -> Operation:
        """Return the operation of an incident, or one of it alone."""
        return self.grouping.operation(incident) or Operation(incident, (incident,))


def world(grant: Grant) -> World:
    """Return what may be compared. Organisations are read one after the other: no two states are held at once."""
    found = World()
    with grant.read() as reader:
        own = {one.id: one for one in _compared(reader, grant.cleared, MOST)}
        found.ties = ties_of(reader)
        found.since = _began(reader)
    _take_in(found, own, found.ties)
    found.own = {key for one in own.values() for key in compared(one.features.features)}
    for allowed, reader in grant.lent():
        try:
            known, ties = _lent(grant, reader, allowed)
        except StoreError:
            found.unread += 1
            continue
        _take_in(found, known, ties)
        found.since = max(found.since, _began(reader))
    return found


def _began(reader: Reader) -> datetime:
    """Since when an organisation records."""
    return next(reader.log.read(0, 1)).recorded_at


def _take_in(found: World, several: Mapping[str, Compared], ties: Mapping[Pair, Tie]) -> None:
    found.known.update(several)
    for one in several.values():
        found.grouping.add(one.features)
    for pair, tie in ties.items():
        if several.keys() >= set(pair):
            found.grouping.tie(tie)


def _lent(grant: Grant, reader: Reader, allowed: ComparingItem) -> tuple[dict[str, Compared], dict[Pair, Tie]]:
    """Return what another organisation lets be compared, and what its people said of that, by made-up ids."""

    def read(tlp: Tlp | None) -> bool:
        return readable(tlp, allowed.tlp) and grant.cleared(tlp)

    several = {one.id: one for one in _compared(reader, read, MOST_LENT)}
    both = f"{grant.actor.organisation} {reader.organisation}"  # so that no two receivers know one by the same name
    names = {one: others_id(reader.pseudonym(f"{both} {one}")) for one in several}
    known = [_nameless(one, names[one.id], named=allowed.named) for one in several.values()]
    ties: dict[Pair, Tie] = {}
    for pair, tie in ties_of(reader).items():
        if several.keys() >= set(pair):
            one, other = sorted(names[name] for name in pair)
            ties[one, other] = Tie(one, other, tie.kind, "", tie.at)
    return {one.id: one for one in known}, ties


def _nameless(one: Compared, name: str, *, named: bool) -> Compared:
    """An incident with nothing that leads to whose it is: a made-up id, the day, no title, no evidence."""
    features = tuple(Feature(feature.kind, feature.value) for feature in one.features.features)
    day = one.features.at.replace(hour=0, minute=0, second=0, microsecond=0)
    whose = one.organisation if named else ""
    return Compared(None, "", IncidentFeatures(name, day, features), one.techniques, whose, one.track)


def _compared(reader: Reader, may_read: Callable[[Tlp | None], bool], most: int) -> Iterator[Compared]:
    """Yield the newest incidents of an organisation, with what each shows."""
    profile, after, left = profile_of(reader), None, most
    while left > 0:
        page = reader.views.incidents(None, after, min(left, 500))
        yield from (_one(reader, item, profile) for item in page.items if may_read(item.tlp))
        after, left = page.after, left - len(page.items)
        if after is None:
            return


def _one(reader: Reader, item: IncidentItem, profile: Profile) -> Compared:
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


def ties_of(reader: Reader) -> dict[Pair, Tie]:
    """Return what people of an organisation said of two incidents, and why."""
    return {
        (one.one, one.other): Tie(one.one, one.other, one.kind, one.actor, one.at, _reason(reader, one.seq))
        for one in reader.views.ties()
    }


def _reason(reader: Reader, seq: int) -> str:
    event = next(reader.log.read(seq, seq + 1)).event
    return notes.text(reader, event.reason) if isinstance(event, TieSaid) else ""
