"""What a detection found in the logs of accounts."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


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
