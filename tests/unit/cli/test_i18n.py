from __future__ import annotations

import pytest
from tests.fixtures import scanned

from tocsin.cli.i18n import Words, default_language
from tocsin.cli.labels import CLASSES, DANGERS, FACTS, percent, verdict_sentence
from tocsin.model.verdict import FACTS as KNOWN_FACTS
from tocsin.model.verdict import Class, Danger


def test_values_are_isolated_in_arabic() -> None:
    assert Words("ar").gettext("As of %(date)s.", date="2026-03-01") == "بتاريخ \u20682026-03-01\u2069."


def test_english_stays_free_of_marks_where_nothing_turns() -> None:
    assert Words("en").gettext("As of %(date)s.", date="2026-03-01") == "As of 2026-03-01."
    assert Words("en").gettext("As of %(date)s.", date="غدًا") == "As of \u2068غدًا\u2069."


def test_large_numbers_are_grouped() -> None:
    assert (
        Words("en").ngettext("%(n)s message judged.", "%(n)s messages judged.", 1_234_567)
        == "1,234,567 messages judged."
    )


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ar_EG.UTF-8"}, "ar"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "ar", "LC_ALL": "en_GB"}, "en"),
        ({}, "en"),
        ({"LC_MESSAGES": "fr"}, "en"),
    ],
)
def test_the_environment_chooses(environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert default_language() == language


def test_every_word_of_the_fixed_vocabularies_has_a_label() -> None:
    assert set(CLASSES) == set(Class)
    assert set(DANGERS) == set(Danger)
    assert set(FACTS) == KNOWN_FACTS


@pytest.mark.parametrize(
    ("probability", "shown"),
    [
        (0.0, "under 1 %"),
        (0.0099, "under 1 %"),
        (0.5, "50 %"),
        (0.994, "99 %"),
        (0.9951, "over 99 %"),
        (1.0, "over 99 %"),
    ],
)
def test_nobody_is_ever_certain(probability: float, shown: str) -> None:
    assert percent(probability, Words("en")) == shown


def test_likelihood_is_said_in_words_and_digits() -> None:
    said = [verdict_sentence(scanned.verdict(malicious=p), Words("en")) for p in (0.5, 0.7, 0.9, 0.97, 1.0)]
    assert said == [
        "There is a roughly even chance that this is an attack: 50 %.",
        "This is likely to be an attack: 70 %.",
        "This is very likely to be an attack: 90 %.",
        "This is almost certainly an attack: 97 %.",
        "This is almost certainly an attack: over 99 %.",
    ]
    clean = scanned.verdict(Class.CLEAN, 0.01, 0.0)
    assert verdict_sentence(clean, Words("en")) == "No signs found; this is not proof of safety."
