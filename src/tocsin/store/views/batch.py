"""Rows on their way into the views: gathered over a run of events of one type, then written together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    Connection,
    Delete,
    Executable,
    Insert,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from tocsin.model.event import Envelope, Ref
from tocsin.store.engine import bulk_insert
from tocsin.store.log import Log
from tocsin.store.views.tables import counts, messages

_KEYS: Final = 500
"""Rows that one statement changes at most."""
_INSERT: Final[dict[str, Any]] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


class Batch:
    """What a run of events changes. Statements are written in the order in which their kinds first came."""

    def __init__(self, connection: Connection, log: Log, key: bytes, records: Mapping[Ref, bytes]) -> None:
        self.connection = connection
        self.log = log
        self.key = key
        self.records = records
        """Contents of the vault that the run refers to, as far as they are still there."""
        self._work: dict[Executable, list[dict[str, Any]]] = {}
        self._rows: dict[Table, tuple[Sequence[str], list[tuple[Any, ...]]]] = {}
        self._touched: dict[Executable, set[str]] = {}
        self._last: dict[Executable, set[str]] = {}
        self._counts: Counter[tuple[str, str, str]] = Counter()

    def run(self, statement: Executable, /, **parameters: object) -> None:
        """Execute a statement with parameters; the log is one of them."""
        self._work.setdefault(statement, []).append({"the_log": self.log.number, **parameters})

    def touch(self, statement: Executable, key: str) -> None:
        """Execute a statement of `change_all` or `remove_all` for one more row, whatever the event says besides."""
        self._touched.setdefault(statement, set()).add(key)

    def afterwards(self, statement: Executable, key: str) -> None:
        """Like `touch`, after all else of the run was written."""
        self._last.setdefault(statement, set()).add(key)

    def insert(self, table: Table, columns: Sequence[str], row: tuple[Any, ...]) -> None:
        """Insert a row of a table that grows with every message, values as the driver takes them."""
        self._rows.setdefault(table, (("log", *columns), []))[1].append((self.log.number, *row))

    def count(self, kind: str, day: str, value: str, by: int = 1) -> None:
        """Count a message."""
        self._counts[kind, day, value] += by

    def judged(self, message: str) -> Envelope | None:
        """Return the judgement of a message."""
        query = select(messages.c.seq).where(messages.c.log == self.log.number, messages.c.message == message)
        seq = self.connection.scalar(query)
        return None if seq is None else next(self.log.read(seq, seq + 1))

    def flush(self) -> None:
        """Write everything."""
        for table, (columns, rows) in self._rows.items():
            bulk_insert(self.connection, table, columns, rows)
        for statement, several in self._work.items():
            self.connection.execute(statement, several)
        for statement, keys in (*self._touched.items(), *self._last.items()):
            for at in range(0, len(wanted := sorted(keys)), _KEYS):
                parameters = {"the_log": self.log.number, "the_keys": wanted[at : at + _KEYS]}
                self.connection.execute(statement, parameters)
        self._flush_counts()

    def _flush_counts(self) -> None:
        rows = [
            {"log": self.log.number, "kind": kind, "day": day, "value": value, "messages": number}
            for (kind, day, value), number in self._counts.items()
            if number
        ]
        if rows:
            new = _INSERT[self.connection.dialect.name](counts)
            added = {"messages": counts.c.messages + new.excluded.messages}
            self.connection.execute(
                new.on_conflict_do_update(index_elements=list(counts.primary_key), set_=added), rows
            )


Handler = Callable[[Batch, Envelope, Any], None]
HANDLERS: Final[dict[type, Handler]] = {}


def handles(*kinds: type) -> Callable[[Handler], Handler]:
    """Register a function for types of events."""

    def registered(handler: Handler) -> Handler:
        HANDLERS.update(dict.fromkeys(kinds, handler))
        return handler

    return registered


def new(table: Table) -> Insert:
    """Return the statement that inserts a row; its columns are parameters of the same name."""
    names = [column.name for column in table.columns if column.name != "log"]
    return insert(table).values(log=bindparam("the_log"), **{name: bindparam(name) for name in names})


def change(table: Table, *by: str) -> Update:
    """Return a statement that changes rows of the log where columns have the values of parameters `the_COLUMN`."""
    return update(table).where(_these(table, by))


def remove(table: Table, *by: str) -> Delete:
    """Return a statement that deletes such rows."""
    return delete(table).where(_these(table, by))


def change_all(table: Table, by: str) -> Update:
    """Return a statement that changes all rows of the log whose column has one of the values `the_keys`."""
    return update(table).where(_among(table, by))


def remove_all(table: Table, by: str) -> Delete:
    """Return a statement that deletes such rows."""
    return delete(table).where(_among(table, by))


def to(name: str) -> BindParameter[Any]:
    """Return the parameter `to_NAME`: what a column is changed to."""
    return bindparam(f"to_{name}")


def _among(table: Table, by: str) -> Any:
    return and_(table.c.log == bindparam("the_log"), table.c[by].in_(bindparam("the_keys", expanding=True)))


def _these(table: Table, by: Sequence[str]) -> Any:
    return and_(table.c.log == bindparam("the_log"), *(table.c[name] == bindparam(f"the_{name}") for name in by))
