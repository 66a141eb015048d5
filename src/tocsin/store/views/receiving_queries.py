"""Looking up what partners warn of. What each question means stands in `tocsin.app.ports.Views`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import func, select

from tocsin.model.people import Tlp
from tocsin.model.received import SightingState
from tocsin.model.view import ListItem, OverrideItem, Page, ReceiptItem, SightingCount, SightingItem
from tocsin.store.views import tables as t
from tocsin.store.views.lookup import Lookup


class ReceivingQueries(Lookup):
    """Questions about what was received."""

    def receipts(self, after: str | None = None, limit: int = 50) -> Page[ReceiptItem]:
        return self._page(ReceiptItem, self._all(t.receipts), (t.receipts.c.seq,), after, limit)

    def receipt(self, receipt: str) -> ReceiptItem | None:
        return self._one(ReceiptItem, t.receipts, receipt=receipt)

    def sightings(
        self, labels: Collection[Tlp], state: SightingState | None = None, receipt: str | None = None,
        after: str | None = None, limit: int = 50, message: str | None = None,
    ) -> Page[SightingItem]:  # fmt: skip
        c = t.sightings.c
        query = self._all(t.sightings).where(c.tlp.in_([label.value for label in labels]))
        if state is not None:
            query = query.where(c.state == state.value)
        if receipt is not None:
            query = query.where(c.receipt == receipt)
        if message is not None:
            query = query.where(c.message == message)
        return self._page(SightingItem, query, (c.seq,), after, limit)

    def sighting(self, sighting: str) -> SightingItem | None:
        return self._one(SightingItem, t.sightings, sighting=sighting)

    def sightings_known(self, sightings: Sequence[str]) -> frozenset[str]:
        c = t.sightings.c
        query = select(c.sighting).where(c.log == self._log, c.sighting.in_(sightings))
        return frozenset(self._connection.scalars(query))

    def sighting_counts(self, receipts: Sequence[str]) -> Sequence[SightingCount]:
        c = t.sightings.c
        query = select(c.receipt, c.state, func.count().label("count"), func.min(c.seen_at).label("first"))
        query = query.where(c.log == self._log, c.receipt.in_(receipts)).group_by(c.receipt, c.state)
        return self._list(SightingCount, query.order_by(c.receipt, c.state))

    def overrides(self) -> Sequence[OverrideItem]:
        return self._list(OverrideItem, self._all(t.overrides).order_by(t.overrides.c.seq))

    def lists(self) -> Sequence[ListItem]:
        return self._list(ListItem, self._all(t.lists).order_by(t.lists.c.seq))
