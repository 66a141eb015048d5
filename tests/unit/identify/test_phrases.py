"""Phrases: found by one engine, placed by another, at the same place."""

from __future__ import annotations

import pytest

from tocsin.common.text import Folded
from tocsin.identify.check import Check
from tocsin.identify.examples import message
from tocsin.identify.phrases import Phrases, digest
from tocsin.model.verdict import Weight


def _phrases(*patterns: str, layers: tuple[str, ...] = ("text",)) -> dict[str, Check]:
    check = Check(
        id="probe",
        weight=Weight.NONE,
        explain={},
        run=lambda mail, context, hits: (),
        hits=lambda: [message()],
        misses=lambda: [message()],
        phrases={"en": patterns},
        layers=layers,
    )
    return {"probe": check}


def _found(text: str, *patterns: str) -> list[str]:
    phrases = Phrases.of(_phrases(*patterns))
    return [hit.text for hit in phrases.scan(Folded(text), "1", "text").get("probe", [])]


@pytest.mark.parametrize(
    ("text", "pattern", "expected"),
    [
        ("please  verify\n your   Account now", "verify your account", "verify\n your   Account"),
        ("verify, as we said, your account", "verify <3>your account", "verify, as we said, your account"),
        ("رمز عبور خود را می\u200cفرستید", "می ?فرستید", "می\u200cفرستید"),
        ("می فرستید", "می ?فرستید", "می فرستید"),
        ("don\u2019t tell", "don't tell", "don\u2019t tell"),
        ("كلمة السر", r"\w{4} السر", "كلمة السر"),
        ("p\u200b\u0430ssword here", "password", "p\u200b\u0430ssword"),
    ],
)
def test_a_phrase_is_found_as_written(text: str, pattern: str, expected: str) -> None:
    assert _found(text, pattern) == [expected]


def test_it_is_placed_far_down_a_long_text() -> None:
    text = "é…" * 5_000 + " verify your account"
    assert _found(text, "verify your account") == ["verify your account"]


def test_it_is_placed_behind_runs_of_spaces() -> None:
    assert _found("word   " * 400 + "open  the   file " + "word  " * 200 + "open the file", "open the file") == [
        "open  the   file", "open the file",
    ]  # fmt: skip


def test_what_only_nearly_matches_hides_nothing_behind_it() -> None:
    """Hyperscan takes any character for a letter; Python's `re` has the last word, wherever the real one stands."""
    text = "see the code #### here. " + "Nothing else is said. " * 300 + "see the code abcd here"
    assert _found(text, r"code \w{4} here") == ["code abcd here"]


@pytest.mark.parametrize("start", range(1_940, 2_320, 19))
@pytest.mark.parametrize("letter", ["a", "é", "ب"])
def test_it_is_placed_at_the_seams_of_the_blocks(start: int, letter: str) -> None:
    text = letter * start + "  verify  your account  " + letter * start
    assert _found(text, "verify your account") == ["verify  your account"]


def test_a_match_over_the_end_of_a_sentence_swallows_nothing() -> None:
    assert _found("never buy any cards. please buy any cards", "buy <5>cards") == [
        "buy any cards. please buy any cards", "buy any cards",
    ]  # fmt: skip


def test_of_many_places_the_last_is_kept() -> None:
    hits = Phrases.of(_phrases("verify it")).scan(Folded("verify it. " * 5_000), "1", "text")["probe"]
    assert len(hits) == 20
    assert hits[-1].span.end == len("verify it. " * 5_000) - 2


def test_a_layer_that_is_not_asked_for_is_left_out() -> None:
    phrases = Phrases.of(_phrases("verify", layers=("header:subject",)))
    assert phrases.scan(Folded("verify"), "1", "text") == {}


def test_a_kept_database_is_the_same() -> None:
    checks = _phrases("verify <2>account")
    kept = Phrases.of(checks, Phrases.of(checks).dump())
    assert kept.scan(Folded("verify the account"), "1", "text")["probe"][0].span.start == 0
    assert digest(checks) != digest(_phrases("other"))


def test_a_phrase_that_is_no_pattern_is_named() -> None:
    with pytest.raises(ValueError, match="probe/en"):
        Phrases.of(_phrases("verify ("))
