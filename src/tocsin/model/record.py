"""What lies in the vault because it is about people: records that events refer to."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from tocsin.model.activity import Activity
from tocsin.model.alert import Alert
from tocsin.model.assessment import Assessment, Forecast
from tocsin.model.context import Context
from tocsin.model.directory import Enrolment
from tocsin.model.observed import ObservedMail
from tocsin.model.operation import MailTraits
from tocsin.model.profile import Kind
from tocsin.model.row import Excerpt
from tocsin.model.trace import Trace
from tocsin.model.verdict import Verdict


class Note(Struct, frozen=True, omit_defaults=True):
    """Words of a person: a title, a reason, a description."""

    text: str
    language: str = ""


class MessageRecord(Struct, frozen=True, omit_defaults=True):
    """What a person needs to see of a message in a list, and what the verdict rests on."""

    sender: str = ""
    """Address, lower case."""
    sender_name: str = ""
    subject: str = ""
    recipients: tuple[str, ...] = ()
    """Addresses, lower case."""
    message_id: str = ""
    time: datetime | None = None
    """When the trusted hop received it."""
    language: str = ""
    sha256: str = ""
    """Of the bytes as received."""
    body: str = ""
    """SHA-256 of its words and files, by which copies to others are found."""
    verdict: Verdict | None = None
    """In full, with evidence."""
    excerpts: tuple[Excerpt, ...] = ()
    context: Context | None = None
    """What was known when it was judged, so that the verdict can be replayed; without the profile."""
    log_size: int | None = None
    """Entries that the log had then: they give the profile of that time."""
    trace: Trace | None = None
    """What the organisation's history remembers of it."""
    traits: MailTraits | None = None
    """By what it is compared with others, where it is not clean; without its id."""
    observed: ObservedMail | None = None
    """By what it is compared with what partners warn of."""


class AlertRecord(Struct, frozen=True, omit_defaults=True):
    """What a detection found, in full."""

    alert: Alert
    lines: tuple[Activity, ...] = ()
    """The events that it rests on, as far as `Alert.events` names them."""


class ActivityRecord(Struct, frozen=True, omit_defaults=True):
    """A part of what was read from logs of accounts, in order of time."""

    activities: tuple[Activity, ...]


class EnrolmentRecord(Struct, frozen=True, omit_defaults=True):
    """Who is enrolled in which second factor, as a directory says."""

    enrolments: tuple[Enrolment, ...]


class Passed(Struct, frozen=True):
    """Something that was done with a piece of evidence where it was kept before."""

    log: str
    seq: int
    type: str
    actor: str
    at: datetime


class Provenance(Struct, frozen=True):
    """How a piece of evidence came from the node that kept it before."""

    content: str
    """Its name in the vault there: the HMAC-SHA-256 of the bytes, in hex."""
    salt: bytes
    """The key of that, by which anybody can check it."""
    done: tuple[Passed, ...]
    """The oldest first, from all nodes that kept it."""


class EvidenceRecord(Struct, frozen=True, omit_defaults=True):
    """Where evidence comes from."""

    name: str
    """Name of the file, without folders."""
    collected_by: str
    """Name of the person or system that collected it."""
    source: str = ""
    """From what: a mailbox, a machine, a service."""
    description: str = ""
    before: Provenance | None = None


class ParticipantRecord(Struct, frozen=True, omit_defaults=True):
    """An organisation or office that takes part in a case."""

    name: str
    contact: str = ""
    """How its people are reached."""


class VictimRecord(Struct, frozen=True, omit_defaults=True):
    """Somebody whom an attack reached."""

    name: str
    note: str = ""
    """What happened to them, and what they have to know."""


class ContactRecord(Struct, frozen=True):
    """How a victim is reached, and how that is known."""

    contact: str
    source: str
    """Where it was taken from: something that those who wrote have no hand in."""


class AssessmentRecord(Assessment, frozen=True):
    """A version of an assessment, with what was estimated of it when it was made."""

    forecast: Forecast | None = None
    """None where it was made before this was kept."""
    told_at: datetime | None = None
    """When another log recorded it, from which it came along with a case."""


class NamingRecord(Struct, frozen=True, omit_defaults=True):
    """A name that a person puts on what happened."""

    hypothesis: str
    """Its id in the assessment."""
    reasons: str
    evidence: tuple[str, ...]
    """Ids of the items that the reasons rest on."""
    by: str = ""
    """Who put it, where it came from another node with a case."""
    kind: Kind | None = None
    """What their organisation is, if it ever was more than a helper of others; None where that is not said."""
    before: tuple[Passed, ...] = ()
    """What was done with it there, the oldest first: that it was put, by whom in which log, and withdrawn."""


class LineRecord(Struct, frozen=True):
    """Which line of a log somebody was asked about."""

    line: str
    """Its key (`tocsin.identify.outcome.lines.key`)."""


class FactRecord(Struct, frozen=True):
    """A fact about an attack that was found elsewhere: by WHOIS, RDAP, a certificate, a sandbox."""

    value: str
    source: str
    """Where it was found."""


class StatementRecord(Struct, frozen=True):
    """A statement as it is to be signed."""

    files: dict[str, str]
    """By the names in `tocsin.statement.seal`."""


class SignatureRecord(Struct, frozen=True):
    """A signature on a statement."""

    name: str
    """Whose key it is, as their verifier key says; empty where they signed at this node."""
    public: bytes
    """The key that checks it."""
    signature: bytes


class CredentialRecord(Struct, frozen=True, omit_defaults=True):
    """A way to sign in."""

    name: str
    """As its owner calls it."""
    secret: str = ""
    """By kind: the hash of a password; the secret of codes in base32; a public key in base64."""
    handle: str = ""
    """By which it is found: the hexadecimal id of a passkey, or issuer and subject of OIDC, each on a line."""


class OverrideRecord(Struct, frozen=True):
    """A value for which lists do not count, and why."""

    value: str
    reason: str


class RetractionRecord(Struct, frozen=True):
    """An object of STIX that is revoked, and why."""

    object: str
    """Its id."""
    reason: str


class PartnerRecord(Struct, frozen=True, omit_defaults=True):
    """An organisation with which is shared."""

    name: str
    contact: str = ""
    """How its people are reached."""


class CircleRecord(Struct, frozen=True, omit_defaults=True):
    """A circle."""

    name: str


class SentRecord(Struct, frozen=True, omit_defaults=True):
    """What was sent at once, and what was withheld."""

    sent: tuple[str, ...]
    """Ids of objects."""
    withheld: tuple[tuple[str, str], ...] = ()
    """Ids of objects, each with why (`tocsin.share.policy.Why`)."""


class CollectionRecord(Struct, frozen=True, omit_defaults=True):
    """What a collection is for, as partners read it."""

    title: str
    description: str = ""
