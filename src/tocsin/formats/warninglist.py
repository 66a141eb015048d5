"""Warninglists of MISP: one list in one JSON file, `list.json` of the misp-warninglists repository, or as an instance
gives it (`/warninglists/view/ID.json`).

`matching_attributes`, the types of attributes that a list is meant for, is not asked: a value is told by what it looks
like, and to spare one too many is the safe side.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec
from msgspec import Struct

from tocsin.common.listed import is_usable
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.model.warninglist import Matching, WarningList

LARGEST: Final = 128 << 20
"""Bytes. The longest published lists, of a million host names, have 25 MB."""
MOST_ENTRIES: Final = 3_000_000
_NAMED: Final = 100
_LONGEST: Final = 1_000
_DELIMITED: Final = re.compile(r"/(.*)/([a-z]*)", re.DOTALL)


class _Name(Struct):
    name: str


class _File(Struct):
    name: str
    entries: list[str] = msgspec.field(name="list")
    type: Matching = Matching.STRING
    version: int | str = 0
    description: str = ""


class _Entry(Struct):
    value: str


class _Served(Struct):
    name: str
    entries: list[_Entry] = msgspec.field(name="WarninglistEntry")
    type: Matching = Matching.STRING
    version: int | str = 0
    description: str = ""


class _Answer(Struct):
    served: _Served = msgspec.field(name="Warninglist")


def _decoded(raw: bytes) -> _File:
    try:
        return msgspec.json.decode(raw, type=_File)
    except msgspec.ValidationError:
        one = msgspec.json.decode(raw, type=_Answer).served
    return _File(one.name, [entry.value for entry in one.entries], one.type, one.version, one.description)


def read(raw: bytes) -> WarningList:
    """Return the list. Raises InputError for what is none, or is too large.

    An entry that nothing can be compared with (a range that is none, an expression beyond RE2) is named, not used.
    """
    if len(raw) > LARGEST:
        raise InputError(say("this is larger than %(size)s MB", size=LARGEST >> 20), say("Cut it into smaller ones."))
    try:
        found = _decoded(raw)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise InputError(
            say("this is no warninglist of MISP"),
            say("It is a JSON object with a name, a type (string, substring, hostname, cidr, regex) and a list."),
        ) from error
    entries = tuple(dict.fromkeys(stripped for one in found.entries if (stripped := one.strip())))
    if not found.name.strip() or not entries or len(entries) > MOST_ENTRIES:
        raise InputError(
            say("a warninglist has a name and up to %(most)s entries", most=MOST_ENTRIES),
            say("Give it a name, and something to spare."),
        )
    if found.type is Matching.REGEX:
        entries = tuple(map(_bare, entries))
    unusable = [one for one in entries if not is_usable(one, found.type)]
    left = frozenset(unusable)
    return WarningList(
        name=found.name.strip()[:_LONGEST],
        matching=found.type,
        entries=tuple(one for one in entries if one not in left) if left else entries,
        version=int(found.version) if str(found.version).isdecimal() else 0,
        description=found.description[:_LONGEST],
        unusable=tuple(one[:_LONGEST] for one in unusable[:_NAMED]),
        unusable_count=len(unusable),
    )


def name_of(raw: bytes) -> str:
    """Return the name of a list that was read before. Its entries are passed over."""
    return msgspec.json.decode(raw, type=_Name).name.strip()[:_LONGEST]


def _bare(expression: str) -> str:
    """Lists write expressions as PHP does, between slashes and with letters behind: `/^a/i`."""
    match = _DELIMITED.fullmatch(expression)
    if match is None:
        return expression
    flags = "".join(letter for letter in "ims" if letter in match[2])
    return f"(?{flags}){match[1]}" if flags else match[1]
