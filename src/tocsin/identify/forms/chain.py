"""Several events of one key within a span: in order, or in any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

import polars as pl

from tocsin.identify.forms.form import KEY, RANK, Form, Key, key_of
from tocsin.identify.forms.many import Many
from tocsin.model.activity import ORDER

_STEP: Final = "_step"
_BEGAN: Final = "_began"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain(Form):
    """An event of the last of `steps` after one of each step before it, in order, all with one `key` within `quiet`."""

    key: Key
    steps: Sequence[pl.Expr]

    def step(
        self, state: pl.DataFrame | None, events: pl.DataFrame, end: pl.Expr
    ) -> tuple[pl.DataFrame, pl.DataFrame | None]:
        """It remembers each event of a step but the last, and how late the chain up to it may have begun."""
        rows = events.with_columns(key_of(self.key))
        before, kept, hits = None, [], rows.clear()
        for number, condition in enumerate(self.steps):
            here = rows.filter(condition.fill_null(value=False)).sort(ORDER)
            here = here.with_columns(pl.col("time").alias(_BEGAN)) if before is None else self._after(here, before)
            if number == len(self.steps) - 1:
                hits = here
                break
            mine = here.select(KEY, "time", _BEGAN, pl.lit(number).alias(_STEP))
            if state is not None:
                mine = pl.concat([state.filter(pl.col(_STEP) == number), mine])
            before = mine.sort("time").with_columns(pl.col(_BEGAN).cum_max().over(KEY))
            kept.append(before.filter(pl.col("time") > end - self.quiet))
        state = pl.concat(kept) if kept else None
        return hits.with_columns(pl.lit(0).alias(RANK)).select(*events.columns, KEY, RANK), state

    def _after(self, here: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
        """Return the events that come after a chain that began within the span, with when that was."""
        found = here.join_asof(
            before.select(KEY, "time", _BEGAN), on="time", by=KEY, allow_exact_matches=False, check_sortedness=False
        )
        return found.filter(pl.col("time") - pl.col(_BEGAN) <= self.quiet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Together(Form):
    """Events of all `steps` with one `key` within `quiet`, in any order."""

    key: Key
    steps: Sequence[pl.Expr]
    DELAY: ClassVar[bool] = True

    def step(
        self, state: pl.DataFrame | None, events: pl.DataFrame, end: pl.Expr
    ) -> tuple[pl.DataFrame, pl.DataFrame | None]:
        """It remembers what `Many` does: all steps are that many different values."""
        each = [
            events.filter(condition.fill_null(value=False)).with_columns(pl.lit(str(number)).alias(_STEP))
            for number, condition in enumerate(self.steps)
        ]
        many = Many(key=self.key, of=_STEP, at_least=len(self.steps), where=pl.lit(value=True), quiet=self.quiet)
        hits, state = many.step(state, pl.concat(each), end)
        return hits.drop(_STEP).unique((KEY, *ORDER), maintain_order=True), state
