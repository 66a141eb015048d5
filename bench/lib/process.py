"""Child processes of a benchmark: started on loopback, watched, and always ended by their own id."""

from __future__ import annotations

import contextlib
import os
import platform
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


class PeerError(Exception):
    """A peer is absent or does not answer; the text is what the table says instead of figures."""


def brief(said: str) -> str:
    """The last line of an error output, folders left out, so that it can stand in a published result."""
    lines = said.strip().splitlines() or ["nothing was said"]
    return re.sub(r"(?:/[^\s/:'\"]+)+/", "", lines[-1].strip())[:200]


def free_port() -> int:
    """A TCP port of the loopback interface that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def server(command: Sequence[str], log: Path, ready: Callable[[], bool], seconds: float = 60) -> Iterator[int]:
    """Runs a server until the block is left; yields its process id once `ready` says it answers.

    Raises PeerError when it ends early or is not ready in time.
    """
    with log.open("wb") as out:
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        _wait(child, ready, seconds, log)
        yield child.pid
    finally:
        stop(child)


def _wait(child: subprocess.Popen[bytes], ready: Callable[[], bool], seconds: float, log: Path) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if child.poll() is not None:
            raise PeerError(f"ended with {child.returncode}: {brief(log.read_text(errors='replace'))}")
        with contextlib.suppress(OSError):
            if ready():
                return
        time.sleep(0.1)
    raise PeerError(f"not ready within {seconds:.0f} s")


def stop(child: subprocess.Popen[bytes]) -> None:
    """Ends a child that leads its own session: asks first, then kills what is left of its process group."""
    if child.poll() is None:
        child.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(10)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait(10)


def tree(root: int) -> list[int]:
    """The process and all its descendants that are alive."""
    children: dict[int, list[int]] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found, todo = [], [root]
    while todo:
        process = todo.pop()
        found.append(process)
        todo += children.get(process, [])
    return found


def _stat(process: int) -> list[str]:
    try:
        return (_PROC / str(process) / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def cpu_seconds(root: int) -> float:
    """User and system time of the process tree so far, ended children that were waited for included."""
    total = 0
    for process in tree(root):
        fields = _stat(process)
        total += sum(int(item) for item in fields[11:15])
    return total / _TICK


def memory_mb(root: int) -> tuple[float, float]:
    """Resident and, of that, anonymous memory of the process tree in MB (1e6 bytes); shared pages count in each."""
    resident = anonymous = 0
    for process in tree(root):
        try:
            lines = (_PROC / str(process) / "status").read_text().splitlines()
        except OSError:
            continue
        values = {line.split(":")[0]: line.split() for line in lines}
        resident += int(values["VmRSS"][1]) if "VmRSS" in values else 0
        anonymous += int(values["RssAnon"][1]) if "RssAnon" in values else 0
    return resident * 1024 / 1e6, anonymous * 1024 / 1e6


def machine() -> dict[str, str | int]:
    """What the figures were measured on."""
    model = "unknown"
    with contextlib.suppress(OSError):
        lines = (_PROC / "cpuinfo").read_text().splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
    return {
        "system": platform.system(), "machine": platform.machine(), "cpu": model,
        "cores": os.cpu_count() or 0, "python": platform.python_version(),
    }  # fmt: skip
