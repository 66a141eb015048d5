from __future__ import annotations

import errno
import os
import threading
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


def _refused(path: Path) -> None:
    with target(path) as out:
        out.write(b"half")
        assert not path.exists() or path.read_bytes() == b"old"
        raise ValueError("refused")


def test_a_refusal_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.zip"
    path.write_bytes(b"old")
    for there in (path, tmp_path / "none.zip"):
        with pytest.raises(ValueError, match="refused"):
            _refused(there)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_takes_a_place_keeps_its_mode_and_the_link_to_it(tmp_path: Path) -> None:
    path, link = tmp_path / "out.txt", tmp_path / "link"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    with target(link) as out:
        out.write(b"new")
    assert (link.is_symlink(), path.read_bytes(), path.stat().st_mode & 0o777) == (True, b"new", 0o640)
    with target(tmp_path / "fresh") as out:
        out.write(b"x")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "fresh").stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_file_that_is_mounted_by_itself_is_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"something longer")

    def busy(*_: object) -> None:
        raise OSError(errno.EBUSY, "busy")

    monkeypatch.setattr(Path, "replace", busy)
    with target(path) as out:
        out.write(b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_pipe_is_written_into_and_stays_one(tmp_path: Path) -> None:
    pipe, came = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: came.append(pipe.read_bytes()))
    reader.start()
    with target(pipe) as out:
        out.write(b"through")
    reader.join(20)
    assert came == [b"through"]
    assert pipe.is_fifo()


def test_standard_output_is_written_into_by_its_name_too(tmp_path: Path) -> None:
    with (tmp_path / "redirected").open("wb") as file, target(Path(f"/dev/fd/{file.fileno()}")) as out:
        out.write(b"x")
    assert list(tmp_path.iterdir()) == [tmp_path / "redirected"]
    assert (tmp_path / "redirected").read_bytes() == b"x"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to every file, whatever its mode")
def test_what_is_not_to_be_written_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"kept")
    path.chmod(0o444)
    with pytest.raises(OutputError, match="cannot be written"), target(path):
        pass
    assert path.read_bytes() == b"kept"
