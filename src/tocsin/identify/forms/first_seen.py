"""A value that one key never had before, once enough of it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.forms.form import KEY, RANK, Form, Key, key_of
from tocsin.model.activity import ORDER

_OLD: Final = "_old"
_VALUE: Final = "_value"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSeen(Form):
    """An event of `where` whose `value` its `key` did not have within `memory` before.

    It says nothing until the key has had `history` events over at least `learning` time: what is new on the first day
    of a log is new to the log, not to the person.
    """

    value: pl.Expr
    key: Key = ("person",)
    history: int = 5
    learning: timedelta = timedelta(days=7)
    memory: timedelta = timedelta(days=365)

    def step(
        self, state: pl.DataFrame | None, events: pl.DataFrame, end: pl.Expr
    ) -> tuple[pl.DataFrame, pl.DataFrame | None]:
        """It remembers of each key and value when it was last seen, and of each key since when and how often.

        What was not seen within `memory` is remembered no more, but that it was: with no value, one row a key.
        """
        new = events.with_columns(
            key_of(self.key), self.value.cast(pl.String).alias(_VALUE), pl.lit(1, pl.Int64).alias("_seen"),
            pl.col("time").alias("_since"), pl.lit(value=False).alias(_OLD),
        ).filter(pl.col(_VALUE).is_not_null() & (pl.col(_VALUE) != ""))  # fmt: skip
        rows = new if state is None else pl.concat([state, new], how="diagonal")
        rows = rows.sort(KEY, *ORDER, nulls_last=False).with_columns(
            pl.col("time").shift(1).over(KEY, _VALUE).alias("_last"),
            pl.col("_since").min().over(KEY).alias("_since"),
            pl.col("_seen").cum_sum().over(KEY).alias("_count"),
        )
        is_new = pl.col("_last").is_null() | (pl.col("time") - pl.col("_last") > self.memory)
        is_known = (pl.col("_count") > self.history) & (pl.col("time") - pl.col("_since") >= self.learning)
        hits = rows.filter(~pl.col(_OLD) & is_new & is_known)
        told = pl.col("time").max(), pl.col("_seen").sum(), pl.col("_since").first()
        remembered = pl.when(pl.col("time") >= end - self.memory).then(pl.col(_VALUE)).otherwise(pl.lit(""))
        kept = rows.group_by(KEY, _VALUE).agg(*told).with_columns(remembered.alias(_VALUE))
        kept = kept.group_by(KEY, _VALUE).agg(*told)
        return (
            hits.with_columns(pl.lit(0).alias(RANK)).select(*events.columns, KEY, RANK),
            kept.with_columns(pl.lit(value=True).alias(_OLD)),
        )
