"""Views of incidents and evidence, and what erasing does to all of them."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Insert, Table, bindparam, exists, func, insert, select

from tocsin.model import event as events
from tocsin.model.event import Envelope, Ref
from tocsin.model.view import Work
from tocsin.store.views import accounts, waiting
from tocsin.store.views import tables as t
from tocsin.store.views.batch import Batch, change, change_all, handles, new, remove, remove_all, to

_NEW_INCIDENT, _NEW_EVIDENCE = new(t.incidents), new(t.evidence)
_NEW_CUSTODY: Final = new(t.custody)


def _of_incident(things: Table, belongs: Table, key: str) -> Insert:
    """Return the statement by which a thing that there is comes to belong to an incident, unless it does."""
    thing, one = things.c[key], belongs.c
    there = ~exists().where(
        one.log == bindparam("the_log"), one[key] == bindparam("the_thing"), one.incident == bindparam("the_incident")
    )
    found = select(things.c.log, thing, bindparam("the_incident"), things.c.seq)
    found = found.where(things.c.log == bindparam("the_log"), thing == bindparam("the_thing"), there)
    return insert(belongs).from_select(["log", key, "incident", "seq"], found)


_OF_INCIDENT: Final = {
    "message": _of_incident(t.messages, t.incident_messages, "message"),
    "alert": _of_incident(t.alerts, t.incident_alerts, "alert"),
}
_NOT_OF_INCIDENT: Final = {
    "message": remove(t.incident_messages, "message", "incident"),
    "alert": remove(t.incident_alerts, "alert", "incident"),
}
_TOUCHED: Final = change(t.incidents, "incident").values(
    changed_at=to("at"), title=func.coalesce(to("title"), t.incidents.c.title)
)
_LABEL: Final = change(t.incidents, "incident").values(tlp=to("tlp"), changed_at=to("at"))
_CLOSED: Final = change(t.incidents, "incident").values(state="closed", outcome=to("outcome"), changed_at=to("at"))


@handles(events.IncidentOpened)
def _opened(batch: Batch, envelope: Envelope, event: events.IncidentOpened) -> None:
    at = envelope.occurred_at
    batch.run(
        _NEW_INCIDENT, incident=event.incident, seq=envelope.seq, title=event.title, state="open", outcome=None,
        tlp=event.tlp.value, case=None, opened_at=at, changed_at=at, track=event.track.value, rule=event.rule,
    )  # fmt: skip
    _belong(batch, event)
    waiting.changed(batch, Work.INCIDENT, event.incident)


@handles(events.IncidentChanged)
def _changed(batch: Batch, envelope: Envelope, event: events.IncidentChanged) -> None:
    batch.run(_TOUCHED, the_incident=event.incident, to_at=envelope.occurred_at, to_title=event.title)
    _belong(batch, event)


@handles(events.IncidentParted)
def _parted(batch: Batch, envelope: Envelope, event: events.IncidentParted) -> None:
    batch.run(_TOUCHED, the_incident=event.incident, to_at=envelope.occurred_at, to_title=None)
    for kind, things in (("message", event.messages), ("alert", event.alerts)):
        for thing in things:
            batch.run(_NOT_OF_INCIDENT[kind], **{f"the_{kind}": thing}, the_incident=event.incident)


def _belong(batch: Batch, event: events.IncidentOpened | events.IncidentChanged) -> None:
    for kind, things in (("message", event.messages), ("alert", event.alerts)):
        for thing in things:
            batch.run(_OF_INCIDENT[kind], the_thing=thing, the_incident=event.incident)


@handles(events.IncidentRelabelled)
def _relabelled(batch: Batch, envelope: Envelope, event: events.IncidentRelabelled) -> None:
    batch.run(_LABEL, the_incident=event.incident, to_tlp=event.now.value, to_at=envelope.occurred_at)
    waiting.changed(batch, Work.INCIDENT, event.incident)


@handles(events.IncidentClosed)
def _closed(batch: Batch, envelope: Envelope, event: events.IncidentClosed) -> None:
    batch.run(_CLOSED, the_incident=event.incident, to_outcome=event.outcome, to_at=envelope.occurred_at)
    waiting.changed(batch, Work.INCIDENT, event.incident)


@handles(events.EvidenceAdded)
def _added(batch: Batch, envelope: Envelope, event: events.EvidenceAdded) -> None:
    batch.run(
        _NEW_EVIDENCE, evidence=event.evidence, seq=envelope.seq, case=event.case, content=event.content,
        record=event.record, size=event.size, media_type=event.media_type, state="kept",
        participant=event.participant,
    )  # fmt: skip
    _custody(batch, envelope, event.evidence)


@handles(events.EvidenceRead)
def _read(batch: Batch, envelope: Envelope, event: events.EvidenceRead) -> None:
    _custody(batch, envelope, event.evidence)


@handles(events.EvidenceExported)
def _exported(batch: Batch, envelope: Envelope, event: events.EvidenceExported) -> None:
    for evidence in event.evidence:
        _custody(batch, envelope, evidence)


def _custody(batch: Batch, envelope: Envelope, evidence: str) -> None:
    batch.run(
        _NEW_CUSTODY, evidence=evidence, seq=envelope.seq, type=envelope.type, actor=envelope.actor,
        at=envelope.occurred_at,
    )  # fmt: skip


_LOST: Final = change(t.evidence, "content").values(state=to("state"))
_FORGOTTEN: Final = change_all(t.messages, "record").values(
    record=None, sender=None, content=None, message_id=None, body=None
)
_NO_HANDLE: Final = change_all(t.credentials, "record").values(handle=None)


@handles(events.Erased, events.RetentionExpired)
def _erased(batch: Batch, envelope: Envelope, event: events.Erased | events.RetentionExpired) -> None:
    state = "erased" if isinstance(event, events.Erased) else "expired"
    for evidence in _rows(batch, t.evidence.c.evidence, t.evidence.c.content, event.refs):
        _custody(batch, envelope, evidence)
    for ref in event.refs:
        batch.run(_LOST, the_content=ref, to_state=state)
        batch.touch(_FORGOTTEN, ref)
        batch.touch(_NO_ADDRESSES, ref)
        batch.touch(_NO_HANDLE, ref)
        accounts.forget(batch, ref)


_NO_ADDRESSES: Final = remove_all(t.addresses, "record")


def _rows(batch: Batch, wanted: Any, column: Any, refs: tuple[Ref, ...]) -> list[str]:
    found: list[str] = []
    for at in range(0, len(refs), 500):
        query = select(wanted).where(column.table.c.log == batch.log.number, column.in_(refs[at : at + 500]))
        found += batch.connection.scalars(query)
    return found
