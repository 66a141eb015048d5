"""Sign-in and audit logs, what was found in them, and what people say of it."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct, field

from tocsin.model.activity import Coverage
from tocsin.model.alert import Severity
from tocsin.model.events.fact import Fact, Ref


class ActivityPage(Struct, frozen=True):
    """A part of what was read from logs of accounts, in the vault: a `tocsin.model.record.ActivityRecord`."""

    begins: datetime
    ends: datetime
    activities: int
    content: Ref


class LogsRead(Fact, frozen=True, tag="logs-read"):
    """Logs of accounts were read and looked through; what somebody acts on becomes an event of its own."""

    reading: str
    activities: int
    pages: tuple[ActivityPage, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    alerts: dict[str, int] = field(default_factory=dict)
    """How many were raised, by severity; those known from before are not counted again."""
    unread: int = 0
    """Lines that could not be read."""
    late: int = 0
    """Lines that came too late to be put in their place among the others."""
    state: Ref | None = None
    """What the detections remember, with which the next logs are read."""
    source: str = "upload"


class AlertRaised(Fact, frozen=True, tag="alert-raised"):
    """A detection found something about accounts that a person has to look at."""

    alert: str
    detection: str
    severity: Severity
    at: datetime
    count: int = 1
    attack: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Ids of people of the organisation."""
    reading: str = ""
    record: Ref | None = None
    """A `tocsin.model.record.AlertRecord`."""
    alone: bool = False
    """Whether it is about one person only, by whatever addresses."""
    replaces: str | None = None
    """The same alert as it was raised before it became worse."""


class AlertConfirmed(Fact, frozen=True, tag="alert-confirmed"):
    """Somebody else was in the account, or tried to be."""

    alert: str
    note: Ref | None = None


class AlertDismissed(Fact, frozen=True, tag="alert-dismissed"):
    """It was the person themselves, or nothing is to be done about it."""

    alert: str
    note: Ref | None = None


class AlertWithdrawn(Fact, frozen=True, tag="alert-withdrawn"):
    """Lines that came late have shown that there was nothing to it."""

    alert: str


class DirectoryRead(Fact, frozen=True, tag="directory-read"):
    """A directory said who is enrolled in which second factor. It replaces what was known of these providers."""

    reading: str
    providers: tuple[str, ...]
    people: int
    record: Ref
    """A `tocsin.model.record.EnrolmentRecord`."""


class LineTold(Fact, frozen=True, tag="line-told"):
    """A person was asked of a line of a log that is in doubt, and says whether it was them."""

    incident: str
    was_them: bool
    record: Ref
    """A `tocsin.model.record.LineRecord`."""
    person: str = ""
    """Whose account the line is of, where the directory knows: with what is known of them goes what was said."""
