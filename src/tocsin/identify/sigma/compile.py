"""A Sigma condition as a polars expression over the columns of raw fields.

The specification: https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html. Text is compared
without regard to case unless the rule says `cased`. A field that a record lacks meets no condition but `null`, so `not`
of it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_, or_
from typing import Any, Final

import polars as pl
from sigma.conditions import (
    ConditionAND,
    ConditionFieldEqualsValueExpression,
    ConditionNOT,
    ConditionOR,
    ConditionValueExpression,
)
from sigma.types import (
    SigmaBool,
    SigmaCasedString,
    SigmaCIDRExpression,
    SigmaCompareExpression,
    SigmaExists,
    SigmaFieldReference,
    SigmaNull,
    SigmaNumber,
    SigmaRegularExpression,
    SigmaRegularExpressionFlag,
    SigmaString,
    SpecialChars,
)

from tocsin.identify.sigma.fields import LINE, PREFIX, SEPARATOR


class UnsupportedError(Exception):
    """A rule asks for something that is not done here; the text says what, in the words of the specification."""


_FLAGS: Final = {
    SigmaRegularExpressionFlag.IGNORECASE: "i",
    SigmaRegularExpressionFlag.MULTILINE: "m",
    SigmaRegularExpressionFlag.DOTALL: "s",
}
_COMPARE: Final[dict[str, Callable[[pl.Expr, float], pl.Expr]]] = {
    "LT": lambda column, number: column < number,
    "LTE": lambda column, number: column <= number,
    "GT": lambda column, number: column > number,
    "GTE": lambda column, number: column >= number,
}


def compiled(node: Any) -> pl.Expr:
    """Return a condition that is never null. Raises UnsupportedError."""
    if isinstance(node, ConditionOR):
        return reduce(or_, _alternatives(node))
    if isinstance(node, ConditionAND):
        return reduce(and_, map(compiled, node.args))
    if isinstance(node, ConditionNOT):
        return ~compiled(node.args[0])
    if isinstance(node, ConditionFieldEqualsValueExpression):
        return _field(node.field, node.value).fill_null(value=False)
    if isinstance(node, ConditionValueExpression):
        return _keyword(node.value).fill_null(value=False)
    raise UnsupportedError(type(node).__name__)


def names(node: Any) -> Iterable[str]:
    """Yield the fields that a condition names; "" for a word that may stand anywhere."""
    if isinstance(node, ConditionValueExpression):
        yield ""
    elif isinstance(node, ConditionFieldEqualsValueExpression):
        yield node.field
        if isinstance(node.value, SigmaFieldReference):
            yield node.value.field
    else:
        for part in getattr(node, "args", ()):
            yield from names(part)


def _alternatives(node: ConditionOR) -> list[pl.Expr]:
    """Compile the parts of an OR; those that look for text in one field are looked for together."""
    together: dict[str, list[str]] = {}
    others: list[pl.Expr] = []
    for part in node.args:
        text = None
        if isinstance(part, ConditionFieldEqualsValueExpression):
            text = _literal(part.value) if type(part.value) is SigmaString else None
            if text is not None:
                together.setdefault(part.field, []).append(text)
        if text is None:
            others.append(compiled(part))
    sought = [
        (
            _marked(field).str.contains(texts[0], literal=True)
            if len(texts) == 1
            else _marked(field).str.contains_any(texts)
        )
        for field, texts in together.items()
    ]
    return [*others, *(one.fill_null(value=False) for one in sought)]


def _column(field: str) -> pl.Expr:
    return pl.col(PREFIX + field)


def _marked(field: str, cased: bool = False) -> pl.Expr:
    """Return a field's values, each between separators: so that to be equal, begin and end are to contain."""
    column = _column(field) if cased else _column(field).str.to_lowercase()
    return pl.lit(SEPARATOR) + column + pl.lit(SEPARATOR)


def _field(field: str, value: Any) -> pl.Expr:
    if isinstance(value, SigmaString):
        return _text(field, value)
    if isinstance(value, SigmaNumber):
        return _marked(field).str.contains(f"{SEPARATOR}{value.number}{SEPARATOR}", literal=True)
    if isinstance(value, SigmaBool):
        return _marked(field).str.contains(f"{SEPARATOR}{str(value.boolean).lower()}{SEPARATOR}", literal=True)
    if isinstance(value, SigmaNull):
        return _column(field).is_null()
    if isinstance(value, SigmaExists):
        return _column(field).is_not_null() if value.exists else _column(field).is_null()
    if isinstance(value, SigmaRegularExpression):
        return _column(field).str.contains(_regex(value))
    if isinstance(value, SigmaCompareExpression) and value.op.name in _COMPARE:
        return _COMPARE[value.op.name](_column(field).cast(pl.Float64, strict=False), float(value.number.number))
    if isinstance(value, SigmaCIDRExpression):
        return reduce(or_, (_text(field, SigmaString(pattern)) for pattern in value.expand()))
    if isinstance(value, SigmaFieldReference):
        return _column(field).str.to_lowercase() == _column(value.field).str.to_lowercase()
    raise UnsupportedError(type(value).__name__.removeprefix("Sigma"))


def _text(field: str, value: SigmaString) -> pl.Expr:
    is_cased = isinstance(value, SigmaCasedString)
    literal = _literal(value, is_cased)
    if literal is not None:
        return _marked(field, is_cased).str.contains(literal, literal=True)
    return _marked(field, is_cased).str.contains(_pattern(value, is_cased))


def _literal(value: SigmaString, cased: bool = False) -> str | None:
    """Return what a marked field has to contain; None where a wildcard stands inside."""
    parts = list(value.s)
    begins = bool(parts) and parts[0] is SpecialChars.WILDCARD_MULTI
    ends = len(parts) > begins and parts[-1] is SpecialChars.WILDCARD_MULTI
    inner = parts[begins : len(parts) - ends]
    if not all(isinstance(part, str) for part in inner):
        return None
    text = "".join(str(part) for part in inner)
    return SEPARATOR * (not begins) + (text if cased else text.lower()) + SEPARATOR * (not ends)


def _pattern(value: SigmaString, cased: bool, inside: bool = False) -> str:
    wild = {SpecialChars.WILDCARD_MULTI: f"[^{SEPARATOR}]*", SpecialChars.WILDCARD_SINGLE: f"[^{SEPARATOR}]"}
    parts = []
    for part in value.s:
        if isinstance(part, str):
            parts.append(_escaped(part if cased else part.lower()))
        elif part in wild:
            parts.append(wild[part])
        else:
            raise UnsupportedError(str(part))
    edge = "" if inside else SEPARATOR
    return f"(?s){edge}{''.join(parts)}{edge}"


def _escaped(text: str) -> str:
    return re.sub(r"([\\.+*?()|\[\]{}^$#&\-~])", r"\\\1", text)


def _regex(value: SigmaRegularExpression) -> str:
    """Return a regular expression as Rust's regex has it. Raises UnsupportedError for look-around and the like."""
    flags = "".join(sorted(_FLAGS[flag] for flag in value.flags))
    text = str(value.regexp)
    pattern = f"(?{flags}){text}" if flags else text
    try:
        pl.Series([""]).str.contains(pattern)
    except pl.exceptions.PolarsError as error:
        raise UnsupportedError(f"re: {text}") from error
    return pattern


def _keyword(value: Any) -> pl.Expr:
    if isinstance(value, SigmaNumber):
        return pl.col(LINE).str.contains(str(value.number), literal=True)
    if not isinstance(value, SigmaString):
        raise UnsupportedError(f"keyword {type(value).__name__.removeprefix('Sigma')}")
    line = pl.col(LINE).str.to_lowercase()
    literal = _literal(value)
    if literal is not None:
        return line.str.contains(literal.strip(SEPARATOR), literal=True)
    return line.str.contains(_pattern(value, cased=False, inside=True))
