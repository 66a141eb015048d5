"""What people see at the desk: things of the views together with their words from the vault."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec import Struct

from tocsin.model.alert import Alert
from tocsin.model.operation import IncidentFeatures, Track
from tocsin.model.received import SightingRecord
from tocsin.model.record import ContactRecord, VictimRecord
from tocsin.model.verdict import Class
from tocsin.model.view import (
    AlertItem,
    ClickItem,
    GrantItem,
    IncidentItem,
    MessageItem,
    QuestionItem,
    SightingItem,
    StatementItem,
    TaskItem,
    VictimItem,
    Work,
)


class Listed(Struct, frozen=True):
    """A message in a list. Behind glass nothing is shown of who wrote what."""

    item: MessageItem
    sealed: bool
    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    recipients: tuple[str, ...] = ()
    """Ids of people of the organisation."""
    incidents: tuple[str, ...] = ()
    """Ids of the incidents to which it belongs, of those that the one who looks is cleared for."""


class Asked(Struct, frozen=True):
    """A question as it is listed."""

    item: QuestionItem
    text: str
    """What was asked; empty of a mail."""
    verdict: Class | None
    """What it is, as it stands now; None where that is not known any more."""
    answer: str
    """What the desk says."""


class Click(Struct, frozen=True):
    """What somebody said that they did."""

    item: ClickItem
    note: str


class IncidentShown(Struct, frozen=True):
    """An incident in a list."""

    item: IncidentItem
    title: str


class Breaking(Struct, frozen=True):
    """A breaking of the glass, as those see it who may agree to it or have to tell of it."""

    item: GrantItem
    reason: str
    tell: tuple[str, ...]
    """Ids of the people who received the message; empty before the second person has agreed."""


class AlertShown(Struct, frozen=True):
    """What a detection found, as it is listed."""

    item: AlertItem
    alert: Alert | None
    """None where it is kept no longer."""
    people: tuple[str, ...] = ()
    """Ids of people of the organisation."""
    incidents: tuple[str, ...] = ()
    """Ids of the incidents to which it belongs, of those that the one who looks is cleared for."""


class TaskShown(Struct, frozen=True):
    """Something that is to be done about a case."""

    item: TaskItem
    title: str
    note: str
    """What was said when it ended."""


class VictimShown(Struct, frozen=True):
    """Somebody whom it must be told."""

    item: VictimItem
    record: VictimRecord | None
    """None where it was erased, or its time is up."""
    contact: ContactRecord | None
    """None before it was verified, too."""
    note: str
    """What was said to them, or why they cannot be told."""


class SightingShown(Struct, frozen=True):
    """Something that was seen here and meets what a partner warns of."""

    item: SightingItem
    record: SightingRecord | None
    """None where it is kept no longer."""
    message: Listed | None = None


class Waiting(Struct, frozen=True):
    """Something that waits for a person. One of the rest is there, as `kind` says."""

    kind: Work
    id: str
    at: datetime
    urgency: float
    message: Listed | None = None
    question: Asked | None = None
    click: Click | None = None
    incident: IncidentShown | None = None
    breaking: Breaking | None = None
    alert: AlertShown | None = None
    statement: StatementItem | None = None
    task: TaskShown | None = None
    victim: VictimShown | None = None
    sighting: SightingShown | None = None


_OTHERS: Final = "other-"


def others_id(digits: str) -> str:
    """Return the id by which another organisation's incident is known."""
    return _OTHERS + digits


def is_others(incident: str) -> bool:
    """Say whether an id is one of those."""
    return incident.startswith(_OTHERS)


class Compared(Struct, frozen=True):
    """An incident as it is compared, and what a list shows of it."""

    item: IncidentItem | None
    """None for another organisation's."""
    title: str
    """Empty for another organisation's."""
    features: IncidentFeatures
    """With its id, which is made up for another organisation's."""
    techniques: tuple[str, ...]
    """ATT&CK ids, sorted."""
    organisation: str
    """The name of whose it is; empty where that one is not to be named."""
    track: Track = Track.CYBER
    """By what the organisation was attacked, as whoever opened the incident says."""

    @property
    def id(self) -> str:
        """Its id."""
        return self.features.incident
