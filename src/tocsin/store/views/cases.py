"""Views of cases: who takes part, what is to be done, whom it must be told."""

from __future__ import annotations

from typing import Final

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.model.view import Work
from tocsin.store.schema import microseconds
from tocsin.store.views import tables as t
from tocsin.store.views import waiting
from tocsin.store.views.batch import Batch, change, handles, new, remove, to

_NEW, _OF_CASE = new(t.cases), change(t.incidents, "incident").values({"case": to("case")})
_LABELLED: Final = change(t.cases, "case").values(tlp=to("tlp"))
_ENDED: Final = change(t.cases, "case").values(state=to("state"), ended=to("ended"))
_TAKES_PART, _ACTS = new(t.participants), new(t.participant_people)
_GONE: Final = (
    remove(t.participants, "case", "participant"), remove(t.participant_people, "case", "participant"),
)  # fmt: skip
_RESTRICTED, _OPENED = new(t.restrictions), remove(t.restrictions, "case", "item")
_TASK: Final = new(t.tasks)
_TASK_BEFORE: Final = remove(t.tasks, "task")
_TASK_ENDED: Final = change(t.tasks, "task").values(state=to("state"), note=to("note"))
_VICTIM: Final = new(t.victims)
_VERIFIED: Final = change(t.victims, "victim").values(
    contact=to("contact"), verified_by=to("verified_by"), called_at=to("called_at")
)
_TOLD: Final = change(t.victims, "victim").values(state=to("state"), note=to("note"))
_LATEST: Final = 1e19
"""Microseconds since 1970 beyond all that a `datetime` can say."""


@handles(events.CaseOpened)
def _opened(batch: Batch, envelope: Envelope, event: events.CaseOpened) -> None:
    batch.run(
        _NEW, case=event.case, seq=envelope.seq, title=event.title, state="open", opened_at=envelope.occurred_at,
        tlp=event.tlp.value if event.tlp else None, ended=None,
    )  # fmt: skip
    for incident in event.incidents:
        batch.run(_OF_CASE, the_incident=incident, to_case=event.case)


@handles(events.CaseIncidentAdded)
def _added(batch: Batch, envelope: Envelope, event: events.CaseIncidentAdded) -> None:
    batch.run(_OF_CASE, the_incident=event.incident, to_case=event.case)


@handles(events.CaseIncidentParted)
def _parted(batch: Batch, envelope: Envelope, event: events.CaseIncidentParted) -> None:
    batch.run(_OF_CASE, the_incident=event.incident, to_case=None)
    batch.run(_LABELLED, the_case=event.case, to_tlp=event.tlp.value)


@handles(events.CaseClosed, events.LeadHandedOver)
def _ended(batch: Batch, envelope: Envelope, event: events.CaseClosed | events.LeadHandedOver) -> None:
    state = "closed" if isinstance(event, events.CaseClosed) else "handed-over"
    batch.run(_ENDED, the_case=event.case, to_state=state, to_ended=envelope.seq)


@handles(events.LeadTakenBack)
def _taken_back(batch: Batch, envelope: Envelope, event: events.LeadTakenBack) -> None:
    batch.run(_ENDED, the_case=event.case, to_state="open", to_ended=None)


@handles(events.ParticipantJoined)
def _joined(batch: Batch, envelope: Envelope, event: events.ParticipantJoined) -> None:
    _leave(batch, event)
    batch.run(
        _TAKES_PART, case=event.case, participant=event.participant, seq=envelope.seq, tlp=event.tlp.value,
        record=event.record,
    )  # fmt: skip
    for person in dict.fromkeys(event.people):
        batch.run(_ACTS, person=person, case=event.case, participant=event.participant)


@handles(events.ParticipantLeft)
def _left(batch: Batch, envelope: Envelope, event: events.ParticipantLeft) -> None:
    _leave(batch, event)


def _leave(batch: Batch, event: events.ParticipantJoined | events.ParticipantLeft) -> None:
    for statement in _GONE:
        batch.run(statement, the_case=event.case, the_participant=event.participant)


@handles(events.ItemRestricted)
def _restricted(batch: Batch, envelope: Envelope, event: events.ItemRestricted) -> None:
    batch.run(_OPENED, the_case=event.case, the_item=event.item)
    if event.participants is not None:
        batch.run(_RESTRICTED, case=event.case, item=event.item, participants=" ".join(event.participants))


@handles(events.TaskSet)
def _set(batch: Batch, envelope: Envelope, event: events.TaskSet) -> None:
    batch.run(_TASK_BEFORE, the_task=event.task)
    batch.run(
        _TASK, task=event.task, seq=envelope.seq, case=event.case, title=event.title, due=event.due,
        urgency=waiting.TASK - microseconds(event.due) / _LATEST, tlp=event.tlp.value, participant=event.participant,
        state="open", note=None,
    )  # fmt: skip
    waiting.changed(batch, Work.TASK, event.task)


@handles(events.TaskEnded)
def _task_ended(batch: Batch, envelope: Envelope, event: events.TaskEnded) -> None:
    batch.run(_TASK_ENDED, the_task=event.task, to_state=event.how.value, to_note=event.note)
    waiting.changed(batch, Work.TASK, event.task)


@handles(events.VictimFound)
def _found(batch: Batch, envelope: Envelope, event: events.VictimFound) -> None:
    batch.run(
        _VICTIM, victim=event.victim, seq=envelope.seq, case=event.case, record=event.record, tlp=event.tlp.value,
        found_at=envelope.occurred_at, contact=None, verified_by=None, called_at=None, state="open", note=None,
    )  # fmt: skip
    waiting.changed(batch, Work.NOTICE, event.victim)


@handles(events.ContactVerified)
def _verified(batch: Batch, envelope: Envelope, event: events.ContactVerified) -> None:
    batch.run(
        _VERIFIED, the_victim=event.victim, to_contact=event.record, to_verified_by=envelope.actor,
        to_called_at=event.called_at,
    )  # fmt: skip


@handles(events.VictimTold)
def _told(batch: Batch, envelope: Envelope, event: events.VictimTold) -> None:
    batch.run(_TOLD, the_victim=event.victim, to_state=event.how.value, to_note=event.note)
    waiting.changed(batch, Work.NOTICE, event.victim)
