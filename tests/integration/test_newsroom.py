"""A newsroom's scan writes nothing to disk: the system itself is told to refuse every write to a file."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tocsin.bootstrap import make_engine
from tocsin.model.error import InputError
from tocsin.model.limits import Limits
from tocsin.net.sources import Sources

LETTER = (
    b"From: Otto <otto@home.test>\nTo: desk@paper.example\nSubject: papers\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\n"
)
SCAN = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
from tocsin.cli.main import run
run()
"""


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """An archive in an archive, whose members are larger than what is otherwise kept in memory."""
    inner, outer = io.BytesIO(), tmp_path / "mail.zip"
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_STORED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.eml", LETTER + os.urandom(5_000_000).hex().encode())
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("inner.zip", inner.getvalue())
    return outer


def _scan(mail: Path, kind: str, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    make_engine()  # the compiled phrases lie in the cache, which nobody's mail is in
    profile = mail.with_name(f"{kind}.toml")
    profile.write_text(f'[organisation]\nname = "Paper"\nkind = "{kind}"\ndomains = ["paper.example"]\n')
    command = [sys.executable, "-c", SCAN, "scan", *arguments, "--profile", str(profile), "--format", "jsonl"]
    return subprocess.run(command, input=stdin, capture_output=True, check=False)


def test_an_archive_in_an_archive_is_held_in_memory(mail: Path) -> None:
    done = _scan(mail, "newsroom", str(mail))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["verdict"] is not None for row in rows] == [True] * 3, done.stderr.decode()


def test_standard_input_is_held_in_memory(mail: Path) -> None:
    done = _scan(mail, "newsroom", "-", stdin=mail.read_bytes())
    assert len(done.stdout.splitlines()) == 3, done.stderr.decode()


def test_the_refusal_of_the_system_would_be_noticed(mail: Path) -> None:
    done = _scan(mail, "ngo", str(mail))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"temporary" in done.stderr


def test_what_is_too_large_for_memory_is_not_read_and_told(mail: Path) -> None:
    with Sources([str(mail)], Limits(max_memory_bytes=1_000_000), in_memory=True) as sources:
        (only,) = sources.open()
    assert (only.path.rpartition("/")[2], getattr(only, "code", "")) == ("inner.zip", "over-limit")


def test_too_large_a_pipe_is_refused_with_a_hint() -> None:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as stream, os.fdopen(writer, "wb") as end:
        end.write(LETTER)
        end.close()
        with pytest.raises(InputError) as caught, Sources(["-"], Limits(max_memory_bytes=10), stream, in_memory=True):
            pass
    assert "newsroom" in str(caught.value.hint)
