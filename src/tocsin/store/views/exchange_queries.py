"""Looking up partners and collections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from tocsin.model.exchange import CollectionItem, PartnerItem
from tocsin.store.views import tables as t
from tocsin.store.views.lookup import Lookup, made


class ExchangeQueries(Lookup):
    """Questions about partners and collections."""

    def partner(self, partner: str) -> PartnerItem | None:
        row = self._connection.execute(self._all(t.partners, partner=partner)).first()
        return partner_of(row) if row else None

    def partners(self) -> Sequence[PartnerItem]:
        query = self._all(t.partners, ended=False).order_by(t.partners.c.seq)
        return [partner_of(row) for row in self._connection.execute(query)]

    def collection(self, collection: str) -> CollectionItem | None:
        return self._one(CollectionItem, t.collections, collection=collection)

    def collections(self) -> Sequence[CollectionItem]:
        return self._list(CollectionItem, self._all(t.collections, closed=False).order_by(t.collections.c.seq))


def partner_of(row: Row[Any]) -> PartnerItem:
    """Return a partner, of a row of its table."""
    return made(PartnerItem, row, reads=tuple(row.reads.split()), writes=tuple(row.writes.split()))
