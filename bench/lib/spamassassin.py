"""SpamAssassin as a peer: spamd with local tests only, its Bayes taught by sa-learn."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.lib.peers import WORKERS, Running, Score, Taught
from bench.lib.process import PeerError, brief, free_port, server

_CONFIG = Path("/etc/spamassassin")
_SEARCH = "/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin"
_ANSWER = re.compile(rb"Spam: \w+ ; (-?[\d.]+) / [\d.]+")
_TIMEOUT = 300
_TEACH_TIMEOUT = 1200


class SpamAssassin:
    """spamd over its own protocol on loopback."""

    name = "SpamAssassin"
    flag_at = 5.0
    """required_score of the shipped configuration."""

    def version(self) -> str:
        """Its version. Raises PeerError when it is not installed."""
        if not _CONFIG.is_dir():
            raise PeerError("not installed")
        told = subprocess.run([_tool("spamd"), "--version"], capture_output=True, text=True, timeout=60, check=False)
        found = re.search(r"version ([\d.]+)", told.stdout)
        return found[1] if found else "unknown"

    @contextmanager
    def run(self, taught: Taught | None = None, seconds: float = 60) -> Iterator[Running]:
        """Runs spamd with WORKERS children; taught first when asked. Raises PeerError, also if not up in `seconds`."""
        folder = tempfile.TemporaryDirectory(prefix="tocsin-bench-spamd-")
        with folder as name, _serve(Path(name), taught, seconds) as running:
            yield running


@contextmanager
def _serve(work: Path, taught: Taught | None, seconds: float) -> Iterator[Running]:
    spamd, site = _tool("spamd"), _configure(work, bayes=taught is not None)
    if taught:
        _teach(work, site, taught)
    port = free_port()
    count = str(WORKERS)
    command = [
        spamd, "--local", "--nouser-config", f"--siteconfigpath={site}", "-i", "127.0.0.1", "-p", str(port),
        "--allowed-ips=127.0.0.1", "-m", count, f"--min-children={count}", f"--min-spare={count}",
        f"--max-spare={count}", "--max-conn-per-child=100000", f"--timeout-child={_TIMEOUT}",
        "-s", str(work / "spamd.syslog"), "-r", str(work / "spamd.pid"), f"--helper-home-dir={work}",
    ]  # fmt: skip
    with server(command, work / "spamd.log", lambda: _ping(port), seconds) as pid:
        yield Running(pid, lambda raw: _score(port, raw))


def _tool(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path=_SEARCH)
    if not found:
        raise PeerError("not installed")
    return found


def _configure(work: Path, *, bayes: bool) -> Path:
    """Debian's site configuration copied, with a local.cf of ours; readable by `nobody`, whom root's spamd becomes."""
    site = work / "site"
    shutil.copytree(_CONFIG, site)
    work.chmod(0o755)
    (work / "bayes").mkdir()
    (work / "bayes").chmod(0o777)
    (site / "local.cf").write_text(
        f"use_bayes {int(bayes)}\nbayes_path {work}/bayes/b\nbayes_file_mode 0777\nbayes_auto_learn 0\n"
        "use_auto_welcomelist 0\ndns_available no\nskip_rbl_checks 1\nuse_razor2 0\nuse_pyzor 0\n"
    )
    return site


def _teach(work: Path, site: Path, taught: Taught) -> None:
    for side, messages in (("ham", taught.ham), ("spam", taught.bad)):
        folder = work / f"teach-{side}"
        folder.mkdir(mode=0o700)
        for number, raw in enumerate(messages):
            (folder / f"{number:05d}.eml").write_bytes(raw)
        command = [_tool("sa-learn"), f"--siteconfigpath={site}", f"--{side}", "--no-sync", str(folder)]
        _learn(command)
    _learn([_tool("sa-learn"), f"--siteconfigpath={site}", "--sync"])


def _learn(command: list[str]) -> None:
    told = subprocess.run(command, capture_output=True, text=True, timeout=_TEACH_TIMEOUT, check=False)
    if told.returncode:
        raise PeerError(f"sa-learn ended with {told.returncode}: {brief(told.stderr)}")


def _talk(port: int, request: bytes, seconds: float) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def _ping(port: int) -> bool:
    return b"PONG" in _talk(port, b"PING SPAMC/1.5\r\n\r\n", 5)


def _score(port: int, raw: bytes) -> Score:
    request = b"CHECK SPAMC/1.5\r\nContent-length: %d\r\n\r\n" % len(raw) + raw
    try:
        found = _ANSWER.search(_talk(port, request, _TIMEOUT))
    except OSError:
        return None
    return float(found[1]) if found else None
