"""`tocsin accounts scan` on logs that are broken in every way: the same alerts, or a clear word."""

from __future__ import annotations

import bz2
import gzip
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import zstandard

SPRAY = 12


def line(number: int, minute: int, failed: bool = True, **more: Any) -> str:
    record = {
        "id": f"e{number}",
        "createdDateTime": f"2026-05-01T08:{minute:02}:00Z",
        "userPrincipalName": f"p{number}@harbour.example",
        "userId": f"u{number}",
        "appId": "a",
        "appDisplayName": "A",
        "ipAddress": "203.0.113.5",
        "clientAppUsed": "Browser",
        "userAgent": "x",
        "status": {"errorCode": 50126 if failed else 0},
        **more,
    }
    return json.dumps(record)


LINES = [line(number, number) for number in range(SPRAY)]


def scan(path: Path, *options: str) -> tuple[list[dict[str, Any]], str, int]:
    command = [
        str(Path(sys.executable).with_name("tocsin")),
        "accounts",
        "scan",
        str(path),
        "--format",
        "jsonl",
        *options,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    rows = [json.loads(row) for row in done.stdout.splitlines()]
    for row in rows:
        for event in row["events"]:
            del event["file"], event["offset"]
    return rows, done.stderr, done.returncode


def written(path: Path, lines: list[str]) -> Path:
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    rows, _, code = scan(written(tmp_path_factory.mktemp("clean") / "a.jsonl", LINES))
    assert code == 1
    assert [row["detection"] for row in rows] == ["password-spray"]
    return rows


def test_lines_twice_and_out_of_order(tmp_path: Path, clean: list[dict[str, Any]]) -> None:
    mixed = [*LINES, *LINES]
    random.Random(1).shuffle(mixed)
    rows, said, _ = scan(written(tmp_path / "a.jsonl", mixed))
    assert rows == clean
    assert "12 lines were there twice" in said


def test_several_files_an_array_and_an_archive(tmp_path: Path, clean: list[dict[str, Any]]) -> None:
    written(tmp_path / "a.jsonl", LINES[:4])
    (tmp_path / "b.json").write_text("[" + ",".join(LINES[4:8]) + "]")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress("\n".join(LINES[8:]).encode()))
    rows, _, _ = scan(tmp_path)
    assert [(row["id"], row["count"]) for row in rows] == [(row["id"], row["count"]) for row in clean]


def test_what_is_stated_of_an_archive_is_told_as_far_as_it_is_believed(
    tmp_path: Path, clean: list[dict[str, Any]]
) -> None:
    packed = tmp_path / "log.json.gz"
    packed.write_bytes(gzip.compress("\n".join(LINES).encode()))
    period = f"{packed}=2026-04-20..2026-05-10"
    alerts, told, _ = scan(packed, "--exported", period)
    assert alerts == clean
    assert "complete from 2026-05-01 08:00 to 2026-05-01 08:11 UTC, as stated" in told, "an edge proves nothing"
    packed.write_bytes(gzip.compress("\n".join([*LINES, "{broken"]).encode()))
    assert "the stated period is not believed" in scan(packed, "--exported", period)[1]
    assert "is not among what is read" in scan(packed, "--exported", f"{tmp_path}/other=2026-04-20..2026-05-10")[1]


def test_a_line_of_ten_million_bytes_is_read_or_reported(tmp_path: Path, clean: list[dict[str, Any]]) -> None:
    long = line(99, 5, failed=False, userDisplayName="x" * 10_000_000)
    rows, said, _ = scan(written(tmp_path / "a.jsonl", [*LINES[:6], long, *LINES[6:]]))
    assert "13 events read" in said or "could not be read: too-long 1" in said
    assert [row["detection"] for row in rows] == [row["detection"] for row in clean]


def test_what_is_cut_off_or_broken_is_reported(tmp_path: Path, clean: list[dict[str, Any]]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join([*LINES[:6], "\x00\xff{", '{"id": ', *LINES[6:], LINES[0][:50]]))
    rows, said, code = scan(path)
    assert rows == clean
    assert code == 1
    assert "3 lines could not be read" in said
    assert "cut-off 1" in said


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, bz2.compress], ids=["gz", "zst", "bz2"])
def test_of_an_archive_that_is_cut_off_what_came_before_is_judged(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    chance = random.Random(3)
    known = {"userPrincipalName": "q@harbour.example", "ipAddress": "192.0.2.1"}
    others = [line(200 + n, 20, failed=False, note=f"{chance.getrandbits(8_000):x}", **known) for n in range(1_000)]
    packed = pack("\n".join([*LINES, *others]).encode())
    (tmp_path / "a.jsonl").write_bytes(packed[: len(packed) * 9 // 10])
    rows, said, code = scan(tmp_path)
    assert [(row["detection"], row["count"]) for row in rows] == [("password-spray", SPRAY)]
    assert code == 1
    assert "cut-short 1" in said


def test_of_a_folder_of_archives_that_has_no_end_nothing_is_read_and_it_is_said(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", "\n".join(LINES))
    (tmp_path / "a.zip").write_bytes((tmp_path / "a.zip").read_bytes()[:-40])
    rows, said, code = scan(tmp_path)
    assert (rows, code) == ([], 3)
    assert "1 line could not be read: cut-short 1" in said or "broken-archive 1" in said


def test_a_clock_that_is_wrong_is_reported(tmp_path: Path, clean: list[dict[str, Any]]) -> None:
    soon = (datetime.now(UTC) + timedelta(days=40)).date().isoformat()
    ahead, absurd = (line(77, 1).replace("2026-05-01", day) for day in (soon, "9998-05-01"))
    rows, said, _ = scan(written(tmp_path / "a.jsonl", [ahead, absurd, *LINES]))
    assert rows == clean
    assert "1 line is of a time that has not come" in said
    assert "1 line could not be read: no-time 1" in said


def test_fuzzed_lines_never_stop_a_scan(tmp_path: Path) -> None:
    chance = random.Random(7)
    lines = []
    for text in LINES * 20:
        broken = list(text)
        for _ in range(chance.randrange(4)):
            broken[chance.randrange(len(broken))] = chance.choice(['"', "{", "}", "[", "\\", "9", "\u0000", "ä", ","])
        lines.append("".join(broken))
    _, said, code = scan(written(tmp_path / "a.jsonl", lines))
    assert code in (0, 1, 3), said


def test_tomorrows_file_goes_on_from_today(tmp_path: Path, clean: list[dict[str, Any]]) -> None:
    state = str(tmp_path / "state")
    first, _, _ = scan(written(tmp_path / "a.jsonl", LINES[:7]), "--state", state)
    second, _, _ = scan(written(tmp_path / "b.jsonl", LINES[6:]), "--state", state)
    third, said, _ = scan(written(tmp_path / "c.jsonl", LINES), "--state", state)
    assert first == []
    assert [(row["id"], row["count"]) for row in second] == [(row["id"], row["count"]) for row in clean]
    assert third == []
    assert "12 lines were there twice" in said
