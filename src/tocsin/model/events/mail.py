"""Mail, what people ask about it, and what they do about it."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from tocsin.model.events.fact import Fact, Ref
from tocsin.model.verdict import Class, Danger


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
    received_at: datetime | None = None
    """By the newest stamp of a trusted hop, not after it was judged; None where no trusted hop gives a time."""


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
    verdict: Class | None = None
    """What was answered at once; of a mail it stands with the message."""
    probability: float = 0.0


class QuestionAnswered(Fact, frozen=True, tag="question-answered"):
    """The desk looked at what was asked, and the one who asked sees what it says."""

    question: str
    answer: Ref
    """A `tocsin.model.record.Note`."""


class QuestionClosed(Fact, frozen=True, tag="question-closed"):
    """The desk looked at what was asked, and has nothing to add to the answer that was given at once."""

    question: str


class ClickReported(Fact, frozen=True, tag="click-reported"):
    """A person said that they did what the attack wanted."""

    person: str
    did: Danger
    message: str | None = None
    question: str | None = None
    record: Ref | None = None
    """A `tocsin.model.record.Note`."""
    click: str = ""
    """Its id; empty in entries from before clicks had one: `click-SEQ`."""


class ClickHandled(Fact, frozen=True, tag="click-handled"):
    """Somebody has seen to it that the one who clicked is safe, or knows that nothing can be done any more."""

    click: str
    note: Ref | None = None


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
