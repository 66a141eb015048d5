from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from bench.lib.process import PeerError, brief, cpu_seconds, memory_mb, server, stop, tree


def running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_server_is_ended_with_its_children_when_the_block_is_left(tmp_path: Path) -> None:
    def ready() -> bool:
        return (tmp_path / "up").exists()

    command = ["sh", "-c", f"sleep 60 & touch {tmp_path}/up; wait"]
    with server(command, tmp_path / "log", ready) as pid:
        family = tree(pid)
        assert len(family) == 2
        assert all(map(running, family))
    end = time.monotonic() + 5
    while any(map(running, family)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(map(running, family))


def test_a_server_is_ended_when_the_block_fails(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"), server(["sleep", "60"], tmp_path / "log", lambda: True) as pid:
        raise ValueError("x")
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_server_that_ends_early_says_why(tmp_path: Path) -> None:
    never = lambda: False  # noqa: E731
    with (
        pytest.raises(PeerError, match="ended with 7: broken"),
        server(["sh", "-c", "echo broken; exit 7"], tmp_path / "log", never),
    ):
        pass


def test_a_server_that_is_never_ready_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(PeerError, match="not ready"), server(["sleep", "60"], tmp_path / "log", lambda: False, 0.2):
        pass


def test_memory_and_time_of_a_tree_are_seen() -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", "b = b'x' * 60_000_000; sum(range(3_000_000)); print(); input()"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert child.stdin
    assert child.stdout
    try:
        child.stdout.readline()
        resident, anonymous = memory_mb(child.pid)
        assert resident > anonymous > 60
        assert cpu_seconds(child.pid) > 0
    finally:
        child.stdin.close()
        child.stdout.close()
        stop(child)
    assert memory_mb(child.pid) == (0, 0)


def test_brief_is_the_last_line_without_folders() -> None:
    assert brief("first\n File '/a/b/c.py' failed: /x/y\n") == "File 'c.py' failed: y"
    assert brief("") == "nothing was said"
