from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.unit.cli.terminal import done

from tocsin.cli.scan import command
from tocsin.identify.examples import message
from tocsin.model.error import InputError, ModelError

ATTACK = message(
    sender="Quaymail Support <support@quaymail.example.attacker.test>",
    subject="Your account will be suspended",
    text="Verify your account within 24 hours and enter your password, or your mailbox will be suspended.",
    links=[("https://quaymail.example/login", "http://192.0.2.7/quaymail.example/login?email=dana@harbour.example")],
).raw
LETTER = message(subject="=1+1", text="Are you coming on Sunday? Bring the blue dish if you think of it.").raw


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(
        command, [str(argument) for argument in (*arguments, "--jobs", 1, "--lang", "en")], input=stdin
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mail = tmp_path / "mail"
    mail.mkdir()
    (mail / "attack.eml").write_bytes(ATTACK)
    (mail / "letter.eml").write_bytes(LETTER)
    (mail / "zz.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    return mail


def test_a_line_for_every_message_and_for_what_was_not_read(folder: Path) -> None:
    result = run(folder, "--format", "jsonl", "--no-history")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["verdict"] for row in rows] == ["malicious", "clean", None]
    assert rows[0]["findings"][0].keys() == {"id", "weight", "evidence", "attack"}
    assert "excerpts" not in rows[0]
    assert (rows[0]["recipients"], rows[0]["hosts"]) == (["user@harbour.example"], ["192.0.2.7"])
    assert rows[0]["urls"] == ["http://192.0.2.7/quaymail.example/login?email=dana@harbour.example"]
    assert rows[1]["recipients"] == rows[1]["hosts"] == rows[1]["urls"] == []
    assert rows[2]["problem"] == "not-mail"
    assert result.exit_code == 1


def test_exit_codes_tell_what_was_found(folder: Path) -> None:
    assert run(folder / "letter.eml", "--no-history").exit_code == 0
    assert run(folder / "attack.eml", "--no-history").exit_code == 1
    assert run(folder / "letter.eml", folder / "zz.png", "--no-history").exit_code == 3


def test_what_is_left_out_on_purpose_is_told_and_changes_no_exit_code(folder: Path) -> None:
    for name in (".DS_Store", "dovecot-uidlist", "INBOX.msf"):
        (folder / name).write_bytes(b"\0kept by a program")
    (folder / "attack.eml").unlink()
    (folder / "zz.png").unlink()
    result = run(folder, "--no-history")
    assert result.exit_code == 0
    assert "3 items are no mail by their name or place and were left out." in result.stdout
    rows = [json.loads(line) for line in run(folder, "--no-history", "--format", "jsonl").stdout.splitlines()]
    assert [row["problem"] for row in rows if row["verdict"] is None] == ["skipped"] * 3


def test_min_verdict_keeps_what_was_not_read(folder: Path) -> None:
    result = run(folder, "--format", "jsonl", "--min-verdict", "suspicious", "--no-history")
    assert [json.loads(line)["verdict"] for line in result.stdout.splitlines()] == ["malicious", None]


def test_no_cell_of_a_csv_is_a_formula(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(folder, "--format", "csv", "--no-history").stdout)))
    assert rows[1]["subject"] == "'=1+1"


def test_parquet_can_be_read_back(folder: Path, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    run(folder, "--format", "parquet", "-o", tmp_path / "out" / "rows.parquet", "--no-history")
    table = pq.read_table(tmp_path / "out" / "rows.parquet")
    assert table.column("verdict").to_pylist() == ["malicious", "clean", None]


def test_a_scan_is_noted_by_the_digest_of_its_file(folder: Path, tmp_path: Path, node: Path) -> None:
    import pyarrow.parquet as pq

    out = tmp_path / "dana-osman.parquet"
    said = run(folder, "--format", "parquet", "-o", out, "--record", "--min-verdict", "suspicious", "-q")
    assert said.exit_code in (0, 1), said.output
    (raw,) = done("log", "show", "--type", "mail-scanned", "--json").splitlines()
    event = json.loads(raw)["event"]
    (file,) = event["files"]
    assert file["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (file["size"], file["rows"]) == (out.stat().st_size, pq.read_table(out).num_rows)
    assert (event["verdicts"], event["messages"]) == ({"clean": 1, "malicious": 1}, 2)
    assert event["scan"] in said.stderr
    assert "dana" not in raw
    assert re.fullmatch("[0-9a-f]+", event["checks"])


def test_what_cannot_be_noted_is_told_before_the_scan(
    folder: Path, tmp_path: Path, home: Path
) -> None:  # fmt: skip
    out = tmp_path / "rows.jsonl"
    arguments = (folder, "--format", "jsonl", "-o", out, "--record")
    assert "store init" in str(getattr(run(*arguments).exception, "hint", ""))
    done("store", "init", "--name", "The Quay Post", "--kind", "newsroom")
    assert "a newsroom keeps nothing of a scan" in str(run(*arguments).exception)
    assert "no file whose digest" in str(run(folder, "--record").exception)
    assert not out.exists()
    assert done("log", "show", "--type", "mail-scanned") == ""


def test_the_table_and_the_report_of_one_run(folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "new" / "report.html"
    result = run(folder, "--report", report)
    assert "Your account will be suspended" in result.stdout
    assert "2 messages judged." in result.stdout
    assert "enter your password" in report.read_text("utf-8")


def test_standard_input_with_history() -> None:
    result = run("-", "--format", "jsonl", stdin=ATTACK)
    assert json.loads(result.stdout)["path"] == "-"


def test_html_on_standard_output(folder: Path) -> None:
    assert run(folder, "--format", "html").stdout.lstrip().startswith("<!doctype html>")


def test_a_path_that_is_not_there_is_an_error_with_a_hint(tmp_path: Path) -> None:
    result = run(tmp_path / "none")
    assert isinstance(result.exception, InputError)
    assert result.exception.hint


def test_a_model_that_was_asked_for_and_cannot_be_used_is_an_error(folder: Path) -> None:
    broken = folder.parent / "broken.json"
    broken.write_text("{}")
    result = run(folder, "--model", broken)
    assert isinstance(result.exception, ModelError)
    assert "broken.json" in str(result.exception)
    assert result.stdout == ""
