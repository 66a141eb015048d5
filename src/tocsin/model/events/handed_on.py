"""What was handed on to others: indicators, blocklists, statements."""

from __future__ import annotations

from datetime import datetime

from tocsin.model.events.fact import Fact, Ref
from tocsin.model.people import Tlp


class BundleMade(Fact, frozen=True, tag="bundle-made"):
    """Indicators of an incident were written into a STIX bundle, or an event of MISP, for others."""

    incident: str
    bundle: str
    """The id of the bundle or event, which stands in it."""
    sha256: str
    tlp: Tlp
    audience: Tlp
    """Up to which label those who get it may read."""
    indicators: int
    withheld: int
    named: bool = False
    """Whether the organisation agreed to be named in it."""


class BlocklistMade(Fact, frozen=True, tag="blocklist-made"):
    """Hosts of an incident were written into a blocklist."""

    incident: str
    sha256: str
    format: str
    serial: int
    hosts: int
    left_out: int
    until: datetime


class StatementDrafted(Fact, frozen=True, tag="statement-drafted"):
    """A statement about an incident was written. Its digests bind texts and bundle to this entry."""

    statement: str
    incident: str
    english: str
    """SHA-256 of the text, hexadecimal; so are the others."""
    arabic: str
    bundle: str


class StatementReady(Fact, frozen=True, tag="statement-ready"):
    """What is to be signed of a statement stands, and waits for signatures."""

    statement: str
    incident: str
    sha256: str
    """Of what is to be signed."""
    needed: int
    """Keys that have to sign."""
    record: Ref
    """A `tocsin.model.record.StatementRecord`."""


class StatementSigned(Fact, frozen=True, tag="statement-signed"):
    """A statement was signed here, or a signature that was made elsewhere was checked. It may be another node's."""

    statement: str
    key: str
    """Id of the signer's key."""
    sha256: str
    """Of what was signed."""
    record: Ref | None = None
    """A `tocsin.model.record.SignatureRecord`."""


class StatementWithdrawn(Fact, frozen=True, tag="statement-withdrawn"):
    """A statement is not to be signed any more."""

    statement: str
    reason: Ref
    """A `tocsin.model.record.Note`."""
