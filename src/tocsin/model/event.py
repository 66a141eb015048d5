"""What is written into the log: facts that matter, each a frozen struct, wrapped in an envelope.

To add an event: write its struct here and name it in `Event`. Nothing else needs to know but the views that show it.

An event holds no personal data and no free text of a person. Those lie in the vault (`tocsin.model.record`); the event
carries a `Ref`. Ids of people, messages and so on are random, so that they tell nothing by themselves.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from msgspec import Struct

from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Brand, Organisation, Partner
from tocsin.model.verdict import Class, Danger

Ref = str
"""Where something lies in the vault: the hexadecimal HMAC-SHA-256 of its bytes, keyed by a salt that lies there too."""


class Fact(Struct, frozen=True, omit_defaults=True, tag_field="type"):
    """What all events have in common: a `type`, by which they are told apart."""


# Organisation and people


class OrganisationCreated(Fact, frozen=True, tag="organisation-created"):
    """The log begins."""

    name: str
    kind: str


class ProfileChanged(Fact, frozen=True, tag="profile-changed"):
    """The profile without its people, who are events of their own."""

    organisation: Organisation
    partner: tuple[Partner, ...] = ()
    brand: tuple[Brand, ...] = ()


class PersonAdded(Fact, frozen=True, tag="person-added"):
    """Somebody of the organisation, or an address of it."""

    person: str
    record: Ref
    """A `tocsin.model.profile.Person`."""
    high_risk: bool = False
    tips: bool = False


class PersonChanged(Fact, frozen=True, tag="person-changed"):
    """What is known of a person was replaced."""

    person: str
    record: Ref
    high_risk: bool = False
    tips: bool = False


class PersonRemoved(Fact, frozen=True, tag="person-removed"):
    """A person belongs to the organisation no longer; roles, sessions and credentials end."""

    person: str


class RoleGiven(Fact, frozen=True, tag="role-given"):
    """A person may do what the role allows."""

    person: str
    role: Role


class RoleTaken(Fact, frozen=True, tag="role-taken"):
    """A person may no longer."""

    person: str
    role: Role


class ClearanceSet(Fact, frozen=True, tag="clearance-set"):
    """Up to which label of the Traffic Light Protocol a person may read what came from partners."""

    person: str
    tlp: Tlp


# Mail and what people do about it


class Found(Struct, frozen=True, omit_defaults=True):
    """A finding without its evidence, which may hold personal data and lies in the vault."""

    id: str
    weight: float
    attack: tuple[str, ...] = ()
    danger: Danger = Danger.NONE


class MailJudged(Fact, frozen=True, tag="mail-judged"):
    """A verdict on one message that a person or another organisation will act on."""

    message: str
    verdict: Class
    probability: float
    probability_malicious: float
    findings: tuple[Found, ...] = ()
    recipients: tuple[str, ...] = ()
    """Ids of people of the organisation."""
    source: str = "upload"
    """By which way it came: upload, ask, scan, milter, watch."""
    record: Ref | None = None
    """A `tocsin.model.record.MessageRecord`; None where nothing may be kept."""
    raw: Ref | None = None
    """The message as it was received."""
    model: str = ""
    checks: str = ""


class FileDigest(Struct, frozen=True):
    """A file that was written outside the log."""

    name: str
    sha256: str
    size: int
    rows: int = 0


class MailScanned(Fact, frozen=True, tag="mail-scanned"):
    """A batch of mail was judged into files; only what somebody acts on becomes an event of its own."""

    scan: str
    messages: int
    verdicts: dict[str, int]
    files: tuple[FileDigest, ...] = ()
    model: str = ""
    checks: str = ""


class SafetyAsked(Fact, frozen=True, tag="safety-asked"):
    """A person asked "is this safe?" about a message, a link, or a picture of a message."""

    question: str
    person: str
    kind: str
    message: str | None = None
    record: Ref | None = None
    """A `tocsin.model.record.Note`, or the thing asked about."""


class ClickReported(Fact, frozen=True, tag="click-reported"):
    """A person said that they did what the attack wanted."""

    person: str
    did: Danger
    message: str | None = None
    question: str | None = None
    record: Ref | None = None
    """A `tocsin.model.record.Note`."""


class VerdictConfirmed(Fact, frozen=True, tag="verdict-confirmed"):
    """A person agrees with the verdict."""

    message: str
    verdict: Class
    note: Ref | None = None


class VerdictCorrected(Fact, frozen=True, tag="verdict-corrected"):
    """A person says that the verdict was wrong; the next training learns from it."""

    message: str
    was: Class
    now: Class
    note: Ref | None = None


class VerdictDismissed(Fact, frozen=True, tag="verdict-dismissed"):
    """Nothing is to be done about the message, whatever its verdict."""

    message: str
    note: Ref | None = None


class RecipientsWarned(Fact, frozen=True, tag="recipients-warned"):
    """People were told about a message."""

    message: str
    people: tuple[str, ...]
    text: Ref | None = None


# Incidents, cases, evidence


class IncidentOpened(Fact, frozen=True, tag="incident-opened"):
    """Something happened to the organisation."""

    incident: str
    title: Ref
    """A `tocsin.model.record.Note`."""
    messages: tuple[str, ...] = ()
    tlp: Tlp = Tlp.RED


class IncidentChanged(Fact, frozen=True, tag="incident-changed"):
    """Messages were added, or what is known was written down."""

    incident: str
    messages: tuple[str, ...] = ()
    title: Ref | None = None
    note: Ref | None = None


class IncidentClosed(Fact, frozen=True, tag="incident-closed"):
    """Nothing more is to be done."""

    incident: str
    outcome: str
    note: Ref | None = None


class CaseOpened(Fact, frozen=True, tag="case-opened"):
    """The joint work on an operation begins; it lives in its lead's log."""

    case: str
    title: Ref
    incidents: tuple[str, ...] = ()


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


class EvidenceRead(Fact, frozen=True, tag="evidence-read"):
    """Somebody has looked at evidence."""

    evidence: str
    purpose: Ref | None = None


class EvidenceExported(Fact, frozen=True, tag="evidence-exported"):
    """A case's evidence was written into an archive for somebody outside."""

    case: str
    evidence: tuple[str, ...]
    archive: str
    """Random id of the archive, which stands in it."""
    tool_version: str
    purpose: Ref | None = None


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


# Sign-in to Tocsin itself


class CredentialAdded(Fact, frozen=True, tag="credential-added"):
    """A person can sign in by it. Keys, hashes and names lie in the vault."""

    credential: str
    person: str
    kind: str
    """passkey, password, totp, oidc."""
    record: Ref
    """A `tocsin.model.record.CredentialRecord`."""
    counter: int = 0
    """Where its counter began."""


class CredentialRemoved(Fact, frozen=True, tag="credential-removed"):
    """It can be used no longer."""

    credential: str


class SessionOpened(Fact, frozen=True, tag="session-opened"):
    """Somebody signed in. `secret` is the SHA-256 of 32 random bytes, which cannot be guessed."""

    session: str
    person: str
    credentials: tuple[str, ...]
    secret: str
    expires_at: datetime
    record: Ref | None = None
    """A `tocsin.model.record.Note`: address and browser."""
    counters: tuple[int, ...] = ()
    """What each of the credentials counts: a step of time (RFC 6238) or signatures (WebAuthn). None is used twice."""


class SessionRevoked(Fact, frozen=True, tag="session-revoked"):
    """A session ended before its time."""

    session: str


class TokenMade(Fact, frozen=True, tag="token-made"):
    """A program may use the API, or a person may come in once (scope `invitation`). `secret` as in a session."""

    token: str
    person: str
    scopes: tuple[str, ...]
    secret: str
    expires_at: datetime
    name: Ref


class TokenRevoked(Fact, frozen=True, tag="token-revoked"):
    """It may no longer."""

    token: str


# The log itself


class HeadSigned(Fact, frozen=True, tag="head-signed"):
    """The node signed the root of the first `size` entries."""

    size: int
    root: str
    key: str


class HeadWitnessed(Fact, frozen=True, tag="head-witnessed"):
    """A signed head was kept by somebody else, who can later show it."""

    size: int
    root: str
    witness: Ref


Event = (
    OrganisationCreated | ProfileChanged | PersonAdded | PersonChanged | PersonRemoved | RoleGiven | RoleTaken
    | ClearanceSet | MailJudged | MailScanned | SafetyAsked | ClickReported | VerdictConfirmed | VerdictCorrected
    | VerdictDismissed | RecipientsWarned | IncidentOpened | IncidentChanged | IncidentClosed | CaseOpened
    | EvidenceAdded | EvidenceRead | EvidenceExported | Erased | RetentionExpired | BreakGlassAsked | BreakGlassOpened
    | BreakGlassTold | CredentialAdded | CredentialRemoved | SessionOpened | SessionRevoked | TokenMade | TokenRevoked
    | HeadSigned | HeadWitnessed
)  # fmt: skip
"""Every event there is."""

VERSIONS: Final[dict[str, int]] = {}
"""Schema version by type, where it is not 1. Older entries are brought up to it when they are read."""


def type_of(event: Any) -> str:
    """Return the type of an event, or of a class of events, as it stands in the log."""
    return str(event.__struct_config__.tag)


class Draft(Struct, frozen=True):
    """An event that is to be appended."""

    event: Event
    actor: str
    """Who did it: the id of a person or token, or `node` for the node itself and whoever sits at its terminal."""
    occurred_at: datetime | None = None
    """When it happened; None: when it is recorded."""
    cause: int | None = None
    """`seq` of the entry that led to it."""


class Envelope(Struct, frozen=True, kw_only=True):
    """An entry of the log as its bytes say it. Times are in UTC."""

    organisation: str
    log: str
    seq: int
    """Its place, counted from 0."""
    version: int
    """Of the event's schema, for this type."""
    actor: str
    occurred_at: datetime
    recorded_at: datetime
    cause: int | None
    event: Event

    @property
    def type(self) -> str:
        """The type of the event."""
        return type_of(self.event)
