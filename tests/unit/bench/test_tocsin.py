from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.lib import tocsin
from bench.lib.process import PeerError


def row(number: int, **changes: object) -> str:
    fields = {
        "path": f"some/where/{number:06d}.eml", "verdict": "clean", "probability": 0.1, "probability_malicious": 0.05,
        "findings": [],
    }  # fmt: skip
    return json.dumps({**fields, **changes})


def test_rows_are_put_in_the_order_of_the_messages() -> None:
    found = tocsin.answers([row(2, probability=0.9, verdict="malicious"), "", row(0)], 3)
    assert found == [tocsin.Answer("clean", 0.1, 0.05), None, tocsin.Answer("malicious", 0.9, 0.05)]


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        json.dumps({"path": "000000.eml"}),
        row(0, path="elsewhere.eml"),
        row(0, verdict="fine"),
        row(0, probability=1.5),
        row(0, probability=float("nan")),
        row(9),
    ],
)
def test_a_row_outside_the_interface_is_an_error(broken: str) -> None:
    with pytest.raises(PeerError):
        tocsin.answers([broken], 1)


def test_no_rows_at_all_is_an_error() -> None:
    with pytest.raises(PeerError, match="no rows"):
        tocsin.answers([], 1)


def script(path: Path, text: str) -> Path:
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)
    return path


def test_scan_takes_rows_whatever_the_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tocsin.write_folder(tmp_path / "mail", [b"a", b"b"])
    (tmp_path / "rows").write_text(row(0) + "\n" + row(1) + "\n")
    fake = script(tmp_path / "fake", f'echo "$@" > {tmp_path}/asked\ncat {tmp_path}/rows\nexit 3\n')
    monkeypatch.setattr(tocsin, "PROGRAM", fake)
    assert tocsin.scan(folder, 2, 20, ("--model", "m")) == [tocsin.Answer("clean", 0.1, 0.05)] * 2
    asked = (tmp_path / "asked").read_text()
    assert asked.strip() == f"scan {folder} --format jsonl --no-history --jobs 2 --model m"


def test_a_failing_command_says_why_without_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tocsin, "PROGRAM", script(tmp_path / "fake", "echo 'no such: /a/b/c.py' >&2\nexit 1\n"))
    with pytest.raises(PeerError, match=r"ended with 1: no such: c\.py"):
        tocsin.call(["scan"], 20)


def test_an_absent_command_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tocsin, "PROGRAM", tmp_path / "absent")
    with pytest.raises(PeerError, match="not installed"):
        tocsin.call(["scan"], 20)


def test_a_slow_command_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tocsin, "PROGRAM", script(tmp_path / "fake", "exec sleep 30\n"))
    with pytest.raises(PeerError, match="not done"):
        tocsin.call(["scan"], 0.2)


def test_training_that_writes_no_model_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tocsin, "PROGRAM", script(tmp_path / "fake", "echo done\n"))
    with pytest.raises(PeerError, match="no model"):
        tocsin.train(tmp_path, tmp_path, tmp_path / "model.json", 20)


def test_names_of_written_messages_tell_nothing(tmp_path: Path) -> None:
    folder = tocsin.write_folder(tmp_path / "mail", [b"x", b"y"])
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"000000.eml": b"x", "000001.eml": b"y"}
