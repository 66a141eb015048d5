"""A console in this process, without a server: the whole application, asked directly."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from httpx import Response
from litestar import Litestar
from litestar.testing import TestClient
from tests.conftest import Clock
from tests.fixtures.actors import House
from tests.fixtures.provider import ERRAND, Believing
from tests.unit.scan.mailboxes import make_engine

from tocsin import bootstrap
from tocsin.app import access, credentials, sessions, sign_in, submission
from tocsin.app.access import Access, enter, recognise
from tocsin.app.identify import Judge
from tocsin.app.ports import Provider
from tocsin.net.keys import SigningKey
from tocsin.store.store import Store
from tocsin.web.app import create
from tocsin.web.node import Node

ORIGIN = "http://localhost:8180"


class Unread:
    """Reads no pictures."""

    def text(self, image: bytes) -> str:
        return image.decode()


@dataclass
class Place:
    """The console of Harbour, and a browser before it."""

    node: Node
    house: House
    browser: TestClient[Litestar]
    folder: Path
    """Where its store lies."""

    def sign_in(self, person: str = "p-sami") -> str:
        """Let somebody in, and return the secret of their session."""
        stranger = enter(self.node.store, access.stranger("harbour"), self.node.clock, self.node.chance)
        opened = sign_in.by_subject(stranger, Believing(), person, ERRAND)
        self.browser.cookies.set("tocsin", opened.secret)
        return opened.secret

    def access(self, secret: str) -> Access:
        actor = recognise(self.node.store, secret, self.node.clock())
        assert actor
        return enter(self.node.store, actor, self.node.clock, self.node.chance)

    def token(self, *scopes: str) -> dict[str, str]:
        """The header of a program that acts for Sami."""
        made = sessions.make_token_for(self.house.node, "p-sami", "tests", scopes, 1)
        return {"authorization": f"Bearer {made.secret}"}

    def form(self, page: str, **given: str) -> dict[str, str]:
        """What a form of a page sends: what is given, and what shows that it is of that page."""
        found = re.search(r'name="_csrf_token" value="(\w+)"', self.browser.get(page).text)
        assert found
        return {"_csrf_token": found[1], **given}

    def bring(self, *raws: bytes, reported: bool = False) -> list[str]:
        """Have mail judged that Sami brings, and return the ids of the messages."""
        done = submission.submit(self.house.sami, self.node.judge, raws, reported=reported)
        return [one.message for one in done if one.message]

    def send(self, page: str, to: str, **given: str) -> Response:
        """Send a form of a page."""
        return self.browser.post(to, data=self.form(page, **given))


_TAGS = re.compile(r"<[^>]*>")


def read(answer: Response) -> str:
    """What somebody reads on a page: no tags, one space between words."""
    return " ".join(html.unescape(_TAGS.sub("", answer.text)).split())


@pytest.fixture
def place(tmp_path: Path, clock: Clock, prepared: Path) -> Iterator[Place]:
    shutil.copy(prepared, tmp_path)
    with _placed(tmp_path, clock, None) as made:
        yield made


@pytest.fixture
def place_with_provider(tmp_path: Path, clock: Clock, prepared: Path) -> Iterator[Place]:
    shutil.copy(prepared, tmp_path)
    with _placed(tmp_path, clock, Believing()) as made:
        yield made


_APPLICATION: list[Litestar] = []


def _application(node: Node) -> Litestar:
    """The application, put together once, on a node."""
    if not _APPLICATION:
        _APPLICATION.append(create(node))
    _APPLICATION[0].state.node = node
    return _APPLICATION[0]


@contextmanager
def _placed(folder: Path, clock: Clock, provider: Provider | None) -> Iterator[Place]:
    store = Store(f"sqlite:///{folder / 'tocsin.db'}", b"k" * 32, clock)
    store.begin("harbour")
    house = House(store, clock)
    for name in ("dana", "sami", "ines", "remi"):
        credentials.add_subject(getattr(house, name), Believing(), f"p-{name}", ERRAND)
    node = Node(
        store, clock, house.chance, bootstrap.make_passwords(), bootstrap.make_passkeys("localhost", ORIGIN),
        SigningKey(b"s" * 32), ORIGIN, "forms", Judge(make_engine()), Unread(),
        bootstrap.make_account_reader(), provider,
    )  # fmt: skip
    with TestClient(_application(node), base_url="http://console.test") as browser:
        browser.follow_redirects = False
        yield Place(node, house, browser, folder)
    store.close()
