"""A console that is really served, on this machine only, and a real browser before it."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tocsin import bootstrap
from tocsin.app import access, invitations, log, people
from tocsin.app.access import Access
from tocsin.app.identify import Judge
from tocsin.app.ports import Provider
from tocsin.model.actor import Opened
from tocsin.model.event import Draft, RoleGiven
from tocsin.model.people import Role
from tocsin.model.profile import Kind, Person
from tocsin.net.keys import SigningKey
from tocsin.store.store import Store
from tocsin.web.app import create
from tocsin.web.node import Node

SCREENS = Path(__file__).parents[3] / "out" / "screens"
"""Where screenshots are kept: as artefacts of CI, and for people to look at."""
OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@dataclass(frozen=True)
class Console:
    """A running console."""

    node: Node

    @property
    def origin(self) -> str:
        return self.node.origin

    def begin(self, organisation: str, name: str, kind: Kind = Kind.CAMPAIGN) -> None:
        """Begin an organisation."""
        log.begin(self.terminal(organisation), name, kind)

    def terminal(self, organisation: str) -> Access:
        """Enter as whoever sits at the node's terminal."""
        return access.enter(self.node.store, access.node(organisation), self.node.clock, self.node.chance)

    def let_in(self, organisation: str, name: str, address: str, *roles: Role) -> tuple[str, Opened]:
        """Add a person with roles, and an invitation; return their id and what they come in by."""
        terminal = self.terminal(organisation)
        person = people.add_person(terminal, Person(name, (address,)))
        with self.node.store.write(organisation) as writer:
            writer.append(*(Draft(RoleGiven(person, role), "node") for role in roles))
        return person, invitations.invite(terminal, person)


@cache
def judge() -> Judge:
    """The judge, compiled once."""
    return bootstrap.make_judge()


@contextmanager
def serving(folder: Path, provider: Callable[[str], Provider] | None = None) -> Iterator[Console]:
    """Serve a console on a store of its own, perhaps with an OpenID provider, which has to know its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    origin = f"http://localhost:{port}"
    store = Store(f"sqlite:///{folder / 'tocsin.db'}", b"k" * 32, lambda: datetime.now(UTC))
    key = SigningKey(b"s" * 32)
    node = Node(
        store, bootstrap.now, bootstrap.make_chance(), bootstrap.make_passwords(),
        bootstrap.make_passkeys("localhost", origin), key, origin, key.derived(b"forms").hex(), judge(),
        bootstrap.make_ocr(), bootstrap.make_account_reader(), provider(origin) if provider else None,
    )  # fmt: skip
    server = bootstrap.make_server(create(node), "127.0.0.1", port)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield Console(node)
    finally:
        server.should_exit = True
        thread.join(10)
        store.close()


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
        yield started
        started.close()


def context(started: Browser, language: str = "en", width: int = 1280, *, scripts: bool = True) -> BrowserContext:
    """Return a window of somebody who reads a language."""
    locale = {"en": "en-GB", "ar": "ar"}[language]
    return started.new_context(
        locale=locale, viewport={"width": width, "height": 900}, java_script_enabled=scripts, timezone_id="UTC"
    )


def with_authenticator(page: Page) -> Page:
    """Give a page an authenticator that makes passkeys without anybody touching it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                "isUserVerified": True, "automaticPresenceSimulation": True,
            }
        },
    )  # fmt: skip
    return page


@contextmanager
def unharmed(window: BrowserContext, origin: str) -> Iterator[Page]:
    """Return a page that is watched: in the end no dialog was shown and nothing was asked for but from the console."""
    page = window.new_page()
    elsewhere: list[str] = []
    dialogs: list[str] = []
    page.on("request", lambda one: None if one.url.startswith(f"{origin}/") else elsewhere.append(one.url))
    page.on("dialog", lambda one: dialogs.append(one.message))
    yield page
    page.wait_for_timeout(200)
    assert not elsewhere
    assert not dialogs
    window.close()


def assert_unharmed(page: Page, where: str) -> None:
    """Nothing of the page has run (`window.ran`), and nothing stands in it that mail or a name brought."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.mouse.move(300, 300)
    assert page.evaluate("window.ran") is None, where
    assert page.locator("main :is(script, iframe, object, embed, img, style, meta, base, math)").count() == 0, where
    assert page.locator("main :is(a[href^='http'], a[href^='javascript'], [style], [onclick])").count() == 0, where
    assert page.locator("main form:not([action^='/'])").count() == 0, where


def shoot(page: Page, name: str) -> None:
    """Keep a screenshot."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENS / f"{name}.png", full_page=True)
