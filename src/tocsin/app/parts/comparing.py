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
from tocsin.app.parts.showing import showing
from tocsin.app.ports import Reader
from tocsin.attribute.grouping import Grouping
from tocsin.attribute.linking import Key, compared, link
from tocsin.common.tlp import readable
from tocsin.model.desk import Compared, others_id
from tocsin.model.error import StoreError
from tocsin.model.event import TieSaid
from tocsin.model.operation import Feature, IncidentFeatures, Link, Operation, Tie
from tocsin.model.people import Tlp
from tocsin.model.view import ComparingItem

MOST: Final = 2_000
"""Incidents that are compared, the newest."""
MOST_LENT: Final = 500
"""The same of each other organisation."""
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
        found.since = _since(reader, own)
    _take_in(found, own)
    for pair, tie in found.ties.items():
        if own.keys() >= set(pair):
            found.grouping.tie(tie)
    found.own = {key for one in own.values() for key in compared(one.features.features)}
    for allowed, reader in grant.lent():
        try:
            known = _lent(grant, reader, allowed)
        except StoreError:
            found.unread += 1
            continue
        _take_in(found, known)
    return found


def _since(reader: Reader, own: Mapping[str, Compared]) -> datetime:
    """Since when all incidents of the organisation are among those that are compared."""
    began = next(reader.log.read(0, 1)).recorded_at
    return began if len(own) < MOST else max(began, min(one.features.at for one in own.values()))


def _take_in(found: World, several: Mapping[str, Compared]) -> None:
    found.known.update(several)
    for one in several.values():
        found.grouping.add(one.features)


def _lent(grant: Grant, reader: Reader, allowed: ComparingItem) -> dict[str, Compared]:
    """Return what another organisation lets be compared, by made-up ids.

    What its people said of how these belong together stays there: it would join and part what is the reader's own.
    """

    def read(tlp: Tlp | None) -> bool:
        return readable(tlp, allowed.tlp) and grant.cleared(tlp)

    both = f"{grant.actor.organisation} {reader.organisation}"  # so that no two receivers know one by the same name
    several = _compared(reader, read, MOST_LENT)
    known = [_nameless(one, others_id(reader.pseudonym(f"{both} {one.id}")), named=allowed.named) for one in several]
    return {one.id: one for one in known}


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
        yield from showing(reader, (item for item in page.items if may_read(item.tlp)), profile)
        after, left = page.after, left - len(page.items)
        if after is None:
            return


def ties_of(reader: Reader) -> dict[Pair, Tie]:
    """Return what people of an organisation said of two incidents, and why."""
    return {
        (one.one, one.other): Tie(one.one, one.other, one.kind, one.actor, one.at, _reason(reader, one.seq))
        for one in reader.views.ties()
    }


def _reason(reader: Reader, seq: int) -> str:
    event = next(reader.log.read(seq, seq + 1)).event
    return notes.text(reader, event.reason) if isinstance(event, TieSaid) else ""
