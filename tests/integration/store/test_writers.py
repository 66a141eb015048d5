"""The log under two writers, under kill -9 and on a full disk, on both databases."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from tests.conftest import Clock
from tests.fixtures import postgres as pg
from tests.real import needs

from tocsin.model.event import MailJudged
from tocsin.store.store import Store

ROOT = Path(__file__).resolve().parents[3]
KILLS = 200
ROOM = 4_000_000
"""Bytes that a file may grow beyond what the empty store takes."""


def _start(url: str, name: str, batches: int = 0, padding: int = 0, limit: int | None = None) -> subprocess.Popen[str]:
    """Start a writer and wait until it is ready to be told to write."""
    limited = ["prlimit", f"--fsize={limit}"] if limit else []
    command = [sys.executable, "-m", "tests.integration.store.writer", url, name, str(batches), str(padding)]
    pipe = subprocess.PIPE
    writer = subprocess.Popen([*limited, *command], cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    return writer


def _go(*writers: subprocess.Popen[str]) -> None:
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()


def _sound(store: Store, acknowledged: set[str]) -> None:
    """The chain holds, and everything that was acknowledged is in the log and in the views."""
    with store.read("harbour") as reader:
        report = reader.verify([])
        assert report.broken == ()
        there = {entry.event.message for entry in reader.log.read() if isinstance(entry.event, MailJudged)}
        assert acknowledged <= there
        assert report.size == len(there)
        for message in sorted(acknowledged)[:: max(1, len(acknowledged) // 50)]:
            item = reader.views.message(message)
            assert item is not None
            assert item.record is not None
            assert reader.vault.get(item.record)


def test_processes_that_write_at_once_lose_nothing_and_do_not_fork_the_chain(store: Store, url: str) -> None:
    writers = [_start(url, name, 40) for name in ("a", "b", "c")]
    _go(*writers)
    acknowledged: set[str] = set()
    for writer in writers:
        out, error = writer.communicate(timeout=120)
        assert writer.returncode == 0, error
        acknowledged |= set(out.split())
    assert len(acknowledged) == 3 * 100
    _sound(store, acknowledged)
    with store.read("harbour") as reader:
        order = [entry.event.message[0] for entry in reader.log.read() if isinstance(entry.event, MailJudged)]
    assert sum(one != two for one, two in pairwise(order)) > 2, "they did not write at once"


def test_kill_9_loses_nothing_that_was_acknowledged(store: Store, url: str) -> None:
    """200 writers are killed while they write; the whole store is looked at after every 20."""
    command = [sys.executable, "-m", "tests.integration.store.killed", url, "20261127"]
    acknowledged: set[str] = set()
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as killing:
        assert killing.stdin is not None
        assert killing.stdout is not None
        for _ in range(KILLS // 20):
            killing.stdin.write("20\n")
            killing.stdin.flush()
            acknowledged |= set(killing.stdout.readline().split())
            _sound(store, acknowledged)
        killing.stdin.close()
        assert killing.wait(60) == 0
    names = {message.partition("-")[0] for message in acknowledged}
    assert len(names) == KILLS, "each was killed after it had begun to write"
    assert len(acknowledged) > 3 * KILLS


def test_a_full_disk_under_sqlite_is_told_and_breaks_nothing(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "tocsin.db"
    url = f"sqlite:///{file}"
    store = Store(url, b"k" * 32, clock)
    store.begin("harbour")
    _fill(store, _start(url, "f", padding=20_000, limit=ROOM + sum(one.stat().st_size for one in tmp_path.iterdir())))
    store.close()


@pytest.fixture
def small() -> Iterator[pg.Postgres]:
    """A cluster none of whose files can grow beyond a segment of its write-ahead log, and a little."""
    needs("postgresql")
    with pg.running(limit=17_000_000) as server:
        yield server


@pytest.mark.real
def test_a_full_disk_under_postgresql_is_told_and_breaks_nothing(small: pg.Postgres, clock: Clock) -> None:
    with small.database() as url:
        store = Store(url, b"k" * 32, clock)
        store.begin("harbour")
        _fill(store, _start(url, "f", padding=150_000))
        store.close()


def _fill(store: Store, writer: subprocess.Popen[str]) -> None:
    _go(writer)
    out, error = writer.communicate(timeout=200)
    assert writer.returncode == 2, error
    assert "the store failed" in error
    assert "Make room" in error
    assert "Traceback" not in error
    acknowledged = set(out.split())
    assert len(acknowledged) > 50
    _sound(store, acknowledged)
