from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import update
from tests.conftest import Clock
from tests.fixtures import postgres as pg
from tests.fixtures.events import beginning, judged
from tests.property.test_views import rows

from tocsin.app.parts import heads as logs
from tocsin.model.error import StoreError
from tocsin.net.keys import SigningKey
from tocsin.store.engine import open_engine, transaction
from tocsin.store.schema import entries, metadata
from tocsin.store.store import Store


def _fill(store: Store) -> None:
    with store.write("harbour") as writer:
        beginning(writer)
        writer.append(*(judged(writer, f"m-{number}") for number in range(600)))
        logs.sign_head(writer, SigningKey(b"s" * 32), "node")


def _backup(store: Store) -> io.BytesIO:
    out = io.BytesIO()
    store.backup(out)
    return out


def test_what_was_backed_up_is_restored_whole(store: Store, url: str, tmp_path: Path, clock: Clock) -> None:
    """From either database into SQLite: tables and views are the same rows."""
    _fill(store)
    target = f"sqlite:///{tmp_path / 'restored.db'}"
    other = Store(target, b"k" * 32, clock)
    (report,) = other.restore(_backup(store))
    assert (report.size, report.heads, report.broken) == (606, 1, ())
    assert rows(target) == rows(url)
    assert _truth(target) == _truth(url)
    with other.write("harbour") as writer:
        writer.append(judged(writer, "m-after"))
        assert not writer.verify([]).broken
    other.begin("quay")
    other.close()


def _truth(url: str) -> dict[str, list[tuple[object, ...]]]:
    engine = open_engine(url)
    with transaction(engine) as connection:
        found = {
            table.name: [tuple(row) for row in connection.execute(table.select().order_by(*table.primary_key))]
            for table in metadata.tables.values()
        }
    engine.dispose()
    return found


@pytest.mark.real
def test_a_backup_moves_from_sqlite_to_postgresql(tmp_path: Path, clock: Clock, postgres: pg.Postgres) -> None:
    store = Store(f"sqlite:///{tmp_path / 'a.db'}", b"k" * 32, clock)
    store.begin("harbour")
    _fill(store)
    with postgres.database() as url:
        other = Store(url, b"k" * 32, clock)
        (report,) = other.restore(_backup(store))
        assert report.size == 606
        other.begin("quay")
        other.close()
    store.close()


def test_a_broken_log_is_not_restored(store: Store, url: str, tmp_path: Path, clock: Clock) -> None:
    _fill(store)
    engine = open_engine(url)
    with transaction(engine, writes=True) as connection:
        row = connection.scalar(entries.select().with_only_columns(entries.c.bytes).where(entries.c.seq == 8))
        assert row is not None
        changed = bytes(row).replace(b"0.9", b"0.1")
        connection.execute(update(entries).where(entries.c.seq == 8).values(bytes=changed))
    engine.dispose()
    other = Store(f"sqlite:///{tmp_path / 'restored.db'}", b"k" * 32, clock)
    with pytest.raises(StoreError, match="broken: altered at 8"):
        other.restore(_backup(store))
    assert other.organisations() == []
    other.close()


@pytest.mark.parametrize("damage", ["cut", "no zip", "other format", "frame"])
def test_a_damaged_backup_is_refused(tmp_path: Path, clock: Clock, damage: str) -> None:
    store = Store(f"sqlite:///{tmp_path / 'a.db'}", b"k" * 32, clock)
    store.begin("harbour")
    _fill(store)
    raw = _backup(store).getvalue()
    out = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(raw))
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if damage == "other format" and name == "manifest.json":
                content = content.replace(b"tocsin-backup/1", b"tocsin-backup/9")
            if damage == "frame" and name == "rows/entries":
                content = content[:-5]
            target.writestr(name, content)
    damaged = {"cut": raw[: len(raw) // 2], "no zip": b"hello"}.get(damage, out.getvalue())
    other = Store(f"sqlite:///{tmp_path / 'b.db'}", b"k" * 32, clock)
    with pytest.raises(StoreError):
        other.restore(io.BytesIO(damaged))
    assert other.organisations() == []
    other.close()
    store.close()
