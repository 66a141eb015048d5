"""Looking assessments up, and names that people put. What each question means stands in `tocsin.app.ports.Views`."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import exists, select

from tocsin.model.view import AssessmentItem, NamingItem, Page
from tocsin.store.views import tables as t
from tocsin.store.views.lookup import Lookup


class AssessmentQueries(Lookup):
    """Questions about assessments."""

    def assessments(
        self, about: str | None = None, after: str | None = None, limit: int = 50
    ) -> Page[AssessmentItem]:  # fmt: skip
        c, of = t.assessments.c, t.assessments_about.c
        query = self._all(t.assessments, newest=True)
        if about is not None:
            query = query.where(exists().where(of.log == self._log, of.thing == about, of.seq == c.seq))
        page = self._page(AssessmentItem, query, (c.seq,), after, limit)
        return Page(tuple(self._about_versions(page.items)), page.after)

    def assessment(self, assessment: str) -> Sequence[AssessmentItem]:
        query = self._all(t.assessments, assessment=assessment).order_by(t.assessments.c.seq)
        return self._about_versions(self._list(AssessmentItem, query))

    def _about_versions(self, items: Sequence[AssessmentItem]) -> list[AssessmentItem]:
        of = t.assessments_about.c
        query = select(of.seq, of.thing).where(of.log == self._log, of.seq.in_([one.seq for one in items]))
        about: dict[int, list[str]] = {}
        for row in self._connection.execute(query.order_by(of.thing)):
            about.setdefault(row.seq, []).append(row.thing)
        return [msgspec.structs.replace(one, about=tuple(about.get(one.seq, ()))) for one in items]

    def namings(self, assessment: str) -> Sequence[NamingItem]:
        return self._list(NamingItem, self._all(t.namings, assessment=assessment).order_by(t.namings.c.seq))

    def naming(self, naming: str) -> NamingItem | None:
        return self._one(NamingItem, t.namings, naming=naming)
