"""Many events, or many different values, of one key within a span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

import polars as pl

from tocsin.identify.forms.form import KEY, RANK, Form, Key, key_of
from tocsin.model.activity import ORDER

_OLD: Final = "_old"
_TOLD: Final = "_told"
_GOAL: Final = "_goal"
_LAST: Final = "_last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Many(Form):
    """At least `at_least` events of `where` (or distinct values of `of`) with one `key` within `quiet`.

    A window holds what is younger than `quiet`. Every event of a full window is a hit; so is an event of `then` no
    more than `quiet` after a full window, and it is one step worse: the attack that succeeded.
    """

    key: Key
    at_least: int
    of: str = ""
    """Count the distinct values of this column; "": count the events, each as many times as its `count` says."""
    then: pl.Expr | None = None
    DELAY: ClassVar[bool] = True

    @property
    def other(self) -> pl.Expr | None:
        """What comes after."""
        return self.then

    def step(
        self, state: pl.DataFrame | None, events: pl.DataFrame, end: pl.Expr
    ) -> tuple[pl.DataFrame, pl.DataFrame | None]:
        """It remembers the events of the last window, which of them were told, and when a window was last full."""
        new = events.with_columns(
            key_of(self.key),
            (self.then if self.then is not None else pl.lit(value=False)).fill_null(value=False).alias(_GOAL),
            pl.lit(value=False).alias(_OLD),
            pl.lit(value=False).alias(_TOLD),
            pl.lit(None, events.schema["time"]).alias(_LAST),
        ).with_columns(self.where.fill_null(value=False).alias("_counts"))
        rows = new if state is None else pl.concat([state, new], how="diagonal")
        rows = self._filled(rows.sort(KEY, *ORDER))
        is_member = pl.col("_counts") & (pl.col("_next") - pl.col("time") < self.quiet)
        is_goal = pl.col(_GOAL) & ~pl.col(_OLD) & (pl.col("time") - pl.col(_LAST) <= self.quiet) & ~is_member
        rows = rows.with_columns(
            is_member.fill_null(value=False).alias("_member"), is_goal.fill_null(value=False).alias("_reached")
        )
        hits = rows.filter((pl.col("_member") | pl.col("_reached")) & ~pl.col(_TOLD))
        kept = rows.filter(pl.col("_counts") & (pl.col("time") > end - self.quiet)).with_columns(
            (pl.col(_TOLD) | pl.col("_member") | pl.col("_reached")).alias(_TOLD), pl.lit(value=True).alias(_OLD)
        )
        return (
            hits.with_columns(pl.col("_reached").cast(pl.Int32).alias(RANK)).select(*events.columns, KEY, RANK),
            kept.select(*events.columns, KEY, _GOAL, _OLD, _TOLD, _LAST, "_counts"),
        )

    def _filled(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Add `_last` and `_next`: when a window ending at or before, and one ending at or after an event, was full.

        Each event covers the time from its own until it leaves the window, or until its value comes again; how many
        cover a moment is the count there. Sorting beginnings and ends together costs n log n whatever the window.
        """
        counted = rows.filter(pl.col("_counts"))
        leaves = pl.col("time") + self.quiet
        if self.of:
            counted = counted.filter(pl.col(self.of).is_not_null())
            again = pl.col("time").shift(-1).over(KEY, self.of)
            leaves, weight = pl.min_horizontal(leaves, again), pl.lit(1, pl.Int64)
        else:
            weight = pl.col("count")
        edges = pl.concat(
            [
                counted.select(KEY, "time", weight.alias("by")),
                counted.select(KEY, leaves.alias("time"), (-weight).alias("by")),
            ]
        )
        full = (
            edges.group_by(KEY, "time")
            .agg(pl.col("by").sum())
            .sort(KEY, "time")
            .with_columns(pl.col("by").cum_sum().over(KEY).alias("size"))
            .filter(pl.col("size") >= self.at_least)
            .select(KEY, "time", pl.col("time").alias("_full"))
        )
        full = full.join(counted.select(KEY, "time").unique(), on=[KEY, "time"], how="semi").sort("time")
        rows = rows.sort("time")
        rows = rows.join_asof(
            full.rename({"_full": "_found"}), on="time", by=KEY, strategy="backward", check_sortedness=False
        )
        rows = rows.join_asof(
            full.rename({"_full": "_next"}), on="time", by=KEY, strategy="forward", check_sortedness=False
        )
        rows = rows.sort(KEY, *ORDER)
        return rows.with_columns(pl.max_horizontal(_LAST, "_found").cum_max().over(KEY).alias(_LAST)).drop("_found")
