from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.fixtures.account_lines import JSON, TEXT

from tocsin.formats.container import OpenFile
from tocsin.identify.detections import all_detections
from tocsin.identify.sigma.rules import read
from tocsin.model.alert import Alert
from tocsin.model.error import InputError
from tocsin.model.limits import Limits
from tocsin.model.source import Unread
from tocsin.net.sources import Sources
from tocsin.scan import parts, reading
from tocsin.scan.accounts import Setup, Told
from tocsin.scan.parts import Part
from tocsin.scan.reading import How, further, scan_files

NOW = datetime(2026, 11, 1, tzinfo=UTC)
RULE = "title: T\nlogsource: {product: azure}\ndetection:\n  s: {userPrincipalName|contains: '7'}\n  condition: s\n"


def sign_in(number: int, **changes: Any) -> bytes:
    entra = JSON["entra-graph"]
    time = f"2026-05-{1 + number // 1440 % 28:02}T{number // 60 % 24:02}:{number % 60:02}:00Z"
    own = {"id": f"id{number}", "createdDateTime": time, "userPrincipalName": f"p{number % 40}@harbour.example"}
    return json.dumps({**entra, **own, **changes}).encode()


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Large and small files of all kinds, broken and late lines in them; parts of 20,000 bytes."""
    monkeypatch.setattr(parts, "PART", 20_000)
    folder = tmp_path / "logs"
    folder.mkdir()
    lines = [sign_in(number) for number in range(400)]
    lines[37:37] = [b"broken {", b"", b"x" * 60_000, b"[" + sign_in(1) + b"," + sign_in(2) + b"]"]
    lines[200:200] = [sign_in(3, createdDateTime="2026-12-01T00:00:00Z"), sign_in(4, createdDateTime=5), lines[0]]
    (folder / "a.jsonl").write_bytes(b"\n".join(lines) + b'\n{"cut": ')
    (folder / "b.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines[:150]))
    (folder / "c.json").write_bytes(b"[" + b",".join(sign_in(n) for n in range(500, 600)) + b"]")
    (folder / "d.log").write_text("\n".join(TEXT.values()))
    (folder / "e.jsonl.gz").write_bytes(gzip.compress(b"\n".join(sign_in(n) for n in range(700, 800))))
    (folder / "f.jsonl").write_text("no log at all")
    (folder / "g.jsonl").write_bytes(b"\n".join(json.dumps(one).encode() for one in JSON.values()))
    return folder


def scanned(folder: Path, jobs: int, **how: Any) -> tuple[list[Alert], Told]:
    told = Told()
    detections = how.pop("detections", None) or all_detections()
    options = How(limits=Limits(max_line_bytes=50_000), **how)
    with Sources([str(folder)]) as sources:
        setup = Setup(detections, NOW, columns=options.fields.columns)
        return list(scan_files(sources.files(), options, setup, told, jobs)), told


def test_several_processes_give_what_one_gives(logs: Path) -> None:
    one, told = scanned(logs, 1)
    several, told_of_several = scanned(logs, 2)
    assert several == one
    assert told_of_several == told
    assert one
    assert told.unreadable["too-long"] == 2
    assert told.ahead == 1


def test_so_they_do_with_rules_alone(logs: Path) -> None:
    own = read({"rule": RULE})
    how = {"fields": own.fields, "sieve": own.sieve, "detections": own.detections}
    one, told = scanned(logs, 1, **how)
    several, told_of_several = scanned(logs, 2, **how)
    assert several == one
    for code in ("not-json", "cut-off", "too-long", "unknown-provider"):
        assert told_of_several.unreadable[code] == told.unreadable[code]
    assert len(one) > 10
    assert _lines(told_of_several) == _lines(told)


def _lines(told: Told) -> int:
    return told.events + told.passed + told.unreadable.total()


def test_a_file_that_is_written_to_meanwhile_is_told(logs: Path) -> None:
    def growing() -> Iterator[OpenFile | Unread]:
        with Sources([str(logs / "a.jsonl")]) as sources:
            for one in sources.files():
                yield one
                with (logs / "a.jsonl").open("ab") as file:
                    file.write(b"\n")

    told = Told()
    list(scan_files(growing(), How(), Setup(all_detections(), NOW), told, 2))
    assert told.unreadable["changed"] >= 1
    assert told.lost >= 1


def test_a_worker_that_dies_costs_its_part_alone(logs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "start", _start_and_die)
    one, told = scanned(logs, 2)
    assert told.unreadable["worker-died"] == 1
    assert told.events > 700
    assert one
    assert any(one.broken for one in told.coverage.values())


def _start_and_die(*arguments: Any) -> Any:
    read_part = reading.start(*arguments)

    def read_or_die(part: parts.Part) -> reading.Taken:
        if part.begin and part.label.endswith("a.jsonl") and part.number == 2:
            os._exit(1)
        return read_part(part)

    return read_or_die


def test_an_unknown_provider_is_an_error(logs: Path) -> None:
    with pytest.raises(InputError, match="no provider"):
        scanned(logs, 2, provider="nobody")


def test_a_whole_file_has_a_second_more_for_each_of_its_megabytes() -> None:
    assert further(Part(0, "a.json", "a.json", 0, 300 << 20, True, (), 0)) == 300.0
