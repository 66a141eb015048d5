"""Hits of one key that belong together become one alert."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.forms.form import BEFORE, KEY, RANK, refs

EVENTS: Final = 50
"""References kept from the beginning of an alert, and as many from its end."""
PEOPLE: Final = 1_000
VALUES: Final = 5
"""Different values of a fact that an alert names."""
FACT: Final = "fact_"


def gather(
    open_: pl.DataFrame | None, hits: pl.DataFrame, facts: Mapping[str, pl.Expr], quiet: timedelta
) -> pl.DataFrame:
    """Return the alerts after these hits: hits of one key that are no further apart than `quiet` are one.

    What an alert keeps of its hits is the same in whatever portions they come: counts, the least and the greatest.
    """
    rows = each(hits, facts)
    together = rows if open_ is None else pl.concat([open_, rows], how="diagonal_relaxed")
    gap = pl.col("time") - pl.col("until").cum_max().shift(1).over(KEY)
    starts = (gap.is_null() | (gap > quiet)).cast(pl.Int64).cum_sum().over(KEY).alias("_alert")
    return (
        together.sort(KEY, "time", "_id")
        .with_columns(starts)
        .group_by(KEY, "_alert", maintain_order=True)
        .agg(
            pl.col("time").min(),
            pl.col("until").max(),
            pl.col("count").sum(),
            pl.col(RANK).max(),
            pl.col("_id").first(),
            pl.col("people").explode().unique().sort().head(PEOPLE),
            pl.col("first").explode().sort().head(EVENTS),
            pl.col("last").explode().sort().tail(EVENTS),
            *[pl.col(FACT + name).explode().drop_nulls().unique().sort().head(VALUES) for name in facts],
        )
        .drop("_alert")
    )


def each(hits: pl.DataFrame, facts: Mapping[str, pl.Expr]) -> pl.DataFrame:
    """Return each hit as an alert of its own."""
    events = [refs(BEFORE), refs()] if BEFORE + "id" in hits.columns else [refs()]
    return hits.select(
        KEY,
        "time",
        pl.col("time").alias("until"),
        "count",
        RANK,
        pl.concat_str("provider", "id", separator=" ").alias("_id"),
        pl.concat_list("person").alias("people"),
        pl.concat_list(events).alias("first"),
        pl.concat_list(events).alias("last"),
        *[pl.concat_list(value.cast(pl.String)).list.drop_nulls().alias(FACT + name) for name, value in facts.items()],
    )
