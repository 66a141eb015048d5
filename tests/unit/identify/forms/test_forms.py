from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import polars as pl
import pytest

from tocsin.identify.columns import did, frame_of, in_order
from tocsin.identify.detection import Detection, facts
from tocsin.identify.detector import Detector
from tocsin.identify.forms import Chain, Each, FirstSeen, Form, Many, Previous, Together
from tocsin.identify.forms import Sequence as InTurn
from tocsin.identify.stories import BO, event, failure, usual
from tocsin.model.activity import Act, Activity
from tocsin.model.alert import Alert, Severity

TEXT = {"en": "words", "ar": "كلمات"}
FAILED = pl.col("status") == "failure"


def found(form: Form, story: Sequence[Activity]) -> list[Alert]:
    one = Detection(
        id="one",
        severity=Severity.LOW,
        title=TEXT,
        explain=TEXT,
        form=form,
        hits=tuple,
        misses=tuple,
        facts=facts("ip"),
    )
    detector = Detector({"one": one})
    return sorted([*detector.step(in_order(frame_of(story))), *detector.pending()], key=lambda alert: alert.time)


def test_each_event_is_an_alert_and_those_within_quiet_are_one() -> None:
    story = [event(minute=m, ip=f"192.0.2.{m}") for m in (0, 30, 100)]
    assert [alert.count for alert in found(Each(where=did(Act.SIGN_IN)), story)] == [1, 1, 1]
    near = found(Each(where=did(Act.SIGN_IN), quiet=timedelta(minutes=30)), story)
    assert [(alert.count, alert.facts) for alert in near] == [
        (2, {"ip": "192.0.2.0, 192.0.2.30"}),
        (1, {"ip": "192.0.2.100"}),
    ]


def many(of: str = "", then: pl.Expr | None = None) -> Many:
    return Many(key=("person",), at_least=3, quiet=timedelta(minutes=10), where=FAILED, of=of, then=then)


@pytest.mark.parametrize(("minutes", "count"), [((0, 5, 9.9), 3), ((0, 5, 10), 0), ((0, 4, 8, 12, 40, 41), 4)])
def test_a_window_holds_what_is_younger_than_its_span(minutes: tuple[float, ...], count: int) -> None:
    assert sum(alert.count for alert in found(many(), [failure(minute=m) for m in minutes])) == count


def test_many_counts_what_a_line_stands_for() -> None:
    assert found(many(), [failure(count=2), failure(minute=1, count=1)])[0].count == 3


def test_many_counts_different_values_once_while_they_stay() -> None:
    form = many(of="ip")
    same = [failure(minute=m, ip="192.0.2.1") for m in range(9)]
    assert not found(form, same)
    three = [*same, failure(minute=9, ip="192.0.2.2"), failure(minute=9.5, ip="192.0.2.3")]
    assert found(form, three)[0].count == len(three)
    assert not found(form, [failure(ip="192.0.2.1"), *(failure(minute=m, ip=f"192.0.2.{m}") for m in (11, 12))])


def test_what_comes_after_a_full_window_makes_it_worse() -> None:
    form = many(then=did(Act.SIGN_IN) & ~FAILED)
    full = [failure(minute=m) for m in range(3)]
    assert found(form, full)[0].severity is Severity.LOW
    assert found(form, [*full, event(minute=12)])[0].severity is Severity.MEDIUM
    assert found(form, [*full, event(minute=13)])[0].severity is Severity.LOW
    assert found(form, [event(minute=-1), *full])[0].severity is Severity.LOW


def test_first_seen_learns_before_it_speaks() -> None:
    form = FirstSeen(where=~FAILED, value=pl.col("ip"), history=3, learning=timedelta(days=3))
    new = event(ip="203.0.113.9")
    assert found(form, [*usual(4), new])
    assert not found(form, [*usual(2), new])
    assert not found(form, [*usual(4), failure(ip="203.0.113.9")])
    assert len(found(form, [*usual(4), new, event(minute=5, ip="203.0.113.9")])) == 1


def test_first_seen_forgets() -> None:
    form = FirstSeen(where=~FAILED, value=pl.col("ip"), history=0, learning=timedelta(0), memory=timedelta(days=1))
    assert len(found(form, [event(ip="192.0.2.1"), event(minute=1441, ip="192.0.2.1")])) == 2
    assert len(found(form, [event(ip="192.0.2.1"), event(minute=1440, ip="192.0.2.1")])) == 1


def test_first_seen_keeps_one_row_of_all_that_it_forgot() -> None:
    form = FirstSeen(where=~FAILED, value=pl.col("ip"), history=3, learning=timedelta(0), memory=timedelta(days=1))
    state = None
    for day in range(9):
        story = [event(minute=1440 * day + n, ip=f"192.0.2.{10 * day + n}") for n in range(5)]
        hits, state = form.step(state, in_order(frame_of(story)), pl.lit(story[-1].time))
        assert len(hits) == (5 if day else 2), "what was learnt before is not forgotten with the values"
        assert state is not None
        assert len(state) <= 5 + 5 + 1


def test_previous_compares_with_the_event_before_of_the_same_key() -> None:
    form = Previous(key=("person",), where=~FAILED, when=pl.col("ip") != pl.col("before_ip"), memory=timedelta(hours=1))
    first, other = event(ip="192.0.2.1"), event(minute=59, ip="203.0.113.9")
    (alert,) = found(form, [first, other])
    assert [ref.id for ref in alert.events] == [first.id, other.id]
    assert not found(form, [first, event(minute=61, ip="203.0.113.9")])
    assert not found(form, [first, event(minute=59, ip="203.0.113.9", person=BO)])


def test_a_sequence_takes_the_nearest_before() -> None:
    form = InTurn(
        key=("person",),
        after=FAILED,
        where=~FAILED,
        within=timedelta(hours=1),
        when=pl.col("ip") == pl.col("before_ip"),
    )
    story = [failure(ip="192.0.2.1"), failure(minute=5, ip="192.0.2.2"), event(minute=6, ip="192.0.2.1")]
    assert not found(form, story)
    assert found(form, [*story, event(minute=7, ip="192.0.2.2")])
    assert not found(form, [failure(ip="192.0.2.1"), event(ip="192.0.2.1")]), "at the same moment nothing comes after"


def _steps() -> tuple[pl.Expr, ...]:
    return tuple(pl.col("detail") == name for name in "abc")


def _told(*steps: tuple[str, float]) -> list[Activity]:
    return [event(minute=minute, detail=detail) for detail, minute in steps]


def test_a_chain_wants_its_steps_in_order_within_the_span() -> None:
    form = Chain(key=("person",), steps=_steps(), where=pl.col("detail") != "", quiet=timedelta(minutes=10))
    assert found(form, _told(("a", 0), ("b", 5), ("c", 10)))
    assert not found(form, _told(("a", 0), ("b", 5), ("c", 11)))
    assert not found(form, _told(("b", 0), ("a", 5), ("c", 6)))
    assert found(form, _told(("a", 0), ("a", 4), ("b", 5), ("c", 11))), "the latest beginning counts"


def test_together_wants_all_steps_in_any_order() -> None:
    form = Together(key=("person",), steps=_steps(), where=pl.col("detail") != "", quiet=timedelta(minutes=10))
    assert found(form, [event(minute=m, detail=d) for d, m in (("c", 0), ("a", 5), ("b", 9))])[0].count == 3
    assert not found(form, [event(minute=m, detail=d) for d, m in (("c", 0), ("a", 5), ("b", 10))])
    assert not found(form, [event(minute=m, detail=d) for d, m in (("c", 0), ("a", 5), ("a", 9))])


def test_an_alert_names_its_first_and_last_events() -> None:
    form = Each(where=FAILED, quiet=timedelta(minutes=5))
    (alert,) = found(form, [failure(minute=m / 10, id=f"{m:04}") for m in range(500)])
    assert alert.count == 500
    assert [ref.id for ref in alert.events] == [f"{m:04}" for m in (*range(50), *range(450, 500))]
