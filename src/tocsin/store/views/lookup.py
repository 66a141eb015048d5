"""How rows of one log are looked up and made into what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import Connection, Row, Select, Table, select, tuple_

from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.model.view import Page

T = TypeVar("T", bound=msgspec.Struct)
MAX_PAGE: Final = 500


class Lookup:
    """The views of one log, within a transaction."""

    def __init__(self, connection: Connection, log: int, key: bytes) -> None:
        self._connection = connection
        self._log = log
        self._key = key

    def _all(self, table: Table, **given: object) -> Select[Any]:
        query = select(table).where(table.c.log == self._log)
        for name, value in given.items():
            query = query.where(table.c[name] == value)
        return query

    def _one(self, kind: type[T], table: Table, **given: object) -> T | None:
        row = self._connection.execute(self._all(table, **given).limit(1)).first()
        return made(kind, row) if row else None

    def _list(self, kind: type[T], query: Select[Any]) -> list[T]:
        return [made(kind, row) for row in self._connection.execute(query)]

    def _page(self, kind: type[T], query: Select[Any], order: Sequence[Any], after: str | None, limit: int) -> Page[T]:
        """Return a part in descending order; its last row's values, not a count of rows, say where the next begins."""
        limit = max(1, min(limit, MAX_PAGE))
        if after is not None:
            query = query.where(tuple_(*order) < tuple_(*_cursor(after, len(order))))
        query = query.order_by(*(column.desc() for column in order)).limit(limit + 1)
        rows = self._connection.execute(query).all()
        items = tuple(made(kind, row) for row in rows[:limit])
        last = rows[limit - 1] if len(rows) > limit else None
        return Page(items, ":".join(repr(getattr(last, column.name)) for column in order) if last is not None else None)


def chosen(values: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return what was given of these."""
    return {name: values[name] for name in names if values.get(name) is not None}


def _cursor(after: str, columns: int) -> list[float | int]:
    parts = after.split(":")
    try:
        if len(parts) != columns:
            raise ValueError(after)
        values = [float(part) if "." in part or "e" in part else int(part) for part in parts]
        if not all(abs(value) < 1 << 63 for value in values):
            raise ValueError(after)
        return values
    except ValueError as error:
        raise InputError(
            say('"%(after)s" is no place in this list', after=after), say("Begin the list again without it.")
        ) from error


def made(kind: type[T], row: Row[Any], **more: object) -> T:
    """Make a struct from the columns of a row that have its fields' names, and from what stands in other tables."""
    columns = row._asdict() | more
    return msgspec.convert({name: columns[name] for name in kind.__struct_fields__ if name in columns}, kind)
