"""Looking cases up. What each question means stands in `tocsin.app.ports.Views`."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from tocsin.model.view import CaseItem, ParticipantItem, TaskItem, VictimItem
from tocsin.store.views import tables as t
from tocsin.store.views.lookup import Lookup, made


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
