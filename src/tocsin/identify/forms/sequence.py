"""An event soon after another one of the same key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.forms.form import BEFORE, KEY, RANK, Form, Key, key_of
from tocsin.model.activity import ORDER

_OLD: Final = "_old"
_FIRST: Final = "_first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence(Form):
    """An event of `where` no more than `within` after one of `after` with the same `key`; the nearest one counts.

    `when` may compare the two: the earlier one's columns have the prefix `before_`.
    """

    key: Key
    after: pl.Expr
    within: timedelta
    when: pl.Expr | None = None

    @property
    def other(self) -> pl.Expr | None:
        """What comes before."""
        return self.after

    def step(
        self, state: pl.DataFrame | None, events: pl.DataFrame, end: pl.Expr
    ) -> tuple[pl.DataFrame, pl.DataFrame | None]:
        """It remembers the first events of the last span, the latest of each key."""
        rows = events.with_columns(key_of(self.key), self.after.fill_null(value=False).alias(_FIRST))
        firsts = rows.filter(pl.col(_FIRST)).drop(_FIRST)
        if state is not None:
            firsts = pl.concat([state, firsts], how="diagonal")
        firsts = firsts.sort(ORDER)
        before = firsts.select(KEY, pl.col("time").alias("_at"), pl.col(events.columns).name.prefix(BEFORE))
        then = rows.filter(self.where.fill_null(value=False)).sort(ORDER)
        paired = then.join_asof(
            before, left_on="time", right_on="_at", by=KEY, strategy="backward", tolerance=self.within,
            allow_exact_matches=False, check_sortedness=False,
        )  # fmt: skip
        hits = paired.filter(
            pl.col(BEFORE + "time").is_not_null() & (self.when if self.when is not None else pl.lit(value=True))
        )
        kept = firsts.group_by(KEY, maintain_order=True).last().filter(pl.col("time") >= end - self.within)
        return hits.drop(_FIRST, "_at", strict=False).with_columns(pl.lit(0).alias(RANK)), kept
