"""Exports of directories: who is enrolled in which second factor. One provider a file, each with its `SHAPES`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from tocsin.formats.accounts.shape import Plain, Reading, Shape, UndatedError, folded_record
from tocsin.formats.carriers import UNDECODABLE, Broken, Line, records
from tocsin.formats.container import OpenFile
from tocsin.model.activity import BadField, Unreadable
from tocsin.model.directory import Enrolment
from tocsin.model.limits import Limits
from tocsin.model.sentence import Sentence, say
from tocsin.model.source import Unread

_NOT_JSON: Final = say("this line is no JSON")
_UNKNOWN: Final = say("a record of no directory that is known here: see the reference of account logs")


@cache
def all_directories() -> dict[str, tuple[Shape[Any], ...]]:
    """Return the shapes of every directory by the name of its provider: `NAME` and `SHAPES` of each module."""
    modules = [importlib.import_module(one.name) for one in pkgutil.iter_modules(__path__, f"{__name__}.")]
    return {one.NAME: one.SHAPES for one in modules if hasattr(one, "SHAPES")}


def read(
    sources: Iterable[OpenFile | Unread], limits: Limits = Limits()
) -> Iterator[Enrolment | BadField | Unreadable]:
    """Yield who is enrolled, bad fields before the person that they are of, and what could not be read.

    A person may come several times, as from Okta's list of users and its lists of factors: see `merged`.
    """
    for one in sources:
        if isinstance(one, Unread):
            yield Unreadable(one.path, 0, one.code, one.hint)
            continue
        for line in records(one.stream, one.head, limits):
            if isinstance(line, Broken):
                yield Unreadable(one.path, line.offset, line.code, line.hint)
            else:
                yield from _read(line, one.path)


def _read(line: Line, path: str) -> Iterable[Enrolment | BadField | Unreadable]:
    try:
        plain: Plain | None = msgspec.json.decode(line.raw) if line.kind == "json" else line.fields
    except UNDECODABLE:
        return [_unreadable(path, line, "not-json", _NOT_JSON)]
    if isinstance(plain, dict):
        folded = folded_record(plain)
        for name, shapes in all_directories().items():
            for shape in shapes:
                if shape.fits(folded):
                    return _shaped(line, path, name, shape, folded)
    return [_unreadable(path, line, "unknown-provider", _UNKNOWN)]


def _shaped(
    line: Line, path: str, name: str, shape: Shape[Any], folded: Plain
) -> Iterable[Enrolment | BadField | Unreadable]:  # fmt: skip
    reading = Reading()
    reading.provider, reading.log = name, shape.log
    try:
        found: list[Any] = shape.read(folded, reading)
    except UndatedError:
        return [_unreadable(path, line, "unknown-provider", _UNKNOWN)]
    return [*reading.bad, *(replace(one, file=path, offset=line.offset) for one in found if isinstance(one, Enrolment))]


def _unreadable(path: str, line: Line, code: str, hint: Sentence) -> Unreadable:
    return Unreadable(path, line.offset, code, hint)


def merged(enrolments: Iterable[Enrolment]) -> list[Enrolment]:
    """Return one enrolment for each person and provider, in the order of their first; what one of them knows counts."""
    found: dict[tuple[str, str], Enrolment] = {}
    for one in enrolments:
        before = found.get((one.provider, one.person))
        found[one.provider, one.person] = one if before is None else _together(before, one)
    return list(found.values())


def _together(first: Enrolment, second: Enrolment) -> Enrolment:
    known = {name: getattr(second, name) for name in _MERGED if getattr(first, name) in (None, "")}
    return replace(
        first,
        **known,
        factors=tuple(sorted({*first.factors, *second.factors})),
        second_factor=_either(first.second_factor, second.second_factor),
        passkey=_either(first.passkey, second.passkey),
    )


def _either(first: bool | None, second: bool | None) -> bool | None:
    return True if first or second else second if first is None else first


_MERGED: Final = (
    "name", "second_factor_enforced", "recovery_email", "recovery_phone", "last_sign_in", "never_signed_in", "admin",
    "suspended",
)  # fmt: skip
