"""Views of mail: the queue, what messages are filtered by, counts, questions, break-glass."""

from __future__ import annotations

from typing import Final

import msgspec
from sqlalchemy import case

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.model.record import MessageRecord
from tocsin.model.verdict import Class
from tocsin.store.schema import microseconds
from tocsin.store.views import tables as t
from tocsin.store.views.batch import Batch, change, change_all, handles, new, to

ATTACKS: Final = frozenset({Class.MALICIOUS, Class.SUSPICIOUS})
"""Verdicts that count as an attempt and wait for a person."""
REPORTED: Final = 0.25
CLICKED: Final = 1.0
"""What a report, and a click, add to the probability when the queue is ordered."""
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
        event.message, envelope.seq, microseconds(envelope.occurred_at), event.verdict.value, event.verdict.value,
        event.probability, state, event.probability, False, False, False, None, event.record,
        *(t.address_key(batch.key, one) if one else None for one in found_by),
    )  # fmt: skip
    batch.insert(t.messages, _COLUMNS, row)
    for mark in _marks(event):
        batch.insert(t.marks, ("mark", "seq", "message"), (mark, envelope.seq, event.message))
    _count(batch, envelope, event, event.verdict, 1)


def _techniques(event: events.MailJudged) -> set[str]:
    return {technique for finding in event.findings for technique in finding.attack}


def _marks(event: events.MailJudged) -> list[str]:
    marks = {f"technique:{technique}" for technique in _techniques(event)}
    return sorted(marks | {f"recipient:{person}" for person in event.recipients})


def _count(batch: Batch, envelope: Envelope, event: events.MailJudged, verdict: Class, by: int) -> None:
    day = envelope.occurred_at.date().isoformat()
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
_WAITS: Final = case((_m.state == "quiet", "waiting"), else_=_m.state)
_ASKED: Final = change_all(t.messages, "message").values(
    state=_WAITS, reported=True, urgency=_m.urgency + case((_m.reported.is_(True), 0.0), else_=REPORTED)
)
_CLICKED: Final = change_all(t.messages, "message").values(
    state="waiting", clicked=True, urgency=_m.urgency + case((_m.clicked.is_(True), 0.0), else_=CLICKED)
)


@handles(events.VerdictConfirmed)
def _confirmed(batch: Batch, envelope: Envelope, event: events.VerdictConfirmed) -> None:
    batch.touch(_CONFIRMED, event.message)


@handles(events.VerdictCorrected)
def _corrected(batch: Batch, envelope: Envelope, event: events.VerdictCorrected) -> None:
    batch.run(_CORRECTED, the_message=event.message, to_verdict=event.now.value)
    if (judged := batch.judged(event.message)) is not None and isinstance(judged.event, events.MailJudged):
        _count(batch, judged, judged.event, event.was, -1)
        _count(batch, judged, judged.event, event.now, 1)


@handles(events.VerdictDismissed)
def _dismissed(batch: Batch, envelope: Envelope, event: events.VerdictDismissed) -> None:
    batch.touch(_DISMISSED, event.message)


@handles(events.RecipientsWarned)
def _warned(batch: Batch, envelope: Envelope, event: events.RecipientsWarned) -> None:
    batch.touch(_WARNED, event.message)


_NEW_GRANT: Final = new(t.grants)
_QUESTION: Final = tuple(column.name for column in t.questions.columns if column.name != "log")
_QUESTION_CLICKED: Final = change_all(t.questions, "question").values(clicked=True)
_OPENED: Final = change(t.grants, "grant").values(opened_at=to("at"), tell_by=to("tell_by"))
_TOLD: Final = change_all(t.grants, "grant").values(told=True)


@handles(events.SafetyAsked)
def _asked(batch: Batch, envelope: Envelope, event: events.SafetyAsked) -> None:
    row = (event.question, envelope.seq, event.person, event.kind, event.message, event.record, False)
    batch.insert(t.questions, _QUESTION, row)
    if event.message:
        batch.touch(_ASKED, event.message)


@handles(events.ClickReported)
def _clicked(batch: Batch, envelope: Envelope, event: events.ClickReported) -> None:
    if event.message:
        batch.touch(_CLICKED, event.message)
    if event.question:
        batch.touch(_QUESTION_CLICKED, event.question)


@handles(events.BreakGlassAsked)
def _glass(batch: Batch, envelope: Envelope, event: events.BreakGlassAsked) -> None:
    batch.run(
        _NEW_GRANT, grant=event.grant, seq=envelope.seq, message=event.message, actor=envelope.actor,
        second=event.second, asked_at=envelope.occurred_at, opened_at=None, tell_by=None, told=False,
    )  # fmt: skip


@handles(events.BreakGlassOpened)
def _opened(batch: Batch, envelope: Envelope, event: events.BreakGlassOpened) -> None:
    batch.run(_OPENED, the_grant=event.grant, to_at=envelope.occurred_at, to_tell_by=event.tell_by)


@handles(events.BreakGlassTold)
def _told(batch: Batch, envelope: Envelope, event: events.BreakGlassTold) -> None:
    batch.touch(_TOLD, event.grant)
