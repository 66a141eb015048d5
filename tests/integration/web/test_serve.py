"""`tocsin serve` as it is started: a process of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from tocsin import bootstrap
from tocsin.cli.main import main
from tocsin.net.keys import load_key
from tocsin.store.store import Store

MAIL = b"From: a@harbour.example\r\nTo: b@harbour.example\r\nSubject: Minutes\r\n\r\nAs agreed.\r\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOCSIN_HOME", str(tmp_path / "node"))
    done = CliRunner().invoke(main, ["store", "init", "--name", "Harbour (synthetic)", "--kind", "campaign"])
    assert done.exit_code == 0, done.output
    return tmp_path / "node"


def _last_week() -> datetime:
    return datetime.now(UTC) - timedelta(days=7)


@contextmanager
def _served(*options: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = "from tocsin.cli.main import run; run()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "serve", "--port", str(port), *options],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=dict(os.environ),
    ) as process:  # fmt: skip
        try:
            until = time.monotonic() + 60
            while time.monotonic() < until and process.poll() is None:
                try:
                    httpx.get(f"http://127.0.0.1:{port}/health")
                    break
                except httpx.TransportError:
                    time.sleep(0.2)
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.terminate()
            process.communicate(timeout=20)


def _lines(process: subprocess.Popen[bytes]) -> list[dict[str, object]]:
    """What it wrote until it ended: each line is JSON."""
    process.send_signal(signal.SIGTERM)
    assert process.stderr
    errors = process.stderr.read()
    assert process.wait(20) == 128 + signal.SIGTERM
    return [json.loads(line) for line in errors.decode().splitlines() if line]


def test_it_deletes_what_has_had_its_time_says_so_and_ends_when_told(home: Path) -> None:
    past = Store(f"sqlite:///{home / 'tocsin.db'}", load_key(home / "vault.key", "X"), _last_week)
    with past.write(past.organisations()[0]) as writer:
        ref = writer.keep(MAIL, writer.now + timedelta(days=3))
    past.close()
    with _served() as (origin, process):
        assert httpx.get(f"{origin}/ready").text == "ok"
        said = _lines(process)
    done = [one for one in said if one["event"] == "daily work done"]
    assert [one["expired"] for one in done] == [1]
    store = bootstrap.make_store()
    with store.read(store.organisations()[0]) as reader:
        assert reader.vault.get(ref) is None
    store.close()


def test_only_a_proxy_that_is_configured_says_who_calls(home: Path) -> None:
    """Twenty a minute from one address: by the word of the proxy where one stands before it, else by the socket."""
    for options, last in (((), 429), (("--origin", "https://console.example"), 404)):
        with _served(*options) as (origin, _), httpx.Client(base_url=origin) as client:
            said = [
                client.get("/sign-in/oidc/back", headers={"x-forwarded-for": f"192.0.2.{number}"}).status_code
                for number in range(21)
            ]
        assert said == [404] * 20 + [last]


@pytest.mark.parametrize(
    "options",
    [
        ["--host", "0.0.0.0"],
        ["--host", "::"],
        ["--host", "192.0.2.1"],
        ["--host", "console.example"],
        ["--host", "0.0.0.0", "--origin", "http://localhost:8180"],
        ["--origin", "http://console.example"],
    ],
)
def test_it_does_not_listen_for_others_without_https(home: Path, options: list[str]) -> None:
    done = CliRunner().invoke(main, ["serve", *options], prog_name="tocsin")
    assert done.exit_code != 0
    said = f"{done.output} {done.exception}"
    assert "unprotected" in said
