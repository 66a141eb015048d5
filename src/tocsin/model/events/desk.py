"""Incidents, evidence and its end, and glass that is broken."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from tocsin.model.events.fact import Fact, Ref
from tocsin.model.operation import Track
from tocsin.model.people import Tlp


class IncidentOpened(Fact, frozen=True, tag="incident-opened"):
    """Something happened to the organisation."""

    incident: str
    title: Ref
    """A `tocsin.model.record.Note`."""
    messages: tuple[str, ...] = ()
    tlp: Tlp = Tlp.RED
    alerts: tuple[str, ...] = ()
    track: Track = Track.CYBER
    rule: str = ""
    """The type of the entry on which Tocsin opened it by itself, which is its cause; empty: a person opened it."""


class IncidentChanged(Fact, frozen=True, tag="incident-changed"):
    """Messages or alerts were added, or what is known was written down."""

    incident: str
    messages: tuple[str, ...] = ()
    title: Ref | None = None
    note: Ref | None = None
    alerts: tuple[str, ...] = ()


class IncidentParted(Fact, frozen=True, tag="incident-parted"):
    """Messages or alerts do not belong to it after all."""

    incident: str
    reason: Ref
    """A `tocsin.model.record.Note`."""
    messages: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()


class IncidentRelabelled(Fact, frozen=True, tag="incident-relabelled"):
    """Others may know of it than before."""

    incident: str
    was: Tlp
    now: Tlp
    reason: Ref
    """A `tocsin.model.record.Note`."""


class IncidentClosed(Fact, frozen=True, tag="incident-closed"):
    """Nothing more is to be done."""

    incident: str
    outcome: str
    note: Ref | None = None


class EvidenceAdded(Fact, frozen=True, tag="evidence-added"):
    """Bytes came into custody. The actor is who put them in; who collected them stands in the record."""

    evidence: str
    case: str
    content: Ref
    size: int
    media_type: str
    collected_at: datetime
    tool: str
    tool_version: str
    record: Ref
    """A `tocsin.model.record.EvidenceRecord`: name of the file, who collected it, where."""
    retain_until: datetime | None = None
    participant: str = ""
    """For which participant of the case the actor brought them; empty: for the organisation that leads it."""


class EvidenceRead(Fact, frozen=True, tag="evidence-read"):
    """Somebody has looked at evidence, or at a message at the desk."""

    evidence: str
    """Its id; of what lies at the desk, the message's."""
    purpose: Ref | None = None


class EvidenceExported(Fact, frozen=True, tag="evidence-exported"):
    """A case's evidence was written into an archive for somebody outside."""

    case: str
    evidence: tuple[str, ...]
    archive: str
    """Random id of the archive, which stands in it."""
    tool_version: str
    purpose: Ref | None = None
    manifest: str | None = None
    """SHA-256 of the archive's manifest, in hex; it holds random bytes, so that nobody guesses it."""


class Ground(StrEnum):
    """Why something was erased before its time."""

    REQUEST = "request"
    """The one concerned asked for it."""
    MISTAKE = "mistake"
    """It should not have been collected."""
    ORDER = "order"
    """A court or an authority ordered it."""
    CLOSED = "closed"
    """It is needed no longer."""


class Erased(Fact, frozen=True, tag="erased"):
    """Contents of the vault were deleted for a reason."""

    refs: tuple[Ref, ...]
    ground: Ground


class RetentionExpired(Fact, frozen=True, tag="retention-expired"):
    """Contents of the vault were deleted because their time was up."""

    refs: tuple[Ref, ...]


AGREE_WITHIN: Final = timedelta(hours=24)
"""How long the second person may agree."""


class BreakGlassAsked(Fact, frozen=True, tag="break-glass-asked"):
    """The actor wants to open what was neither reported nor flagged, and asks a second person to agree."""

    grant: str
    message: str
    second: str
    reason: Ref
    """A `tocsin.model.record.Note`."""


class BreakGlassOpened(Fact, frozen=True, tag="break-glass-opened"):
    """The second person, who is the actor, agreed: whoever asked may open it."""

    grant: str
    message: str
    tell: tuple[str, ...]
    """People who are to be told."""
    tell_by: datetime


class BreakGlassTold(Fact, frozen=True, tag="break-glass-told"):
    """The ones concerned were told."""

    grant: str
    people: tuple[str, ...]
