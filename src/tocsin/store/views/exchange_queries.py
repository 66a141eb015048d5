"""Looking up partners and collections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, func, select, union_all

from tocsin.model.exchange import ApprovalItem, CircleItem, CollectionItem, ConsentItem, PartnerItem
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

    def circle(self, circle: str) -> CircleItem | None:
        row = self._connection.execute(self._all(t.circles, circle=circle)).first()
        return _circle(row) if row else None

    def circles(self) -> Sequence[CircleItem]:
        query = self._all(t.circles, ended=False).order_by(t.circles.c.seq)
        return [_circle(row) for row in self._connection.execute(query)]

    def consent(self, consent: str) -> ConsentItem | None:
        return self._one(ConsentItem, t.consents, consent=consent)

    def consents(self) -> Sequence[ConsentItem]:
        return self._list(ConsentItem, self._all(t.consents, ended=False).order_by(t.consents.c.seq))

    def approval(self, recipient: str) -> ApprovalItem | None:
        row = self._connection.execute(self._all(t.approvals, recipient=recipient)).first()
        return made(ApprovalItem, row, contents=tuple(row.contents.split())) if row else None

    def last_of(self, *types: str) -> int:
        c = t.journal.c
        each = [select(func.max(c.seq).label("seq")).where(c.log == self._log, c.type == one) for one in types]
        last = self._connection.scalar(select(func.max(union_all(*each).subquery().c.seq)))
        return -1 if last is None else int(last)


def partner_of(row: Row[Any]) -> PartnerItem:
    """Return a partner, of a row of its table."""
    return made(PartnerItem, row, reads=tuple(row.reads.split()), writes=tuple(row.writes.split()))


def _circle(row: Row[Any]) -> CircleItem:
    lists = {name: tuple(getattr(row, name).split()) for name in ("purposes", "members", "reads")}
    return made(CircleItem, row, **lists)
