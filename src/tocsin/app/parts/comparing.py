"""Incidents as they are compared: the organisation's own, and those that others let it compare.

Of another's incident nothing leaves but the day when it began, its techniques, what kinds of things it shares, and the
values of those that the organisation has seen in its own incidents. Whose it is stands there only if they agreed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Grant
from tocsin.app.parts import notes
from tocsin.app.parts.profiles import profile_of
from tocsin.app.parts.showing import showing
from tocsin.app.ports import Reader
from tocsin.attribute.attaching import attached
from tocsin.attribute.grouping import Grouping
from tocsin.attribute.linking import Key, compared, link
from tocsin.common.tlp import readable
from tocsin.model.desk import Compared, others_id
from tocsin.model.error import StoreError
from tocsin.model.event import TieSaid
from tocsin.model.operation import Feature, IncidentFeatures, Link, Operation, Tie
from tocsin.model.people import Tlp
from tocsin.model.view import ComparingItem, GiverItem

MOST: Final = 2_000
"""Incidents that are compared, the newest."""
MOST_LENT: Final = 500
"""The same of each other organisation."""
_LONG_AGO: Final = datetime(1, 1, 1, tzinfo=UTC)
Pair = tuple[str, str]


class Giver(Struct, frozen=True):
    """Another organisation that lets its incidents be compared."""

    giver: str
    """A made-up id, another one for each receiver."""
    name: str
    """Empty where it is not to be named."""
    incidents: int
    """That are compared."""
    accepted: GiverItem | None
    reason: str
    """Why it was accepted."""


@dataclass
class World:
    """All incidents that are compared, grouped."""

    known: dict[str, Compared] = field(default_factory=dict)
    base: Grouping = field(default_factory=Grouping)
    """Those that may be joined to each other: the organisation's own, and those of givers that it accepted."""
    every: Grouping | None = None
    """All of them, where there are others."""
    ties: dict[Pair, Tie] = field(default_factory=dict)
    """What people of the organisation said."""
    own: set[Key] = field(default_factory=set)
    """What the organisation's own incidents show."""
    since: datetime = _LONG_AGO
    """Since when the youngest of the organisations records incidents."""
    givers: list[Giver] = field(default_factory=list)
    unread: int = 0
    """Other organisations whose incidents cannot be read: what is wrong in their vault is theirs to hear of."""

    @property
    def grouping(self) -> Grouping:
        """All of them, as far as links are asked for; what people said is only in `base`."""
        return self.every or self.base

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
        found = self._link(one, other)
        reasons = (replace(reason, value=self.told((reason.kind, reason.value))) for reason in found.reasons)
        return replace(found, reasons=tuple(reasons))

    def nearest(self, incident: str, wanted: Callable[[str], bool]) -> dict[str, float]:
        """Return incidents that share with it what weighs most, and the weights of the links."""
        found = self.grouping.nearest(incident, wanted)
        if incident in self.base:
            found |= self.base.nearest(incident, wanted)
        return found

    def _link(self, one: str, other: str) -> Link:
        inside = one in self.base and other in self.base
        spread = (self.base if inside else self.grouping).spread
        return link(self.known[one].features, self.known[other].features, spread)

    def operations(self) -> Sequence[Operation]:
        """Return all operations: what givers let be compared attaches to them, and joins none before it is accepted."""
        found = self.base.operations()
        others = [name for name in self.known if name not in self.base]
        if not others:
            return found
        together = {name for one in found for name in one.incidents}
        pairs = {tuple(sorted((name, other))) for name in others for other in self.grouping.near(name)}
        order = {name: one.features.at for name, one in self.known.items()}
        alone = ((name,) for name in self.known if name in self.base and name not in together)
        own = (*(one.incidents for one in found), *alone)
        return attached(own, (self._link(one, other) for one, other in pairs), order)

    def operation(self, incident: str) -> Operation:
        """Return the operation of an incident, or one of it alone."""
        found = (one for one in self.operations() if incident in one.incidents)
        return next(found, Operation(incident, (incident,)))


def world(grant: Grant) -> World:
    """Return what may be compared. Organisations are read one after the other: no two states are held at once."""
    found = World()
    with grant.read() as reader:
        own = {one.id: one for one in _compared(reader, grant.cleared, MOST)}
        found.ties = ties_of(reader)
        accepted = {one.giver: (one, notes.text(reader, one.reason)) for one in reader.views.givers()}
        found.since = _since(reader, own)
    _take_in(found, own)
    for pair, tie in found.ties.items():
        if own.keys() >= set(pair):
            found.base.tie(tie)
    found.own = {key for one in own.values() for key in compared(one.features.features)}
    for allowed, reader in grant.lent():
        try:
            known = _lent(grant, reader, allowed)
            name = reader.views.organisation().name if allowed.named else ""
        except StoreError:
            found.unread += 1
            continue
        giver = giver_of(grant, reader)
        found.givers.append(Giver(giver, name, len(known), *accepted.get(giver, (None, ""))))
        if giver in accepted:
            _take_in(found, known)
        else:
            found.known.update(known)
    if len(found.known) > len(found.base):
        found.every = Grouping()
        for one in found.known.values():
            found.every.add(one.features)
    return found


def giver_of(grant: Grant, reader: Reader) -> str:
    """Return the id by which the organisation of a reader is known to the actor's, and to no other."""
    return f"giver-{reader.pseudonym(_both(grant, reader))}"


def is_giver(grant: Grant, giver: str) -> bool:
    """Say whether an organisation that is known by this id lets the actor's compare its incidents."""
    return any(giver_of(grant, reader) == giver for _, reader in grant.lent())


def _both(grant: Grant, reader: Reader) -> str:
    return f"{grant.actor.organisation} {reader.organisation}"


def _since(reader: Reader, own: Mapping[str, Compared]) -> datetime:
    """Since when all incidents of the organisation are among those that are compared."""
    began = next(reader.log.read(0, 1)).recorded_at
    return began if len(own) < MOST else max(began, min(one.features.at for one in own.values()))


def _take_in(found: World, several: Mapping[str, Compared]) -> None:
    found.known.update(several)
    for one in several.values():
        found.base.add(one.features)


def _lent(grant: Grant, reader: Reader, allowed: ComparingItem) -> dict[str, Compared]:
    """Return what another organisation lets be compared, by made-up ids.

    What its people said of how these belong together stays there: it would join and part what is the reader's own.
    """

    def read(tlp: Tlp | None) -> bool:
        return readable(tlp, allowed.tlp) and grant.cleared(tlp)

    both = _both(grant, reader)  # so that no two receivers know one by the same name
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
