from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.fixtures.release import OBJECTS, bundle

from tocsin.model.error import InputError, OutputError
from tocsin.net import knowledge


def test_a_file_a_folder_and_an_archive_hold_the_same(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(bundle())
    folder, archive = tmp_path / "many", tmp_path / "many.tgz"
    folder.mkdir()
    (folder / "README.md").write_text("not read")
    with tarfile.open(archive, "w:gz") as packed:
        for number, one in enumerate(OBJECTS):
            raw = json.dumps({"objects": [one]}).encode()
            (folder / f"{number}.json").write_bytes(raw)
            info = tarfile.TarInfo(f"many/{number}.json")
            info.size = len(raw)
            packed.addfile(info, io.BytesIO(raw))
    whole = knowledge.read(tmp_path / "one.json")
    assert len(whole.groups) == 4
    assert knowledge.read(folder).uses == whole.uses
    assert knowledge.read(archive).groups == whole.groups


def test_the_copy_is_as_what_was_kept(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(bundle())
    found = knowledge.read(tmp_path / "one.json")
    file = knowledge.keep(tmp_path / "home", found)
    assert knowledge.load(tmp_path / "home") == found
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_server_sees_a_copy_that_came_later_and_reads_it_once(tmp_path: Path) -> None:
    kept = knowledge.Kept(tmp_path / "home")
    assert kept() is None
    (tmp_path / "one.json").write_bytes(bundle())
    file = knowledge.keep(tmp_path / "home", found := knowledge.read(tmp_path / "one.json"))
    assert kept() == found
    assert kept() is kept()
    knowledge.keep(tmp_path / "home", replace(found, version="100"))
    assert (kept() or found).version == "100"
    file.write_bytes(b"broken by somebody")
    assert kept() is None


def test_no_copy_and_a_damaged_one_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no copy"):
        knowledge.load(tmp_path)
    file = tmp_path / knowledge.NAME
    file.parent.mkdir()
    for raw in (b"broken", b"", b"\x28\xb5\x2f\xfd\x00"):
        file.write_bytes(raw)
        with pytest.raises(InputError, match="damaged"):
            knowledge.load(tmp_path)


def test_an_archive_that_is_cut_is_not_half_a_release(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as packed:
        info = tarfile.TarInfo("one.json")
        info.size = len(bundle())
        packed.addfile(info, io.BytesIO(bundle()))
    (tmp_path / "cut.tgz").write_bytes(out.getvalue()[:-200])
    with pytest.raises(InputError):
        knowledge.read(tmp_path / "cut.tgz")


def test_where_it_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(bundle())
    (tmp_path / "home").write_text("a file")
    with pytest.raises(OutputError):
        knowledge.keep(tmp_path / "home", knowledge.read(tmp_path / "one.json"))


@pytest.mark.parametrize(
    "url",
    [
        "http://attack.example/x.json",
        "file:///etc/passwd",
        "release.json",
        "https://",
        "https://[x",
        "https://u:p@attack.example/",
    ],
)
def test_only_a_safe_address_is_asked(url: str) -> None:
    with pytest.raises(InputError, match="no address"):
        knowledge.fetch(url)
