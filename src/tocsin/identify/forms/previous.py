"""An event that does not go with the one before it of the same key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.forms.form import BEFORE, KEY, RANK, Form, Key, key_of
from tocsin.model.activity import ORDER

_OLD: Final = "_old"


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous(Form):
    """An event of `where` that, beside the one before it of the same `key`, meets `when`.

    In `when` the earlier event's columns have the prefix `before_`. What lies further back than `memory` is forgotten.
    """

    key: Key
    when: pl.Expr
    memory: timedelta = timedelta(days=30)

    def step(
        self, state: pl.DataFrame | None, events: pl.DataFrame, end: pl.Expr
    ) -> tuple[pl.DataFrame, pl.DataFrame | None]:
        """It remembers the last event of each key."""
        new = events.with_columns(key_of(self.key), pl.lit(value=False).alias(_OLD))
        rows = new if state is None else pl.concat([state, new], how="diagonal")
        rows = rows.sort(KEY, *ORDER)
        paired = rows.with_columns(pl.col(events.columns).shift(1).over(KEY).name.prefix(BEFORE))
        is_near = pl.col("time") - pl.col(BEFORE + "time") <= self.memory
        hits = paired.filter(~pl.col(_OLD) & is_near & self.when)
        kept = rows.group_by(KEY, maintain_order=True).last().filter(pl.col("time") >= end - self.memory)
        return (
            hits.with_columns(pl.lit(0).alias(RANK)).drop(_OLD),
            kept.with_columns(pl.lit(value=True).alias(_OLD)),
        )
