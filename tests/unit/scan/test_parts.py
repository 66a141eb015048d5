from __future__ import annotations

import io
from pathlib import Path

import pytest

from tocsin.formats.container import OpenFile
from tocsin.model.limits import Limits
from tocsin.net.sources import Sources
from tocsin.scan import parts
from tocsin.scan.parts import Part, parts_of, records_of


def cut(path: Path) -> list[Part]:
    with Sources([str(path)]) as sources:
        return [part for one in sources.files() if isinstance(one, OpenFile) for part in parts_of(one, 5)]


@pytest.mark.parametrize("begin", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"", b"\n", b"\n\n\n"])
def test_parts_hold_the_lines_of_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begin: bytes, end: bytes
) -> None:
    monkeypatch.setattr(parts, "PART", 100)
    lines = [b'{"n": %d}' % number * (1 if number % 7 else 30) for number in range(100)]
    path = tmp_path / "a.jsonl"
    path.write_bytes(begin + b"\n".join(lines) + end)
    found = cut(path)
    assert len(found) > 5
    assert [part.number for part in found] == list(range(5, 5 + len(found)))
    with path.open("rb") as stream:
        several = [line for part in found for line in records_of(stream, part, Limits(), None)]
    one = Part(0, "", "", len(begin), path.stat().st_size, is_whole=False, stamp=(), consumed=0)
    with path.open("rb") as stream:
        assert several == list(records_of(stream, one, Limits(), None))
    assert [line.raw for line in several if hasattr(line, "raw")] == lines


def test_what_is_no_file_of_json_lines_is_one_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART", 10)
    (tmp_path / "a.csv").write_text("a,b\n1,2\n3,4\n")
    (part,) = cut(tmp_path)
    assert part.is_whole
    with (tmp_path / "a.csv").open("rb") as stream:
        assert len(list(records_of(stream, part, Limits(), None))) == 2


def test_what_no_other_process_can_open_has_no_parts() -> None:
    assert not parts_of(OpenFile("log", io.BytesIO(b"{}"), b"{}"), 0)
