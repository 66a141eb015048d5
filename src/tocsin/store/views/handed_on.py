"""Views of statements and their signatures."""

from __future__ import annotations

from typing import Final

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.model.view import Work
from tocsin.store.views import tables as t
from tocsin.store.views import waiting
from tocsin.store.views.batch import Batch, change_all, handles, new

_NEW: Final = new(t.statements)
_NEW_SIGNATURE: Final = new(t.signatures)
_WITHDRAWN: Final = change_all(t.statements, "statement").values(withdrawn=True)


@handles(events.StatementReady)
def _ready(batch: Batch, envelope: Envelope, event: events.StatementReady) -> None:
    batch.run(
        _NEW, statement=event.statement, seq=envelope.seq, incident=event.incident, sha256=event.sha256,
        needed=event.needed, at=envelope.occurred_at, record=event.record, withdrawn=False,
    )  # fmt: skip
    waiting.changed(batch, Work.STATEMENT, event.statement)


@handles(events.StatementSigned)
def _signed(batch: Batch, envelope: Envelope, event: events.StatementSigned) -> None:
    batch.run(
        _NEW_SIGNATURE, statement=event.statement, seq=envelope.seq, key=event.key, sha256=event.sha256,
        actor=envelope.actor, at=envelope.occurred_at, record=event.record,
    )  # fmt: skip
    waiting.changed(batch, Work.STATEMENT, event.statement)


@handles(events.StatementWithdrawn)
def _withdrawn(batch: Batch, envelope: Envelope, event: events.StatementWithdrawn) -> None:
    batch.touch(_WITHDRAWN, event.statement)
    waiting.changed(batch, Work.STATEMENT, event.statement)
