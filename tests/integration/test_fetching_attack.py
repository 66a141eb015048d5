"""A release of ATT&CK fetched from a server, as `tocsin knowledge load --download` does."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.fixtures.release import bundle

from tocsin.formats import attack
from tocsin.model.error import InputError
from tocsin.net import knowledge

pytestmark = pytest.mark.enable_socket


class _Release(BaseHTTPRequestHandler):
    """Gives the release, elsewhere something else."""

    def do_GET(self) -> None:
        answers = {"/release.json": (200, bundle()), "/moved": (302, b""), "/broken": (200, b"<html>")}
        status, body = answers.get(self.path, (404, b""))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/release.json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Release) as made:
        Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()


def test_a_release_is_fetched_from_the_address_given(server: str, tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(bundle())
    assert knowledge.fetch(f"{server}/release.json") == knowledge.read(tmp_path / "one.json")


@pytest.mark.parametrize(
    ("path", "said"), [("/moved", "HTTP 302"), ("/missing", "HTTP 404"), ("/broken", "cannot be read|is no")]
)
def test_nothing_is_followed_and_what_is_no_release_is_refused(server: str, path: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        knowledge.fetch(server + path)


def test_a_release_that_is_too_large_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attack, "LARGEST", 10)
    with pytest.raises(InputError, match="MB"):
        knowledge.fetch(f"{server}/release.json")


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(InputError, match="ConnectError"):
        knowledge.fetch("http://127.0.0.1:9/release.json")
