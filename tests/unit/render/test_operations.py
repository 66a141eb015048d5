from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tocsin.attribute.trend import trend
from tocsin.model.desk import Compared
from tocsin.model.operation import IncidentFeatures
from tocsin.render import operations as render
from tocsin.render.words import Words

NOW = datetime(2026, 3, 4, tzinfo=UTC)
LONG = NOW - timedelta(days=999)
EN, AR = Words("en"), Words("ar")


def told(before: int, after: int, since: datetime = LONG, words: Words = EN) -> str:
    times = [NOW - timedelta(days=day) for day in [*[100] * before, *[10] * after]]
    return render.trend(trend(times, NOW, since), words)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (20, 45, "That is 2.2 times as many (95 % interval: 1.3 to 3.9)"),
        (20, 45, "They became more."),
        (45, 20, "They became fewer."),
        (20, 24, "That they became more or fewer is not shown."),
        (0, 9, "That is at least 1.7 times as many (95 % interval)"),
        (0, 4, "That they became more or fewer is not shown."),
    ],
)
def test_it_says_no_more_than_the_interval_allows(before: int, after: int, says: str) -> None:
    assert says in told(before, after)


def test_what_was_not_recorded_is_not_compared() -> None:
    said = told(0, 50, NOW - timedelta(days=120))
    assert "whether they became more is not known" in said
    assert "times as many" not in said
    assert "no zero" in render.trend(None, EN)


def test_in_arabic_figures_are_isolated() -> None:
    said = told(20, 45, words=AR)
    assert "وقد ازدادت" in said
    assert "\u20682.2\u2069" in said
    assert "ليس هذا صفرًا" in render.trend(None, AR)


def test_of_another_s_incident_only_whose_it_is_is_told() -> None:
    features = IncidentFeatures("other-00", NOW, ())
    nameless = Compared(None, "", features, (), "")
    named = Compared(None, "", features, (), "Mill\u202e paper")
    assert render.called(nameless, EN) == "An incident of another organisation"
    assert "\u202e" not in render.called(named, AR)
    assert "Mill" in render.called(named, AR)
    assert (render.whose("", EN), render.whose("Mill", EN)) == ("Others, not named", "Mill")


def test_what_of_others_was_counted_and_what_could_not_be_read_is_told() -> None:
    assert render.lent(2, 0, EN) == "2 incidents of organisations that let yours compare are counted too."
    assert render.lent(0, 1, EN) == "Those of 1 organisation could not be read."
    assert render.lent(1, 2, EN).endswith("Those of 2 organisations could not be read.")
    assert "منظمة واحدة" in render.lent(0, 1, AR)


@pytest.mark.parametrize(
    ("ratio", "said"),
    [(1.04, "1.04"), (0.996, "0.996"), (1.0, "1.0"), (2.04, "2.0"), (1.00001, "1.0000"), (0.06, "0.1")],
)
def test_a_ratio_has_as_many_digits_as_it_takes_to_see_on_which_side_of_one_it_lies(ratio: float, said: str) -> None:
    assert render._figure(ratio) == said
