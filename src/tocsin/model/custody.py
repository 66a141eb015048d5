"""Evidence of a case on its way to somebody outside."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from tocsin.model.event import Envelope, EvidenceAdded
from tocsin.model.proof import Proof
from tocsin.model.record import EvidenceRecord


class Salted(Struct, frozen=True):
    """A content of the vault with its salt: both together prove its reference."""

    ref: str
    salt: bytes
    content: bytes


class Exhibit(Struct, frozen=True):
    """A piece of evidence with its history. `content` and `record` are None where they were erased."""

    added: EvidenceAdded
    custody: tuple[Envelope, ...]
    """Every entry about it, the first being the one that added it."""
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
    proofs: tuple[Proof, ...]
    """Of every entry about the case and its evidence."""
