"""Views of what was read from logs of accounts, and of what was found there."""

from __future__ import annotations

from typing import Final

import msgspec

from tocsin.model import event as events
from tocsin.model.alert import Severity
from tocsin.model.event import Envelope
from tocsin.model.record import AlertRecord
from tocsin.model.view import Work
from tocsin.store.schema import microseconds
from tocsin.store.views import tables as t
from tocsin.store.views import waiting
from tocsin.store.views.batch import Batch, change_all, handles, remove_all

URGENCY: Final = {
    Severity.CRITICAL: 2.4, Severity.HIGH: 0.9, Severity.MEDIUM: 0.5, Severity.LOW: 0.0, Severity.INFORMATIONAL: 0.0,
}  # fmt: skip
"""Place among messages, whose urgency is their probability: somebody who is in an account comes before all of them."""
_COLUMNS: Final = tuple(column.name for column in t.alerts.columns if column.name != "log")
_record: Final = msgspec.json.Decoder(AlertRecord)


@handles(events.LogsRead)
def _read(batch: Batch, envelope: Envelope, event: events.LogsRead) -> None:
    for number, page in enumerate(event.pages):
        row = (envelope.seq, number, microseconds(page.begins), microseconds(page.ends), page.content)
        batch.insert(t.activity_pages, ("seq", "number", "begins", "ends", "content"), row)


@handles(events.AlertRaised)
def _raised(batch: Batch, envelope: Envelope, event: events.AlertRaised) -> None:
    raw = batch.records.get(event.record) if event.record else None
    known = t.address_key(batch.key, _record.decode(raw).alert.id) if raw else None
    urgency = URGENCY[event.severity]
    state = "waiting" if urgency else "quiet"
    row = (
        event.alert, envelope.seq, microseconds(event.at), event.detection, event.severity.value, state, urgency,
        event.record, known,
    )  # fmt: skip
    batch.insert(t.alerts, _COLUMNS, row)
    for person in dict.fromkeys(event.people):
        batch.insert(t.alert_people, ("person", "seq", "alert"), (person, envelope.seq, event.alert))
    if urgency:
        waiting.arrived(batch, Work.ALERT, event.alert, envelope.seq, urgency)
    if event.replaces:
        batch.touch(_REPLACED, event.replaces)
        waiting.changed(batch, Work.ALERT, event.replaces)


_CONFIRMED: Final = change_all(t.alerts, "alert").values(state="confirmed")
_DISMISSED: Final = change_all(t.alerts, "alert").values(state="dismissed")
_REPLACED: Final = change_all(t.alerts, "alert").values(state="replaced")
_WITHDRAWN: Final = change_all(t.alerts, "alert").values(state="explained")
_FORGOTTEN: Final = change_all(t.alerts, "record").values(record=None, known=None)
_NO_PAGES: Final = remove_all(t.activity_pages, "content")


@handles(events.AlertConfirmed)
def _confirmed(batch: Batch, envelope: Envelope, event: events.AlertConfirmed) -> None:
    batch.touch(_CONFIRMED, event.alert)
    waiting.changed(batch, Work.ALERT, event.alert)


@handles(events.AlertDismissed)
def _dismissed(batch: Batch, envelope: Envelope, event: events.AlertDismissed) -> None:
    batch.touch(_DISMISSED, event.alert)
    waiting.changed(batch, Work.ALERT, event.alert)


@handles(events.AlertWithdrawn)
def _withdrawn(batch: Batch, envelope: Envelope, event: events.AlertWithdrawn) -> None:
    batch.touch(_WITHDRAWN, event.alert)
    waiting.changed(batch, Work.ALERT, event.alert)


def forget(batch: Batch, ref: str) -> None:
    """Take out what was kept at a place of the vault."""
    batch.touch(_FORGOTTEN, ref)
    batch.touch(_NO_PAGES, ref)
