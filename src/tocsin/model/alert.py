"""What a detection found in the logs of accounts."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from tocsin.model.outcome import Grade, Link


class Severity(StrEnum):
    """How soon a person has to look (names of Sigma's levels)."""

    CRITICAL = "critical"
    """Somebody else is in an account now."""
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFORMATIONAL = "informational"
    """Plain administration, or a fact that other detections want."""


class EventRef(Struct, frozen=True):
    """A line of a log that an alert rests on."""

    id: str
    """`Activity.id`"""
    file: str
    offset: int
    digest: str


class Lure(Struct, frozen=True):
    """A judged message that led to what was found, and how sure that is."""

    message: str
    """Message-ID, without angle brackets."""
    path: str
    """Where it lies."""
    verdict: str
    sender: str
    subject: str
    time: datetime | None
    """When it came; None where nobody knows."""
    click: Link
    """Of the click and the message."""
    after: Link | None = None
    """Of what came after the click and the message; None where no more speaks for it than against it."""

    @property
    def grade(self) -> Grade:
        """The weaker of both links."""
        grades = list(Grade)
        return max(self.click.grade, self.after.grade if self.after else Grade.WEAK, key=grades.index)


class Alert(Struct, frozen=True):
    """One detection that found something about one person (or, for a spray, about one source)."""

    id: str
    """Of the detection and of what it was found in: the same lines give the same id."""
    detection: str
    severity: Severity
    person: str
    """Whose account; "" where it concerns many, who then stand in `people`."""
    time: datetime
    """Of the first event."""
    until: datetime
    """Of the last event."""
    events: tuple[EventRef, ...]
    """At most 100, the first and the last kept; `count` has how many there are."""
    count: int = 1
    people: tuple[str, ...] = ()
    """All accounts concerned, at most 1,000, sorted."""
    facts: dict[str, str] = {}
    """What matters, by a fixed vocabulary of keys with a label in both languages."""
    attack: tuple[str, ...] = ()
    """ATT&CK technique ids."""
    provider: str = ""
    lures: tuple[Lure, ...] = ()
    """Messages that led to it, the surest first, where verdicts on mail are known (`tocsin.scan.lures`)."""
