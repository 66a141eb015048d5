"""The store of a node: opened, brought up to date, read and written in transactions."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib.resources import files
from itertools import islice
from typing import BinaryIO, Final

from sqlalchemy import Connection, delete, insert, inspect, select

from tocsin.formats.checkpoint import parse
from tocsin.model.error import LogError, StoreError
from tocsin.model.event import Draft, Envelope, Ref
from tocsin.model.exchange import PartnerItem
from tocsin.model.proof import Head, Report
from tocsin.model.sentence import say
from tocsin.model.view import SessionItem
from tocsin.store import backup as backups
from tocsin.store.engine import open_engine, told, transaction
from tocsin.store.log import Log
from tocsin.store.schema import logs, settings
from tocsin.store.shelves import Shelves
from tocsin.store.vault import Sealer, Vault, reseal
from tocsin.store.verify import verify
from tocsin.store.views import tables
from tocsin.store.views.exchange_queries import partner_of
from tocsin.store.views.lookup import made
from tocsin.store.views.project import apply
from tocsin.store.views.queries import Views

SCHEMA: Final = "0003"
"""The newest migration."""
_CHUNK: Final = 5_000
_INDEX_SECRET: Final = "index_secret"  # noqa: S105 - a name
_VIEWS: Final = "views"


class Reader:
    """One state of an organisation's log, vault and views."""

    def __init__(
        self, connection: Connection, organisation: str, sealer: Sealer, now: datetime, *, for_append: bool = False
    ) -> None:  # fmt: skip
        self.organisation = organisation
        self.now = now
        self.log = Log(connection, organisation, for_append=for_append)
        self.vault = Vault(connection, self.log.number, sealer)
        self._key = sealer.index_key(_index_secret(connection))
        self.views = Views(connection, self.log.number, self._key)
        self.shelves = Shelves(connection, self.log.number)
        self._connection = connection

    def pseudonym(self, thing: str) -> str:
        """Return a name for something, of 16 digits, that nobody can follow back without the node's key."""
        return tables.address_key(self._key, thing).hex()[:16]

    def verify(self, heads: Sequence[Head]) -> Report:
        """Check the whole log, and that it grew from these heads, whose signatures have been checked."""
        return verify(self._connection, self.log, heads)


class Writer(Reader):
    """The same, to be written: nobody else writes until it ends, and what it wrote counts wholly or not at all."""

    def __init__(self, connection: Connection, organisation: str, sealer: Sealer, now: datetime) -> None:
        super().__init__(connection, organisation, sealer, now, for_append=True)
        self.erased = 0

    def keep(self, content: bytes, retain_until: datetime | None = None) -> Ref:
        """Take a content into the vault until a time (None: until it is erased), and return its name."""
        return self.vault.keep(content, self.now, retain_until)

    def retain(self, refs: Sequence[Ref], until: datetime | None) -> None:
        """Say of contents that had no date until when they are kept; None takes the date of contents back."""
        self.vault.flush()
        self.vault.retain(refs, until)

    def append(self, *drafts: Draft) -> list[Envelope]:
        """Append events, bring the views up to date, and return the entries."""
        if not drafts:
            return []
        self.vault.flush()
        envelopes = self.log.append(drafts, self.now)
        apply(self._connection, self.log, self.vault, self._key, envelopes)
        return envelopes

    def delete(self, refs: Sequence[Ref]) -> int:
        """Delete contents of the vault; the caller appends the event that says so. Return how many there were."""
        self.vault.flush()
        gone = self.vault.delete(refs)
        self.erased += gone
        return gone


class Store:
    """A database with the logs of one or more organisations.

    `vault_key` is 32 bytes or None; `now` is asked for the time of recording.
    """

    def __init__(self, url: str, vault_key: bytes | None, now: Callable[[], datetime]) -> None:
        self._engine = open_engine(url)
        self._sealer = Sealer(vault_key)
        self._now = now
        self._is_current = False

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def read(self, organisation: str) -> Iterator[Reader]:
        """Read one state of an organisation's log, vault and views."""
        self.prepare()
        with transaction(self._engine) as connection:
            yield Reader(connection, organisation, self._sealer, self._now())

    @contextmanager
    def write(self, organisation: str) -> Iterator[Writer]:
        """Write in one transaction: wholly at the end, or not at all where the block raises."""
        self.prepare()
        with transaction(self._engine, writes=True) as connection:
            writer = Writer(connection, organisation, self._sealer, self._now())
            yield writer
            writer.vault.flush()
        if writer.erased:
            self._scrub()

    def begin(self, organisation: str) -> str:
        """Begin the log of an organisation, and return the log's id."""
        self.prepare()
        log = f"log-{secrets.token_hex(8)}"
        with transaction(self._engine, writes=True) as connection:
            if organisation in self._organisations(connection):
                raise StoreError(
                    say("%(organisation)s has a log already", organisation=organisation),
                    say("Choose another id for a new organisation."),
                )
            Log.begin(connection, organisation, log)
            _begin_views(connection, Log(connection, organisation).number)
        return log

    def organisations(self) -> list[str]:
        """Return the ids of the organisations, the oldest first."""
        self.prepare()
        with transaction(self._engine) as connection:
            return self._organisations(connection)

    def session(self, secret: str) -> SessionItem | None:
        """Return the session or token, of whichever organisation, with the SHA-256 of its secret. It may be over."""
        self.prepare()
        sessions = tables.sessions
        query = select(sessions, logs.c.organisation).join(logs, logs.c.number == sessions.c.log)
        with transaction(self._engine) as connection:
            row = connection.execute(query.where(sessions.c.secret == secret)).first()
        return made(SessionItem, row) if row else None

    def partner(self, secret: str) -> PartnerItem | None:
        """Return the partner, of whichever organisation, with the SHA-256 of its token. It may have ended."""
        self.prepare()
        partners = tables.partners
        query = select(partners, logs.c.organisation).join(logs, logs.c.number == partners.c.log)
        with transaction(self._engine) as connection:
            row = connection.execute(query.where(partners.c.secret == secret)).first()
        return partner_of(row) if row else None

    def _organisations(self, connection: Connection) -> list[str]:
        return list(connection.scalars(select(logs.c.organisation).order_by(logs.c.number)))

    def prepare(self) -> None:
        """Create or migrate the tables, and make the views again where this version has others."""
        if self._is_current:
            return
        with told(), self._engine.connect() as connection:
            current = _is_current(connection)
        if not current:
            with transaction(self._engine, writes=True) as connection:
                _lock(connection)
                _migrate(connection)
                self._rebuild(connection)
        self._is_current = True

    def rebuild(self) -> int:
        """Drop the views, make them again from the logs, and return how many entries were read."""
        self.prepare()
        with transaction(self._engine, writes=True) as connection:
            _lock(connection)
            return self._rebuild(connection)

    def rekey(self, vault_key: bytes) -> int:
        """Seal all contents with another key, wholly or not at all, and return how many there are.

        The views are made again, since people are found by digests that the key makes. No other process may have the
        store open: it would go on with the old key.
        """
        self.prepare()
        old, self._sealer = self._sealer, Sealer(vault_key)
        try:
            with transaction(self._engine, writes=True) as connection:
                _lock(connection)
                done = reseal(connection, old, self._sealer)
                self._rebuild(connection)
        except BaseException:
            self._sealer = old
            raise
        self._scrub()
        return done

    def backup(self, out: BinaryIO) -> backups.Manifest:
        """Write a backup of one state of everything, and return what it holds."""
        self.prepare()
        with transaction(self._engine) as connection:
            return backups.write(connection, SCHEMA, out)

    def restore(self, file: BinaryIO) -> list[Report]:
        """Restore a backup into an empty store, check every log, and return the reports.

        Raises StoreError, and leaves the store empty, where a log does not check out.
        """
        self.prepare()
        with transaction(self._engine, writes=True) as connection:
            _lock(connection)
            backups.restore(connection, SCHEMA, file)
            self._rebuild(connection)
            readers = [Reader(connection, name, self._sealer, self._now()) for name in self._organisations(connection)]
            reports = [reader.verify([parse(text)[0] for text in reader.log.heads()]) for reader in readers]
            for report in reports:
                if report.broken:
                    where = f"{report.broken[0].code} at {report.broken[0].seq}"
                    raise StoreError(
                        say("%(log)s in the backup is broken: %(where)s", log=report.log, where=where),
                        say("Take an older backup."),
                    )
        return reports

    def _rebuild(self, connection: Connection) -> int:
        tables.metadata.drop_all(connection)
        tables.metadata.create_all(connection)
        _set(connection, _VIEWS, tables.VERSION)
        done = analysed = 0
        for organisation in self._organisations(connection):
            reader = Reader(connection, organisation, self._sealer, self._now())
            _begin_views(connection, reader.log.number)
            envelopes = reader.log.read()
            while part := list(islice(envelopes, _CHUNK)):
                apply(connection, reader.log, reader.vault, reader._key, part)  # noqa: SLF001 - own module
                done += len(part)
                if connection.dialect.name == "postgresql" and done >= 2 * analysed:
                    # Without fresh counts of rows it would scan the growing tables instead of using their indexes.
                    connection.exec_driver_sql("ANALYZE")
                    analysed = done
        connection.exec_driver_sql("ANALYZE")
        return done

    def _scrub(self) -> None:
        """Overwrite what was deleted where the database would keep it for a while: its own log, dead rows."""
        with told(), self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            if self._engine.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            else:
                connection.exec_driver_sql("VACUUM vault")


def _begin_views(connection: Connection, log: int) -> None:
    connection.execute(insert(tables.progress).values(log=log, applied=0))


def _lock(connection: Connection) -> None:
    """Hold off every other process of this node; SQLite's transaction has done so already."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7283467)")


def _is_current(connection: Connection) -> bool:
    names = set(inspect(connection).get_table_names())
    if not {"alembic_version", "settings"} <= names:
        return False
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found is not None and found > SCHEMA:
        raise StoreError(say("the store was made by a newer version of Tocsin"), say("Update Tocsin."))
    return found == SCHEMA and _get(connection, _VIEWS) == tables.VERSION


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("tocsin.store") / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if _get(connection, _INDEX_SECRET) is None:
        _set(connection, _INDEX_SECRET, os.urandom(32).hex())


def _index_secret(connection: Connection) -> bytes:
    if (found := _get(connection, _INDEX_SECRET)) is None:
        raise LogError(say("the store has lost a setting"), say("Restore it from a backup."))
    return bytes.fromhex(found)


def _get(connection: Connection, name: str) -> str | None:
    found = connection.scalar(select(settings.c.value).where(settings.c.name == name))
    return None if found is None else str(found)


def _set(connection: Connection, name: str, value: str) -> None:
    connection.execute(delete(settings).where(settings.c.name == name))
    connection.execute(insert(settings).values(name=name, value=value))
