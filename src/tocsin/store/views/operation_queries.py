"""Looking up what people say of how incidents belong together. The questions stand in `tocsin.app.ports.Views`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Column, Select, Table, and_, func, select

from tocsin.model.view import AlertItem, ComparingItem, FactItem, GiverItem, MessageItem, Things, TieItem
from tocsin.store.views import tables as t
from tocsin.store.views.lookup import Lookup, made

T = TypeVar("T", bound=msgspec.Struct)


class OperationQueries(Lookup):
    """Questions about operations."""

    def ties(self) -> Sequence[TieItem]:
        return self._list(TieItem, self._all(t.ties).order_by(t.ties.c.seq))

    def comparings(self) -> Sequence[ComparingItem]:
        return self._list(ComparingItem, self._all(t.comparings).order_by(t.comparings.c.receiver))

    def comparing(self, receiver: str) -> ComparingItem | None:
        return self._one(ComparingItem, t.comparings, receiver=receiver)

    def givers(self) -> Sequence[GiverItem]:
        return self._list(GiverItem, self._all(t.givers).order_by(t.givers.c.giver))

    def things_of(self, incidents: Sequence[str], most: int) -> dict[str, Things]:
        m, a, f = t.incident_messages, t.incident_alerts, t.facts
        messages = self._latest(MessageItem, _of(t.messages, m, "message"), m.c.incident, m.c.seq, incidents, most)
        alerts = self._latest(AlertItem, _of(t.alerts, a, "alert"), a.c.incident, a.c.seq, incidents, most)
        facts = self._latest(FactItem, select(f), f.c.incident, f.c.seq, incidents, most)
        return {
            one: Things(
                tuple(messages.get(one, ())), tuple(alerts.get(one, ())), tuple(reversed(facts.get(one, ())))
            )
            for one in incidents
        }  # fmt: skip

    def _latest(
        self, kind: type[T], query: Select[Any], incident: Column[Any], order: Column[Any], incidents: Sequence[str],
        most: int,
    ) -> dict[str, list[T]]:  # fmt: skip
        """Return the latest rows of each of some incidents, the latest first."""
        place = func.row_number().over(partition_by=incident, order_by=order.desc()).label("its_place")
        query = query.add_columns(incident.label("its_incident"), place)
        few = query.where(incident.table.c.log == self._log, incident.in_(incidents)).subquery()
        found: dict[str, list[T]] = {}
        ordered = select(few).where(few.c.its_place <= most).order_by(few.c.its_incident, few.c.its_place)
        for row in self._connection.execute(ordered):
            found.setdefault(row.its_incident, []).append(made(kind, row))
        return found


def _of(things: Table, belonging: Table, key: str) -> Select[Any]:
    """Things together with the incidents that they belong to."""
    same = and_(things.c.log == belonging.c.log, things.c[key] == belonging.c[key])
    return select(things).join_from(belonging, things, same)
