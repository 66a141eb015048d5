"""One server for each database, for all tests of a file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from pytest_socket import enable_socket
from tests.conftest import DATABASES
from tests.integration.taxii.place import Place, serving


@pytest.fixture(autouse=True)
def _loopback() -> None:
    enable_socket()


@pytest.fixture(scope="module", params=DATABASES)
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    enable_socket()
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("taxii")
        shutil.copy(request.getfixturevalue("prepared"), folder / "tocsin.db")
        with serving(f"sqlite:///{folder / 'tocsin.db'}") as running:
            yield running
        return
    like = request.getfixturevalue("prepared_there")
    with request.getfixturevalue("postgres").database(like) as address, serving(address) as running:
        yield running
