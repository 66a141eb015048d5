from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tocsin.cli.accounts_own import command, rows_of
from tocsin.model.error import InputError

ACTIVITIES = (
    "Gaia ID,Activity Timestamp,IP Address,Activity Country,Product Name,Activity Type\n"
    "1,2026-05-01 08:00:00 UTC,203.0.113.5,TN,Gmail,Sync\n"
    "1,2026-05-03 08:00:00 UTC,198.51.100.7,FR,Drive,Sign in\n"
)
NOTICES = [
    {
        "header": "Google Account",
        "title": "Government-backed attackers may be after you",
        "time": "2026-05-04T10:00:00Z",
    },
    {"header": "Search", "title": "Searched for something private", "time": "2026-05-04T10:00:00Z"},
]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "Takeout"
    folder.mkdir()
    (folder / "Activities.csv").write_text(ACTIVITIES, encoding="utf-8")
    (folder / "MyActivity.json").write_text(json.dumps(NOTICES), encoding="utf-8")
    return folder


@pytest.mark.parametrize(("lang", "warned"), [("en", "government"), ("ar", "حكومة")])
def test_the_export_is_shown_in_plain_words_and_what_is_not_about_the_account_is_not(
    export: Path, lang: str, warned: str
) -> None:
    result = CliRunner().invoke(command, [str(export), "--lang", lang])
    assert result.exit_code == 0
    assert warned in " ".join(result.output.split())
    assert "198.51.100.7" in result.output
    assert "private" not in result.output


def test_what_is_chosen_is_written_and_nothing_else(export: Path, tmp_path: Path) -> None:
    out = tmp_path / "chosen.jsonl"
    result = CliRunner().invoke(command, [str(export), "--choose", "1,2", "--out", str(out), "--lang", "en"])
    assert result.exit_code == 0, result.output
    written = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["activity"]["act"] for row in written] == ["sign-in", "warning"]
    assert written[0]["line"] == ACTIVITIES.splitlines()[2]
    assert "2 lines were written" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Takeout", "chosen.jsonl"]


def test_a_choice_needs_a_place_and_rows_that_are_there(export: Path, tmp_path: Path) -> None:
    assert isinstance(CliRunner().invoke(command, [str(export), "--choose", "1"]).exception, InputError)
    failed = CliRunner().invoke(command, [str(export), "--choose", "9", "--out", str(tmp_path / "x")])
    assert isinstance(failed.exception, InputError)
    assert not (tmp_path / "x").exists()


def test_rows_are_given_one_by_one_or_as_spans() -> None:
    assert rows_of("3, 1-2,2", 5) == [3, 1, 2]
    for text in ("0", "6", "3-2", "x", "", "1-9999999"):
        with pytest.raises(InputError):
            rows_of(text, 5)
