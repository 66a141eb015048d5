"""Records in the shape that their provider documents: typed and fast where they fit, field by field where they do not.

A shape is a Struct and a function that makes activities of it. A line that fits the Struct costs one typed decoding.
Any other is read as plain JSON, brought into the Struct field by field, and whatever does not fit is told as
`BadField`. So the meaning of a provider's fields is written once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Final, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from tocsin.formats.accounts.times import read_time
from tocsin.formats.carriers.line import UNDECODABLE
from tocsin.model.activity import Activity, BadField

S = TypeVar("S", bound=Struct)
Plain = dict[str, Any]
"""A record as plain data: a JSON object, or a row of a CSV by its columns."""
MISSING: Final = "missing"
WRONG_TYPE: Final = "wrong-type"
BAD_VALUE: Final = "bad-value"
UNKNOWN_VALUE: Final = "unknown-value"
_DOTS: Final = 8
_FIRST: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""No log that is read here is older: what says so is a number that is no time, or a clock that was never set."""
_LAST: Final = datetime(9999, 1, 1, tzinfo=UTC)
_YEAR: Final = timedelta(days=366)
_DOTTED: Final = re.compile(r"[\w@-]{1,64}(?:\.[\w-]{1,64})+")
_NUMBERED: Final = re.compile(r"([A-Za-z_]+?)(\d{1,2})")


class UndatedError(Exception):
    """A record has no time that can be read."""


class OtherShapeError(msgspec.ValidationError):
    """A record fits a Struct, and is another's all the same."""


class Reading:
    """What is known beside the lines, and what was found wrong in them. One for each file."""

    def __init__(self, as_of: datetime | None = None, undated: datetime | None = None, text: bool = False) -> None:
        self.as_of = as_of
        """For lines without a year: the last time they can be of. A time of more than a year later is none."""
        self._last = _LAST if as_of is None else in_utc(as_of) + _YEAR
        self.undated = undated
        """Time of records that have none. None: such a record cannot be read."""
        self.text = text
        """Whether all values come as text, as in a CSV."""
        self.bad: list[BadField] = []
        self.provider = ""
        self.log = ""

    def wrong(self, path: str, problem: str, value: object = None) -> None:
        """Report a field that is not as documented."""
        self.bad.append(BadField(self.provider, self.log, path, problem, _sketch(value)))

    def time(self, value: datetime | None, path: str) -> datetime:
        """Return a field's time in UTC. Raises UndatedError where there is none."""
        if value is None:
            if self.undated is None:
                raise UndatedError
            if not any(bad.problem == MISSING and bad.field == path for bad in self.bad):
                self.wrong(path, MISSING)
            return self.undated
        found = value if value.tzinfo is UTC else in_utc(value)
        if _FIRST <= found <= self._last:
            return found
        self.wrong(path, BAD_VALUE, value)
        if self.undated is None:
            raise UndatedError
        return self.undated


def in_utc(value: datetime) -> datetime:
    """Return a time in UTC; providers mean UTC where they give no zone."""
    try:
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except OverflowError as error:  # at the very ends of the calendar
        raise UndatedError from error


@dataclass(frozen=True, slots=True)
class Shape(Generic[S]):
    """One kind of record. `marks` are names of fields, all of which such a record has."""

    type: type[S]
    marks: tuple[str, ...]
    make: Callable[[S, Reading], list[Any]]
    log: str = ""
    also: Callable[[Mapping[str, Any]], bool] | None = None
    """What else must be true of the record, its names folded, where other providers use the same ones."""
    typed: bool = True
    """Whether what fits the Struct is of this shape, so that nothing else need be asked."""
    folded: frozenset[str] = field(init=False)
    decoder: msgspec.json.Decoder[S] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", frozenset(map(fold, self.marks)))
        object.__setattr__(self, "decoder", msgspec.json.Decoder(self.type))

    def fits(self, folded: Mapping[str, Any]) -> bool:
        """Say whether a record, its names folded, is of this shape."""
        return self.folded <= folded.keys() and (self.also is None or self.also(folded))

    def read(self, folded: Mapping[str, Any], reading: Reading) -> list[Activity]:
        """Read a record, its names folded, field by field. Raises UndatedError."""
        return self.make(_loosely(self.type, folded, reading, ""), reading)


@dataclass(frozen=True, slots=True)
class Log:
    """A log that a format reads, for the reference."""

    name: str
    export: str
    """How to get it, in one English sentence."""


@dataclass(frozen=True, slots=True)
class Format:
    """A provider's or a family's logs. `name` is the `provider` of its activities."""

    name: str
    title: str
    shapes: tuple[Shape[Any], ...] = ()
    logs: tuple[Log, ...] = ()
    documents: tuple[str, ...] = ()
    """Where the vendor documents fields and values."""
    lines: Callable[[str, Reading], list[Activity] | None] | None = None
    """Reads a line that is text, as of syslog. None where it is not one of this format."""
    own: bool = False
    """Whether it is a person's own export."""

    def shape_of(self, folded: Mapping[str, Any]) -> Shape[Any] | None:
        """Return the shape of a record, its names folded."""
        return next((shape for shape in self.shapes if shape.fits(folded)), None)

    def recognises(self, record: Plain) -> bool:
        """Say whether a record is of this format."""
        return self.shape_of(folded_record(record)) is not None

    def read(self, record: Plain, reading: Reading | None = None) -> list[Activity]:
        """Return what a record tells, mostly one activity. Raises UndatedError; ValueError where it is another's."""
        folded = folded_record(record)
        shape = self.shape_of(folded)
        if shape is None:
            raise ValueError(f"no record of {self.name}")
        return read_shape(self, shape, folded, reading or Reading())


def read_shape(one: Format, shape: Shape[Any], folded: Mapping[str, Any], reading: Reading) -> list[Activity]:
    """Read a record, its names folded, in a shape of a format. Raises UndatedError."""
    reading.provider, reading.log = one.name, shape.log
    return shape.read(folded, reading)


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return a field's name as it is compared: `User ID`, `userId` and `user_id` are one."""
    return "".join(sign for sign in name.lower() if sign.isalnum())


def folded_record(record: Plain) -> Plain:
    """Return a record under folded names; of several that fold to one, the first that says something.

    `a.b`, as tables and some collectors write it, is `b` inside of `a`; `a0.b` is `b` of the first one of several.
    """
    folded: Plain = {}
    for name, value in record.items():
        if "." in name and _DOTTED.fullmatch(name):
            _put_inside(folded, name.split(".")[:_DOTS], value)
            continue
        key = fold(name)
        if folded.get(key) in (None, ""):
            folded[key] = value
    return folded


def _put_inside(folded: Plain, path: list[str], value: Any) -> None:
    at: Any = folded
    for name in path[:-1]:
        found = _NUMBERED.fullmatch(name)
        key = fold(found[1] if found else name)
        inner = at.setdefault(key, [] if found else {})
        if found and isinstance(inner, list):
            number = min(int(found[2]), len(inner))
            if number == len(inner):
                inner.append({})
            inner = inner[number]
        if not isinstance(inner, dict):
            return
        at = inner
    at.setdefault(fold(path[-1]), value)


@cache
def _fields(type_: type[Struct]) -> tuple[tuple[str, str, str, Any, bool], ...]:
    """Return (attribute, name in the record, folded name, type without None, is required) of each field."""
    hints = get_type_hints(type_)
    return tuple(
        (one.name, one.encode_name, fold(one.encode_name), _without_none(hints[one.name]), one.required)
        for one in msgspec.structs.fields(type_)
    )


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        kept = tuple(one for one in get_args(hint) if one is not NoneType)
        return kept[0] if len(kept) == 1 else Union[kept]  # noqa: UP007 - a union of a tuple of types
    return hint


def _loosely(type_: type[S], folded: Mapping[str, Any], reading: Reading, prefix: str) -> S:
    values: Plain = {}
    for attribute, name, key, hint, required in _fields(type_):
        value = folded.get(key)
        if value is None or (value == "" and reading.text):
            if required:
                reading.wrong(prefix + name, MISSING)
                values[attribute] = _nothing(hint)
            continue
        found = _fitted(hint, value, reading, prefix + name)
        if found is not None:
            values[attribute] = found
        elif required:
            values[attribute] = _nothing(hint)
    return type_(**values)


def _fitted(hint: Any, value: Any, reading: Reading, path: str) -> Any:
    """Return a value in the wanted type, or None after saying why not."""
    if isinstance(hint, type) and issubclass(hint, Struct):
        inner = unquoted(value)
        if isinstance(inner, dict):
            return _loosely(hint, folded_record(inner), reading, f"{path}.")
    elif get_origin(hint) is tuple:
        return _fitted_items(get_args(hint)[0], value, reading, path)
    elif hint is datetime:
        if (time := read_time(value)) is not None:
            return time
        reading.wrong(path, BAD_VALUE, value)
        return None
    elif (found := _plain_value(hint, value, reading, path)) is not None:
        return found
    reading.wrong(path, WRONG_TYPE, value)
    return None


def _fitted_items(hint: Any, value: Any, reading: Reading, path: str) -> Any:
    items = unquoted(value)
    if isinstance(items, str) and hint is str and reading.text:
        items = [one.strip() for one in items.split(",")]
    if not isinstance(items, list):
        reading.wrong(path, WRONG_TYPE, value)
        return None
    found = (_fitted(hint, one, reading, f"{path}[]") for one in items if one is not None)
    return tuple(one for one in found if one is not None)


def _plain_value(hint: Any, value: Any, reading: Reading, path: str) -> Any:
    if hint is Any:
        return value
    if hint is str and isinstance(value, int | float | bool):
        reading.wrong(path, WRONG_TYPE, value)
        return str(value)
    if get_origin(hint) is dict:
        value = unquoted(value)
    try:
        return msgspec.convert(value, hint, strict=False)
    except (msgspec.ValidationError, OverflowError, ValueError):
        return None


def unquoted(value: Any) -> Any:
    """Return what stands as JSON in a text, as exports to tables write objects."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return msgspec.json.decode(value)
        except UNDECODABLE:
            return value
    return value


def _nothing(hint: Any) -> Any:
    if isinstance(hint, type) and issubclass(hint, Struct):
        return hint(**{one[0]: _nothing(one[3]) for one in _fields(hint) if one[4]})
    if get_origin(hint) is tuple:
        return ()
    if get_origin(hint) is dict:
        return {}
    return {str: "", int: 0, float: 0.0, bool: False}.get(hint)


def _sketch(value: object) -> str:
    """Return type and length of a value: no content of a log is told."""
    if value is None:
        return ""
    name = type(value).__name__
    return f"{name}, {len(value)}" if isinstance(value, str | list | dict | tuple) else name


def text_of(value: Any) -> str:
    """Return a value of unknown type as text: a text as it is, other data as JSON, nothing as nothing."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)
