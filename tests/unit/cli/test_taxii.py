"""Partners, collections and what is put into them, at the terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.integration.taxii.place import indicator
from tests.unit.cli.terminal import done, ids, passed, run

from tocsin.model.error import InputError
from tocsin.model.exchange import Fetched, Offer, Sent
from tocsin.model.people import Tlp


def test_a_partner_comes_and_goes(node: Path) -> None:
    collection = done("share", "collection", "open", "March (synthetic)").strip()
    assert done("share", "collection", "list").strip() == f"{collection} March (synthetic)"
    made = passed("share", "partner", "add", "Quay (synthetic)", "--read", collection)
    (partner,) = ids(made.stderr, "partner")
    assert len(made.stdout.strip()) == 43
    assert f"{partner} Quay (synthetic) green {collection} -" in done("share", "partner", "list")
    done("share", "partner", "allow", partner, "--tlp", "amber", "--write", collection)
    assert f"amber - {collection}" in done("share", "partner", "list")
    done("share", "partner", "end", partner)
    assert done("share", "partner", "list") == ""
    done("share", "collection", "close", collection)
    assert done("share", "collection", "list") == ""
    assert isinstance(run("share", "partner", "add", "Quay", "--read", collection).exception, InputError)


def test_what_is_put_in_and_what_not(node: Path, tmp_path: Path) -> None:
    collection = done("share", "collection", "open", "March").strip()
    file = tmp_path / "bundle.json"
    file.write_text(json.dumps({"type": "bundle", "objects": [indicator(1), {"type": "indicator"}]}))
    told = passed("share", "put", collection, file)
    assert "1 object is in the collection." in told.stdout
    assert "Left out: object 2" in told.stderr
    assert " node " in done("share", "origin", collection, indicator(1)["id"])


class Remote:
    """Another server."""

    url = "https://taxii.example/c/"

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def pages(self, after: int) -> list[Fetched]:
        return [Fetched((json.dumps(indicator(2)).encode(), b"{}"), 1_000_000)]

    def send(self, bodies: Any) -> Sent:
        self.sent += bodies
        return Sent(len(bodies), (), 1)

    def offers(self) -> list[Offer]:
        return [Offer(self.url, "Theirs", True, False)]

    def close(self) -> None:
        pass


def test_other_servers(node: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    remote = Remote()
    monkeypatch.setattr("tocsin.cli.feeds.make_remote", lambda url, token, user: remote)
    collection = done("share", "collection", "open", "March").strip()
    there = ("--taxii", remote.url)
    assert isinstance(run("share", "pull", collection, *there).exception, InputError), "without a token"
    monkeypatch.setenv("TOCSIN_TAXII_TOKEN", "a-token")
    assert done("share", "look", *there).strip() == f"{remote.url} Theirs read -"
    pulled = passed("share", "pull", collection, *there)
    assert "1 object came from feed-" in pulled.stdout
    assert "Left out: object 2" in pulled.stderr
    assert f"1970-01-01T00:00:01.000000Z {remote.url}" in done("share", "origin", collection, indicator(2)["id"])
    token = tmp_path / "token"
    token.write_text("another\n")
    partner = _partner()
    push = ("share", "push", collection, *there, "--token-file", token, "--to", partner)
    waiting = passed(*push)
    assert "0 objects were sent." in waiting.stdout
    assert "1 withheld: its label does not let it go there" in waiting.stderr, "theirs, and it is in no circle"
    circle = done("share", "circle", "add", "Newsrooms (synthetic)", "--member", partner).strip()
    assert "1 withheld: it waits until somebody approves" in passed(*push).stderr
    done("share", "approve", partner, "--content", "warnings", "--note", "Looked at.")
    assert "1 object was sent." in passed(*push).stdout
    assert len(remote.sent) == 1
    done("share", "circle", "change", circle, "Newsrooms", "--for", "reports")
    assert done("share", "circle", "list").split() == [circle, "Newsrooms", "green", "reports", "-", "-"]
    done("share", "circle", "end", circle)
    assert done("share", "circle", "list") == ""


def _partner() -> str:
    (partner,) = ids(passed("share", "partner", "add", "Quay (synthetic)").stderr, "partner")
    return partner


def test_what_leaves_is_looked_at_and_approved_and_told_afterwards(node: Path, tmp_path: Path) -> None:
    collection, partner = done("share", "collection", "open", "March").strip(), _partner()
    file = tmp_path / "bundle.json"
    file.write_text(json.dumps({"objects": [indicator(1), indicator(2, Tlp.RED)]}))
    done("share", "put", collection, file)
    look = ("share", "outgoing", collection, "--to", partner)
    assert "it waits until somebody approves" in passed(*look).stdout
    done("share", "approve", partner, "--content", "warnings", "--collection", collection, "--note", "Looked at.")
    told = passed(*look)
    assert "TLP:GREEN number 1 it leaves" in told.stdout
    assert "TLP:RED number 2 its label does not let it go there" in told.stdout
    assert "1 object leaves." in told.stderr
    first, second = done("share", "left").splitlines()
    assert "approved what may leave to a recipient Quay (synthetic)" in first
    assert first.endswith("Looked at.")
    assert "objects came into a collection" in second


def test_who_agreed_to_be_named(node: Path) -> None:
    partner = _partner()
    made = done("share", "consent", "add", "--how", "The board, on 3 March.", "--to", partner).strip()
    assert f"{made} organisation {partner}" in done("share", "consent", "list")
    done("share", "consent", "end", made)
    assert done("share", "consent", "list") == ""


def test_nobody_is_served_without_https_or_a_store(node: Path, home: Path) -> None:
    assert isinstance(run("taxii", "serve", "--host", "192.0.2.1").exception, InputError)
    assert isinstance(run("taxii", "serve", "--origin", "http://taxii.example").exception, InputError)
