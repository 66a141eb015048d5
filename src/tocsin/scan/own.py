"""A person's own export, in few rows: lines that say the same are one row, to be chosen or left out as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tocsin.formats.accounts.chosen import Chosen
from tocsin.formats.container import OpenFile
from tocsin.model.activity import Act, Activity
from tocsin.model.source import Unread
from tocsin.scan.originals import originals

MAX_ROWS: Final = 5_000
"""Rows that are told apart; what comes after that is counted as left out."""
_QUIET: Final = frozenset({Act.TOKEN, Act.OTHER, Act.SIGN_OUT})
Key = tuple[str, ...]


class Group(Struct):
    """A row."""

    sample: Activity
    """The latest line."""
    first: datetime
    last: datetime
    count: int = 1


def key_of(one: Activity) -> Key:
    """Return what lines of one row have in common."""
    seen = one.ip or one.device
    return (
        one.provider, one.act, one.status, one.reason, one.detail, seen, one.country, one.city, one.agent, one.app_name,
    )  # fmt: skip


def grouped(activities: Iterable[Activity]) -> tuple[list[Group], int]:
    """Return the rows, warnings and what changes an account first, then the latest, and how many lines are in none."""
    found: dict[Key, Group] = {}
    left = 0
    for one in activities:
        key = key_of(one)
        group = found.get(key)
        if group is not None:
            _add(group, one)
        elif len(found) < MAX_ROWS:
            found[key] = Group(one, one.time, one.time)
        else:
            left += 1
    return sorted(found.values(), key=_rank), left


def _add(group: Group, one: Activity) -> None:
    group.count += 1
    group.first = min(group.first, one.time)
    if one.time >= group.last:
        group.last, group.sample = one.time, one


def _rank(group: Group) -> tuple[int, float]:
    act = group.sample.act
    order = 0 if act is Act.WARNING else 3 if act in _QUIET else 2 if act is Act.SIGN_IN else 1
    return order, -group.last.timestamp()


def chosen_lines(
    activities: Iterable[Activity], groups: Iterable[Group], sources: Iterable[OpenFile | Unread]
) -> Iterator[bytes]:
    """Yield a line of JSON for each line of the chosen rows: the activity, and the original. Raises InputError."""
    keys = {key_of(group.sample) for group in groups}
    wanted = [one for one in activities if key_of(one) in keys]
    for one, raw in originals(sources, wanted):
        named = replace(
            one, file=one.file.rpartition("/")[2]
        )  # where it lies on the owner's machine is nobody's business
        yield msgspec.json.encode(Chosen(named, raw.decode("utf-8", "replace"))) + b"\n"
