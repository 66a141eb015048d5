"""`tocsin serve` as it is started: a process of its own."""

from __future__ import annotations

import base64
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
from tocsin.app import access, people, sessions
from tocsin.cli.main import main
from tocsin.model.event import Draft, RoleGiven
from tocsin.model.people import Role
from tocsin.model.profile import Person
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
def _served(*options: str, before: str = "") -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = f"{before}\nfrom tocsin.cli.main import run; run()"
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


MARK = "velvet-harpsichord-4711"
BROKEN = """
import logging
from tocsin.app import submission
real = submission.take_in
def broken(grant, by, raws, *rest):
    if any(b"BREAK" in raw for raw in raws):
        logging.getLogger("some.library").error("cannot read %s", raws)
        raise RuntimeError(raws)
    return real(grant, by, raws, *rest)
submission.take_in = broken
"""
"""A fault of the program whose words, and those of a library, are the mail's."""


def _token() -> dict[str, str]:
    store = bootstrap.make_store()
    organisation = store.organisations()[0]
    terminal = access.enter(store, access.node(organisation), bootstrap.now, bootstrap.make_chance())
    person = people.add_person(terminal, Person("Dana Osman (synthetic)", ("dana@harbour.example",)))
    with store.write(organisation) as writer:
        writer.append(Draft(RoleGiven(person, Role.LEAD), "node"))
    made = sessions.make_token_for(terminal, person, "test", ["judge", "ask", "read-mail"], 1)
    store.close()
    return {"authorization": f"Bearer {made.secret}"}


def test_what_mail_says_is_never_in_the_servers_log_not_even_by_a_fault(home: Path) -> None:
    mail = MAIL.replace(b"Minutes", MARK.encode()).replace(b"As agreed", MARK.encode())
    head = _token()
    with (
        _served(before=BROKEN) as (origin, process),
        httpx.Client(base_url=origin, headers=head, timeout=60) as client,
    ):
        said = [
            client.post("/v1/messages", json={"raws": [base64.b64encode(raw).decode()]}).status_code
            for raw in (mail, mail + b"BREAK")
        ]
        assert said == [200, 500]
        assert client.post("/v1/questions/text", json={"text": f"Is {MARK} safe?"}).status_code == 200
        assert client.get("/v1/messages", params={"sender": f"{MARK}@quay.example"}).status_code == 200
        assert client.get(f"/v1/messages/{MARK}").status_code == 404
        lines = _lines(process)
    assert MARK not in json.dumps(lines)
    assert base64.b64encode(MARK.encode()).decode()[:20] not in json.dumps(lines)
    (fault,) = [one for one in lines if one["event"] == "fault"]
    assert fault["kind"] == "RuntimeError"
    assert "submission.py" in str(fault["where"])
    assert [one for one in lines if one["event"] == "some.library"], "the library spoke, and its words are not there"
    assert len([one for one in lines if one["event"] == "request"]) >= 5


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
