"""What people say of how incidents belong together. All else about operations follows from what is there."""

from __future__ import annotations

from tocsin.model.events.fact import Fact, Ref
from tocsin.model.operation import FeatureKind, TieKind
from tocsin.model.people import Tlp


class TieSaid(Fact, frozen=True, tag="tie-said"):
    """A person says that two incidents belong together, or that they do not. It binds."""

    one: str
    other: str
    """Ids of the incidents; `one` is the smaller."""
    kind: TieKind
    reason: Ref
    """A `tocsin.model.record.Note`."""


class TieTakenBack(Fact, frozen=True, tag="tie-taken-back"):
    """Nothing is said of two incidents any more."""

    one: str
    other: str


class ComparingAllowed(Fact, frozen=True, tag="comparing-allowed"):
    """Another organisation of this node may compare incidents with its own, from now on."""

    receiver: str
    """Its id. Whether there is one of that id is not said, and may change."""
    named: bool
    """Whether it may know whose they are."""
    tlp: Tlp
    """Up to which label."""


class ComparingEnded(Fact, frozen=True, tag="comparing-ended"):
    """It may no longer."""

    receiver: str


class GiverAccepted(Fact, frozen=True, tag="giver-accepted"):
    """What another organisation lets be compared may join this one's own incidents to each other."""

    giver: str
    """A made-up id, another one for each receiver."""
    reason: Ref
    """A `tocsin.model.record.Note`."""


class GiverRefused(Fact, frozen=True, tag="giver-refused"):
    """It may no longer: it attaches to what is this one's own, and joins none of it."""

    giver: str


class FactTold(Fact, frozen=True, tag="fact-told"):
    """Somebody tells what they know of an incident from elsewhere."""

    incident: str
    kind: FeatureKind
    record: Ref
    """A `tocsin.model.record.FactRecord`."""


class FactTakenBack(Fact, frozen=True, tag="fact-taken-back"):
    """What was told of an incident is no longer held to be so; it links nothing from here on."""

    incident: str
    fact: int
    """The number of the entry that told it."""
    reason: Ref
