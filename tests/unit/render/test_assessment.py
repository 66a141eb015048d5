from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.fixtures.assessments import AT, assessment, dissent, item

from tocsin.attribute.assessment import assess, forecast, moves
from tocsin.attribute.likelihood import SCALE
from tocsin.formats.assessment import read
from tocsin.model.assessment import Assessment, Forecast, Kind, Question, Score, Version
from tocsin.model.sentence import LANGUAGES, say
from tocsin.render.assessment import CONFIDENCE, likely, page, refused, scored
from tocsin.render.words import Words

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden"
VERSIONS = [read((ROOT / "examples" / "assessment" / f"harbour-{n}.toml").read_bytes(), str(n)) for n in (1, 2)]
PLANTED = assessment(*(item(f"p{n}", kind=Kind.TOOL, heron=2) for n in range(3)), unknown=0.2)
MANY = (*VERSIONS, PLANTED, assessment(), assessment(item("a", fox=-2), dissents=(dissent(),)))


def shown(given: Assessment, language: str = "en") -> list[str]:
    return list(page(given, assess(given), Words(language), moves([Version(given)])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_as_it_was_reviewed(language: str) -> None:
    newest = VERSIONS[-1]
    made = "\n".join(page(newest, assess(newest), Words(language), moves([Version(one) for one in VERSIONS])))
    assert f"{made}\n" == (GOLDEN / f"assessment.{language}.txt").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("given", MANY)
def test_confidence_and_likelihood_never_share_a_sentence(given: Assessment, language: str) -> None:
    words = Words(language)
    levels = [words.gettext(text) for text in CONFIDENCE.values()]
    about = [line for line in shown(given, language) if words.gettext("Confidence in this is")[:10] in line]
    about += [line for line in shown(given, language) if "درجة الوثوق" in line]
    assert len(about) == 1
    assert any(level in about[0] for level in levels)
    assert "%" not in about[0]
    assert not any(word.numbers in about[0] for word in SCALE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("given", MANY[:3])
def test_every_sentence_of_the_assessment_says_what_it_rests_on(given: Assessment, language: str) -> None:
    lines = [line for line in shown(given, language) if line.rstrip("\u2069 ").endswith((".", "]", "؛"))]
    made_up = Words(language).gettext("SYNTHETIC: everything on this page is made up for practice.")
    assert len(lines) > 5
    for line in lines:
        assert re.search(r"\[[a-z0-9, ]+\]", line) or line == made_up, line


def test_a_word_always_has_its_numbers() -> None:
    for word in SCALE:
        chance = (word.low + word.high) / 2
        for language in LANGUAGES:
            assert word.words[language] in likely(chance, Words(language))
            assert word.numbers in likely(chance, Words(language))


def test_the_numbers_of_a_word_keep_their_order_in_arabic() -> None:
    """Unisolated, 20–45 shows as 45–20 in a sentence that runs from right to left (UAX 9, N1)."""
    assert "\u2068(" not in likely(0.3, Words("ar"))
    assert "(\u206820–45%\u2069)" in likely(0.3, Words("ar"))


def test_what_is_held_back_says_so() -> None:
    assert any("is held down" in line for line in shown(PLANTED))
    assert not any("is held down" in line for line in shown(VERSIONS[0]))


def test_objectives_have_words_of_their_own() -> None:
    given = assessment(item("a", discord=1), names=("discord", "distrust"), question=Question.OBJECTIVE)
    text = "\n".join(shown(given))
    assert "What it is mainly for" in text
    assert "another objective, or none that is known" in text
    assert "actor" not in text


def test_what_somebody_wrote_cannot_disturb_the_page() -> None:
    given = assessment(item("a", source="evil\u202e\x1b[31m\nsource", heron=1))
    assert not any(sign in line for line in shown(given) for sign in "\u202e\x1b\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_scores_are_shown_once_it_is_known_how_it_was(language: str) -> None:
    words = Words(language)
    assert list(scored((), words)) == []
    of_then, anew = (Score(AT, 0.25, kept) for kept in (True, False))
    _, _, then, today = scored((of_then, anew), words)
    assert "2031-03-02 09:00 UTC: 0.250" in then
    assert then in today
    assert today.endswith(words.gettext("(weighed anew by the rules of today)"))


def test_history_says_what_was_not_told_then_and_what_by_other_rules() -> None:
    given = assessment(item("a", heron=2))
    several = [Version(replace(given, as_of=AT + timedelta(days=day)), kept) for day, kept in enumerate(
        (None, Forecast({"heron": 0.9, "fox": 0.1}, "other"), forecast(assess(given))))]  # fmt: skip
    lines = list(page(given, assess(given), Words("en"), moves(several)))
    (anew,) = (line for line in lines if line.startswith("No estimate was kept of these"))
    (other,) = (line for line in lines if line.startswith("These were estimated by other rules"))
    assert re.findall(r"2031-03-0\d", anew) == ["2031-03-02"]
    assert re.findall(r"2031-03-0\d", other) == ["2031-03-03"]
    assert not any("by other rules" in line for line in page(given, assess(given), Words("en"), moves(several[2:] * 2)))


def test_why_a_name_is_refused() -> None:
    assert list(refused((say("no reasons are given"),), Words("en"))) == ["Not permitted: no reasons are given."]
