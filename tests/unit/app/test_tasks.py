"""Tasks of a case: whose they are, who ends them, what is overdue first."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from tests.fixtures.actors import House
from tests.unit.app.test_participants import outsider

from tocsin.app import cases, incidents, participants, queue, tasks
from tocsin.model.error import InputError, NotFoundError
from tocsin.model.event import Ending
from tocsin.model.people import Role, Tlp
from tocsin.model.view import Work

DAY = timedelta(days=1)


def _case(house: House, label: Tlp = Tlp.GREEN) -> str:
    return cases.open_case(house.dana, "March", [incidents.open_incident(house.dana, "Mails", tlp=label)])


def test_what_is_due_first_comes_first(house: House) -> None:
    case, now = _case(house), house.clock()
    due = {day: tasks.set_task(house.dana, case, f"Day {day}", now + day * DAY) for day in (3, -9, 40_000, -1)}
    rows = queue.queue(house.dana, Work.TASK).items
    assert [row.id for row in rows] == [due[day] for day in (-9, -1, 3, 40_000)]
    assert rows[0].task
    assert rows[0].task.title == "Day -9"
    assert [one.item.task for one in cases.case(house.dana, case).tasks] == [row.id for row in rows]
    assert all(2.25 < row.urgency < 2.4 for row in rows), "above all mail, below statements"


def test_a_participant_ends_its_own_and_no_other(house: House) -> None:
    case, now = _case(house), house.clock()
    mona, omar = outsider(house, "mona"), outsider(house, "omar")
    quay = participants.join(house.dana, case, "Quay", Tlp.GREEN, [mona.actor.person])
    participants.join(house.dana, case, "Mole", Tlp.GREEN, [omar.actor.person])
    hers, leads = tasks.set_task(house.dana, case, "Look", now, quay), tasks.set_task(house.dana, case, "Call", now)
    for who, task in ((omar, hers), (mona, leads)):
        with pytest.raises(InputError, match="is not yours"):
            tasks.end_task(who, task)
    tasks.end_task(mona, hers, note="There was nothing.")
    shown = {one.item.task: (one.item.state, one.note) for one in cases.case(house.dana, case).tasks}
    assert shown == {hers: ("done", "There was nothing."), leads: ("open", "")}
    with pytest.raises(InputError, match="has ended already"):
        tasks.end_task(house.dana, hers)
    tasks.end_task(house.sami, leads, Ending.DROPPED)
    assert queue.queue(house.dana, Work.TASK).items == ()


def test_a_task_bears_the_label_of_whose_it_is_and_none_that_they_could_not_read(house: House) -> None:
    case, now = _case(house, Tlp.AMBER), house.clock()
    mona = outsider(house, "mona")
    quay = participants.join(house.dana, case, "Quay", Tlp.GREEN, [mona.actor.person])
    tasks.set_task(house.dana, case, "Look", now, quay)
    tasks.set_task(house.dana, case, "Call", now)
    assert [one.item.tlp for one in cases.case(house.dana, case).tasks] == [Tlp.GREEN, Tlp.AMBER]
    assert [one.title for one in cases.case(mona, case).tasks] == ["Look"]
    with pytest.raises(InputError, match="could not read it"):
        tasks.set_task(house.dana, case, "Look", now, quay, Tlp.AMBER)
    amber = house.as_("p-noor", Role.ANALYST, clearance=Tlp.AMBER)
    with pytest.raises(InputError, match="could not read this"):
        tasks.set_task(amber, case, "Look", now, tlp=Tlp.RED)
    secret = tasks.set_task(house.dana, case, "Secret", now, tlp=Tlp.RED)
    assert secret not in [row.id for row in queue.queue(amber, Work.TASK).items]
    with pytest.raises(NotFoundError):
        tasks.end_task(amber, secret)


def test_what_cannot_be_meant_is_refused(house: House) -> None:
    case = _case(house)
    with pytest.raises(InputError, match="what is to be done"):
        tasks.set_task(house.dana, case, " ", house.clock())
    with pytest.raises(InputError, match="no zone"):
        tasks.set_task(house.dana, case, "Call", datetime(2026, 3, 1))  # noqa: DTZ001 - that is the fault
    for wrong in ("participant-99", case):
        with pytest.raises(NotFoundError):
            tasks.set_task(house.dana, case, "Call", house.clock(), wrong)
