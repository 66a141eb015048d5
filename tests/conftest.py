"""What tests of several rooms share: stores on both databases."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from tests.fixtures import postgres as pg
from tests.real import needs

from tocsin.store.store import Store

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more threads only wait for one another; numpy is not loaded yet
settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")  # how fast a shared machine is proves nothing about the code
if TYPE_CHECKING:
    from tests.fixtures.actors import House

DATABASES = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.real)]


class Clock:
    """A clock that goes on by a second whenever it is asked."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture(scope="session")
def postgres() -> Iterator[pg.Postgres]:
    needs("postgresql")
    with pg.running("fsync=off") as server:
        yield server


@pytest.fixture(scope="session")
def prepared_there(postgres: pg.Postgres) -> str:
    """The same in PostgreSQL: the name of a database with all tables and nothing in them."""
    postgres.run("CREATE DATABASE prepared")
    made = Store(postgres.url("prepared"), b"k" * 32, Clock())
    made.prepare()
    made.close()
    return "prepared"


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database, of each kind in turn: empty, but with all tables for a test that has a store."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'tocsin.db'}"
        return
    like = request.getfixturevalue("prepared_there") if "store" in request.fixturenames else "template1"
    with request.getfixturevalue("postgres").database(like) as address:
        yield address


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and nothing in them, to be copied: to make them takes longer than most tests."""
    file = tmp_path_factory.mktemp("prepared") / "tocsin.db"
    made = Store(f"sqlite:///{file}", b"k" * 32, Clock())
    made.prepare()
    made.close()
    return file


@pytest.fixture
def store(url: str, clock: Clock, tmp_path: Path, prepared: Path) -> Iterator[Store]:
    """A store that seals its vault, with the log of `harbour`."""
    if url.startswith("sqlite"):
        shutil.copy(prepared, tmp_path / "tocsin.db")
    made = Store(url, b"k" * 32, clock)
    made.begin("harbour")
    yield made
    made.close()


@pytest.fixture
def house(store: Store, clock: Clock) -> House:
    """Harbour with its people, on both databases."""
    from tests.fixtures.actors import House

    return House(store, clock)
