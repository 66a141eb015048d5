"""Views of mail: messages, what they are filtered by, and counts."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import msgspec
from sqlalchemy import case

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.model.record import MessageRecord
from tocsin.model.verdict import Class
from tocsin.model.view import Work
from tocsin.store.schema import microseconds
from tocsin.store.views import tables as t
from tocsin.store.views import waiting
from tocsin.store.views.batch import Batch, change, change_all, handles, to

ATTACKS: Final = frozenset({Class.MALICIOUS, Class.SUSPICIOUS})
"""Verdicts that count as an attempt and wait for a person."""
_COLUMNS: Final = tuple(column.name for column in t.messages.columns if column.name != "log")
_message: Final = msgspec.json.Decoder(MessageRecord)
_NOTHING: Final = MessageRecord()
_m: Final = t.messages.c


@handles(events.MailJudged)
def _judged(batch: Batch, envelope: Envelope, event: events.MailJudged) -> None:
    raw = batch.records.get(event.record) if event.record else None
    record = _message.decode(raw) if raw else _NOTHING
    found_by = (record.sender, record.sha256, record.message_id, record.body)
    state = "waiting" if event.verdict in ATTACKS else "quiet"
    row = (
        event.message, envelope.seq, microseconds(_at(envelope, event)), event.verdict.value, event.verdict.value,
        event.probability, state, False, False, False, event.record,
        *(t.address_key(batch.key, one) if one else None for one in found_by),
    )  # fmt: skip
    batch.insert(t.messages, _COLUMNS, row)
    if state == "waiting":
        waiting.arrived(batch, Work.MESSAGE, event.message, envelope.seq, event.probability)
    for mark in _marks(event):
        batch.insert(t.marks, ("mark", "seq", "message"), (mark, envelope.seq, event.message))
    _count(batch, envelope, event, event.verdict, 1)


def _at(envelope: Envelope, event: events.MailJudged) -> datetime:
    """When the message arrived, as far as that is known; else when it was judged."""
    return event.received_at or envelope.occurred_at


def _techniques(event: events.MailJudged) -> set[str]:
    return {technique for finding in event.findings for technique in finding.attack}


def _marks(event: events.MailJudged) -> list[str]:
    marks = {f"technique:{technique}" for technique in _techniques(event)}
    return sorted(marks | {f"recipient:{person}" for person in event.recipients})


def _count(batch: Batch, envelope: Envelope, event: events.MailJudged, verdict: Class, by: int) -> None:
    day = _at(envelope, event).date().isoformat()
    batch.count("verdict", day, verdict.value, by)
    if verdict in ATTACKS:
        for technique in _techniques(event):
            batch.count("technique", day, technique, by)
        for person in set(event.recipients):
            batch.count("target", day, person, by)


_CONFIRMED: Final = change_all(t.messages, "message").values(state="confirmed")
_CORRECTED: Final = change(t.messages, "message").values(state="corrected", verdict=to("verdict"))
_DISMISSED: Final = change_all(t.messages, "message").values(state="dismissed")
_WARNED: Final = change_all(t.messages, "message").values(warned=True)
_ASKED: Final = change_all(t.messages, "message").values(
    state=case((_m.state == "quiet", "waiting"), else_=_m.state), reported=True
)
_CLICKED: Final = change_all(t.messages, "message").values(state="waiting", clicked=True)
_SEEN: Final = change(t.questions, "message", "state").values(state="answered", seen_by=to("by"))


@handles(events.VerdictConfirmed)
def _confirmed(batch: Batch, envelope: Envelope, event: events.VerdictConfirmed) -> None:
    batch.touch(_CONFIRMED, event.message)
    _decided(batch, envelope, event.message)


@handles(events.VerdictCorrected)
def _corrected(batch: Batch, envelope: Envelope, event: events.VerdictCorrected) -> None:
    batch.run(_CORRECTED, the_message=event.message, to_verdict=event.now.value)
    _decided(batch, envelope, event.message)
    if (judged := batch.judged(event.message)) is not None and isinstance(judged.event, events.MailJudged):
        _count(batch, judged, judged.event, event.was, -1)
        _count(batch, judged, judged.event, event.now, 1)


@handles(events.VerdictDismissed)
def _dismissed(batch: Batch, envelope: Envelope, event: events.VerdictDismissed) -> None:
    batch.touch(_DISMISSED, event.message)
    _decided(batch, envelope, event.message)


def _decided(batch: Batch, envelope: Envelope, message: str) -> None:
    """Who decides about a message has answered all who asked about it."""
    batch.run(_SEEN, the_message=message, the_state="open", to_by=envelope.actor)
    waiting.drop_questions(batch, message)
    waiting.changed(batch, Work.MESSAGE, message)


@handles(events.RecipientsWarned)
def _warned(batch: Batch, envelope: Envelope, event: events.RecipientsWarned) -> None:
    batch.touch(_WARNED, event.message)


def reported(batch: Batch, message: str) -> None:
    """Somebody asked about a message."""
    batch.touch(_ASKED, message)
    waiting.changed(batch, Work.MESSAGE, message)


def clicked(batch: Batch, message: str) -> None:
    """Somebody did what a message wanted."""
    batch.touch(_CLICKED, message)
    waiting.changed(batch, Work.MESSAGE, message)
