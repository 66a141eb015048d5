"""The tables that are the truth: logs, entries, signed heads, the vault. Only migrations change them.

Views, which can be made again from these, are in `tocsin.store.views`.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(time: datetime) -> int:
    """Return a time as microseconds since 1970 in UTC."""
    return (time - _EPOCH) // timedelta(microseconds=1)


class Time(TypeDecorator[datetime]):
    """A time in UTC, kept as microseconds since 1970: the same number, and the same order, in every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:  # noqa: ARG002, D102 - SQLAlchemy's
        return None if value is None else microseconds(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002, D102 - the same
        return None if value is None else _EPOCH + timedelta(microseconds=value)


metadata = MetaData()

settings = Table(
    "settings",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts about this store itself: which version its views have."""

logs = Table(
    "logs",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("log", String(80), nullable=False, unique=True),
    Column("organisation", String(80), nullable=False, unique=True),
    Column("size", BigInteger, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
)
"""One log for each organisation, and where it ends. Whoever appends holds this row."""

_LOG: Final = "logs.number"

entries = Table(
    "entries",
    metadata,
    Column("log", ForeignKey(_LOG), primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""The entries, and for each the hash of all up to it: SHA-256(hash up to the one before || leaf hash)."""

blocks = Table(
    "blocks",
    metadata,
    Column("log", ForeignKey(_LOG), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("root", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""The Merkle root of every full block of entries, so that a proof reads a few blocks and not the log."""

heads = Table(
    "heads",
    metadata,
    Column("log", ForeignKey(_LOG), primary_key=True),
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("checkpoint", Text, nullable=False),
    Column("signed_at", Time, nullable=False),
)
"""Signed tree heads, as `tocsin.formats.checkpoint` writes them."""

vault = Table(
    "vault",
    metadata,
    Column("log", ForeignKey(_LOG), primary_key=True),
    Column("ref", LargeBinary, primary_key=True),
    Column("sealed_by", String(16), nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("stored_at", Time, nullable=False),
    Column("retain_until", Time, index=True),
)
"""Personal data and evidence. `payload` is salt and content, sealed by the key whose id `sealed_by` is, if any."""

shelves = Table(
    "shelves",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("log", ForeignKey(_LOG), nullable=False),
    Column("collection", String(80), nullable=False),
    Column("last", BigInteger, nullable=False),
    UniqueConstraint("log", "collection"),
)
"""Where the objects of a collection lie. `last` is the latest time that one was given, also if it is gone."""

objects = Table(
    "objects",
    metadata,
    Column("shelf", ForeignKey("shelves.number"), primary_key=True),
    Column("added", BigInteger, primary_key=True, autoincrement=False),
    Column("id", String(300), nullable=False),
    Column("version", String(40), nullable=False),
    Column("kind", String(260), nullable=False),
    Column("tlp", SmallInteger, nullable=False),
    Column("is_last", SmallInteger, nullable=False),
    Column("is_first", SmallInteger, nullable=False),
    Column("source", String(80), nullable=False),
    Column("sent_at", BigInteger),
    Column("body", LargeBinary, nullable=False),
    Column("looked", BigInteger, nullable=False),
    Column("names", Text, nullable=False),
    Index("objects_version", "shelf", "id", "source", "version", unique=True),
    Index("objects_page", "shelf", "is_last", "tlp", "added"),
    Index("objects_kind", "shelf", "is_last", "kind", "tlp", "added"),
)
"""Objects of STIX in their order: `added` and `sent_at` in microseconds since 1970, `tlp` the place of the label among
the five, `source` the partner or feed that brought them, or `node`. `names` says whom of this organisation they name,
as of `looked`, a place in the log after which nothing has changed of who that could be. They were made to be shown to
others, and are not sealed as the vault is."""

receipts = Table(
    "receipts",
    metadata,
    Column("log", ForeignKey(_LOG), primary_key=True),
    Column("receipt", String(80), primary_key=True),
    Column("partner", String(80), nullable=False),
    Column("at", Time, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
)
"""What became of what partners brought, for as long as they may ask."""

feeds = Table(
    "feeds",
    metadata,
    Column("log", ForeignKey(_LOG), primary_key=True),
    Column("feed", String(80), primary_key=True),
    Column("url", Text, nullable=False),
    Column("collection", String(80), nullable=False),
    Column("sends", SmallInteger, nullable=False),
    Column("reached", BigInteger, nullable=False),
    Column("at", Time),
)
"""Collections of other servers, and how far they were read or filled."""
