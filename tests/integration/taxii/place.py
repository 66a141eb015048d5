"""A TAXII server that is really served, on this machine only, with partners and collections."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx

from tocsin import bootstrap
from tocsin.app import access, circles, collecting, log, partners, sending
from tocsin.app.access import Access
from tocsin.formats.stix.markings import TLP_2
from tocsin.model.exchange import Content
from tocsin.model.people import Tlp
from tocsin.model.profile import Kind
from tocsin.store.store import Store
from tocsin.taxii.app import create
from tocsin.taxii.asked import TAXII
from tocsin.taxii.node import Node

WHEN = "2026-03-01T12:00:00.000Z"


@dataclass(frozen=True)
class Place:
    """A running server."""

    store: Store
    origin: str

    def terminal(self, organisation: str = "harbour") -> Access:
        return access.enter(self.store, access.node(organisation), bootstrap.now, bootstrap.make_chance())

    def begin(self, organisation: str) -> None:
        log.begin(self.terminal(organisation), f"{organisation.title()} (synthetic)", Kind.CAMPAIGN)

    def collection(self, title: str = "March", organisation: str = "harbour") -> str:
        return collecting.open_collection(self.terminal(organisation), title)

    def partner(
        self, tlp: Tlp = Tlp.GREEN, reads: Sequence[str] = (), writes: Sequence[str] = (),
        organisation: str = "harbour",
    ) -> httpx.Client:  # fmt: skip
        """A partner's program, with its token."""
        return self.client(self.admitted(tlp, reads, writes, organisation).token, organisation)

    def admitted(
        self, tlp: Tlp = Tlp.GREEN, reads: Sequence[str] = (), writes: Sequence[str] = (),
        organisation: str = "harbour",
    ) -> partners.Admitted:  # fmt: skip
        """A partner of the community, to whom everything may leave that its label allows."""
        node = self.terminal(organisation)
        made = partners.add_partner(node, "Quay (synthetic)", "", tlp, reads, writes)
        circles.add_circle(node, "Everybody", members=[made.partner])
        sending.approve(node, made.partner, tuple(Content), tlp, "Looked at.")
        return made

    def client(self, token: str, organisation: str = "harbour") -> httpx.Client:
        head = {"authorization": f"Bearer {token}", "accept": TAXII}
        return httpx.Client(base_url=f"{self.origin}/taxii2/{organisation}", headers=head, timeout=60)

    def put(self, collection: str, objects: Sequence[dict[str, Any]], organisation: str = "harbour") -> None:
        raw = json.dumps({"type": "bundle", "id": f"bundle--{UUID(int=1)}", "objects": list(objects)}).encode()
        done = collecting.put(self.terminal(organisation), collection, raw)
        assert not done.refused


def indicator(number: int, tlp: Tlp | None = Tlp.GREEN, modified: str = WHEN, **more: Any) -> dict[str, Any]:
    """An object with an id that is told by a number, and a label."""
    marked = {"object_marking_refs": [TLP_2[tlp]]} if tlp else {}
    return {
        "type": "indicator", "spec_version": "2.1", "id": f"indicator--{UUID(int=number, version=4)}",
        "created": WHEN, "modified": modified, "name": f"number {number}", "valid_from": WHEN, "pattern_type": "stix",
        "pattern": f"[domain-name:value = 'n{number}.evil.test']", **marked, **more,
    }  # fmt: skip


def ids(answer: httpx.Response) -> list[str]:
    """The ids of the objects of a page."""
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json().get("objects", [])]


def post(client: httpx.Client, collection: str, objects: Sequence[Any]) -> httpx.Response:
    """Send objects as an envelope."""
    body = json.dumps({"objects": list(objects)})
    return client.post(f"/collections/{collection}/objects/", content=body, headers={"content-type": TAXII})


@contextmanager
def serving(url: str) -> Iterator[Place]:
    """Serve a store, with the log of `harbour`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    store = Store(url, b"k" * 32, lambda: datetime.now(UTC))
    app = create(Node(store, bootstrap.now, bootstrap.make_chance()))
    server = bootstrap.make_server(app, "127.0.0.1", port)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    place = Place(store, f"http://127.0.0.1:{port}")
    place.begin("harbour")
    try:
        yield place
    finally:
        server.should_exit = True
        thread.join(10)
        store.close()
