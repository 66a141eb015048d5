"""`tocsin assess` and `tocsin knowledge`, as somebody at the terminal uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.fixtures.release import bundle
from tests.unit.cli.terminal import done, run

from tocsin.model.error import InputError

EXAMPLES = Path(__file__).parents[3] / "examples" / "assessment"


@pytest.fixture
def known(home: Path, tmp_path: Path) -> str:
    (tmp_path / "release.json").write_bytes(bundle())
    return done("knowledge", "load", tmp_path / "release.json")


def test_the_notice_is_shown_and_what_was_left_out(known: str) -> None:
    assert "Groups: 2. Software: 2." in known
    assert "withdrawn: 2. As of 2031-04-01." in known
    assert "permission of The MITRE Corporation" in known
    assert "hereby grants you" in known


def test_a_release_that_tells_no_uses_says_so(home: Path, tmp_path: Path) -> None:
    raw = json.loads(bundle())
    raw["objects"] = [one for one in raw["objects"] if one["type"] != "relationship"]
    (tmp_path / "small.json").write_text(json.dumps(raw))
    assert "nothing can be retrieved" in done("knowledge", "load", tmp_path / "small.json")


def test_a_name_that_two_are_called_by(known: str) -> None:
    said = done("knowledge", "show", "Grey Wader")
    assert "They are not the same for that." in said
    assert "G9001 Quiet Heron" in said
    assert "G9002 Salt Fox" in said
    assert "Grey Wader: Lantern Heron 2029 (2029-05-04)" in said
    assert "Grey Wader: no source is given" in said
    assert "As of 2031-04-01." in said
    assert "permission of The MITRE Corporation" in said


def test_what_is_shown_of_other_things(known: str) -> None:
    assert "Replaced by T9002.001." in done("knowledge", "show", "T9001")
    assert "Withdrawn without a successor." in done("knowledge", "show", "G9004")
    assert "Parts: T9002.001" in done("knowledge", "show", "New way")
    assert "Said to be used by: G9001 Quiet Heron" in done("knowledge", "show", "S9001")
    assert "Attributed to G9002 by: Lighthouse (Fox) Jan 2030" in done("knowledge", "show", "C9001")
    assert isinstance(run("knowledge", "show", "Tall Crane").exception, InputError)


def test_retrieval_says_that_it_is_no_attribution(known: str) -> None:
    said = done("assess", "retrieve", "FeatherKit", "T9001")
    assert "This is retrieval, not attribution." in said
    assert "1. G9001 Quiet Heron: " in said
    assert "T9002.001 Part of it" in said
    assert "if the actor is in ATT&CK at all" in said or "No likelihood is said" in said
    assert "permission of The MITRE Corporation" in said
    assert isinstance(run("assess", "retrieve", "nothing").exception, InputError)


def test_without_a_copy_it_says_how_to_get_one(home: Path) -> None:
    error = run("assess", "retrieve", "T9001").exception
    assert isinstance(error, InputError)
    assert "knowledge load" in str(error.hint)


def test_the_newest_version_is_shown_with_its_history(home: Path) -> None:
    said = done("assess", "weigh", EXAMPLES / "harbour-2.toml", EXAMPLES / "harbour-1.toml")
    assert said == (EXAMPLES.parents[1] / "tests/golden/assessment.en.txt").read_text("utf-8")
    alone = done("assess", "weigh", EXAMPLES / "harbour-1.toml")
    assert "How it moved" not in alone


def test_arabic_and_json(home: Path, tmp_path: Path) -> None:
    paths = EXAMPLES / "harbour-1.toml", EXAMPLES / "harbour-2.toml"
    assert done("assess", "weigh", *paths, "--lang", "ar") == (
        EXAMPLES.parents[1] / "tests/golden/assessment.ar.txt"
    ).read_text("utf-8")
    done("assess", "weigh", *paths, "--format", "json", "-o", tmp_path / "out.json")
    found = json.loads((tmp_path / "out.json").read_text())
    assert found["assessed"]["estimates"][0]["hypothesis"] == "quiet-heron"
    assert [step["added"] for step in found["history"]] == [["e1", "e2"], ["e3", "e4", "e5", "e6"]]
    assert found["brier"] == []


def test_a_resolved_forecast_is_scored(home: Path, tmp_path: Path) -> None:
    text = (EXAMPLES / "harbour-2.toml").read_text("utf-8")
    (tmp_path / "resolved.toml").write_text(text.replace("synthetic = true", 'synthetic = true\nresolved = "salt-fox"'))
    said = done("assess", "weigh", EXAMPLES / "harbour-1.toml", tmp_path / "resolved.toml")
    assert "Brier score" in said
    assert said.count("UTC: 0.") + said.count("UTC: 1.") == 1, "what was said once it was known is no forecast"
