"""Events and feeds of MISP at the terminal."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from pytest_socket import enable_socket
from tests.fixtures.misp import UUID, full, raw
from tests.fixtures.misp_server import KEY, Misp, serving
from tests.integration.taxii.place import indicator
from tests.unit.cli.terminal import done, ids, passed, run

from tocsin.model.error import InputError


def pier() -> str:
    """A partner to whom warnings and reports may leave."""
    (partner,) = ids(passed("share", "partner", "add", "Pier (synthetic)").stderr, "partner")
    done("share", "approve", partner, "--content", "warnings", "--content", "reports", "--note", "Looked at.")
    return partner


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "event.json"
    path.write_bytes(raw(full()))
    return path


def test_an_event_is_taken_in_and_what_is_only_kept_is_named(node: Path, theirs: Path) -> None:
    told = passed("share", "import", theirs, "--from", "Centre (synthetic)", "--reliability", "B")
    assert told.stdout.startswith("receipt-")
    assert "7 indicators are looked for." in told.stderr
    assert "1 attribute of the type btc is only kept as it came." in told.stderr
    assert "its source says that it is not for detection" in told.stderr


def test_a_collection_becomes_a_feed_that_another_one_is_filled_from(node: Path, tmp_path: Path) -> None:
    ours, other = (done("share", "collection", "open", title).strip() for title in ("Ours", "Theirs"))
    file, feed = tmp_path / "bundle.json", tmp_path / "feed"
    note = {**indicator(2), "type": "note", "id": indicator(2)["id"].replace("indicator", "note"), "content": "a",
            "object_refs": [indicator(1)["id"]]}  # fmt: skip
    file.write_text(json.dumps({"type": "bundle", "objects": [indicator(1), note]}))
    done("share", "put", ours, file)
    pushed = passed("share", "push", ours, "--misp", feed, "--to", pier())
    assert "1 event was sent." in pushed.stdout
    assert "No place in an event: note (1)" in pushed.stderr
    assert (feed / "manifest.json").exists()
    pulled = passed("share", "pull", other, "--misp", feed)
    assert "came from feed-" in pulled.stdout
    assert "1 event is new or changed." in pulled.stderr
    told = passed("share", "import", "--collection", other, "--from", "Centre (synthetic)")
    assert "1 indicator is looked for." in told.stderr
    again = passed("share", "import", "--collection", other, "--from", "Centre (synthetic)")
    assert "No indicator was added since the last time." in again.stderr
    assert "1 indicator is looked for." in passed("share", "import", feed, "--from", "Centre (synthetic)").stderr


def test_an_instance_is_filled_and_read_with_a_key_that_is_never_on_the_line(
    node: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enable_socket()
    collection = done("share", "collection", "open", "March").strip()
    file, key = tmp_path / "bundle.json", tmp_path / "key"
    file.write_text(json.dumps({"type": "bundle", "objects": [indicator(1)]}))
    done("share", "put", collection, file)
    misp = Misp()
    misp.hold(raw(full()))
    to = ("--to", pier())
    with serving(misp) as url:
        assert isinstance(run("share", "push", collection, "--misp", url, *to).exception, InputError), "without a key"
        key.write_text(f"{KEY}\n")
        sent = done("share", "push", collection, "--misp", url, *to, "--token-file", key, "--publish")
        assert "1 event was sent." in sent
        monkeypatch.setenv("TOCSIN_MISP_KEY", KEY)
        told = passed("share", "pull", collection, "--misp", url)
    assert "2 events are new or changed." in told.stderr
    (ours,) = misp.events.keys() - {UUID}
    assert misp.events[ours]["published"] is True


def test_without_the_package_an_instance_is_refused_with_how_to_install_it(
    node: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "tocsin.net.misp", raising=False)
    monkeypatch.setitem(sys.modules, "pymisp", None)
    monkeypatch.setenv("TOCSIN_MISP_KEY", KEY)
    collection = done("share", "collection", "open", "March").strip()
    error = run("share", "pull", collection, "--misp", "https://misp.example").exception
    assert isinstance(error, InputError)
    assert "tocsin[misp]" in str(error.hint)


@pytest.mark.parametrize("there", [[], ["--taxii", "https://taxii.example/", "--misp", "https://misp.example/"]])
@pytest.mark.parametrize("command", [["push", "--to", "partner-0123456789abcdef"], ["pull"]])
def test_one_other_side_is_named(node: Path, command: list[str], there: list[str]) -> None:
    collection = done("share", "collection", "open", "March").strip()
    error = run("share", *command, collection, *there).exception
    assert isinstance(error, InputError)
    assert "the other side is not named" in str(error)


def test_either_a_file_or_a_collection_is_taken_in(node: Path, theirs: Path) -> None:
    assert isinstance(run("share", "import", "--from", "Centre").exception, InputError)
    assert isinstance(run("share", "import", theirs, "--collection", "c", "--from", "Centre").exception, InputError)
