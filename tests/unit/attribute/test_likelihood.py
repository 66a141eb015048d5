from __future__ import annotations

import re

import pytest

from tocsin.attribute.likelihood import LIKELY, SCALE, place_of, word_of
from tocsin.model.sentence import LANGUAGES


def test_bands_follow_one_another_without_a_gap() -> None:
    assert [word.low for word in SCALE[1:]] == [word.high for word in SCALE[:-1]]
    assert (SCALE[0].low, SCALE[-1].high) == (0.01, 0.99)


@pytest.mark.parametrize(
    ("chance", "word"),
    [
        (0.0, "almost no chance"), (0.049, "almost no chance"), (0.05, "very unlikely"), (0.2, "unlikely"),
        (0.449, "unlikely"), (0.45, "roughly even chance"), (0.5, "roughly even chance"),
        (0.55, "roughly even chance"), (0.5501, "likely"), (0.8, "likely"), (0.801, "very likely"),
        (0.95, "very likely"), (0.951, "almost certain"), (1.0, "almost certain"),
    ],
)  # fmt: skip
def test_a_number_on_a_bound_takes_the_word_that_says_less(chance: float, word: str) -> None:
    assert word_of(chance).words["en"] == word


def test_likely_begins_above_its_bound() -> None:
    assert place_of(LIKELY) == 3
    assert place_of(LIKELY + 1e-9) == 4


@pytest.mark.parametrize("chance", [-0.01, 1.01, float("nan")])
def test_what_is_no_chance_is_refused(chance: float) -> None:
    with pytest.raises(ValueError, match="no chance"):
        place_of(chance)


def test_every_word_is_in_both_languages_and_has_its_numbers() -> None:
    for word in SCALE:
        assert set(word.words) == set(LANGUAGES)
        assert re.fullmatch(r"\d{1,2}–\d{1,2}%", word.numbers)
    assert len({word.words["ar"] for word in SCALE}) == len(SCALE)
