"""Opening a database: SQLite with a write-ahead log, or PostgreSQL. Errors become such as a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, create_engine, event, exc
from sqlalchemy.engine import URL, make_url

from tocsin.common.causes import quoted
from tocsin.model.error import StoreError
from tocsin.model.sentence import Sentence, say

WRITES: Final = "tocsin_writes"
"""Execution option of a connection that is going to write."""
_BUSY_SECONDS: Final = 60
_PRAGMAS: Final = (
    "journal_mode=WAL",
    "synchronous=FULL",  # an acknowledged event survives a power cut
    "foreign_keys=ON",
    "secure_delete=ON",  # what is erased is overwritten, not only unlinked
    "cache_size=-65536",
)


def open_engine(url: str) -> Engine:
    """Return an engine for `sqlite:///FILE` or `postgresql://...`. Nothing is connected to yet. Raises StoreError."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(parsed)
        if parsed.get_backend_name() == "postgresql":
            # A statement prepared while a table was small would keep its plan, a scan of all rows, when it has grown.
            unprepared = {"prepare_threshold": None}
            return create_engine(
                parsed.set(drivername="postgresql+psycopg"), connect_args=unprepared, pool_pre_ping=True
            )
    except exc.ArgumentError as error:
        # The address itself is not told: it may hold a password.
        raise StoreError(say("what is given for the store is no address of a database"), _ADDRESS) from error
    except ModuleNotFoundError as error:
        raise StoreError(
            say("the library for PostgreSQL is not installed"), say("Install tocsin[postgres].")
        ) from error
    raise StoreError(say("%(database)s is not supported", database=parsed.get_backend_name()), _ADDRESS)


_ADDRESS: Final = say("Give sqlite:///FILE or postgresql://USER@HOST/DATABASE.")


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin below, and not where the driver thinks
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        # A transaction that reads first and writes later would fail at once where another has written meanwhile.
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def transaction(engine: Engine, *, writes: bool = False) -> Iterator[Connection]:
    """Open a transaction, committed at the end. Reading sees one state of the database throughout."""
    options: dict[str, Any] = {WRITES: writes}
    if engine.dialect.name == "postgresql" and not writes:
        options["isolation_level"] = "REPEATABLE READ"
    with told(), engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def told() -> Iterator[None]:
    """Turn what the database says into a StoreError with a hint."""
    try:
        yield
    except (exc.DBAPIError, sqlite3.Error) as error:  # the latter while a connection is set up
        original = getattr(error, "orig", None) or error
        said = str(original).strip().splitlines()[0]
        raise StoreError(
            say("the store failed: %(cause)s", cause=quoted(say("the database"), said)), _hint(said.lower(), original)
        ) from error


_HINTS: Final = (
    (
        ("full", "no space", "disk i/o", "could not extend", "too large"),
        say("Nothing was written. Make room where the store lies, then do it again."),
    ),
    (("locked",), say("Another process has been writing for a long time. Try again, or look for one that hangs.")),
    (("readonly", "read-only", "permission denied", "unable to open"), say("Look at who may read and write there.")),
    (("malformed", "not a database"), say("The file is damaged. Keep a copy, and restore the latest backup.")),
    (
        ("connection", "could not translate", "authentication"),
        say("See that the database server runs, and the address."),
    ),
)


def _hint(said: str, error: BaseException) -> Sentence:
    if getattr(error, "sqlstate", None) in ("53100", "58030"):  # disk_full, io_error
        return _HINTS[0][1]
    for words, hint in _HINTS:
        if any(word in said for word in words):
            return hint
    return say("Nothing of this transaction was written. `tocsin log verify` says whether the log is sound.")


def bulk_insert(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert many rows the quickest way there is: COPY on PostgreSQL, one prepared statement on SQLite.

    Values are as the driver takes them: no type of SQLAlchemy is asked.
    """
    if not rows:
        return
    names = ", ".join(columns)
    if connection.dialect.name == "postgresql":
        _copy(connection, f"COPY {table.name} ({names}) FROM STDIN (FORMAT BINARY)", table, columns, rows)
    else:
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", list(rows))  # noqa: S608 - own names


def _copy(
    connection: Connection, command: str, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    driver: Any = connection.connection.driver_connection
    types = [table.c[name].type.compile(connection.dialect).partition("(")[0].lower() for name in columns]
    try:
        with driver.cursor() as cursor, cursor.copy(command) as copy:
            copy.set_types(types)
            for row in rows:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:
        raise exc.DBAPIError(command, None, error) from error
