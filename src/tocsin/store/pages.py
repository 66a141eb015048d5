"""The query of a page: ranges of one index, merged by the database.

For each label that may be read, and each type that is asked for, there is one. No row is passed over but by what no
index knows: the first version, a version by its time, and contents or sources of which less may be read than of others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true, union_all

from tocsin.model.exchange import KINDS, OWN, Content, Reach, Wanted
from tocsin.model.people import Tlp
from tocsin.store.schema import objects

_LABELS: Final = tuple(Tlp)


def query_of(shelf: int, wanted: Wanted, reach: Reach, columns: Sequence[Any]) -> Any:
    """Return the query of at most one object more than is wanted, in order; None where there can be none.

    A row has `added`, `source`, `looked`, `names` and the columns that are asked for.
    """
    c = objects.c
    readable = {level: found for level in range(len(_LABELS)) if (found := _readable(level, reach)) is not None}
    if not readable:
        return None
    base = select(c.added, c.id, c.source, c.looked, c.names, *columns).where(c.shelf == shelf, *versions_of(wanted))
    if wanted.ids:
        # Not the column itself: SQLite would go through all times instead of to the ids.
        time = c.added + 0
        either = or_(*(and_(c.tlp == level, *of) for level, of in readable.items()))
        named = base.where(c.id.in_(wanted.ids), either, time > wanted.after)
        named = named.where(c.kind.in_(wanted.kinds)) if wanted.kinds else named
        return named.order_by(time).limit(wanted.limit + 1)
    base = base.where(c.added > wanted.after)
    ranges = [
        base.where(c.is_last == last, c.tlp == level, *of, *([c.kind == kind] if kind else []))
        for last in ((1,) if wanted.versions == ("last",) else (1, 0))
        for level, of in readable.items()
        for kind in wanted.kinds or ("",)
    ]
    return _merged(ranges).limit(wanted.limit + 1)


def _readable(level: int, reach: Reach) -> list[ColumnElement[bool]] | None:
    """What else must hold of objects with a label; None where none of them may be read."""
    ours = [content for content, (most, _) in reach.labels.items() if _reaches(most, level)]
    others = [content for content, (_, most) in reach.labels.items() if _reaches(most, level)]
    own = [objects.c.source == reach.reader] if reach.reader and _reaches(reach.own, level) else []
    if not ours and not others and not own:
        return None
    if len(others) == len(Content):
        return []
    either = or_(and_(objects.c.source == OWN, _of(ours)), _of(others), *own)
    return [either]


def _reaches(most: Tlp | None, level: int) -> bool:
    return most is not None and level <= _LABELS.index(most)


def _of(contents: Sequence[Content]) -> ColumnElement[bool]:
    if len(contents) == len(Content):
        return true()
    named = [content for content in contents if content in KINDS]
    found: list[ColumnElement[bool]] = [objects.c.kind.in_(KINDS[content]) for content in named]
    if Content.OTHER in contents:
        found.append(objects.c.kind.not_in(frozenset().union(*KINDS.values())))
    return or_(false(), *found)


def _merged(ranges: Sequence[Select[Any]]) -> Any:
    if len(ranges) == 1:
        return ranges[0].order_by(objects.c.added)
    return union_all(*ranges).order_by("added")


def versions_of(wanted: Wanted) -> list[Any]:
    """Return what versions are asked for, as conditions."""
    if "all" in wanted.versions:
        return []
    c = objects.c
    named = [one for one in wanted.versions if one not in ("first", "last")]
    either: list[Any] = [c.version.in_(named)] if named else []
    either += [c.is_last == 1] if "last" in wanted.versions else []
    either += [c.is_first == 1] if "first" in wanted.versions else []
    return [or_(*either)]
