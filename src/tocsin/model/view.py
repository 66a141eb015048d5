"""What the views say of one thing. Names and words are in the vault: `record` and `title` lead there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypedDict, TypeVar

from msgspec import Struct

from tocsin.model.alert import Severity
from tocsin.model.assessment import Question
from tocsin.model.claim import Says
from tocsin.model.event import Purpose, Ref
from tocsin.model.operation import FeatureKind, TieKind, Track
from tocsin.model.people import Role, Tlp
from tocsin.model.received import Reliability, SightingState
from tocsin.model.verdict import Class, Danger

T = TypeVar("T")


class Page(Struct, Generic[T], frozen=True):
    """A part of a list. `after` asks for the next part; None at the end."""

    items: tuple[T, ...]
    after: str | None = None


class MessageFilter(TypedDict, total=False):
    """What messages can be looked up by; all that is given must be true."""

    state: str | None
    verdict: str | None
    technique: str | None
    """An ATT&CK id."""
    recipient: str | None
    """The id of a person."""
    sender: str | None
    """An address."""
    incident: str | None
    known: bool
    """Only those that were flagged, reported or clicked on: the others are nobody's business."""


class AlertFilter(TypedDict, total=False):
    """What alerts can be looked up by; all that is given must be true."""

    state: str | None
    detection: str | None
    severity: str | None
    person: str | None
    """The id of a person."""
    incident: str | None


class Work(StrEnum):
    """What can wait for a person."""

    CLICK = "click"
    """Somebody did what an attack wanted."""
    GLASS = "glass"
    """A second person is asked to agree that a message is opened."""
    INCIDENT = "incident"
    """An incident is open."""
    TELLING = "telling"
    """Somebody is to be told that their message was opened."""
    STATEMENT = "statement"
    """A statement lacks signatures."""
    MESSAGE = "message"
    QUESTION = "question"
    ALERT = "alert"
    """Something was found in the logs of accounts."""
    SIGHTING = "sighting"
    """Something that was seen before meets what a partner warns of."""
    NOTICE = "notice"
    """A victim is to be told."""
    TASK = "task"
    """Something is to be done about a case."""


class QueueItem(Struct, frozen=True):
    """Something that waits for a person."""

    kind: Work
    thing: str
    """Its id."""
    seq: int
    urgency: float


class JournalFilter(TypedDict, total=False):
    """What entries of the log can be looked up by; all that is given must be true."""

    type: str | None
    types: Sequence[str]
    """Any of these."""
    actor: str | None
    subject: str | None


class OrganisationItem(Struct, frozen=True):
    """An organisation of this node."""

    organisation: str
    name: str
    kind: str
    profile_seq: int | None
    """The entry with its latest profile."""


class PersonItem(Struct, frozen=True):
    """A person of the organisation."""

    person: str
    record: Ref
    high_risk: bool
    tips: bool
    tlp: Tlp | None
    removed: bool
    language: str | None
    """ISO 639-1, if they have chosen one."""
    roles: tuple[Role, ...] = ()


class MessageItem(Struct, frozen=True):
    """A judged message."""

    message: str
    seq: int
    """The entry that judged it: its findings and recipients stand there."""
    at: datetime
    """When it arrived, by the stamp of a trusted hop; else when it was judged."""
    judged: Class
    """The verdict as Tocsin gave it."""
    verdict: Class
    """The verdict as it stands."""
    probability: float
    state: str
    """waiting (for a person), quiet (nobody is needed), confirmed, corrected, dismissed."""
    reported: bool
    clicked: bool
    warned: bool
    record: Ref | None


class AlertItem(Struct, frozen=True):
    """What a detection found in the logs of accounts."""

    alert: str
    seq: int
    """The entry that raised it."""
    at: datetime
    """Of its first event."""
    detection: str
    severity: Severity
    state: str
    """waiting (for a person), quiet (nobody is needed), confirmed, dismissed, replaced (by one that
    is worse), explained (by lines that came late)."""
    record: Ref | None


class ActivityPageItem(Struct, frozen=True):
    """A part of what was read from logs of accounts."""

    begins: datetime
    ends: datetime
    content: Ref


class QuestionItem(Struct, frozen=True):
    """Somebody asked "is this safe?"."""

    question: str
    seq: int
    person: str
    kind: str
    message: str | None
    record: Ref | None
    clicked: bool
    at: datetime
    verdict: Class | None
    """What was answered at once; None for a mail, whose verdict stands with the message."""
    state: str
    """open, answered, closed."""
    seen_by: str | None
    """Who of the desk answered or closed it."""
    answer: Ref | None


class ClickItem(Struct, frozen=True):
    """Somebody said that they did what an attack wanted."""

    click: str
    seq: int
    at: datetime
    person: str
    did: Danger
    message: str | None
    question: str | None
    record: Ref | None
    handled_by: str | None
    handled_at: datetime | None


class IncidentItem(Struct, frozen=True):
    """An incident."""

    incident: str
    seq: int
    title: Ref
    state: str
    """open, closed."""
    outcome: str | None
    tlp: Tlp
    case: str | None
    opened_at: datetime
    changed_at: datetime
    track: Track = Track.CYBER
    rule: str = ""
    """The type of the entry on which Tocsin opened it by itself; empty: a person did."""


class ReceiptItem(Struct, frozen=True):
    """What came from a partner at once."""

    receipt: str
    seq: int
    reliability: Reliability
    tlp: Tlp
    indicators: int
    """That are looked for."""
    unused: int
    refused: int
    record: Ref
    """A `tocsin.model.received.ReceivedRecord`."""
    at: datetime
    dropped: bool


class SightingItem(Struct, frozen=True):
    """Something that was seen here and meets an indicator."""

    sighting: str
    seq: int
    receipt: str
    tlp: Tlp
    message: str | None
    seen_at: datetime
    past: bool
    record: Ref
    """A `tocsin.model.received.SightingRecord`."""
    at: datetime
    state: SightingState
    taken_back: datetime | None = None
    """When its source took back the warning that it rests on."""


class OverrideItem(Struct, frozen=True):
    """A value for which lists of a purpose do not count."""

    override: str
    seq: int
    purpose: Purpose
    until: datetime
    record: Ref
    """A `tocsin.model.record.OverrideRecord`."""
    at: datetime


class ListItem(Struct, frozen=True):
    """A warninglist that counts."""

    list: str
    seq: int
    purpose: Purpose
    entries: int
    unusable: int
    content: Ref
    at: datetime


class SightingCount(Struct, frozen=True):
    """How many sightings of a receipt there are in a state."""

    receipt: str
    state: SightingState
    count: int
    first: datetime
    """When the first of them was seen."""


class ClaimItem(Struct, frozen=True):
    """A claim: somebody says so."""

    claim: str
    seq: int
    says: Says
    tlp: Tlp
    record: Ref
    """A `tocsin.model.claim.Claim`."""
    recorded_at: datetime
    struck: bool
    """Whether it was written down by mistake."""
    about: tuple[str, ...] = ()
    """Ids of incidents, operations and cases, sorted."""


class AssessmentItem(Struct, frozen=True):
    """A version of an assessment."""

    assessment: str
    seq: int
    """Its entry."""
    question: Question
    tlp: Tlp
    record: Ref
    """A `tocsin.model.assessment.Assessment`."""
    made_at: datetime
    recorded_at: datetime
    about: tuple[str, ...] = ()
    """Ids of incidents, operations and cases, sorted."""


class NamingItem(Struct, frozen=True):
    """A name that a person puts on what happened."""

    naming: str
    seq: int
    assessment: str
    version: int
    """The entry with the version that it rests on."""
    actor: str
    """Who put it here; empty for one that came along with a case: its record says who put it."""
    record: Ref
    at: datetime
    state: str
    """stands, withdrawn."""


class TieItem(Struct, frozen=True):
    """What a person said of two incidents, as it stands."""

    one: str
    other: str
    """Ids of the incidents; `one` is the smaller."""
    kind: TieKind
    seq: int
    actor: str
    at: datetime


class ComparingItem(Struct, frozen=True):
    """Another organisation that may compare the incidents of this one with its own."""

    receiver: str
    """Its id."""
    named: bool
    tlp: Tlp
    actor: str
    at: datetime


class GiverItem(Struct, frozen=True):
    """Another organisation whose incidents may join this one's own to each other."""

    giver: str
    """A made-up id."""
    actor: str
    at: datetime
    reason: Ref


class FactItem(Struct, frozen=True):
    """A fact that somebody told of an incident."""

    incident: str
    seq: int
    kind: FeatureKind
    record: Ref
    """A `tocsin.model.record.FactRecord`."""
    at: datetime


class Things(Struct, frozen=True):
    """What belongs to an incident, by which it is compared with others."""

    messages: tuple[MessageItem, ...] = ()
    alerts: tuple[AlertItem, ...] = ()
    """Of both the newest entry first."""
    facts: tuple[FactItem, ...] = ()
    """The oldest first."""


class CaseItem(Struct, frozen=True):
    """A case."""

    case: str
    seq: int
    title: Ref
    state: str
    """open, closed, handed-over."""
    opened_at: datetime
    tlp: Tlp | None
    """The label that it bears beside those of its incidents: brought along, or left when one was taken out."""
    ended: int | None
    """The entry that closed it or handed it over."""


class ParticipantItem(Struct, frozen=True):
    """An organisation or office that takes part in a case."""

    participant: str
    case: str
    seq: int
    tlp: Tlp
    record: Ref
    """A `tocsin.model.record.ParticipantRecord`."""
    people: tuple[str, ...] = ()
    """Ids of the people of this node who act for it, sorted."""


class TaskItem(Struct, frozen=True):
    """Something that is to be done about a case."""

    task: str
    case: str
    seq: int
    title: Ref
    due: datetime
    tlp: Tlp
    participant: str
    """Whose it is; empty: the lead's."""
    state: str
    """open, done, dropped."""
    note: Ref | None
    """What was said when it ended."""


class VictimItem(Struct, frozen=True):
    """Somebody whom it must be told."""

    victim: str
    case: str
    seq: int
    record: Ref
    """A `tocsin.model.record.VictimRecord`."""
    tlp: Tlp
    found_at: datetime
    contact: Ref | None
    """A `tocsin.model.record.ContactRecord`; None before it was verified."""
    verified_by: str | None
    called_at: datetime | None
    state: str
    """open, done (told), dropped (cannot be told)."""
    note: Ref | None


class SignatureItem(Struct, frozen=True):
    """A signature on a statement."""

    seq: int
    key: str
    """Id of the signer's key."""
    actor: str
    """Who brought it."""
    at: datetime
    record: Ref | None


class StatementItem(Struct, frozen=True):
    """A statement that is to be signed."""

    statement: str
    seq: int
    incident: str
    sha256: str
    """Of what is to be signed."""
    needed: int
    """Keys that have to sign."""
    at: datetime
    record: Ref
    withdrawn: bool
    signatures: tuple[SignatureItem, ...] = ()
    """One for each key, the oldest first."""

    @property
    def state(self) -> str:
        """unsigned (some signatures are missing), signed, withdrawn."""
        return "withdrawn" if self.withdrawn else "unsigned" if len(self.signatures) < self.needed else "signed"


class CustodyItem(Struct, frozen=True):
    """Something that was done with a piece of evidence."""

    seq: int
    type: str
    actor: str
    at: datetime


class EvidenceItem(Struct, frozen=True):
    """A piece of evidence."""

    evidence: str
    seq: int
    case: str
    content: Ref
    record: Ref
    size: int
    media_type: str
    state: str
    """kept, erased, expired."""
    participant: str = ""
    """Who brought it; empty: the organisation that leads the case."""
    custody: tuple[CustodyItem, ...] = ()


class GrantItem(Struct, frozen=True):
    """A message that is to be opened, or was, by breaking the glass."""

    grant: str
    seq: int
    """The entry that asked for it; the reason stands there."""
    message: str
    actor: str
    second: str
    asked_at: datetime
    opened_at: datetime | None
    """When the second person agreed."""
    tell_by: datetime | None
    told: bool


class CredentialItem(Struct, frozen=True):
    """A way to sign in."""

    credential: str
    seq: int
    person: str
    kind: str
    record: Ref
    removed: bool
    counter: int
    """The last one used."""
    added_at: datetime


class SessionItem(Struct, frozen=True):
    """A session of a person, a token of a program, or an invitation (`kind`)."""

    session: str
    seq: int
    kind: str
    person: str
    scopes: str
    opened_at: datetime
    expires_at: datetime
    revoked: bool
    record: Ref | None
    organisation: str = ""


class JournalItem(Struct, frozen=True):
    """An entry of the log as the audit trail lists it."""

    seq: int
    type: str
    actor: str
    subject: str
    at: datetime


class CountItem(Struct, frozen=True):
    """Messages of a day (UTC)."""

    day: str
    value: str
    messages: int
