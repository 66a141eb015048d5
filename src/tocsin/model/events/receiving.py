"""What partners warn of, what was found by it, and lists of what must not be accused."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from tocsin.model.events.fact import Fact, Ref
from tocsin.model.people import Tlp
from tocsin.model.received import Reliability


class IndicatorsReceived(Fact, frozen=True, tag="indicators-received"):
    """Objects came from a source, and its indicators are looked for."""

    receipt: str
    reliability: Reliability
    tlp: Tlp
    """The strictest label of its indicators; of none: as it was said of the source."""
    indicators: int
    """That are looked for."""
    unused: int
    refused: int
    """Objects that could not be read."""
    sha256: str
    record: Ref
    """A `tocsin.model.received.ReceivedRecord`."""
    content: Ref
    """The bytes as they came."""


class IndicatorsDropped(Fact, frozen=True, tag="indicators-dropped"):
    """What came with a receipt is not looked for any more."""

    receipt: str
    reason: Ref
    """A `tocsin.model.record.Note`."""


class IndicatorSighted(Fact, frozen=True, tag="indicator-sighted"):
    """Something that was seen here meets an indicator."""

    sighting: str
    """Its id, made from the others: the same is sighted once."""
    receipt: str
    tlp: Tlp
    """Of the indicator."""
    seen_at: datetime
    past: bool
    """Whether it was seen before the indicator came."""
    record: Ref
    """A `tocsin.model.received.SightingRecord`."""
    message: str | None = None
    """None: it is a line of a log of accounts."""
    people: tuple[str, ...] = ()
    """Ids of the people to whose account the line belongs."""


class SightingJudged(Fact, frozen=True, tag="sighting-judged"):
    """A person says whether what was sighted is an attack; the source is judged by that."""

    sighting: str
    is_attack: bool
    note: Ref | None = None


class WarningTakenBack(Fact, frozen=True, tag="warning-taken-back"):
    """A source took back what a sighting rests on."""

    sighting: str
    receipt: str
    """Of what it took it back with."""
    on: datetime
    """When it did, as it says."""


class SourceTold(Fact, frozen=True, tag="source-told"):
    """What was seen here of a source's warnings, and what was none, was put where the source reads it."""

    receipt: str
    collection: str
    seen: int
    """Indicators that were met."""
    false: int
    """Indicators that a person called a false alarm."""


class Purpose(StrEnum):
    """What a list is for."""

    NO_SIGN = "no-sign"
    """What is on it is no sign of an attack: it is not looked for."""
    NEVER_SHARED = "never-shared"
    """What is on it never leaves."""


class ListKept(Fact, frozen=True, tag="list-kept"):
    """A warninglist counts from now on."""

    list: str
    """Its id."""
    purpose: Purpose
    entries: int
    unusable: int
    content: Ref
    """The file, as MISP has it."""


class ListOverridden(Fact, frozen=True, tag="list-overridden"):
    """For some time one value counts as if it were on no list of a purpose."""

    override: str
    purpose: Purpose
    until: datetime
    record: Ref
    """A `tocsin.model.record.OverrideRecord`."""


class OverrideEnded(Fact, frozen=True, tag="override-ended"):
    """Lists count for it again."""

    override: str


class ListDropped(Fact, frozen=True, tag="list-dropped"):
    """It counts no longer."""

    list: str
