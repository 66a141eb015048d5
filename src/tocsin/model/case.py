"""Cases as people see them: things of the views together with their words from the vault."""

from __future__ import annotations

from msgspec import Struct

from tocsin.model.claim import Claim, Standing
from tocsin.model.desk import IncidentShown, TaskShown, VictimShown
from tocsin.model.event import CaseOrigin
from tocsin.model.people import Tlp
from tocsin.model.record import EvidenceRecord, ParticipantRecord
from tocsin.model.view import CaseItem, ClaimItem, EvidenceItem, ParticipantItem


class CaseShown(Struct, frozen=True):
    """A case with its title."""

    item: CaseItem
    title: str


class Piece(Struct, frozen=True):
    """A piece of evidence with where it comes from."""

    item: EvidenceItem
    record: EvidenceRecord | None
    """None where it was erased, or its time is up."""


class ClaimShown(Struct, frozen=True):
    """A claim with what has become of it."""

    item: ClaimItem
    claim: Claim | None
    """None where it was erased."""
    standing: Standing
    left_out: int = 0
    """Claims that hang together with those that were asked for, and were not looked at: there are too many."""


class ParticipantShown(Struct, frozen=True):
    """Who takes part. Other participants see the name alone."""

    item: ParticipantItem
    record: ParticipantRecord | None
    """None where it was erased, or its time is up."""


class CaseOpen(Struct, frozen=True):
    """A case with all of it that the one who looks may see."""

    item: CaseItem
    title: str
    tlp: Tlp | None
    """The strictest label of its incidents, or RED without any; None for participants."""
    incidents: tuple[IncidentShown, ...]
    pieces: tuple[Piece, ...]
    """The oldest first, each with all that was done with it."""
    claims: tuple[ClaimShown, ...]
    """Those that were not struck, the oldest entry first."""
    more_claims: tuple[str, ...]
    """The case and incidents (ids) about which there are more than these."""
    tasks: tuple[TaskShown, ...]
    """Ended ones too, in the order in which they are due."""
    participants: tuple[ParticipantShown, ...]
    victims: tuple[VictimShown, ...]
    restrictions: dict[str, frozenset[str]]
    """Which participants alone may see a thing, by its id; empty for participants."""
    origin: CaseOrigin | None
    """Where it was led before, if anywhere."""
    note: str
    """What was said when it was closed or handed over."""
    lessons: str
