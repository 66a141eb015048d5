"""A feed in a folder: each file as it was listed, no way out of the folder, and written so that none is half there."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.fixtures.misp import UUID, full, raw

from tocsin.formats import misp, stix
from tocsin.model.error import InputError
from tocsin.net.misp_feed import FeedFolder

OTHER = UUID.replace("5f", "6f")


def one(uuid: str = UUID) -> misp.Event:
    content = raw(full()).replace(UUID.encode(), uuid.encode())
    (found,) = misp.write(stix.read(misp.read(content).bundle).objects, published=True).events
    return found


def test_what_is_written_is_read(tmp_path: Path) -> None:
    feed = FeedFolder(tmp_path / "feed")
    assert feed.send([one(), one(OTHER)]).added == 2
    assert feed.listed().keys() == {UUID, OTHER}
    found = list(feed.fetch([OTHER, UUID]))
    assert [(event.uuid, event.raw, event.why) for event in found] == [
        (OTHER, one(OTHER).body, ""),
        (UUID, one().body, ""),
    ]
    assert sorted(path.name for path in (tmp_path / "feed").iterdir()) == sorted(
        [".tocsin-feed", "manifest.json", "hashes.csv", f"{UUID}.json", f"{OTHER}.json"]
    ), "no scraps"


def test_what_is_not_to_be_there_any_more_goes_and_what_is_others_stays(tmp_path: Path) -> None:
    feed = FeedFolder(tmp_path)
    tmp_path.joinpath("index.html").write_text("ours")
    feed.send([one(), one(OTHER)])
    feed.send([one()])
    assert not tmp_path.joinpath(f"{OTHER}.json").exists()
    assert OTHER not in tmp_path.joinpath("hashes.csv").read_text()
    assert feed.listed().keys() == {UUID}
    assert tmp_path.joinpath("index.html").read_text() == "ours"


def test_a_file_that_is_as_it_should_be_is_not_written_again(tmp_path: Path) -> None:
    feed = FeedFolder(tmp_path)
    feed.send([one()])
    before = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}
    feed.send([one()])
    assert {path.name: path.stat().st_ino for path in tmp_path.iterdir()} == before


def test_a_file_that_was_changed_is_not_the_one_that_is_listed(tmp_path: Path) -> None:
    feed = FeedFolder(tmp_path)
    feed.send([one(), one(OTHER)])
    path = tmp_path / f"{UUID}.json"
    path.write_bytes(path.read_bytes().replace(b"login.evil.test", b"other.evil.test"))
    feed.listed()
    assert [event.why for event in feed.fetch([UUID, OTHER])] == ["differs", ""]


def test_neither_links_nor_pipes_nor_folders_are_read(tmp_path: Path) -> None:
    feed = FeedFolder(tmp_path)
    secret = tmp_path.parent / "secret.json"
    secret.write_bytes(raw(full()))
    uuids = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(4)]
    tmp_path.joinpath("manifest.json").write_text(json.dumps({uuid: {} for uuid in uuids}))
    tmp_path.joinpath(f"{uuids[0]}.json").symlink_to(secret)
    os.mkfifo(tmp_path / f"{uuids[1]}.json")
    tmp_path.joinpath(f"{uuids[2]}.json").mkdir()
    assert list(feed.listed()) == uuids
    assert [event.why for event in feed.fetch(uuids)] == ["not-there"] * 4


def test_what_is_too_large_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = FeedFolder(tmp_path)
    feed.send([one()])
    feed.listed()
    monkeypatch.setattr(misp, "LARGEST", 100)
    assert [event.why for event in feed.fetch([UUID])] == ["too-large"]


def test_a_folder_without_a_manifest_is_no_feed(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no manifest"):
        FeedFolder(tmp_path).listed()


def test_a_feed_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    theirs = {"manifest.json": f'{{"{UUID}": {{}}}}', f"{UUID}.json": "{}"}
    for name, content in theirs.items():
        (tmp_path / name).write_text(content)
    with pytest.raises(InputError, match="was not written by Tocsin"):
        FeedFolder(tmp_path).send([])
    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == theirs
