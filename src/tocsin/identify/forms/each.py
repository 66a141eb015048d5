"""Every event that meets a condition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from tocsin.identify.forms.form import RANK, Form, Key, key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Each(Form):
    """Every event of `where` is a hit. With `quiet`, those of one `key` that follow each other are one alert."""

    key: Key = ("person",)

    def step(
        self, state: pl.DataFrame | None, events: pl.DataFrame, end: pl.Expr
    ) -> tuple[pl.DataFrame, pl.DataFrame | None]:
        """It remembers nothing."""
        key = self.key if self.quiet > timedelta(0) else ("provider", "id")
        return events.with_columns(key_of(key), pl.lit(0).alias(RANK)), None
