"""What people say of how incidents belong together. All else about operations follows from what is there."""

from __future__ import annotations

from tocsin.model.events.fact import Fact, Ref
from tocsin.model.operation import FeatureKind, TieKind


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


class FactTold(Fact, frozen=True, tag="fact-told"):
    """Somebody tells what they know of an incident from elsewhere."""

    incident: str
    kind: FeatureKind
    record: Ref
    """A `tocsin.model.record.FactRecord`."""
