from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.cli.output import prepare, target
from tocsin.model.error import OutputError

FULL = Path("/dev/full")


def test_folders_are_made_and_what_was_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "out.txt"
    for text in (b"a longer first text", b"second"):
        with target(path) as out:
            out.write(text)
    assert path.read_bytes() == b"second"


def test_looking_whether_it_can_be_written_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"kept")
    prepare(path)
    prepare(tmp_path / "none.txt")
    prepare(None)
    assert path.read_bytes() == b"kept"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match=r"file/out\.txt cannot be written"):
        prepare(tmp_path / "file" / "out.txt")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_told_too() -> None:
    with pytest.raises(OutputError, match="no room left"), target(FULL) as out:
        out.write(b"x")


def test_a_reader_that_stopped_is_no_fault_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), target(tmp_path / "out.txt"):
        raise BrokenPipeError
