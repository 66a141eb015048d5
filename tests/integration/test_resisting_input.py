"""The program, as a user without rights, over a folder that resists being read: all is told, in both languages."""

from __future__ import annotations

import atexit
import functools
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

NOBODY = 65534
MAIL = b"From: Ada <ada@sender.example>\nSubject: Lunch\n\nAt noon?\n"
AS_NOBODY = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if os.geteuid() == 0 else []
TOCSIN = [sys.executable, "-m", "tocsin.cli.main"]


@functools.cache
def cache() -> str:
    """A folder where anybody keeps what is compiled: nobody has one at home, and each run would compile it again."""
    folder = Path(tempfile.mkdtemp(prefix="tocsin-cache-"))
    folder.chmod(0o777)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return str(folder)


def tocsin(*arguments: str | bytes, language: str = "en", limit: int = 0) -> subprocess.CompletedProcess[str]:
    bound = ["prlimit", f"--fsize={limit}"] if limit else []
    environment = {
        "PATH": os.environ["PATH"], "TOCSIN_LANG": language, "PYTHONDONTWRITEBYTECODE": "1", "TOCSIN_CACHE": cache(),
    }  # fmt: skip
    command: list[str | bytes] = [*bound, *AS_NOBODY, *TOCSIN, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd="/")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder of what resists. A file of its own, since pytest's are closed to other users."""
    if os.name != "posix" or (AS_NOBODY and shutil.which("setpriv") is None):
        pytest.skip("needs setpriv (Debian package util-linux) to give up root's rights")
    if AS_NOBODY and subprocess.run([*AS_NOBODY, *TOCSIN, "--version"], capture_output=True, check=False).returncode:
        pytest.skip("this copy of the program lies where no other user may read it")
    top = Path(tempfile.mkdtemp(prefix="tocsin-resists-"))
    top.chmod(0o755)
    for name in ("shut.eml", "sound.eml", "shut/inside.eml"):
        (top / name).parent.mkdir(exist_ok=True)
        (top / name).write_bytes(MAIL)
    (top / "shut.eml").chmod(0)
    (top / "shut").chmod(0)
    (top / "loop").symlink_to(top / "loop")
    (top / "round").symlink_to(top)
    os.mkfifo(top / "pipe")
    Path(os.fsdecode(os.fsencode(top) + b"/caf\xe9.eml")).write_bytes(MAIL)
    try:
        os.mknod(top / "device", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        (top / "device").symlink_to("/dev/zero")  # only root makes devices: then it is told as a link
    yield top
    (top / "shut").chmod(0o755)
    shutil.rmtree(top)


def test_everything_in_the_folder_has_its_row(folder: Path) -> None:
    done = tocsin("scan", str(folder), "--format", "jsonl", "--jobs", "1")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    told = {row["path"].rpartition("/")[2]: row.get("problem") or row.get("verdict") for row in rows}
    device = "special-file" if stat.S_ISCHR((folder / "device").lstat().st_mode) else "link"
    assert told == {
        "caf\\xe9.eml": "clean", "sound.eml": "clean", "shut": "no-permission", "shut.eml": "no-permission",
        "loop": "link", "round": "link", "pipe": "special-file", "device": device,
    }  # fmt: skip
    assert (done.returncode, done.stderr) == (3, "")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["is not permitted", "special file"]), ("ar", ["القراءة غير مسموح بها", "ملف من نوع خاص"])],
)
def test_the_table_says_so_in_both_languages(folder: Path, language: str, words: list[str]) -> None:
    done = tocsin("scan", str(folder), "--jobs", "1", language=language)
    assert done.returncode == 3, done.stderr
    assert all(word in done.stdout for word in words), done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("name", "code"), [("loop", "io-error"), ("shut/inside.eml", "no-permission")])
def test_what_is_given_by_name_and_cannot_be_reached_is_told(folder: Path, name: str, code: str) -> None:
    done = tocsin("scan", str(folder / name), "--format", "jsonl")
    assert [json.loads(line)["problem"] for line in done.stdout.splitlines()] == [code]
    assert (done.returncode, done.stderr) == (3, "")


@pytest.mark.parametrize(("language", "words"), [("en", "where scratch files go"), ("ar", "حيث توضع الملفات المؤقتة")])
def test_a_full_disk_of_scratch_files_is_told_by_its_place(folder: Path, language: str, words: str) -> None:
    """The size that a file may have stands for the disk: SQLite's memory of the scan is the first to reach it."""
    if shutil.which("prlimit") is None:
        pytest.skip("needs prlimit (Debian package util-linux)")
    done = tocsin("scan", str(folder), "--format", "jsonl", "--jobs", "1", language=language, limit=8192)
    assert done.returncode == 2
    assert words in done.stderr
    assert tempfile.gettempdir() in done.stderr
    assert "Traceback" not in done.stderr
