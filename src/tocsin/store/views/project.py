"""From the log to the views: entries are grouped, their records fetched, and each type's function called."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from sqlalchemy import Connection

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.store.log import Log
from tocsin.store.schema import microseconds
from tocsin.store.vault import Vault
from tocsin.store.views import (
    accounts,
    asking,
    assessments,
    cases,
    claims,
    desk,
    exchange,
    handed_on,
    mail,
    operations,
    people,
    receiving,
)
from tocsin.store.views import tables as t
from tocsin.store.views.batch import HANDLERS, Batch, change, to

_SUBJECTS: Final = (
    "message", "alert", "claim", "naming", "assessment", "evidence", "incident", "task", "victim", "participant",
    "case", "question", "click", "grant", "scan", "reading", "person", "session", "credential", "token", "second",
    "statement", "sighting", "receipt", "list", "one", "other", "giver", "partner", "circle", "consent",
    "recipient", "collection", "feed", "override", "retraction",
)  # fmt: skip
"""Fields that name what an entry is about: the first that it has is its subject, the others are mentioned."""
_RECORDS: Final = (
    events.MailJudged,
    events.AlertRaised,
    events.PersonAdded,
    events.PersonChanged,
    events.CredentialAdded,
)
_ALONE: Final = (
    events.PersonChanged, events.RoleGiven, events.ClaimAnswered, events.AssessmentMade, events.ParticipantJoined,
    events.ItemRestricted, events.TaskSet, events.TieSaid, events.TieTakenBack, events.ComparingAllowed,
    events.ComparingEnded, events.PartnerAllowed, events.CircleSet, events.SendingApproved, events.GiverAccepted,
    events.GiverRefused, events.IncidentParted,
)  # fmt: skip
"""Events that replace what an earlier one of their type may have written."""
_PROGRESS: Final = change(t.progress).values(applied=to("applied"))
_MODULES: Final = (
    accounts, asking, assessments, cases, claims, desk, exchange, handed_on, mail, operations, people, receiving,
)  # fmt: skip
"""Importing them registers their functions."""


def apply(connection: Connection, log: Log, vault: Vault, key: bytes, envelopes: Iterable[Envelope]) -> None:
    """Bring the views up to date with entries that follow those they show already."""
    last = -1
    for (kind, _), run in groupby(envelopes, key=_run):
        entries = list(run)
        wanted = [ref for e in entries if (ref := getattr(e.event, "record", None))] if kind in _RECORDS else []
        batch = Batch(connection, log, key, vault.get_many(wanted))
        handler = HANDLERS.get(kind)
        for entry in entries:
            _journal(batch, entry)
            if handler is not None:
                handler(batch, entry, entry.event)
        batch.flush()
        last = entries[-1].seq
    connection.execute(_PROGRESS, {"the_log": log.number, "to_applied": last + 1})


def _run(envelope: Envelope) -> tuple[type, int]:
    kind = type(envelope.event)
    return kind, envelope.seq if kind in _ALONE else 0


def _journal(batch: Batch, envelope: Envelope) -> None:
    event = envelope.event
    named = dict.fromkeys(value for name in _SUBJECTS if isinstance(value := getattr(event, name, None), str) and value)
    subject, *mentioned = named or [""]
    row = (envelope.seq, envelope.type, envelope.actor, subject, microseconds(envelope.occurred_at))
    batch.insert(t.journal, ("seq", "type", "actor", "subject", "at"), row)
    for thing in (*mentioned, *_alone(event)):
        batch.insert(t.mentions, ("thing", "seq"), (thing, envelope.seq))


def _alone(event: object) -> tuple[str, ...]:
    """Whom an alert is about, where it is about one person only: it goes with what is known of them."""
    return event.people if isinstance(event, events.AlertRaised) and event.alone else ()
