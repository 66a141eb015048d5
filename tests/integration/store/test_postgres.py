"""The PostgreSQL of the tests ends with them, also where they are killed."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.real import needs

ROOT = Path(__file__).parents[3]
WORK = """
import time
from tests.fixtures import postgres
with postgres.running("fsync=off") as server:
    print(server.folder, flush=True)
    time.sleep(600)
"""


def _alive(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.real
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_it_ends_with_whoever_started_it(end: signal.Signals) -> None:
    needs("postgresql")
    work = subprocess.Popen([sys.executable, "-c", WORK], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert work.stdout
    folder = Path(work.stdout.readline().strip())
    try:
        pid = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        assert _alive(pid)
        assert children, "its own processes"
        work.send_signal(end)
        work.wait(20)
        until = time.monotonic() + 20
        while any(_alive(one) for one in (pid, *map(int, children))) and time.monotonic() < until:
            time.sleep(0.05)
        assert not any(_alive(one) for one in (pid, *map(int, children)))
        while folder.exists() and time.monotonic() < until:
            time.sleep(0.05)
        assert not folder.exists(), "nothing is left of it"
    finally:
        work.kill()
        work.wait()
        work.stdout.close()
        shutil.rmtree(folder, ignore_errors=True)
