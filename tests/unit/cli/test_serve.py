"""Starting the console."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tocsin.cli.serve import keep_scratch_in_memory


def test_what_an_upload_spills_lies_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    keep_scratch_in_memory(tmp_path)
    with tempfile.SpooledTemporaryFile(max_size=10) as spilled:
        spilled.write(b"more than ten bytes")
        assert tempfile.gettempdir() == str(tmp_path)


def test_a_system_without_such_a_folder_keeps_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    keep_scratch_in_memory(tmp_path / "not there")
    assert tempfile.gettempdir() != str(tmp_path)
