"""What every form has, and the rows in which forms tell what they found."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Final

import polars as pl

KEY: Final = "_key"
RANK: Final = "_rank"
"""How much worse than the detection's own severity a hit is: 0, or 1 where the form says so."""
REF: Final = pl.Struct(
    {
        "time": pl.Datetime("us", "UTC"),
        "provider": pl.String(),
        "id": pl.String(),
        "file": pl.String(),
        "offset": pl.Int64(),
        "digest": pl.String(),
    }
)
BEFORE: Final = "before_"
"""Prefix of the columns of an earlier event that a hit rests on as well."""
Key = Sequence[str | pl.Expr]
"""By what events belong together: columns, or what is computed of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(ABC):
    """A condition on events, and how they make a hit.

    `step` is given the events of a chunk that meet `where` (or `other`) in order, and what it returned as state the
    last time; it returns hits (the events' own columns, KEY, RANK) and the new state. All later events come after
    `end`. Chunks are never cut between two events of the same time.
    """

    where: pl.Expr
    quiet: timedelta = timedelta(0)
    """Hits of one key that are no further apart than this are one alert."""
    worse: pl.Expr | None = None
    """Which hits are one step worse than the detection's severity says."""
    DELAY: ClassVar[bool] = False
    """Whether an event may become a hit only by a later one, at most `quiet` after it."""

    @property
    def other(self) -> pl.Expr | None:
        """A second condition: of events that the form wants besides those of `where`."""
        return None

    @abstractmethod
    def step(
        self, state: pl.DataFrame | None, events: pl.DataFrame, end: pl.Expr
    ) -> tuple[pl.DataFrame, pl.DataFrame | None]:
        """Return the hits among the events and the state after them."""


def key_of(parts: Key) -> pl.Expr:
    """Return the key of an event: the values of its parts, joined by a character that no log has."""
    values = [pl.col(part) if isinstance(part, str) else part for part in parts]
    return pl.concat_str([value.cast(pl.String).fill_null("") for value in values], separator="\x1f").alias(KEY)


def refs(prefix: str = "") -> pl.Expr:
    """Return a reference to an event from its columns."""
    return pl.struct([pl.col(prefix + name).cast(kind).alias(name) for name, kind in REF.to_schema().items()])
