"""What is publicly known of actors, as ATT&CK tells it: names as claims, what was used, where that was published."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct


class State(StrEnum):
    """Whether an entry still stands."""

    LIVE = "live"
    DEPRECATED = "deprecated"
    """Withdrawn without anything in its place."""
    REVOKED = "revoked"
    """Replaced by another entry, which `Entry.replaced_by` names where the release says so."""


class Reference(Struct, frozen=True):
    """A publication."""

    name: str
    """As citations call it."""
    text: str = ""
    url: str = ""
    earliest: date | None = None
    """The first day on which it may have come out; None where nothing is known of that."""
    latest: date | None = None
    """The last such day: the same where the day is known, else the end of the month or year."""


class NameClaim(Struct, frozen=True):
    """Somebody calls an actor by a name. It does not say that two names mean the same people."""

    name: str
    sources: tuple[str, ...]
    """Names of references; empty where the release gives none."""


class Entry(Struct, frozen=True, kw_only=True):
    """What all entries have in common."""

    id: str
    """The public id: G0059, S0154, T1566.002, C0012."""
    name: str
    state: State = State.LIVE
    replaced_by: str = ""
    """The public id of what replaces it; "" for none."""


class Group(Entry, frozen=True, kw_only=True):
    """An actor as this knowledge base draws its bounds, which others draw elsewhere."""

    names: tuple[NameClaim, ...] = ()
    """What others call it, each by itself and with its sources; without its own name."""


class Software(Entry, frozen=True, kw_only=True):
    """A tool or a piece of malware."""

    names: tuple[str, ...] = ()
    """Other names."""


class Tactic(Entry, frozen=True, kw_only=True):
    """What is wanted by techniques."""

    short: str
    """As techniques name it: `initial-access`."""


class Technique(Entry, frozen=True, kw_only=True):
    """A way to do something."""

    tactics: tuple[str, ...] = ()
    """`Tactic.short` of each."""

    @property
    def parent(self) -> str:
        """The id of the technique of which this is a part; "" for none."""
        head, dot, _ = self.id.partition(".")
        return head if dot else ""


class Campaign(Entry, frozen=True, kw_only=True):
    """Activity of a certain time, whoever was behind it."""

    actors: tuple[NameClaim, ...] = ()
    """Ids of groups to which it is attributed, each with the sources of that claim."""
    sources: tuple[str, ...] = ()
    """References of the description."""


class Use(Struct, frozen=True):
    """A group or a campaign is said to have used a technique or software, or software to do a technique."""

    by: str
    """Id of a group, campaign or software."""
    what: str
    """Id of a technique or software."""
    sources: tuple[str, ...]
    """Names of references; empty where none is given."""


class Notice(Struct, frozen=True):
    """Whose work it is, and under which terms a copy may be kept."""

    copyright: str
    licence: str


class Knowledge(Struct, frozen=True):
    """A whole release."""

    notice: Notice
    as_of: date | None
    """The day of the youngest change in it."""
    version: str
    """As the release calls itself; "" where it does not."""
    groups: tuple[Group, ...] = ()
    software: tuple[Software, ...] = ()
    techniques: tuple[Technique, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    uses: tuple[Use, ...] = ()
    references: tuple[Reference, ...] = ()
    tactics: tuple[Tactic, ...] = ()
    """In the order of the matrix; empty where the release does not hold them, or an earlier Tocsin kept this copy."""
    left_out: int = 0
    """Relations that point to what is withdrawn, replaced or not there: by ATT&CK's own rule they do not stand."""
