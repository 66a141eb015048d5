"""Looking up what was read from logs of accounts and found there. The questions stand in `tocsin.app.ports.Views`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Unpack

from sqlalchemy import select

from tocsin.model.view import ActivityPageItem, AlertFilter, AlertItem, IncidentItem, Page
from tocsin.store.views import tables as t
from tocsin.store.views.lookup import Lookup, chosen, made


class AccountQueries(Lookup):
    """Questions about accounts."""

    def alert(self, alert: str) -> AlertItem | None:
        return self._one(AlertItem, t.alerts, alert=alert)

    def several_alerts(self, alerts: Sequence[str]) -> Sequence[AlertItem]:
        query = self._all(t.alerts).where(t.alerts.c.alert.in_(alerts))
        found = {item.alert: item for item in self._list(AlertItem, query)}
        return [found[alert] for alert in alerts if alert in found]

    def alert_known(self, identity: str) -> AlertItem | None:
        query = self._all(t.alerts, known=t.address_key(self._key, identity)).order_by(t.alerts.c.seq.desc())
        return next(iter(self._list(AlertItem, query.limit(1))), None)

    def alerts(self, after: str | None = None, limit: int = 50, **wanted: Unpack[AlertFilter]) -> Page[AlertItem]:
        c = t.alerts.c
        query = self._all(t.alerts, **chosen(wanted, "state", "detection", "severity"))
        order: Any = c.seq
        if (person := wanted.get("person")) is not None:
            of = t.alert_people
            query = query.join(of, (of.c.log == c.log) & (of.c.seq == c.seq) & (of.c.alert == c.alert))
            query = query.where(of.c.log == self._log, of.c.person == person)
            order = of.c.seq
        if (incident := wanted.get("incident")) is not None:
            b = t.incident_alerts
            query = query.join(b, (b.c.log == c.log) & (b.c.alert == c.alert))
            query = query.where(b.c.log == self._log, b.c.incident == incident)
            order = b.c.seq
        return self._page(AlertItem, query, (order,), after, limit)

    def incidents_with_alerts(self, alerts: Sequence[str]) -> dict[str, tuple[IncidentItem, ...]]:
        b, i = t.incident_alerts, t.incidents
        query = select(b.c.alert, i).join(i, (i.c.log == b.c.log) & (i.c.incident == b.c.incident))
        query = query.where(b.c.log == self._log, b.c.alert.in_(alerts)).order_by(i.c.seq)
        found: dict[str, tuple[IncidentItem, ...]] = {}
        for row in self._connection.execute(query):
            found[row.alert] = (*found.get(row.alert, ()), made(IncidentItem, row))
        return found

    def activity_pages(self, begins: datetime, ends: datetime) -> Sequence[ActivityPageItem]:
        c = t.activity_pages.c
        query = self._all(t.activity_pages).where(c.ends >= begins, c.begins <= ends)
        return self._list(ActivityPageItem, query.order_by(c.begins, c.seq, c.number))
