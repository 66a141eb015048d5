"""rspamd as a peer: Debian's own configuration, network modules off, its Bayes in SQLite files where it is taught."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bench.lib.peers import WORKERS, Running, Score, Taught
from bench.lib.process import PeerError, free_port, server

_CONFIG = Path("/etc/rspamd")
_OFFLINE_MODULES = (
    "chartable", "emails", "force_actions", "forged_recipients", "http_headers", "maillist", "mid", "mime_types",
    "multimap", "once_received", "phishing", "regexp", "trie",
)  # fmt: skip
"""Modules that judge by the message alone. All others ask the network, keep state in Redis, or rewrite mail."""
_TIMEOUT = 60
_CLIENTS = 8
"""Its workers are asynchronous: while one message waits for a name server that is not there, others are scanned."""
_PASSWORD = "loopback-only"


class Rspamd:
    """rspamd over HTTP on loopback."""

    name = "rspamd"
    flag_at = 6.0
    """Action "add header" of the shipped configuration."""

    def version(self) -> str:
        """Its version. Raises PeerError when it is not installed."""
        if not _CONFIG.is_dir() or not shutil.which("rspamd"):
            raise PeerError("not installed")
        told = subprocess.run(["rspamd", "--version"], capture_output=True, text=True, timeout=20, check=False).stdout
        return told.split("version")[-1].strip().split()[0]

    @contextmanager
    def run(self, taught: Taught | None = None, seconds: float = 60) -> Iterator[Running]:
        """Runs it with WORKERS scanners; teaches it first when asked. Raises PeerError, also if not up in `seconds`.

        It compiles its patterns anew at each start, which takes some fifteen seconds.
        """
        self.version()
        scan, control = free_port(), free_port()
        with tempfile.TemporaryDirectory(prefix="tocsin-bench-rspamd-") as name:
            work = Path(name)
            folder = _configure(work, scan, control, bayes=taught is not None)
            log = work / "rspamd.log"
            with server(_command(folder), log, lambda: _ping(scan) and _ping(control), seconds) as pid:
                if taught:
                    _teach(control, taught)
                yield Running(pid, _Client(scan).score, _CLIENTS)


def _command(folder: Path) -> list[str]:
    state = str(folder.parent / "state")
    command = ["rspamd", "-f", "-c", str(folder / "rspamd.conf")]
    if os.geteuid() == 0:
        command += ["-i", "-u", "root", "-g", "root"]
    for name in ("CONFDIR", "LOCAL_CONFDIR"):
        command += ["--var", f"{name}={folder}"]
    for name in ("DBDIR", "RUNDIR", "LOGDIR"):
        command += ["--var", f"{name}={state}"]
    return command


def _configure(work: Path, scan: int, control: int, *, bayes: bool) -> Path:
    """Debian's configuration copied, with our overrides on top."""
    folder = work / "etc"
    shutil.copytree(_CONFIG, folder)
    (work / "state").mkdir()
    overrides = folder / "override.d"
    overrides.mkdir(exist_ok=True)
    for module in (folder / "modules.d").glob("*.conf"):
        if module.stem not in _OFFLINE_MODULES:
            (overrides / module.name).write_text("enabled = false;\n")
    for name, text in _overrides(scan, control).items():
        (overrides / name).write_text(text + "\n")
    statistic = _bayes(work / "state") if bayes else ""
    (folder / "statistic.conf").write_text(statistic)
    return folder


def _overrides(scan: int, control: int) -> dict[str, str]:
    return {
        "options.inc": 'filters = "chartable,regexp"; local_addrs = []; neighbours {} '
        f'dns {{ nameserver = ["127.0.0.1:{free_port()}"]; timeout = 0.1s; retransmits = 1; }}',
        "logging.inc": 'level = "error"; type = "console";',
        "phishing.conf": "openphish_enabled = false; phishtank_enabled = false; generic_service_enabled = false;",
        "headers_group.conf": 'symbols = { "DATE_IN_PAST" { weight = 0.0; } }',
        "worker-normal.inc": f'bind_socket = "127.0.0.1:{scan}"; count = {WORKERS};',
        "worker-controller.inc": f'enabled = true; bind_socket = "127.0.0.1:{control}"; '
        f'secure_ip = "127.0.0.1"; password = "{_PASSWORD}"; enable_password = "{_PASSWORD}";',
        "worker-proxy.inc": "enabled = false;",
        "worker-fuzzy.inc": "enabled = false;",
    }


def _bayes(state: Path) -> str:
    """The shipped classifier (OSB tokens, the same minima), kept in files because no Redis is run."""
    return f"""classifier "bayes" {{
  tokenizer {{ name = "osb"; }}
  cache {{ type = "sqlite3"; path = "{state}/learnt.sqlite"; }}
  min_tokens = 11; min_learns = 200; backend = "sqlite3";
  statfile {{ symbol = "BAYES_HAM"; path = "{state}/ham.sqlite"; spam = false; }}
  statfile {{ symbol = "BAYES_SPAM"; path = "{state}/spam.sqlite"; spam = true; }}
}}"""


def _ping(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/ping")
        return connection.getresponse().status == http.client.OK
    except http.client.HTTPException:
        return False
    finally:
        connection.close()


class _Client:
    """Keeps one connection a thread."""

    def __init__(self, port: int, path: str = "/checkv2") -> None:
        self._port = port
        self._path = path
        self._local = threading.local()

    def score(self, raw: bytes) -> Score:
        answer = self.post(raw)
        found = answer.get("score")
        return float(found) if isinstance(found, int | float) else None

    def post(self, raw: bytes) -> dict[str, object]:
        """The server's answer; an empty one after two failures (a kept connection may have been closed)."""
        for _ in range(2):
            try:
                return self._ask(raw)
            except (http.client.HTTPException, OSError, ValueError):
                self._drop()
        return {}

    def _ask(self, raw: bytes) -> dict[str, object]:
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_TIMEOUT)
            self._local.connection = connection
        connection.request("POST", self._path, raw, {"Password": _PASSWORD})
        answer = connection.getresponse()
        told = json.loads(answer.read())
        if answer.will_close:
            self._drop()
        return told if isinstance(told, dict) else {}

    def _drop(self) -> None:
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
        self._local.connection = None


def _teach(control: int, taught: Taught) -> None:
    for path, messages in (("/learnham", taught.ham), ("/learnspam", taught.bad)):
        learnt = _teach_class(_Client(control, path), messages)
        if learnt < len(messages) * 0.8:
            raise PeerError(f"Bayes learnt only {learnt} of {len(messages)} messages at {path}")


def _teach_class(client: _Client, messages: Sequence[bytes]) -> int:
    """How many were learnt; rspamd refuses messages with too few tokens."""
    with ThreadPoolExecutor(WORKERS) as pool:
        return sum(answer.get("success") is True for answer in pool.map(client.post, messages))
