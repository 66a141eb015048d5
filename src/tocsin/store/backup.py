"""Backups: one file with everything that is the truth, which either database can be restored from.

A ZIP with `manifest.json` and, in `rows/`, each table as frames of MessagePack. Contents of the vault stay sealed; the
keys are not in it. Views are not either: they are made again.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, Final

import msgspec
from sqlalchemy import Connection, Table, func, select

from tocsin.common.causes import quoted
from tocsin.model.error import StoreError
from tocsin.model.sentence import say
from tocsin.store.engine import bulk_insert
from tocsin.store.schema import blocks, entries, feeds, heads, logs, objects, receipts, settings, shelves, vault

FORMAT: Final = "tocsin-backup/1"
TABLES: Final = (settings, logs, entries, blocks, heads, vault, shelves, objects, receipts, feeds)
"""In the order in which they refer to one another."""
_FRAME: Final = struct.Struct(">I")
_ROWS: Final = 1_000
_BYTES: Final = 16 << 20
"""A frame is written when it has so many rows or bytes."""
_MAX_FRAME: Final = 1 << 30
_HINT: Final = say("Give a file that `tocsin store backup` has written.")


class Manifest(msgspec.Struct, frozen=True):
    """What a backup holds."""

    format: str
    schema: str
    rows: dict[str, int]


def write(connection: Connection, schema: str, out: BinaryIO) -> Manifest:
    """Write everything, as one state, and return what it was."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        counted = {}
        for table in TABLES:
            with archive.open(f"rows/{table.name}", "w", force_zip64=True) as member:
                counted[table.name] = _dump(connection, table, member)
        manifest = Manifest(FORMAT, schema, counted)
        archive.writestr("manifest.json", msgspec.json.encode(manifest))
    return manifest


def _dump(connection: Connection, table: Table, out: IO[bytes]) -> int:
    columns = ", ".join(table.columns.keys())
    order = ", ".join(column.name for column in table.primary_key)
    counted, frame, size = 0, [], 0
    query = f"SELECT {columns} FROM {table.name} ORDER BY {order}"  # noqa: S608 - own names
    with connection.execution_options(yield_per=_ROWS).exec_driver_sql(query) as rows:
        for row in rows:
            frame.append([bytes(value) if isinstance(value, memoryview) else value for value in row])
            size += sum(len(value) for value in frame[-1] if isinstance(value, bytes))
            counted += 1
            if len(frame) == _ROWS or size > _BYTES:
                _write_frame(out, frame)
                frame, size = [], 0
    if frame:
        _write_frame(out, frame)
    return counted


def _write_frame(out: IO[bytes], rows: list[list[Any]]) -> None:
    raw = msgspec.msgpack.encode(rows)
    out.write(_FRAME.pack(len(raw)) + raw)


def restore(connection: Connection, schema: str, file: BinaryIO) -> Manifest:
    """Read a backup into a store that holds no log yet. The caller checks the logs before it commits."""
    if connection.scalar(select(func.count()).select_from(logs)):
        raise StoreError(say("the store is not empty"), say("Restore into a new one: another TOCSIN_HOME or database."))
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = msgspec.json.decode(archive.read("manifest.json"), type=Manifest)
            if (manifest.format, manifest.schema) != (FORMAT, schema):
                raise StoreError(
                    say(
                        "the backup is of %(format)s, schema %(schema)s", format=manifest.format, schema=manifest.schema
                    ),
                    _VERSION,
                )
            connection.execute(settings.delete())
            for table in TABLES:
                with archive.open(f"rows/{table.name}") as member:
                    if _load(connection, table, member) != manifest.rows.get(table.name):
                        raise StoreError(say("rows of %(name)s are missing in the backup", name=table.name), _HINT)
    except (zipfile.BadZipFile, KeyError, msgspec.DecodeError, struct.error, EOFError) as error:
        raise StoreError(
            say("the backup cannot be read: %(cause)s", cause=quoted(type(error).__name__, error)), _HINT
        ) from error
    if connection.dialect.name == "postgresql":
        for name in ("logs", "shelves"):
            after = f"SELECT coalesce(max(number), 1) FROM {name}"  # noqa: S608 - own names
            connection.exec_driver_sql(f"SELECT setval('{name}_number_seq', ({after}))")
    return manifest


_VERSION: Final = say("Restore it with the version of Tocsin that wrote it, then update.")


def _load(connection: Connection, table: Table, source: IO[bytes]) -> int:
    counted = 0
    for rows in _frames(source):
        bulk_insert(connection, table, table.columns.keys(), [tuple(row) for row in rows])
        counted += len(rows)
    return counted


def _frames(source: IO[bytes]) -> Iterator[list[list[Any]]]:
    while head := source.read(_FRAME.size):
        (size,) = _FRAME.unpack(head)
        if size > _MAX_FRAME:
            raise StoreError(say("the backup has a frame that is too large"), _HINT)
        yield msgspec.msgpack.decode(source.read(size), type=list[list[Any]])
