from __future__ import annotations

from datetime import timedelta

import pytest
from tests.fixtures.assessments import AT, assessment, item

from tocsin.attribute.assessment import assess, brier, forecast, moves, scores
from tocsin.attribute.weighing import ENGINE
from tocsin.model.assessment import FALSE_FLAG, UNKNOWN, Forecast, Kind, Question, Version

LATER = AT + timedelta(days=9)


def test_the_likeliest_is_first_and_says_what_it_rests_on() -> None:
    found = assess(assessment(item("a", grade="C3", heron=1), item("b", heron=2, fox=-1), item("c", heron=-1)))
    first, last = found.estimates[0], {one.hypothesis: one for one in found.estimates}
    assert first.hypothesis == "heron" or first.hypothesis == UNKNOWN
    assert last["heron"].supported_by == ("b", "a")
    assert last["heron"].opposed_by == ("c",)
    assert last["fox"].opposed_by == ("b",)
    assert last[UNKNOWN].supported_by == ()
    assert sum(one.chance for one in found.estimates) == pytest.approx(1)


def test_a_false_flag_rests_on_what_could_be_planted() -> None:
    found = assess(assessment(item("a", kind=Kind.TEXT, heron=2), item("b", kind=Kind.CLAIM, heron=-1)))
    flag = next(one for one in found.estimates if one.hypothesis == FALSE_FLAG)
    assert flag.supported_by == ("a",)


def test_independent_sources_are_counted() -> None:
    found = assess(assessment(item("a", "s", heron=2), item("b", "s", heron=1), item("c", heron=2), item("d", fox=1)))
    assert found.estimates[0].hypothesis == "heron"
    assert found.supporting_sources == 2


def test_objectives_are_weighed_by_the_same_machinery() -> None:
    found = assess(assessment(item("a", retaliation=2), names=("discord", "retaliation"), question=Question.OBJECTIVE))
    assert {one.hypothesis for one in found.estimates} == {"discord", "retaliation", UNKNOWN, FALSE_FLAG}


def test_history_tells_what_came_and_went() -> None:
    first = assessment(item("a", heron=1), item("b", heron=1))
    second = assessment(item("b", grade="C3", heron=1), item("c", heron=2), as_of=LATER)
    one, two = moves([Version(second), Version(first)])
    assert (one.as_of, one.added, one.removed, one.changed) == (AT, ("a", "b"), (), ())
    assert (two.as_of, two.added, two.removed, two.changed) == (LATER, ("c",), ("a",), ("b",))
    assert two.chances == {e.hypothesis: e.chance for e in assess(second).estimates}
    assert two.engine is None, "nothing was kept of it"


def test_history_and_scores_are_of_what_was_told_then() -> None:
    told = Forecast({"heron": 0.9, "fox": 0.05, UNKNOWN: 0.04, FALSE_FLAG: 0.01}, "rules of then")
    first = Version(assessment(item("a", fox=2)), told)
    second = Version(assessment(item("a", fox=2), as_of=LATER, resolved="heron"))
    assert (moves([first, second])[0].chances, moves([first])[0].engine) == (told.chances, told.engine)
    (score,) = scores([first, second])
    assert score.brier == pytest.approx(0.0142)
    assert score.kept


def test_what_is_kept_is_what_is_told() -> None:
    assessed = assess(assessment(item("a", heron=2)))
    kept = forecast(assessed)
    assert kept.chances == {one.hypothesis: one.chance for one in assessed.estimates}
    assert moves([Version(assessment(item("a", heron=2)), kept)])[0].engine == ENGINE


def test_the_brier_score() -> None:
    assert brier({"a": 1.0, "b": 0.0}, "a") == 0
    assert brier({"a": 1.0, "b": 0.0}, "b") == 2
    assert brier({"a": 0.7, "b": 0.3}, "a") == pytest.approx(0.18)


def test_who_was_not_among_the_answers_was_none_of_those_named() -> None:
    told = {"heron": 0.2, UNKNOWN: 0.7, FALSE_FLAG: 0.1}
    assert brier(told, "wolf") == brier(told, UNKNOWN) == pytest.approx(0.14)
    early = assessment(item("a", heron=1), names=("heron",))
    late = assessment(item("a", heron=1), names=("heron", "wolf"), as_of=LATER, resolved="wolf")
    (score,) = scores([Version(early), Version(late)])
    assert score.brier == pytest.approx(brier({e.hypothesis: e.chance for e in assess(early).estimates}, UNKNOWN))


def test_every_version_before_it_was_known_has_a_score_and_none_later() -> None:
    first, second = assessment(item("a", heron=1)), assessment(item("a", heron=2), as_of=LATER)
    assert scores([Version(first), Version(second)]) == ()
    third, fourth = (
        assessment(item("a", heron=2), as_of=LATER + timedelta(days=day), resolved=known)
        for day, known in ((1, "fox"), (2, "heron"))
    )
    poor, good = scores([Version(one) for one in (fourth, second, third, first)])
    assert (poor.told_at, good.told_at) == (AT, LATER)
    assert poor.brier > good.brier > 0, "by the latest that says what is true"
    assert not poor.kept
    assert scores([Version(third)]) == ()


def test_a_forecast_that_was_written_afterwards_is_none() -> None:
    """What counts is when the log recorded it, whatever it says it is as of."""
    days = [AT + timedelta(days=day) for day in range(10)]
    honest = Version(assessment(item("a", heron=1), as_of=days[3]), None, days[3])
    known = Version(assessment(item("a", heron=2), as_of=days[5], resolved="heron"), None, days[5])
    backdated = Version(assessment(item("a", heron=2), as_of=days[1]), None, days[6])
    early = Version(assessment(item("a", fox=2), as_of=days[0]), None, days[2])
    assert [one.told_at for one in scores([honest, known, backdated, early])] == [days[2], days[3]]
