"""A node of this test's own: without a store, with one, and with the organisation of the examples in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.cli.terminal import done

from tocsin.identify.examples import PROFILE
from tocsin.identify.profile import dump


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the node will be."""
    for name in ("TOCSIN_STORE", "TOCSIN_VAULT_KEY", "TOCSIN_SIGNING_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TOCSIN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path / "home"


@pytest.fixture
def node(home: Path) -> Path:
    """A node with an organisation that nothing is known of."""
    done("store", "init", "--name", "Harbour Campaign", "--kind", "campaign")
    return home


@pytest.fixture
def harbour(node: Path, tmp_path: Path) -> Path:
    """A node with the organisation of the examples; return a folder for files."""
    (tmp_path / "profile.toml").write_bytes(dump(PROFILE))
    assert "3 added" in done("org", "import", tmp_path / "profile.toml")
    return tmp_path
