"""Lines that a user's rules may find something in, told from all others before these are read as activities.

It may let through too much, and never too little: what passes is read and judged as ever. A line is held back only
where its record has all marks of the shape that its file has, and its fields meet the conditions of no rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, reduce
from operator import or_
from typing import Any, Final

import msgspec
import polars as pl

from tocsin.formats.accounts.shape import Shape
from tocsin.formats.carriers import UNDECODABLE
from tocsin.identify.sigma.fields import LINE, PREFIX, Fields, column, picker

_MET: Final = "met"


class Sieve:
    """Of the conditions of rules, without which logs they are for."""

    def __init__(self, fields: Fields, conditions: Sequence[pl.Expr]) -> None:
        self._fields = fields
        self._conditions = conditions
        self._meets = reduce(or_, conditions)
        self._picker = cache(lambda marks: picker(fields.paths, marks))

    def __reduce__(self) -> tuple[type[Sieve], tuple[Fields, Sequence[pl.Expr]]]:
        """Go to another process as what it is made of."""
        return Sieve, (self._fields, self._conditions)

    def lets_through(self, shape: Shape[Any], raws: Sequence[bytes]) -> list[bool]:
        """Say of each line whether it has to be read, given the shape that the lines of its file mostly have."""
        decoder, ways = self._picker(shape.marks)
        places: Sequence[int] = range(len(raws))
        try:
            known = _decoded(shape, decoder, raws)
        except UNDECODABLE:
            places, known = _decoded_alone(shape, decoder, raws)
        passes = [True] * len(raws)
        columns = [column(way, known) for way in ways]
        for place, passed in zip(places, self._meeting(columns, [raws[place] for place in places]), strict=True):
            passes[place] = passed
        sparse = [values for values in columns if None in values]
        for place, values in zip(places, zip(*sparse, strict=True), strict=False):
            passes[place] |= None in values and self._fields.has_dotted_key(raws[place])
        return passes

    def _meeting(self, columns: list[list[str | None]], raws: list[bytes]) -> list[bool]:
        named = zip(self._fields.names, columns, strict=True)
        series = [pl.Series(PREFIX + name, values, pl.String) for name, values in named]
        if self._fields.whole_line:
            series.append(pl.Series(LINE, [raw.decode("utf-8", "replace") for raw in raws], pl.String))
        met = pl.DataFrame(series).lazy().with_columns(self._meets.alias(_MET)).select(_MET).collect()
        return met.get_column(_MET).to_list()


def _decoded(shape: Shape[Any], decoder: msgspec.json.Decoder[Any], raws: Sequence[bytes]) -> list[Any]:
    if shape.also is not None:  # marks alone do not tell whose record it is
        for raw in raws:
            shape.decoder.decode(raw)
    return list(map(decoder.decode, raws))


def _decoded_alone(
    shape: Shape[Any], decoder: msgspec.json.Decoder[Any], raws: Sequence[bytes]
) -> tuple[list[int], list[Any]]:
    """Return which lines can be decoded, and what they are."""
    places, known = [], []
    for place, raw in enumerate(raws):
        try:
            known += _decoded(shape, decoder, (raw,))
            places.append(place)
        except UNDECODABLE:
            continue
    return places, known
