"""The texts of a statement: two languages, the same facts, and nothing that the reader's eye could be deceived by."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.fixtures.attack import WHEN

from tocsin.identify.advice import ADVICE
from tocsin.model.error import InputError, StatementError
from tocsin.model.people import Tlp
from tocsin.model.statement import Agency, Facts
from tocsin.model.verdict import Danger
from tocsin.statement import text
from tocsin.statement.text import facts_in, texts

GOLDEN = Path(__file__).parents[2] / "golden"
AGENCIES = (
    Agency("North Bay Election Authority (fictional)", "هيئة انتخابات الخليج الشمالي (متخيَّلة)"),
    Agency("East Isle Digital Safety Centre (fictional)", "مركز السلامة الرقمية في الجزيرة الشرقية (متخيَّل)"),
)
FACTS = Facts(
    WHEN + timedelta(days=2), WHEN, WHEN + timedelta(hours=30), 3, ("T1566.002", "T1656"), 2, "ab" * 32, "unknown",
    Tlp.CLEAR, synthetic=True,
)  # fmt: skip
STEPS = [
    {"en": english, "ar": arabic}
    for english, arabic in zip(*(ADVICE[Danger.CREDENTIALS].now[one] for one in ("en", "ar")), strict=True)
]


def made(facts: Facts = FACTS) -> dict[str, str]:
    return texts(facts, AGENCIES, STEPS)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_they_are_what_was_read(language: str) -> None:
    assert made()[language] == (GOLDEN / f"statement.{language}.txt").read_text("utf-8")


@pytest.mark.parametrize("outcome", ["stopped", "harm", "false-alarm", "unknown"])
def test_both_carry_the_same_facts(outcome: str) -> None:
    both = made(replace(FACTS, outcome=outcome))
    assert facts_in(both["en"]) == facts_in(both["ar"])
    assert set(facts_in(both["en"])) == {
        "TLP:CLEAR", "3", "2", "T1566.002, T1656", "ab" * 32, "2026-03-03 08:30 UTC", "2026-03-01 08:30 UTC",
        "2026-03-02 14:30 UTC",
    }  # fmt: skip


def test_every_digit_of_the_arabic_text_is_isolated_but_those_that_count_steps() -> None:
    body = re.sub("\u2066[^\u2069]*\u2069|\u2068[^\u2069]*\u2069", "", made()["ar"])
    assert re.findall(r"[0-9A-Za-z]+", re.sub(r"(?m)^\d\. ", "", body)) == []


def test_a_sentence_that_drops_a_fact_in_one_language_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "_AS_OF", {"en": "As of %(as_of)s. Label: %(tlp)s.", "ar": "المعلومات حتى %(as_of)s."})
    with pytest.raises(StatementError, match="same facts"):
        made()


def test_only_what_is_made_up_says_so() -> None:
    assert "SYNTHETIC" in made()["en"]
    assert "مُختلَق" in made()["ar"]
    real = made(replace(FACTS, synthetic=False))
    assert "SYNTHETIC" not in real["en"]
    assert "مُختلَق" not in real["ar"]


@pytest.mark.parametrize(
    "agency",
    [
        Agency("", "هيئة"), Agency("Authority", ""), Agency("Authority", "Authority"), Agency("A\nB", "هيئة"),
        Agency("A\u202eB", "هيئة"), Agency("A", "هيئة\u2069"), Agency("A" * 201, "هيئة"), Agency("A\x1b[2J", "هيئة"),
    ],
)  # fmt: skip
def test_a_name_that_cannot_be_shown_is_refused(agency: Agency) -> None:
    with pytest.raises(InputError, match="agency"):
        texts(FACTS, [agency], STEPS)


@pytest.mark.parametrize("agencies", [(), AGENCIES * 21])
def test_somebody_issues_it_and_not_everybody(agencies: tuple[Agency, ...]) -> None:
    with pytest.raises(InputError, match="issues"):
        texts(FACTS, agencies, STEPS)


def test_without_advice_there_is_no_heading_for_it() -> None:
    assert "What to do" not in texts(FACTS, AGENCIES, [])["en"]
