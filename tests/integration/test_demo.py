"""`make demo`: the console on the example organisation, with a terminal and without."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from scripts import demo

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.enable_socket
LINK = re.compile(r"(http://localhost:(\d+))/come-in\?organisation=(org-[0-9a-f]+)#(\S+)")


def command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "scripts.demo", str(folder)]


@contextmanager
def taken() -> Iterator[None]:
    """The usual port, in use: by us, or by somebody else on this machine already."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            other.bind(("127.0.0.1", demo.PORT))
            other.listen()
        except OSError:
            pass
        yield


def test_without_a_terminal_it_looks_at_every_page_and_stops(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "left-over").write_text("of another time", "ascii")
    with taken():
        done = subprocess.run(command(folder), cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=250, check=False)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "looked at 19 pages in two languages, and stopped" in done.stdout
    link = LINK.search(done.stdout)
    assert link
    port = int(link[2])
    assert port != demo.PORT
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), 2)
    assert not (folder / "left-over").exists()
    assert (folder / "tocsin.db").exists()
    said = (folder / "console.log").read_text("utf-8")
    assert '"status": 500' not in said
    assert "Traceback" not in said


def _read_until(terminal: int, wanted: str, seconds: float) -> str:
    said, until = "", time.monotonic() + seconds
    while wanted not in said and time.monotonic() < until:
        if select.select([terminal], [], [], 1.0)[0]:
            try:
                said += os.read(terminal, 65_536).decode("utf-8", "replace")
            except OSError:  # the other end has closed it
                break
    return said


def test_at_a_terminal_it_runs_until_ctrl_c(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    running = subprocess.Popen(command(tmp_path / "demo"), cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    try:
        said = _read_until(ours, "Ctrl-C ends it", 250)
        link = LINK.search(said)
        assert link, said
        assert "<form" in demo.Browser(link[1]).get(f"/come-in?organisation={link[3]}")
        running.send_signal(signal.SIGINT)
        said = _read_until(ours, "Ended.", 30)
        assert "Ended. The store is in" in said
        assert running.wait(20) == 0
    finally:
        running.kill()
        running.wait()
        os.close(ours)
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", int(link[2])), 2)


@pytest.mark.parametrize("missing", ["attack", "invitation"])
def test_what_a_page_does_not_show_fails_the_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """Nobody has worked on it, or the invitation that is printed does not let anybody in."""
    monkeypatch.setattr(demo.Demo, "work", lambda self: setattr(self, "incident", "incident-none"))
    invite = demo.Demo.invite
    monkeypatch.setattr(demo.Demo, "invite", lambda self, who: "no" if missing == "invitation" else invite(self, who))
    monkeypatch.setattr(sys, "argv", ["demo", str(tmp_path / "demo")])
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    for name in [name for name in os.environ if name.startswith("TOCSIN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TOCSIN_HOME", str(tmp_path))
    monkeypatch.setenv("TOCSIN_LANG", "en")
    with pytest.raises(SystemExit) as ended:
        demo.main()
    assert ended.value.code == 1
