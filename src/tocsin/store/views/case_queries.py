"""Looking cases up. What each question means stands in `tocsin.app.ports.Views`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import and_, literal, or_, select

from tocsin.model.people import Tlp
from tocsin.model.view import CaseItem, Page, ParticipantItem, QueueItem, TaskItem, VictimItem, Work
from tocsin.store.views import tables as t
from tocsin.store.views.lookup import Lookup, made

_q: Final = t.queue.c


class CaseQueries(Lookup):
    """Questions about cases."""

    def cases(self) -> Sequence[CaseItem]:
        return self._list(CaseItem, self._all(t.cases).order_by(t.cases.c.seq.desc()))

    def case(self, case: str) -> CaseItem | None:
        return self._one(CaseItem, t.cases, case=case)

    def participants(self, case: str) -> Sequence[ParticipantItem]:
        p, a = t.participants.c, t.participant_people.c
        query = select(a.participant, a.person).where(a.log == self._log, a.case == case).order_by(a.person)
        people: dict[str, list[str]] = {}
        for row in self._connection.execute(query):
            people.setdefault(row.participant, []).append(row.person)
        rows = self._connection.execute(self._all(t.participants, case=case).order_by(p.seq))
        return [made(ParticipantItem, row, people=tuple(people.get(row.participant, ()))) for row in rows]

    def cases_with(self, person: str) -> Sequence[str]:
        a = t.participant_people.c
        query = select(a.case).where(a.log == self._log, a.person == person).distinct().order_by(a.case)
        return list(self._connection.scalars(query))

    def restrictions(self, case: str) -> dict[str, frozenset[str]]:
        rows = self._connection.execute(self._all(t.restrictions, case=case))
        return {row.item: frozenset(row.participants.split()) for row in rows}

    def tasks(self, case: str) -> Sequence[TaskItem]:
        c = t.tasks.c
        return self._list(TaskItem, self._all(t.tasks, case=case).order_by(c.due, c.seq))

    def task(self, task: str) -> TaskItem | None:
        return self._one(TaskItem, t.tasks, task=task)

    def victims(self, case: str) -> Sequence[VictimItem]:
        return self._list(VictimItem, self._all(t.victims, case=case).order_by(t.victims.c.seq))

    def victim(self, victim: str) -> VictimItem | None:
        return self._one(VictimItem, t.victims, victim=victim)

    def work_of(
        self, person: str, labels: Collection[Tlp], after: str | None = None, limit: int = 50
    ) -> Page[QueueItem]:  # fmt: skip
        theirs = or_(
            and_(_q.kind == Work.TASK.value, _of_theirs(person)),
            and_(_q.kind == Work.NOTICE.value, _for_them_to_tell(person)),
        )  # fmt: skip
        query = select(t.queue).where(_q.log == self._log, _q.tlp.in_(labels), theirs)
        return self._page(QueueItem, query, (_q.urgency, _q.seq), after, limit)


def _of_theirs(person: str) -> Any:
    """Whether a task in the queue is a participant's for whom a person acts."""
    a, k = t.participant_people.c, t.tasks.c
    found = select(k.task).join(
        t.participant_people, and_(a.log == k.log, a.case == k.case, a.participant == k.participant)
    )
    return found.where(k.log == _q.log, k.task == _q.thing, a.person == person).correlate(t.queue).exists()


def _for_them_to_tell(person: str) -> Any:
    """Whether a victim in the queue was named for a participant for whom a person acts."""
    a, v, r = t.participant_people.c, t.victims.c, t.restrictions.c
    named = (literal(" ") + r.participants + " ").contains(literal(" ") + a.participant + " ")
    found = (
        select(v.victim)
        .join(t.restrictions, and_(r.log == v.log, r.case == v.case, r.item == v.victim))
        .join(t.participant_people, and_(a.log == v.log, a.case == v.case, named))
    )
    return found.where(v.log == _q.log, v.victim == _q.thing, a.person == person).correlate(t.queue).exists()
