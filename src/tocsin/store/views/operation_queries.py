"""Looking up what people say of how incidents belong together. The questions stand in `tocsin.app.ports.Views`."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.model.view import ComparingItem, FactItem, TieItem
from tocsin.store.views import tables as t
from tocsin.store.views.lookup import Lookup


class OperationQueries(Lookup):
    """Questions about operations."""

    def ties(self) -> Sequence[TieItem]:
        return self._list(TieItem, self._all(t.ties).order_by(t.ties.c.seq))

    def comparings(self) -> Sequence[ComparingItem]:
        return self._list(ComparingItem, self._all(t.comparings).order_by(t.comparings.c.receiver))

    def comparing(self, receiver: str) -> ComparingItem | None:
        return self._one(ComparingItem, t.comparings, receiver=receiver)

    def facts(self, incident: str) -> Sequence[FactItem]:
        return self._list(FactItem, self._all(t.facts, incident=incident).order_by(t.facts.c.seq))
