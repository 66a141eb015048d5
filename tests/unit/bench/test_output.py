from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.lib import output


def test_a_table_is_aligned() -> None:
    assert output.table("Title", ["", "n"], [["a", "1"], ["long", "100"]]) == (
        "Title\n          n\n  a       1\n  long  100\n"
    )


def test_an_interval_or_a_dash() -> None:
    assert output.interval({"value": 0.5, "low": 0.4, "high": 0.6}) == "50.0 [40.0-60.0]"
    assert output.interval({"value": 2.0, "low": 1.0, "high": 3.0}, 1) == "2.0 [1.0-3.0]"
    assert output.interval({"value": None, "low": 0.0, "high": 1.0}) == "-"
    assert output.interval(None) == "-"


def test_the_last_line_is_the_result_and_the_file_holds_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = {**output.stamp("some", full=True), "figure": 1.5}
    output.finish(result, tmp_path / "new" / "result.json")
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == result
    assert json.loads((tmp_path / "new" / "result.json").read_text()) == result
    assert result["date"].endswith("+00:00")
