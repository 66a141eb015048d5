"""Activities as a polars frame, and the expressions that detections say most often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any, Final

import msgspec
import polars as pl

from tocsin.model.activity import ORDER, PLACE, Act, Activity, Reason, Status

TIME: Final = pl.Datetime("us", "UTC")
_TYPES: Final = {
    "time": TIME,
    "act": pl.Enum([act.value for act in Act]),
    "status": pl.Enum([status.value for status in Status]),
    "reason": pl.Enum([reason.value for reason in Reason]),
    "password_right": pl.Boolean(),
    "latitude": pl.Float64(),
    "longitude": pl.Float64(),
    "asn": pl.Int64(),
    "scopes": pl.List(pl.String()),
    "external": pl.Boolean(),
    "throttled": pl.Boolean(),
    "count": pl.Int64(),
    "offset": pl.Int64(),
}
SCHEMA: Final = pl.Schema({name: _TYPES.get(name, pl.String()) for name in Activity.__struct_fields__})
"""The columns of a frame: the fields of `Activity`, by name."""


def frame_of(activities: Iterable[Activity]) -> pl.DataFrame:
    """Return activities as a frame, in the order given."""
    rows = [msgspec.structs.astuple(activity) for activity in activities]
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(SCHEMA)
    return pl.DataFrame(
        [_series(name, kind, column) for (name, kind), column in zip(SCHEMA.items(), columns, strict=True)]
    )


def _series(name: str, kind: pl.DataType, column: Sequence[Any]) -> pl.Series:
    if isinstance(kind, pl.Enum):  # polars takes members of an enumeration one by one, and plain text at once
        return pl.Series(name, [member.value for member in column], dtype=pl.String).cast(kind)
    return _lists(name, column) if isinstance(kind, pl.List) else pl.Series(name, column, dtype=kind)


def _lists(name: str, column: Sequence[Sequence[str]]) -> pl.Series:
    """Return lists of text: polars makes a Series of its own of each, as long as all else takes."""
    rows = [row for row, values in enumerate(column) for _ in values]
    flat = pl.DataFrame(
        {"row": rows, name: [value for values in column for value in values]}, {"row": pl.UInt32, name: pl.String}
    )
    lists = flat.group_by("row").agg(name)
    every = pl.DataFrame({"row": range(len(column))}, {"row": pl.UInt32})
    found = every.join(lists, on="row", how="left", maintain_order="left").get_column(name)
    return found.fill_null(pl.Series([[]], dtype=found.dtype))


def in_order(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the events in order, each line once, as `tocsin.model.activity.each_once` does.

    Of lines that tell the same, those are two in which a user's rule finds different things.
    """
    is_repeated = frame.select(pl.struct("time", "provider", "id").is_duplicated()).to_series()
    if not is_repeated.any():  # as it mostly is: only few columns need be compared
        return frame.sort(ORDER)
    content = [name for name in frame.columns if name not in PLACE]
    once = frame.filter(is_repeated).sort(*ORDER, "file", "offset").unique(content, keep="first", maintain_order=True)
    return pl.concat([frame.filter(~is_repeated), once]).sort(ORDER)


def did(*acts: Act) -> pl.Expr:
    """It was one of these acts."""
    return pl.col("act").is_in([act.value for act in acts])


def because(*reasons: Reason) -> pl.Expr:
    """It was stopped for one of these reasons."""
    return pl.col("reason").is_in([reason.value for reason in reasons])


def any_of(*conditions: pl.Expr) -> pl.Expr:
    """At least one of them holds; what is not told does not."""
    return reduce(or_, (condition.fill_null(value=False) for condition in conditions))


def told(*columns: str) -> pl.Expr:
    """The log tells all of these."""
    return reduce(pl.Expr.and_, (pl.col(column).is_not_null() & (pl.col(column) != "") for column in columns))


def words(column: str, *parts: str) -> pl.Expr:
    """One of these stands in the column, whatever the case; parts are regular expressions (Rust's regex)."""
    return pl.col(column).str.contains("(?i)" + "|".join(f"(?:{part})" for part in parts))


SUCCEEDED: Final = pl.col("status") == Status.SUCCESS.value
FAILED: Final = pl.col("status") == Status.FAILURE.value
SIGNED_IN: Final = did(Act.SIGN_IN) & SUCCEEDED
BY_ANOTHER: Final = told("actor") & (pl.col("actor") != pl.col("person"))
WHO: Final = pl.when(pl.col("person") != "").then(pl.col("person")).otherwise(pl.col("ip"))
"""Whose account; where the log names nobody, from which address."""
