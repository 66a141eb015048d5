"""The log, the vault and the store of this node."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from tocsin.app.ports.exchange import Shelves
from tocsin.app.ports.views import Views
from tocsin.model.event import Draft, Envelope, Ref
from tocsin.model.exchange import PartnerItem
from tocsin.model.proof import Head, Report
from tocsin.model.view import (
    SessionItem,
)


class Log(Protocol):
    """The log of one organisation, as it was when the transaction began and with what was appended in it."""

    @property
    def id(self) -> str:
        """Of the log, random."""

    @property
    def size(self) -> int:
        """Entries so far."""

    def root(self) -> bytes:
        """The Merkle root of all entries (RFC 9162)."""

    def root_at(self, size: int) -> bytes:
        """Return the Merkle root that the log had when it had `size` entries. Raises LogError."""

    def heads(self) -> list[str]:
        """Return the checkpoints that were signed, the oldest first."""

    def add_head(self, size: int, checkpoint: str, signed_at: datetime) -> None:
        """Keep a checkpoint; one of the same size is replaced."""

    def raw(self, seq: int) -> bytes:
        """Return the bytes of an entry. Raises LogError where there is none."""

    def read(self, start: int = 0, end: int | None = None) -> Iterator[Envelope]:
        """Yield entries from `start` up to, not including, `end`."""

    def several(self, seqs: Sequence[int]) -> list[Envelope]:
        """Return some entries, those that there are, in their order."""

    def inclusion(self, seq: int, size: int | None = None) -> list[bytes]:
        """Return the proof that an entry is among the first `size` (default: all)."""

    def consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """Return the proof that the log of `new` entries (default: all) begins with that of `old`."""


class Vault(Protocol):
    """The vault of one organisation."""

    def get(self, ref: Ref) -> bytes | None:
        """Return a content, or None if it was erased. Raises StoreError for one that was altered."""

    def get_many(self, refs: Sequence[Ref]) -> dict[Ref, bytes]:
        """Return the contents that are there, by name."""

    def present(self, refs: Sequence[Ref]) -> set[Ref]:
        """Return which of these are there, without opening any."""

    def open(self, ref: Ref) -> tuple[bytes, bytes] | None:
        """Return (salt, content): with both anybody can check that the name is HMAC-SHA-256(salt, content)."""

    def expired(self, at: datetime, most: int | None = None) -> Iterator[Ref]:
        """Yield the names of contents whose time was up at a time."""


class Reader(Protocol):
    """One state of an organisation's log, vault and views."""

    @property
    def organisation(self) -> str:
        """Its id."""

    @property
    def now(self) -> datetime:
        """When it is read, or what is appended will have been recorded."""

    @property
    def log(self) -> Log:
        """Its log."""

    @property
    def vault(self) -> Vault:
        """Its vault."""

    @property
    def views(self) -> Views:
        """Its views."""

    @property
    def shelves(self) -> Shelves:
        """The objects in its collections."""

    def pseudonym(self, thing: str) -> str:
        """Return a name for something, of 16 digits, that nobody can follow back without the node's key."""

    def verify(self, heads: Sequence[Head]) -> Report:
        """Check the whole log, and that it grew from these heads, whose signatures have been checked."""


class Writer(Reader, Protocol):
    """The same, to be written: nobody else writes until it ends, and what it wrote counts wholly or not at all."""

    def keep(self, content: bytes, retain_until: datetime | None = None) -> Ref:
        """Take a content into the vault until a time (None: until it is erased), and return its name."""

    def retain(self, refs: Sequence[Ref], until: datetime | None) -> None:
        """Say of contents that had no date until when they are kept; None takes the date of contents back."""

    def append(self, *drafts: Draft) -> list[Envelope]:
        """Append events, bring the views up to date, and return the entries."""

    def delete(self, refs: Sequence[Ref]) -> int:
        """Delete contents of the vault; the caller appends the event that says so. Return how many there were."""


class Store(Protocol):
    """The store of this node."""

    def organisations(self) -> list[str]:
        """Return the ids of the organisations, the oldest first."""

    def begin(self, organisation: str) -> str:
        """Begin the log of an organisation, and return the log's id. Raises StoreError where there is one."""

    def read(self, organisation: str) -> AbstractContextManager[Reader]:
        """Read one state of an organisation's log, vault and views. Raises LogError for an unknown organisation."""

    def write(self, organisation: str) -> AbstractContextManager[Writer]:
        """Write in one transaction: wholly at the end, or not at all where the block raises. Keep it short."""

    def session(self, secret: str) -> SessionItem | None:
        """Return the session or token, of whichever organisation, with the SHA-256 of its secret. It may be over."""

    def partner(self, secret: str) -> PartnerItem | None:
        """Return the partner, of whichever organisation, with the SHA-256 of its token. It may have ended."""
