"""Tasks of a case: whose they are, who ends them, what is overdue first."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from tests.fixtures.actors import House
from tests.unit.app.test_participants import outsider

from tocsin.app import cases, incidents, participants, queue, tasks, victims
from tocsin.app.access import Access
from tocsin.model.error import AccessError, InputError, NotFoundError
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


def _mine(who: Access, limit: int = 50) -> list[str]:
    """All that somebody is to do, read in parts."""
    found: list[str] = []
    after: str | None = None
    while True:
        page = tasks.mine(who, after, limit)
        assert len(page.items) <= limit
        found += [one.id for one in page.items]
        if (after := page.after) is None:
            return found


def test_a_participant_sees_its_own_tasks_of_all_cases_what_is_due_first_first(house: House) -> None:
    first, second, now = _case(house), _case(house), house.clock()
    mona, omar = outsider(house, "mona"), outsider(house, "omar")
    quay = [participants.join(house.dana, one, "Quay", Tlp.GREEN, [mona.actor.person]) for one in (first, second)]
    mole = participants.join(house.dana, first, "Mole", Tlp.GREEN, [omar.actor.person])
    late = tasks.set_task(house.dana, first, "Look", now - DAY, quay[0])
    soon = tasks.set_task(house.dana, second, "Ask", now + DAY, quay[1])
    later = tasks.set_task(house.dana, first, "Write", now + 3 * DAY, quay[0])
    others = tasks.set_task(house.dana, first, "Block", now, mole)
    leads = tasks.set_task(house.dana, second, "Call", now + 2 * DAY)
    assert _mine(mona) == _mine(mona, 1) == [late, soon, later]
    assert _mine(omar) == [others]
    assert _mine(house.dana) == _mine(house.dana, 2) == [late, others, soon, leads, later]
    (shown, *_) = tasks.mine(mona).items
    assert shown.task
    assert (shown.task.title, shown.at, shown.at <= now) == ("Look", now - DAY, True)
    tasks.end_task(mona, late)
    assert _mine(mona) == [soon, later]
    participants.leave(house.dana, first, quay[0])
    assert _mine(mona) == [soon]
    assert later in _mine(house.dana), "it is the lead's to hand on"
    cases.close_case(house.dana, second, sure=True)
    assert _mine(mona) == []


def test_what_is_kept_from_a_participant_is_not_in_its_list(house: House) -> None:
    case, now = _case(house, Tlp.CLEAR), house.clock()
    mona, low = outsider(house, "mona"), outsider(house, "lowe", Tlp.CLEAR)
    quay = participants.join(house.dana, case, "Quay", Tlp.AMBER, [mona.actor.person, low.actor.person])
    mole = participants.join(house.dana, case, "Mole", Tlp.AMBER)
    task = tasks.set_task(house.dana, case, "Look", now, quay, Tlp.GREEN)
    assert (_mine(mona), _mine(low)) == ([task], []), "they are cleared for less"
    participants.restrict(house.dana, case, task, [mole])
    assert _mine(mona) == []
    participants.restrict(house.dana, case, task)
    participants.join(house.dana, case, "Quay", Tlp.CLEAR, [mona.actor.person], participant=quay)
    assert _mine(mona) == [], "it is cleared for less now"


def test_victims_who_were_named_for_a_participant_come_first(house: House) -> None:
    case, now = _case(house), house.clock()
    mona, omar = outsider(house, "mona"), outsider(house, "omar")
    quay = participants.join(house.dana, case, "Quay", Tlp.GREEN, [mona.actor.person])
    mole = participants.join(house.dana, case, "Mole", Tlp.GREEN, [omar.actor.person])
    task = tasks.set_task(house.dana, case, "Look", now, quay)
    one, two = (victims.found(house.dana, case, name) for name in ("Remi Vance (synthetic)", "Vera Lund (synthetic)"))
    assert _mine(mona) == [task], "no victim unless it was said"
    participants.restrict(house.dana, case, one, [quay])
    participants.restrict(house.dana, case, two, [mole])
    assert (_mine(mona), _mine(omar)) == ([one, task], [two])
    assert set(_mine(house.dana)[:2]) == {one, two}
    shown = tasks.mine(mona).items[0].victim
    assert shown
    assert shown.record
    assert shown.record.name == "Remi Vance (synthetic)"
    victims.told(house.dana, one, "They are not to be found.", Ending.DROPPED)
    assert _mine(mona) == [task]


def test_the_desk_sees_what_it_is_cleared_for_and_a_reporter_nothing(house: House) -> None:
    case, now = _case(house, Tlp.RED), house.clock()
    task = tasks.set_task(house.dana, case, "Call", now)
    noor = house.as_("p-noor", Role.ANALYST, clearance=Tlp.GREEN)
    assert (_mine(house.dana), _mine(noor)) == ([task], [])
    with pytest.raises(AccessError):
        tasks.mine(house.as_("p-remi", Role.REPORTER))


def test_a_task_of_who_has_left_goes_to_another_and_its_time_moves(house: House) -> None:
    case, now = _case(house), house.clock()
    mona, omar = outsider(house, "mona"), outsider(house, "omar")
    quay = participants.join(house.dana, case, "Quay", Tlp.GREEN, [mona.actor.person])
    mole = participants.join(house.dana, case, "Mole", Tlp.CLEAR, [omar.actor.person])
    task = tasks.set_task(house.dana, case, "Look", now, quay)
    participants.leave(house.dana, case, quay)
    with pytest.raises(InputError, match="could not read it"):
        tasks.change_task(house.dana, task, mole)
    tasks.change_task(house.sami, task, mole, now + DAY, Tlp.CLEAR)
    (shown,) = cases.case(omar, case).tasks
    assert (shown.title, shown.item.participant, shown.item.due, shown.item.tlp) == ("Look", mole, now + DAY, Tlp.CLEAR)
    assert [one.id for one in queue.queue(house.dana, Work.TASK).items] == [task]
    assert [one.id for one in tasks.mine(omar).items] == [task]
    tasks.change_task(house.dana, task, "")
    assert [one.item.participant for one in cases.case(house.dana, case).tasks] == [""]
    assert tasks.mine(omar).items == ()
    tasks.change_task(house.dana, task, due=now + 2 * DAY)
    assert [one.item.due for one in cases.case(house.dana, case).tasks] == [now + 2 * DAY]
    tasks.end_task(house.dana, task)
    with pytest.raises(InputError, match="has ended already"):
        tasks.change_task(house.dana, task, mole)
    with pytest.raises(InputError, match="nothing to change"):
        tasks.change_task(house.dana, task)
    with pytest.raises(InputError, match="no zone"):
        tasks.change_task(house.dana, task, due=now.replace(tzinfo=None))
    for who, which, whose in ((house.dana, "task-99", mole), (house.dana, task, quay), (house.dana, task, "nobody")):
        with pytest.raises((NotFoundError, InputError)):
            tasks.change_task(who, which, whose)
    with pytest.raises(AccessError):
        tasks.change_task(omar, task, mole)


def test_a_task_whose_participant_has_left_stays_open_and_can_be_moved_in_time_alone(house: House) -> None:
    case, now = _case(house), house.clock()
    quay = participants.join(house.dana, case, "Quay", Tlp.GREEN)
    task = tasks.set_task(house.dana, case, "Look", now, quay)
    with pytest.raises(NotFoundError):
        tasks.change_task(house.dana, task, "participant-99")
    participants.leave(house.dana, case, quay)
    tasks.change_task(house.dana, task, due=now + DAY)
    assert [one.item.participant for one in cases.case(house.dana, case).tasks] == [quay]
