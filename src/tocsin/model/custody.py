"""Evidence of a case on its way to somebody outside."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from tocsin.model.event import Envelope, EvidenceAdded, Ref
from tocsin.model.record import EvidenceRecord


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
