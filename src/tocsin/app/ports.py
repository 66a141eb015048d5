"""What the use cases need from outside, as Protocols."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol, Unpack

from tocsin.identify.mail import Mail
from tocsin.model.event import Draft, Envelope, Ref
from tocsin.model.people import Tlp
from tocsin.model.proof import Head, Report
from tocsin.model.trace import Trace
from tocsin.model.view import (
    CaseItem,
    ClickItem,
    CountItem,
    CredentialItem,
    EvidenceItem,
    GrantItem,
    IncidentItem,
    JournalFilter,
    JournalItem,
    MessageFilter,
    MessageItem,
    OrganisationItem,
    Page,
    PersonItem,
    QuestionItem,
    QueueItem,
    SessionItem,
    Work,
)


class Memory(Protocol):
    """Traces of a mailbox.

    Every answer is as of a time: what came then or later is not known yet. Answers do not depend on the order in which
    traces were added. Good means: not judged bad.
    """

    def add(self, traces: Iterable[Trace]) -> None:
        """Remember traces, in any order of their times."""

    def of_sender(self, address: str, before: float) -> Sequence[Trace]:
        """Good messages of an address, the oldest first; at most the 30 latest."""

    def since(self, address: str, before: float) -> float | None:
        """When the first good message of an address came, or None."""

    def written_to(self, address: str, before: float) -> int:
        """How many good messages our side had sent to an address, counted up to 100."""

    def of_domain(self, domain: str, before: float) -> int:
        """How many good messages had come from a registrable domain, counted up to 100."""

    def like_domain(self, keys: Iterable[str], before: float) -> Sequence[str]:
        """Domains of correspondents with one of these likeness keys, sorted; at most 50.

        A correspondent's domain is one that good mail had come from twice or that our side had written to.
        """

    def addresses_of_name(self, name: str, before: float) -> Sequence[str]:
        """Addresses that had used a folded display name in good mail, sorted; at most 20."""

    def of_ids(self, message_ids: Sequence[str], before: float) -> Sequence[Trace]:
        """The messages with these ids, whatever their verdict, the oldest first; at most 60."""

    def exchange(self, address: str, before: float) -> Sequence[Trace]:
        """The latest messages from an address, whatever their verdict, the oldest first; at most 20."""

    def size(self, before: float) -> tuple[int, int]:
        """How many messages there were, and how many good ones of our side; both counted up to 100."""


class Rules(Protocol):
    """The user's own rules over the files of a message."""

    def matches(self, mail: Mail) -> tuple[tuple[str, str], ...]:
        """Return (rule, part) of what matched."""


class Names(Protocol):
    """The domain name system."""

    def text(self, name: str) -> tuple[str, ...] | None:
        """TXT records of a name; an empty tuple if there are none, None if nobody answered."""


class Memories(Protocol):
    """Makes memories that live for one piece of work."""

    def __call__(self, traces: Iterable[Trace]) -> AbstractContextManager[Memory]:
        """Return a memory of these traces; it is gone when the block ends."""


class Chance(Protocol):
    """Where random ids and secrets come from."""

    def id(self, kind: str) -> str:
        """Return a new id that begins with its kind and tells nothing else."""

    def secret(self) -> str:
        """Return 32 random bytes in URL-safe base64."""


class Passwords(Protocol):
    """A slow hash for passwords, with its own salt in it."""

    def hash(self, password: str) -> str:
        """Return what is kept of a password."""

    def matches(self, hashed: str, password: str) -> bool:
        """Say whether a password is the one that was hashed."""


class Passkeys(Protocol):
    """WebAuthn for one site. Options and answers are the JSON that browsers take and give; bytes are raw."""

    def to_register(self, person: str, name: str, challenge: bytes, known: Sequence[bytes]) -> str:
        """Return the options for a new passkey; `known` are the credential ids that the person has already."""

    def registered(self, answer: str, challenge: bytes) -> tuple[bytes, bytes, int]:
        """Return (credential id, public key, counter) of a new passkey. Raises SignInError for a wrong answer."""

    def to_sign_in(self, challenge: bytes) -> str:
        """Return the options for signing in with any passkey of this site."""

    def credential_of(self, answer: str) -> bytes:
        """Return the credential id that an answer names. Raises SignInError."""

    def signed_in(self, answer: str, challenge: bytes, key: bytes, counter: int) -> int:
        """Check a signature and return the new counter. Raises SignInError."""


class Ocr(Protocol):
    """Reads the text in a picture."""

    def text(self, image: bytes) -> str:
        """Return the text. Raises InputError for what is no picture, is too large, or takes too long."""


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

    def open(self, ref: Ref) -> tuple[bytes, bytes] | None:
        """Return (salt, content): with both anybody can check that the name is HMAC-SHA-256(salt, content)."""

    def expired(self, at: datetime) -> Iterator[Ref]:
        """Yield the names of contents whose time was up at a time."""


class Views(Protocol):
    """What the log says, looked up. Every list is of one organisation only."""

    def message(self, message: str) -> MessageItem | None:
        """Return a message by its id."""

    def message_by_content(self, sha256: str) -> MessageItem | None:
        """Return the message with these bytes, by their SHA-256 in hexadecimal."""

    def same(self, message: str) -> Sequence[MessageItem]:
        """Return other messages with the same message id, or the same words and files, the latest 500."""

    def several(self, messages: Sequence[str]) -> Sequence[MessageItem]:
        """Return messages by their ids, those that there are, in the order of the ids."""

    def queue(
        self, labels: Collection[Tlp], at: datetime, kind: Work | None = None, after: str | None = None,
        limit: int = 50,
    ) -> Page[QueueItem]:  # fmt: skip
        """Return what waits for a person at a time, the worst first; what bears a label only if it is one of these."""

    def waiting(self, labels: Collection[Tlp], at: datetime) -> dict[Work, int]:
        """Return how much of each kind there is in the queue, counted up to 1,000."""

    def messages(self, after: str | None = None, limit: int = 50, **given: Unpack[MessageFilter]) -> Page[MessageItem]:
        """Return the messages of which all that is given is true, the newest entry first."""

    def questions(self, person: str | None = None, after: str | None = None, limit: int = 50) -> Page[QuestionItem]:
        """Return what people asked, the newest first."""

    def question(self, question: str) -> QuestionItem | None:
        """Return a question by its id."""

    def click(self, click: str) -> ClickItem | None:
        """Return by its id what somebody said that they did."""

    def grants(self, message: str | None = None) -> Sequence[GrantItem]:
        """Return where the glass was to be broken, the oldest first: for a message, or where nobody was told yet."""

    def grant(self, grant: str) -> GrantItem | None:
        """Return one of them by its id."""

    def counts(self, kind: str, first: date, last: date) -> Sequence[CountItem]:
        """Return messages by day, in order: `verdict` (as it stands), or those not clean by `technique` or `target`."""

    def organisation(self) -> OrganisationItem:
        """Return the organisation."""

    def people(self) -> Sequence[PersonItem]:
        """Return the people that were not removed, in the order in which they came."""

    def person(self, person: str) -> PersonItem | None:
        """Return a person by id, removed or not."""

    def person_by_address(self, address: str) -> PersonItem | None:
        """Return the person with an address, official ones first."""

    def credentials(self, person: str, *, removed: bool = False) -> Sequence[CredentialItem]:
        """Return a person's ways to sign in, the oldest first: those that were not removed, or those that were."""

    def credential(self, credential: str) -> CredentialItem | None:
        """Return a way to sign in by its id, removed or not."""

    def credential_by_handle(self, handle: str) -> CredentialItem | None:
        """Return the way to sign in with a handle (`tocsin.model.record.CredentialRecord`), unless it was removed."""

    def session(self, session: str) -> SessionItem | None:
        """Return a session or token by its id, revoked or not."""

    def sessions(self, person: str) -> Sequence[SessionItem]:
        """Return a person's sessions and tokens that were not revoked, expired ones too, the newest first."""

    def incidents(self, state: str | None = None, after: str | None = None, limit: int = 50) -> Page[IncidentItem]:
        """Return incidents, the newest first."""

    def incident(self, incident: str) -> IncidentItem | None:
        """Return an incident by its id."""

    def incidents_of(self, case: str) -> Sequence[IncidentItem]:
        """Return the incidents of a case, the oldest first."""

    def incidents_with(self, messages: Sequence[str]) -> dict[str, tuple[IncidentItem, ...]]:
        """Return the incidents to which messages belong, by message, the oldest first."""

    def cases(self) -> Sequence[CaseItem]:
        """Return all cases, the newest first."""

    def case(self, case: str) -> CaseItem | None:
        """Return a case by its id."""

    def evidence(self, evidence: str) -> EvidenceItem | None:
        """Return a piece of evidence by its id, with all that was done with it."""

    def evidence_of(self, case: str) -> Sequence[EvidenceItem]:
        """Return the evidence of a case, the oldest first, with all that was done with it."""

    def evidence_by_content(self, refs: Iterable[str]) -> Sequence[EvidenceItem]:
        """Return the evidence whose content lies at one of these places of the vault."""

    def entries_about(self, thing: str) -> Sequence[int]:
        """Return which entries name something by its id, the oldest first."""

    def journal(self, after: str | None = None, limit: int = 50, **given: Unpack[JournalFilter]) -> Page[JournalItem]:
        """Return entries of which all that is given is true, the newest first."""


class Reader(Protocol):
    """One state of an organisation's log, vault and views."""

    @property
    def organisation(self) -> str:
        """Its id."""

    @property
    def log(self) -> Log:
        """Its log."""

    @property
    def vault(self) -> Vault:
        """Its vault."""

    @property
    def views(self) -> Views:
        """Its views."""

    def verify(self, heads: Sequence[Head]) -> Report:
        """Check the whole log, and that it grew from these heads, whose signatures have been checked."""


class Writer(Reader, Protocol):
    """The same, to be written: nobody else writes until it ends, and what it wrote counts wholly or not at all."""

    @property
    def now(self) -> datetime:
        """When what is appended will have been recorded."""

    def keep(self, content: bytes, retain_until: datetime | None = None) -> Ref:
        """Take a content into the vault until a time (None: until it is erased), and return its name."""

    def retain(self, refs: Sequence[Ref], until: datetime) -> None:
        """Say of contents that had no date until when they are kept."""

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
