"""Things of cases as they are listed, and what ends with a case."""

from __future__ import annotations

from datetime import datetime

from tocsin.app.access import Grant
from tocsin.app.parts import notes
from tocsin.app.ports import Reader, Writer
from tocsin.model.desk import TaskShown, VictimShown
from tocsin.model.error import InputError
from tocsin.model.event import ContactVerified, Ending, TaskEnded, VictimFound
from tocsin.model.record import ContactRecord, VictimRecord
from tocsin.model.sentence import say
from tocsin.model.view import TaskItem, VictimItem


def task(reader: Reader, item: TaskItem) -> TaskShown:
    """Return a task as it is listed."""
    return TaskShown(item, notes.text(reader, item.title), notes.text(reader, item.note))


def victim(reader: Reader, item: VictimItem) -> VictimShown:
    """Return a victim with what is known of them."""
    record = notes.read(reader, item.record, VictimRecord)
    contact = notes.read(reader, item.contact, ContactRecord)
    return VictimShown(item, record, contact, notes.text(reader, item.note))


def finish(grant: Grant, writer: Writer, case: str, *, sure: bool) -> None:
    """Drop the open tasks of a case that is about to end.

    Raises InputError where there are any, or victims untold, and one is not `sure`.
    """
    left = sum(one.state == "open" for one in writer.views.tasks(case))
    untold = sum(one.state == "open" for one in writer.views.victims(case))
    if (left or untold) and not sure:
        raise InputError(
            say(
                "something is left to do: open tasks: %(tasks)s, victims not told: %(victims)s",
                tasks=left,
                victims=untold,
            ),
            say("Do that first, or say that you are sure: tasks are dropped, and victims still wait to be told here."),
        )
    drop_tasks(grant, writer, case)


def drop_tasks(grant: Grant, writer: Writer, case: str) -> None:
    """Say that what is open is not to be done here any more."""
    left = [one for one in writer.views.tasks(case) if one.state == "open"]
    writer.append(*(grant.draft(TaskEnded(case, one.task, Ending.DROPPED)) for one in left))


def forget_later(writer: Writer, case: str) -> None:
    """Give a date to what was said of a case that has just ended, to who took part, and to victims who were told."""
    until = writer.now + notes.RETENTION
    notes.expire_about(writer, case, until)
    writer.retain([one.record for one in writer.views.participants(case)], until)
    for one in writer.views.victims(case):
        if one.state != "open":
            forget_victim(writer, one, until)


def keep_on(writer: Writer, case: str) -> None:
    """Take the date back that `forget_later` has given: the case goes on."""
    notes.expire_about(writer, case, None)
    writer.retain([one.record for one in writer.views.participants(case)], None)
    for one in writer.views.victims(case):
        forget_victim(writer, one, None)


def forget_victim(writer: Writer, item: VictimItem, until: datetime | None) -> None:
    """Give a date to what is known of a victim, also to contacts that were verified before the last one."""
    entries = writer.log.several(writer.views.entries_about(item.victim))
    refs = [entry.event.record for entry in entries if isinstance(entry.event, VictimFound | ContactVerified)]
    writer.retain(refs, until)
