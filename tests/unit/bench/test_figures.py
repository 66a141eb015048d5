from __future__ import annotations

import json

from bench.lib.figures import Case, Truth, calibration, confusion, figures, of_peer, of_tocsin
from bench.lib.tocsin import Answer


def case(truth: Truth, source: str, language: str = "en", *, passed: bool = False) -> Case:
    return Case(truth, source, language, passed, b"")


CASES = [
    case("bad", "pot", passed=True),
    case("bad", "pot", "de"),
    case("bad", "pot"),
    case("bad", "pot"),
    case("ham", "lists"),
    case("ham", "lists"),
    case("newsletter", "news"),
    case("spam", "junk"),
]
ANSWERS = [
    Answer("unwanted", 0.6, 0.1),
    Answer("malicious", 0.9, 0.9),
    Answer("suspicious", 0.7, 0.4),
    None,
    Answer("clean", 0.1, 0.0),
    Answer("clean", 0.2, 0.0),
    Answer("suspicious", 0.65, 0.3),
    Answer("unwanted", 0.8, 0.1),
]


def test_an_alert_is_malicious_or_suspicious_and_unwanted_is_only_not_clean() -> None:
    found = figures(of_tocsin(ANSWERS), CASES, rounds=20, seed=1)
    assert found["recall"]["alerts"]["hits"] == 2
    assert found["recall"]["not_clean"]["hits"] == 3
    assert found["recall"]["not_clean"]["n"] == 4


def test_a_message_without_an_answer_is_counted_and_never_caught() -> None:
    found = figures(of_tocsin(ANSWERS), CASES, rounds=20, seed=1)
    assert found["errors"] == 1
    assert found["curve"]["ham"]["recall_at_1_percent"]["value"] == 0.75


def test_newsletters_stand_apart_from_ham() -> None:
    found = figures(of_tocsin(ANSWERS), CASES, rounds=20, seed=1)
    assert found["false_alerts_per_1000"]["ham"]["value"] == 0.0
    assert found["false_alerts_per_1000"]["newsletters"]["value"] == 1000.0
    assert found["false_alerts_per_1000"]["delivered"]["value"] == 333.3333
    assert found["newsletters_flagged"]["not_clean"]["hits"] == 1
    assert found["curve"]["ham_and_newsletters"]["recall_at_1_percent"]["value"] == 0.5


def test_recall_is_told_by_language_and_for_mail_the_provider_passed() -> None:
    found = figures(of_tocsin(ANSWERS), CASES, rounds=20, seed=1)
    assert found["recall_by_language"]["de"]["alerts"]["hits"] == 1
    assert found["recall_by_language"]["en"]["not_clean"]["n"] == 3
    assert found["recall_provider_passed"]["not_clean"]["n"] == 1
    assert found["by_source"]["junk"]["truth"] == "spam"
    assert next(iter(found["by_source"])) == "pot"


def test_a_peer_flags_from_its_threshold_on() -> None:
    judged = of_peer([6.0, 5.9, None], 6.0)
    assert judged.flagged.tolist() == [True, False, False]
    assert judged.errors == 1


def test_everything_is_plain_json_even_when_groups_are_empty() -> None:
    for cases, answers in ((CASES[:1], ANSWERS[:1]), (CASES[4:5], ANSWERS[4:5]), (CASES, [None] * len(CASES))):
        found = figures(of_tocsin(answers), cases, rounds=5, seed=1)
        json.dumps(found, allow_nan=False)


def test_calibration_leaves_out_what_was_not_answered() -> None:
    found = calibration(ANSWERS, CASES)
    assert found["pot"]["n"] == 3
    assert found["all"]["n"] == 7
    assert found["lists"] == {
        "n": 2, "brier": 0.025, "ece": 0.15, "mean_probability": 0.15, "share_not_clean": 0.0,
    }  # fmt: skip


def test_confusion_counts_verdicts_by_truth() -> None:
    table = confusion(ANSWERS, CASES)
    assert table["bad"] == {"malicious": 1, "suspicious": 1, "unwanted": 1, "clean": 0, "no answer": 1}
    assert table["newsletter"]["suspicious"] == 1
