"""What a stranger can make the server do: over a plain socket, so that nothing is sent that the test does not send."""

from __future__ import annotations

import re
import secrets
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from tests.integration.web.conftest import Desk, signed_in
from tests.integration.web.console import Console, serving

from tocsin.app import sessions
from tocsin.app.access import recognise
from tocsin.model.people import Role
from tocsin.web import security
from tocsin.web.api import HANDLERS
from tocsin.web.pages import PAGES


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Console]:
    """A console whose limits nothing else has used."""
    with serving(tmp_path) as running:
        running.begin("harbour", "Harbour Campaign (synthetic)")
        yield running


def _answered(origin: str, path: str, headers: dict[str, str], size: int = security.LARGEST_MAIL) -> int:
    """Announce a body, send nothing of it, and return the status of the answer; 0 where the server waits for it."""
    parts = urlsplit(origin)
    lines = [f"POST {path} HTTP/1.1", f"host: {parts.netloc}", f"content-length: {size}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=2) as wire:
        wire.sendall("\r\n".join([*lines, "", ""]).encode())
        try:
            return int(wire.recv(64).split(b" ")[1])
        except TimeoutError:
            return 0


JSON = {"content-type": "application/json"}
FORM = {"content-type": "multipart/form-data; boundary=x"}
TYPED = {"content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize("secret", ["", "Bearer guess", "Basic eDp4", f"Bearer {'x' * 4_000}"])
def test_mail_from_nobody_is_refused_before_it_is_read(door: Console, secret: str) -> None:
    given = {"authorization": secret} if secret else {}
    assert _answered(door.origin, "/v1/messages", JSON | given) == 401
    for path in ("/upload", "/ask/file", "/queue/decide"):
        assert _answered(door.origin, path, FORM | {"cookie": f"tocsin={secret or 'x'}"}) == 401, path


def test_every_handler_that_takes_much_asks_first_who_brings_it(door: Console) -> None:
    large = {
        re.sub(r"{\w+(:\w+)?}", "x", path.replace(":int}", "}").replace("{seq}", "1"))
        for handler in (*PAGES, *HANDLERS)
        if "POST" in handler.http_methods and handler.request_max_body_size != security.LARGEST_OF_STRANGERS
        for path in handler.paths
    }
    assert {"/upload", "/ask/file", "/v1/messages"} <= large
    for path in large:
        assert _answered(door.origin, path, FORM) == 401, path


def test_who_may_not_judge_brings_no_mail_either(desk: Desk) -> None:
    console = desk.console
    secret = signed_in(console, "harbour", "Rim (synthetic)", "rim@harbour.example", Role.REPORTER)
    cookie = {"cookie": f"tocsin={secret}"}
    assert _answered(console.origin, "/upload", FORM | cookie) == 403
    assert _answered(console.origin, "/ask/file", FORM | cookie) == 0, "this they may: it waits for the mail"
    actor = recognise(console.node.store, secret, console.node.clock())
    assert actor
    token = sessions.make_token_for(console.terminal("harbour"), actor.person, "t", ["ask"], 1)
    bearer = JSON | {"authorization": f"Bearer {token.secret}"}
    assert _answered(console.origin, "/v1/messages", bearer) == 403
    assert _answered(console.origin, "/v1/messages", JSON | {"authorization": f"Bearer {desk.token}"}) == 0


def test_what_a_stranger_may_send_is_small(door: Console) -> None:
    """The guard against forged forms reads the form of a page: no more of it than the page allows."""
    for path in ("/sign-in", "/come-in", "/language"):
        assert _answered(door.origin, path, TYPED, security.LARGEST_OF_STRANGERS + 1) == 413, path
    for path in ("/sign-in/passkey", "/sign-in/passkey/new"):
        assert _answered(door.origin, path, JSON, security.LARGEST_OF_STRANGERS + 1) in (403, 413), path


def test_changing_headers_does_not_evade_the_limit(door: Console) -> None:
    """Twenty tries a minute from an address, whatever cookies and tokens it says it has."""
    with httpx.Client(base_url=door.origin) as browser:
        token = re.search(r'name="_csrf_token" value="(\w+)"', browser.get("/sign-in").text)
        assert token
        said = []
        for number in range(24):
            browser.cookies.set("tocsin", secrets.token_urlsafe(32))
            form = {"_csrf_token": token[1], "address": f"{number}@harbour.example", "password": "x", "code": "1"}
            head = {"authorization": f"Bearer {secrets.token_urlsafe(32)}", "x-forwarded-for": f"192.0.2.{number}"}
            said.append(browser.post("/sign-in", data=form, headers=head).status_code)
    assert said == [401] * 20 + [429] * 4


def test_a_session_is_counted_as_itself(desk: Desk) -> None:
    """One that asked too often stops nobody else at the same address."""
    console = desk.console
    busy, calm = (
        signed_in(console, "harbour", f"{name} (synthetic)", f"{name}@harbour.example", Role.REPORTER)
        for name in ("busy", "calm")
    )
    assert [_asked(console, busy) for _ in range(32)][-2:] == [429, 429]
    assert _asked(console, calm) == 200


def _asked(console: Console, secret: str) -> int:
    with httpx.Client(base_url=console.origin, cookies={"tocsin": secret}, timeout=30) as browser:
        token = re.search(r'name="_csrf_token" value="(\w+)"', browser.get("/me").text)
        assert token
        return browser.post("/ask", data={"_csrf_token": token[1], "text": "Hello"}).status_code
