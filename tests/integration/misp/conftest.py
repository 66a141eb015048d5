"""What is asked of a database here is asked of both elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of an SQLite database."""
    return f"sqlite:///{tmp_path / 'tocsin.db'}"
