"""Where an address is, whose network it belongs to, and what else stands around an event that no log tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from tocsin.identify.countries import CENTRES

Origin = tuple[str | None, int | None, str | None, float | None, float | None]
"""(country, AS number, whose network, latitude, longitude); None: not known."""
Lookup = Callable[[str], Origin | None]
_COLUMNS: Final = {
    "ip": pl.String(),
    "its_country": pl.String(),
    "its_asn": pl.Int64(),
    "its_network": pl.String(),
    "its_latitude": pl.Float64(),
    "its_longitude": pl.Float64(),
    "tor": pl.Boolean(),
}
_NOWHERE: Final[Origin] = (None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Data that the user gave beside the logs. Without it the columns stay null, and detections say so."""

    lookups: Sequence[Lookup] = ()
    """Asked in this order; the first that knows a thing is believed. What the provider says comes before all."""
    tor: frozenset[str] | None = None
    """Addresses of Tor exits."""
    hosting: frozenset[int] | None = None
    """AS numbers of networks that rent out machines."""
    judged: Mapping[str, str] | None = None
    """Message-IDs without angle brackets, and host names of links, that were judged bad, with the verdict."""

    def of(self, events: pl.DataFrame) -> pl.DataFrame:
        """Return the events with what is known: `place`, `asn`, `network`, `tor`, `hosting`, `judged`, coordinates.

        `exact` says whether the coordinates are those of the address and not of the middle of its country.
        """
        events = events.join(self._origins(events), on="ip", how="left", maintain_order="left")
        country = pl.when(pl.col("country") != "").then(pl.col("country")).otherwise(pl.col("its_country"))
        events = events.with_columns(
            country.fill_null("").alias("country"),
            pl.when(pl.col("asn") != 0).then(pl.col("asn")).otherwise(pl.col("its_asn").fill_null(0)).alias("asn"),
            pl.when(pl.col("network") != "")
            .then(pl.col("network"))
            .otherwise(pl.col("its_network").fill_null(""))
            .alias("network"),
            pl.col("latitude").fill_null(pl.col("its_latitude")),
            pl.col("longitude").fill_null(pl.col("its_longitude")),
        ).with_columns(
            pl.col("latitude").is_not_null().alias("exact"),
            self._is_hosting().alias("hosting"),
            self._is_judged().alias("judged"),
        )
        centre = pl.col("country")
        return events.with_columns(
            pl.col("latitude").fill_null(centre.replace_strict(_LATITUDES, default=None, return_dtype=pl.Float64)),
            pl.col("longitude").fill_null(centre.replace_strict(_LONGITUDES, default=None, return_dtype=pl.Float64)),
        ).drop([name for name in _COLUMNS if name.startswith("its_")])

    def _origins(self, events: pl.DataFrame) -> pl.DataFrame:
        """Return a row for each different address."""
        rows = []
        for ip in events.get_column("ip").unique():
            found: list[object] = list(_NOWHERE)
            for lookup in self.lookups if ip else ():
                known = lookup(ip) or _NOWHERE
                found = [mine if mine is not None else theirs for mine, theirs in zip(found, known, strict=True)]
            rows.append((ip, *found, ip in self.tor if self.tor is not None and ip else None))
        return pl.DataFrame(rows, schema=pl.Schema(_COLUMNS), orient="row")

    def _is_hosting(self) -> pl.Expr:
        if self.hosting is None:
            return pl.lit(None, pl.Boolean)
        return pl.when(pl.col("asn") != 0).then(pl.col("asn").is_in(sorted(self.hosting)))

    def _is_judged(self) -> pl.Expr:
        if not self.judged:
            return pl.lit(None if self.judged is None else False, pl.Boolean)
        known = sorted(self.judged)
        host = pl.col("object").str.extract(r"(?i)^[a-z]+://(?:[^/@]*@)?([^/:?#]+)").str.to_lowercase()
        return pl.col("message").str.strip_chars("<>").is_in(known) | host.is_in(known).fill_null(value=False)


_LATITUDES: Final = {country: latitude for country, (latitude, _) in CENTRES.items()}
_LONGITUDES: Final = {country: longitude for country, (_, longitude) in CENTRES.items()}


def kilometres() -> pl.Expr:
    """Return the distance between an event and the one before it: haversine on a sphere of 6,371 km."""
    latitude, before = pl.col("latitude").radians(), pl.col("before_latitude").radians()
    half_up = ((latitude - before) / 2).sin() ** 2
    half_along = ((pl.col("longitude") - pl.col("before_longitude")).radians() / 2).sin() ** 2
    return 2 * 6371 * (half_up + latitude.cos() * before.cos() * half_along).sqrt().clip(0, 1).arcsin()
