"""What is said of an incident or a case is as confidential as that is now, whatever it was when it was said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from tests.fixtures.actors import House
from tests.unit.app.test_assessments import FIRST, LATER, past
from tests.unit.app.test_participants import SAID, outsider, seen

from tocsin.app import assessments, cases, claims, evidence, incidents, participants, queue, tasks, victims
from tocsin.app.access import Access
from tocsin.model.claim import Answer
from tocsin.model.error import InputError, NotFoundError
from tocsin.model.event import Ground
from tocsin.model.people import Role, Tlp
from tocsin.model.view import Work


class Worked:
    """A case of one GREEN incident with all that can be said of the two."""

    def __init__(self, house: House) -> None:
        self.house, dana = house, house.dana
        self.incident = incidents.open_incident(dana, "Mails", tlp=Tlp.GREEN)
        self.case = cases.open_case(dana, "The mails", [self.incident])
        self.claim = claims.record(dana, SAID, [self.incident], Tlp.CLEAR)
        self.other = claims.record(dana, SAID, tlp=Tlp.CLEAR, answers=self.claim, how=Answer.REPEATS)
        self.of_case = claims.record(dana, SAID, [self.case], Tlp.CLEAR)
        self.assessment = assessments.make(dana, past(house, FIRST), [self.incident], Tlp.CLEAR)
        self.task = tasks.set_task(dana, self.case, "Reset", house.clock() + timedelta(days=1), tlp=Tlp.GREEN)
        self.victim = victims.found(dana, self.case, "Remi Vance (synthetic)")
        self.low = house.as_("p-noor", Role.ANALYST, Role.LEAD, clearance=Tlp.AMBER)

    def relabel(self, tlp: Tlp) -> None:
        incidents.relabel_incident(self.house.dana, self.incident, tlp, "what came out since")

    def found(self, who: Access) -> set[str]:
        """All of it that somebody is shown, by every list and page that shows it."""
        listed = {one.item.claim for one in claims.claims(who).items}
        listed &= {self.other} | {one.item.claim for about in (self.incident, self.case)
                                  for one in claims.claims(who, about).items}  # fmt: skip
        listed |= {one.item.assessment for one in assessments.assessments(who).items}
        waiting = queue.queue(who).items
        listed |= {one.id for one in waiting if one.kind in (Work.TASK, Work.NOTICE)}
        counted = queue.counts(who).kinds
        for kind in (Work.TASK, Work.NOTICE):
            assert counted.get(kind, 0) == sum(one.kind is kind for one in waiting)
        opened = {
            self.claim: lambda: claims.claim(who, self.claim),
            self.other: lambda: claims.claim(who, self.other),
            self.of_case: lambda: claims.claim(who, self.of_case),
            self.assessment: lambda: assessments.assessment(who, self.assessment),
        }
        for thing, call in opened.items():
            assert _is_there(call) is (thing in listed), thing
        return listed

    @property
    def everything(self) -> set[str]:
        return {self.claim, self.other, self.of_case, self.assessment, self.task, self.victim}


def _is_there(call: Callable[[], object]) -> bool:
    try:
        call()
    except NotFoundError:
        return False
    return True


@pytest.fixture
def worked(house: House) -> Worked:
    return Worked(house)


def test_who_is_not_cleared_any_more_sees_nothing_and_after_the_way_back_all_of_it(worked: Worked) -> None:
    assert worked.found(worked.low) == worked.everything
    worked.relabel(Tlp.RED)
    assert worked.found(worked.low) == {worked.other}, "what is about nothing keeps its own label"
    assert claims.claim(worked.low, worked.other).answers == ()
    assert worked.found(worked.house.dana) == worked.everything
    assert claims.claim(worked.house.dana, worked.claim).shown.item.tlp is Tlp.RED, "as it is shown"
    assert assessments.assessments(worked.house.dana).items[0].item.tlp is Tlp.RED
    worked.relabel(Tlp.GREEN)
    assert worked.found(worked.low) == worked.everything


def test_nothing_is_done_with_what_is_not_seen(worked: Worked) -> None:
    worked.relabel(Tlp.RED)
    who = worked.low
    several: Sequence[Callable[[], object]] = (
        lambda: claims.strike(who, worked.claim, "x"),
        lambda: claims.answer(who, worked.claim, worked.other, Answer.REPEATS),
        lambda: assessments.resolve(who, worked.assessment, "salt-fox"), lambda: tasks.end_task(who, worked.task),
        lambda: assessments.make(who, past(worked.house, LATER), assessment=worked.assessment),
        lambda: victims.told(who, worked.victim, "by telephone"),
    )  # fmt: skip
    for tried in several:
        with pytest.raises(NotFoundError):
            tried()
    for thing in worked.everything - {worked.other}:
        with pytest.raises(InputError, match="holds nothing about"):
            evidence.erase(who, thing, Ground.REQUEST)


def test_a_participant_sees_no_more_than_the_incident_allows_now(worked: Worked) -> None:
    who = outsider(worked.house, "omar")
    participants.join(worked.house.dana, worked.case, "Pier (synthetic)", Tlp.AMBER, [who.actor.person])
    mine = {worked.incident, worked.claim, worked.of_case, worked.task}
    assert seen(cases.case(who, worked.case)) == mine
    worked.relabel(Tlp.RED)
    assert seen(cases.case(who, worked.case)) == set()
    worked.relabel(Tlp.GREEN)
    assert seen(cases.case(who, worked.case)) == mine


def test_a_task_for_a_participant_bears_what_it_was_given(worked: Worked) -> None:
    """Its doer must not have to know all of the case."""
    who = outsider(worked.house, "omar")
    pier = participants.join(worked.house.dana, worked.case, "Pier (synthetic)", Tlp.GREEN, [who.actor.person])
    hers = tasks.set_task(worked.house.dana, worked.case, "Look", worked.house.clock(), pier)
    worked.relabel(Tlp.RED)
    assert seen(cases.case(who, worked.case)) == {hers}
    tasks.end_task(who, hers)


def test_a_newer_version_is_about_what_the_one_before_was_about(worked: Worked) -> None:
    dana = worked.house.dana
    assessments.make(dana, past(worked.house, LATER), (), Tlp.CLEAR, worked.assessment)
    assert assessments.assessment(dana, worked.assessment).item.about == (worked.incident,)
    worked.relabel(Tlp.RED)
    assert not _is_there(lambda: assessments.assessment(worked.low, worked.assessment))


def test_a_thing_of_a_case_is_kept_from_nobody_by_who_must_not_know_of_it(worked: Worked) -> None:
    secret = claims.record(worked.house.dana, SAID, [worked.case], Tlp.RED)
    with pytest.raises(NotFoundError):
        participants.restrict(worked.low, worked.case, secret, [])
    participants.restrict(worked.low, worked.case, worked.claim, [])
