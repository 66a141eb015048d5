from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from tocsin.cli.accounts import command

RULE = (
    "title: Mine\nlogsource: {product: okta}\ndetection:\n  s: {outcome.reason: INVALID_CREDENTIALS}\n  condition: s\n"
)


def line(number: int, result: str = "FAILURE", ip: str = "203.0.113.5") -> str:
    return json.dumps(
        {
            "uuid": f"u{number}",
            "published": f"2026-05-01T08:{number:02}:00.000Z",
            "eventType": "user.session.start",
            "version": "0",
            "actor": {"id": "1", "type": "User", "alternateId": f"p{number}@harbour.example", "displayName": "P"},
            "client": {"userAgent": {"rawUserAgent": "x"}, "ipAddress": ip},
            "target": [],
            "authenticationContext": {},
            "securityContext": {},
            "outcome": {"result": result, "reason": "INVALID_CREDENTIALS" if result == "FAILURE" else None},
        }
    )


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "okta.jsonl"
    path.write_text("\n".join(line(number) for number in range(12)) + "\nbroken {\n")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, ["scan", *map(str, arguments)])


def test_rows_have_the_fields_that_are_promised(log: Path) -> None:
    result = run(log, "--format", "jsonl")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 1
    assert list(row)[:8] == ["detection", "severity", "person", "time", "until", "events", "count", "attack"]
    assert (row["detection"], row["count"], len(row["people"])) == ("password-spray", 12, 12)
    assert row["events"][0].keys() == {"id", "file", "offset", "digest"}
    assert "1 line could not be read" in result.stderr


@pytest.mark.parametrize(("content", "lines"), [("", 0), ("broken {\n", 1)])
def test_no_line_of_a_log_is_no_clean_result(tmp_path: Path, content: str, lines: int) -> None:
    if content:
        (tmp_path / "a.json").write_text(content)
    result = run(tmp_path)
    assert result.exit_code == 3
    assert "There was no line of a log" in result.stdout
    assert ("1 line could not be read" in result.stdout) == bool(lines)
    assert "Nothing was found" not in result.stdout
    assert "could find nothing" not in result.stdout


@pytest.mark.parametrize(("lang", "words"), [("en", "One source tries passwords"), ("ar", "مصدر واحد يجرّب كلمات مرور")])
def test_the_table_speaks_both_languages(log: Path, lang: str, words: str) -> None:
    output = run(log, "--lang", lang).stdout
    assert words.split(maxsplit=1)[0] in output
    assert "203.0.113.5" in output


def test_page_and_parquet(log: Path, tmp_path: Path) -> None:
    assert run(log, "--format", "html", "-o", tmp_path / "a.html").exit_code == 1
    page = (tmp_path / "a.html").read_text()
    assert "One source tries passwords" in page
    assert "مصدر واحد" in page
    run(log, "--format", "parquet", "-o", tmp_path / "a.parquet")
    assert pq.read_table(tmp_path / "a.parquet").to_pylist()[0]["detection"] == "password-spray"


def test_own_rules_and_state(log: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "mine.yml").write_text(RULE)
    (rules / "bad.yml").write_text(RULE.replace("okta", "windows"))
    first = run(log, "--format", "jsonl", "--rules", rules, "--state", tmp_path / "state")
    found = [json.loads(row)["detection"] for row in first.stdout.splitlines()]
    assert sorted(set(found)) == ["password-spray", "sigma:Mine"]
    assert found.count("sigma:Mine") == 12
    assert "logsource windows" in first.stderr
    again = run(log, "--format", "jsonl", "--rules", rules, "--state", tmp_path / "state")
    assert not again.stdout
    assert again.exit_code == 3


def test_exit_codes(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text(line(1, "SUCCESS") + "\n")
    bad.write_text("{broken\n")
    assert run(good).exit_code == 0
    assert run(bad).exit_code == 3
    assert run(tmp_path / "missing").exit_code != 0
    assert run(good, "--provider", "nobody").exit_code != 0


def test_formats_are_listed() -> None:
    assert "okta" in CliRunner().invoke(command, ["formats"]).stdout


def test_only_rules_leaves_out_our_own_detections(log: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.yml").write_text(RULE)
    with log.open("a") as file:
        file.writelines(line(number, "SUCCESS") + "\n" for number in [*range(20, 59)] * 10)
    result = run(log, "--rules", tmp_path / "mine.yml", "--only-rules", "--format", "jsonl")
    assert {json.loads(row)["detection"] for row in result.stdout.splitlines()} == {"sigma:Mine"}
    assert len(result.stdout.splitlines()) == 12
    assert "no rule can find anything" in result.stderr
    assert "1 line could not be read" in result.stderr
    assert "it says nothing of any other time" not in result.stderr


def test_only_rules_wants_rules(log: Path) -> None:
    assert "--only-rules wants rules" in str(run(log, "--only-rules").exception or run(log, "--only-rules").output)
