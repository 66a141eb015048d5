"""What is to be done about a case, until when, and by whom."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import cases as parts
from tocsin.app.parts import joint, notes
from tocsin.app.parts.labels import labelled
from tocsin.app.ports import Reader
from tocsin.app.rights import Right, leads_cases
from tocsin.common.tlp import readable
from tocsin.model.desk import Waiting
from tocsin.model.error import InputError
from tocsin.model.event import Ending, TaskEnded, TaskSet
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.model.view import Page, ParticipantItem, QueueItem, TaskItem, Work

_DOCS: Final = "howto/work-on-a-case.md"


@use_case(Right.TAKE_PART, cli="case tasks", http="GET /v1/tasks", docs=_DOCS)
def mine(grant: Grant, after: str | None = None, limit: int = 50) -> Page[Waiting]:
    """Return what the actor is to do about cases: victims who wait to be told, then tasks, the first that is due first.

    For the desk that is all of the cases that the organisation leads, as far as they are cleared; for a participant
    its own tasks, and the victims who were named for it. A part may hold fewer than `limit`.
    """
    labels = [label for label in Tlp if grant.cleared(label)]
    with grant.read() as reader:
        if leads_cases(grant.actor):
            page = reader.views.queue(labels, grant.now, (Work.NOTICE, Work.TASK), after, limit)
        else:
            page = reader.views.work_of(grant.actor.person, labels, after, limit)
        shown = (_waiting(grant, reader, one) for one in page.items)
        return Page(tuple(filter(None, shown)), page.after)


def _waiting(grant: Grant, reader: Reader, item: QueueItem) -> Waiting | None:
    """Return a task or a victim as it is listed; None for one that the actor may not see by the labels of now."""
    victim = reader.views.victim(item.thing) if item.kind is Work.NOTICE else None
    task = reader.views.task(item.thing) if item.kind is Work.TASK else None
    if victim and parts.is_seen(grant, reader, victim.case):
        (due,) = labelled(reader, [victim])
        if parts.eyes(grant, reader, due.case).see_victim(due.victim, due.tlp):
            return Waiting(item.kind, item.thing, due.found_at, item.urgency, victim=joint.victim(reader, due))
    if task and parts.is_seen(grant, reader, task.case):
        (one,) = labelled(reader, [task])
        if parts.eyes(grant, reader, one.case).see(one.task, one.tlp):
            return Waiting(item.kind, item.thing, one.due, item.urgency, task=joint.task(reader, one))
    return None


@use_case(Right.EVIDENCE, cli="case task", http="POST /v1/cases/{case}/tasks", docs=_DOCS)
def set_task(
    grant: Grant, case: str, title: str, due: datetime, participant: str | None = None, tlp: Tlp | None = None
) -> str:  # fmt: skip
    """Say what is to be done until when, by a participant or else by the lead, and return the task's id.

    Without a label it bears the participant's, or the case's. Raises InputError for a label beyond the participant.
    """
    if not title.strip():
        raise InputError(say("it is not said what is to be done"), say("Say it in a few words."))
    _zoned(due)
    with grant.write() as writer:
        item = parts.working(grant, writer, case)
        whose = parts.participant(writer, case, participant) if participant else None
        label = _label(grant, tlp or (whose.tlp if whose else parts.label(writer, item)), whose)
        identity = grant.new_id("task")
        kept = notes.keep(writer, notes.title(title))
        writer.append(grant.draft(TaskSet(case, identity, kept, due, label, participant or "")))
    return identity


def _zoned(due: datetime) -> None:
    if due.tzinfo is None:
        raise InputError(say("the time has no zone"), say("Write it as 2026-03-01T09:30:00Z."))


def _label(grant: Grant, label: Tlp, whose: ParticipantItem | None) -> Tlp:
    """Return the label of a task. Raises InputError for one that who sets it, or who is to do it, could not read."""
    parts.readable_label(grant, label)
    if whose and not readable(label, whose.tlp):
        raise InputError(say("who is to do it could not read it"), say("Choose a label up to that of the participant."))
    return label


@use_case(Right.EVIDENCE, cli="case change-task", http="POST /v1/tasks/{task}/changes", docs=_DOCS)
def change_task(
    grant: Grant, task: str, participant: str | None = None, due: datetime | None = None, tlp: Tlp | None = None
) -> None:  # fmt: skip
    """Give an open task to another participant, or (with none by name, "") to the lead, or move when it is due.

    It bears the label that it bears now unless another is given. Raises InputError for one beyond the participant.
    """
    if participant is None and due is None and tlp is None:
        raise InputError(say("there is nothing to change"), say("Say whose it is now, or until when it is to be done."))
    if due is not None:
        _zoned(due)
    with grant.write() as writer:
        item = _seen(grant, writer, task)
        parts.working(grant, writer, item.case)
        _unended(item)
        by = item.participant if participant is None else participant
        there = {one.participant: one for one in writer.views.participants(item.case)}
        if by not in there and participant:
            raise missing(by)
        label = _label(grant, tlp or item.tlp, there.get(by))
        writer.append(grant.draft(TaskSet(item.case, task, item.title, due or item.due, label, by)))


def _unended(item: TaskItem) -> None:
    if item.state != "open":
        raise InputError(say("%(task)s has ended already", task=item.task), say("Nothing needs doing."))


@use_case(Right.TAKE_PART, cli="case end-task", http="POST /v1/tasks/{task}/ending", docs=_DOCS)
def end_task(grant: Grant, task: str, how: Ending = Ending.DONE, note: str = "") -> None:
    """Say that a task was done, or dropped. A participant ends its own, and no other."""
    with grant.write() as writer:
        item = _seen(grant, writer, task)
        parts.working(grant, writer, item.case)
        eyes = parts.eyes(grant, writer, item.case)
        if eyes.parts is not None and item.participant not in {one.participant for one in eyes.parts}:
            raise InputError(say("%(task)s is not yours", task=task), say("Tell the one whose it is, or the lead."))
        _unended(item)
        writer.append(grant.draft(TaskEnded(item.case, task, how, notes.keep_note(writer, note))))


def _seen(grant: Grant, reader: Reader, task: str) -> TaskItem:
    item = reader.views.task(task)
    if item is None or not parts.is_seen(grant, reader, item.case):
        raise missing(task)
    (shown,) = labelled(reader, [item])
    if not parts.eyes(grant, reader, item.case).see(task, shown.tlp):
        raise missing(task)
    return shown
