"""Looking claims up. What each question means stands in `tocsin.app.ports.Views`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import msgspec
from sqlalchemy import or_, select

from tocsin.model.claim import Answered
from tocsin.model.view import ClaimItem, Page
from tocsin.store.views import tables as t
from tocsin.store.views.lookup import Lookup

_AT_ONCE: Final = 500
"""Ids in one statement: databases bound how many it may have."""


class ClaimQueries(Lookup):
    """Questions about claims."""

    def claims(self, about: str | None = None, after: str | None = None, limit: int = 50) -> Page[ClaimItem]:
        c, of = t.claims.c, t.claims_about.c
        query = self._all(t.claims)
        if about is not None:
            query = query.join(t.claims_about, (of.log == c.log) & (of.seq == c.seq) & (of.claim == c.claim))
            query = query.where(of.log == self._log, of.thing == about)
        page = self._page(ClaimItem, query, (c.seq,), after, limit)
        return Page(tuple(self._about_claims(page.items)), page.after)

    def claim(self, claim: str) -> ClaimItem | None:
        found = self._one(ClaimItem, t.claims, claim=claim)
        return self._about_claims([found])[0] if found else None

    def several_claims(self, claims: Sequence[str]) -> Sequence[ClaimItem]:
        found: dict[str, ClaimItem] = {}
        for at in range(0, len(claims), _AT_ONCE):
            query = self._all(t.claims).where(t.claims.c.claim.in_(claims[at : at + _AT_ONCE]))
            found |= {one.claim: one for one in self._about_claims(self._list(ClaimItem, query))}
        return [found[claim] for claim in dict.fromkeys(claims) if claim in found]

    def claims_from(self, stix: Collection[str]) -> Sequence[tuple[str, ClaimItem]]:
        found: list[tuple[str, ClaimItem]] = []
        wanted = [one for one in dict.fromkeys(stix) if one]
        for at in range(0, len(wanted), _AT_ONCE):
            c = t.claims.c
            query = select(c.stix, c.claim).where(c.log == self._log, c.stix.in_(wanted[at : at + _AT_ONCE]))
            taken = {row.claim: row.stix for row in self._connection.execute(query)}
            found += [(taken[one.claim], one) for one in self.several_claims(list(taken))]
        return sorted(found, key=lambda pair: -pair[1].seq)

    def _about_claims(self, items: Sequence[ClaimItem]) -> list[ClaimItem]:
        of = t.claims_about.c
        query = select(of.seq, of.claim, of.thing).where(of.log == self._log, of.seq.in_([one.seq for one in items]))
        about: dict[str, list[str]] = {}
        for row in self._connection.execute(query.order_by(of.thing)):
            about.setdefault(row.claim, []).append(row.thing)
        return [msgspec.structs.replace(one, about=tuple(about.get(one.claim, ()))) for one in items]

    def claim_answers(self, claims: Collection[str]) -> Sequence[Answered]:
        c, wanted = t.claim_answers.c, list(dict.fromkeys(claims))
        found: dict[Answered, None] = {}
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            query = self._all(t.claim_answers).where(or_(c.claim.in_(some), c.by.in_(some)))
            found |= dict.fromkeys(self._list(Answered, query.order_by(c.seq)))
        return list(found)
