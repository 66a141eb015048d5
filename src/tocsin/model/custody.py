"""Evidence of a case on its way to somebody outside."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from tocsin.model.assessment import Assessment, Forecast
from tocsin.model.claim import Answered, Claim
from tocsin.model.event import Envelope, EvidenceAdded, Ref
from tocsin.model.people import Tlp
from tocsin.model.record import EvidenceRecord, NamingRecord, ParticipantRecord


class Exhibit(Struct, frozen=True):
    """A piece of evidence with its history. `content` and `record` are None where they were erased."""

    added: EvidenceAdded
    custody: tuple[Envelope, ...]
    """Every entry about it until this export, the first being the one that added it."""
    salts: dict[Ref, bytes]
    """Of what was there of content and record."""
    sha256: str
    """Of the content; empty where it was erased."""
    record: EvidenceRecord | None
    state: str
    """kept, erased, expired."""


class Dossier(Struct, frozen=True):
    """All that is exported of a case, but for the contents themselves."""

    archive: str
    case: str
    title: str
    organisation: str
    log: str
    exported_at: datetime
    tool_version: str
    exhibits: tuple[Exhibit, ...]
    nonce: str
    """Random, so that nobody guesses the manifest from its digest in the log."""


class ClaimHanded(Struct, frozen=True):
    """A claim about a case that is handed over, or one that hangs together with those."""

    claim: str
    tlp: Tlp
    said: Claim
    about: bool = True
    """Whether it is about the case or one of its incidents itself."""


class TaskHanded(Struct, frozen=True):
    """An open task of one."""

    task: str
    title: str
    due: datetime
    tlp: Tlp
    participant: str


class ParticipantHanded(Struct, frozen=True):
    """Who takes part in one. Which people act for it says the new lead, who knows their accounts."""

    participant: str
    tlp: Tlp
    record: ParticipantRecord


class VersionHanded(Struct, frozen=True):
    """A version of an assessment."""

    seq: int
    """Its entry in the log that it comes from."""
    tlp: Tlp
    given: Assessment
    forecast: Forecast | None = None
    """What was estimated of it where it was made; None where that was not kept."""
    told_at: datetime | None = None
    """When the log there recorded it; None in archives of an older Tocsin."""


class NamingHanded(Struct, frozen=True):
    """A name that a person has put on what happened."""

    naming: str
    version: int
    """`VersionHanded.seq` of the one that it rests on."""
    record: NamingRecord
    """With who put it, and when."""
    withdrawn: str | None
    """Why it does not stand any more; None where it does."""


class AssessmentHanded(Struct, frozen=True):
    """An assessment about a case that is handed over."""

    assessment: str
    versions: tuple[VersionHanded, ...]
    """The oldest first, each with its dissents."""
    names: tuple[NamingHanded, ...]


class Handover(Struct, frozen=True):
    """What is handed on of a case beside its evidence. Victims are not: who they are leaves with their consent only."""

    case: str
    title: str
    tlp: Tlp
    claims: tuple[ClaimHanded, ...]
    tasks: tuple[TaskHanded, ...]
    participants: tuple[ParticipantHanded, ...]
    restrictions: dict[str, tuple[str, ...]]
    """Which participants alone may see a thing, by its id."""
    erased: tuple[str, ...] = ()
    """Ids of what has had its words erased before: nothing of it goes along."""
    assessments: tuple[AssessmentHanded, ...] = ()
    answers: tuple[Answered, ...] = ()
    """What the claims do to one another."""


class WentAlong(Struct, frozen=True):
    """What went along with a case, for an archive that is made again.

    Ids only: words are read where they lie, so that none goes along that was erased since.
    """

    claims: tuple[str, ...]
    tasks: tuple[str, ...]
    assessments: tuple[str, ...]
    to: str = ""
    """Which organisation leads it from then on."""


class Taken(Struct, frozen=True):
    """A piece of evidence as an archive brings it, verified."""

    added: EvidenceAdded
    custody: tuple[Envelope, ...]
    record: EvidenceRecord | None
    content: bytes | None
    """None where it was erased; so with the salt."""
    salt: bytes


class Archive(Struct, frozen=True):
    """An archive by which a lead is handed over, verified: every entry is in the log that was signed."""

    log: str
    seq: int
    """The entry that handed the lead over."""
    to_key: str
    """The verifier key of whom that entry hands it to."""
    size: int
    root: bytes
    digest: str
    """SHA-256 of the manifest, in hex."""
    handover: Handover
    exhibits: tuple[Taken, ...]
    proof: bytes
    """Entries with proofs, signed head and key, as JSON: nothing in it names anybody."""
