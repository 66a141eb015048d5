"""What is to be done about a case, until when, and by whom."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import cases as parts
from tocsin.app.parts import notes
from tocsin.app.parts.labels import labelled
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.common.tlp import readable
from tocsin.model.error import InputError
from tocsin.model.event import Ending, TaskEnded, TaskSet
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.model.view import TaskItem

_DOCS: Final = "howto/work-on-a-case.md"


@use_case(Right.EVIDENCE, cli="case task", http="POST /v1/cases/{case}/tasks", docs=_DOCS)
def set_task(
    grant: Grant, case: str, title: str, due: datetime, participant: str | None = None, tlp: Tlp | None = None
) -> str:  # fmt: skip
    """Say what is to be done until when, by a participant or else by the lead, and return the task's id.

    Without a label it bears the participant's, or the case's. Raises InputError for a label beyond the participant.
    """
    if not title.strip():
        raise InputError(say("it is not said what is to be done"), say("Say it in a few words."))
    if due.tzinfo is None:
        raise InputError(say("the time has no zone"), say("Write it as 2026-03-01T09:30:00Z."))
    with grant.write() as writer:
        item = parts.working(grant, writer, case)
        whose = parts.participant(writer, case, participant) if participant else None
        label = tlp or (whose.tlp if whose else parts.label(writer, item))
        parts.readable_label(grant, label)
        if whose and not readable(label, whose.tlp):
            raise InputError(
                say("who is to do it could not read it"), say("Choose a label up to that of the participant.")
            )
        identity = grant.new_id("task")
        kept = notes.keep(writer, notes.title(title))
        writer.append(grant.draft(TaskSet(case, identity, kept, due, label, participant or "")))
    return identity


@use_case(Right.TAKE_PART, cli="case end-task", http="POST /v1/tasks/{task}/ending", docs=_DOCS)
def end_task(grant: Grant, task: str, how: Ending = Ending.DONE, note: str = "") -> None:
    """Say that a task was done, or dropped. A participant ends its own, and no other."""
    with grant.write() as writer:
        item = _seen(grant, writer, task)
        parts.working(grant, writer, item.case)
        eyes = parts.eyes(grant, writer, item.case)
        if eyes.parts is not None and item.participant not in {one.participant for one in eyes.parts}:
            raise InputError(say("%(task)s is not yours", task=task), say("Tell the one whose it is, or the lead."))
        if item.state != "open":
            raise InputError(say("%(task)s has ended already", task=task), say("Nothing needs doing."))
        writer.append(grant.draft(TaskEnded(item.case, task, how, notes.keep_note(writer, note))))


def _seen(grant: Grant, reader: Reader, task: str) -> TaskItem:
    item = reader.views.task(task)
    if item is None or not parts.is_seen(grant, reader, item.case):
        raise missing(task)
    (shown,) = labelled(reader, [item])
    if not parts.eyes(grant, reader, item.case).see(task, shown.tlp):
        raise missing(task)
    return shown
