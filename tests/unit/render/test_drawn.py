from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from tocsin.attribute.trend import trend
from tocsin.model.operation import FeatureKind
from tocsin.render.drawn import MOST_DOTS, MOST_FEATURES, MOST_INCIDENTS, bars, graph, timeline
from tocsin.render.words import Words

NOW = datetime(2026, 3, 4, tzinfo=UTC)
EN, AR = Words("en"), Words("ar")


def at(*days: int) -> list[datetime]:
    return [NOW - timedelta(days=day) for day in days]


def xs(drawn: ET.Element, tag: str, place: str) -> list[float]:
    return [float(one.get(place, "")) for one in drawn.iter(tag)]


def test_a_bar_is_as_high_as_its_count_and_its_interval_is_drawn_through_it() -> None:
    told = trend(at(0, 8, 8, 8, 8), NOW, NOW)
    drawn = ET.fromstring(bars(told, EN))
    heights = xs(drawn, "rect", "height")
    assert heights[0] == pytest.approx(4 * heights[1], abs=0.2)
    assert [one.get("class") for one in drawn.iter("rect")] == ["bar", "bar open"]
    for bar, line, one in zip(drawn.iter("rect"), drawn.iter("path"), told.bars, strict=True):
        low, high = (float(end) for end in line.get("d", "").split(" ")[1].split("V"))
        top = float(bar.get("y", ""))
        assert high < top < low
        assert (low - high) / (170 - top) == pytest.approx((one.high - one.low) / one.incidents, rel=0.01)


def test_time_runs_with_the_language() -> None:
    told = trend(at(0, 8), NOW, NOW)
    left, right = (xs(ET.fromstring(bars(told, words)), "rect", "x") for words in (EN, AR))
    assert left == sorted(left)
    assert right == sorted(right, reverse=True)
    both = [(moment, "Harbour") for moment in at(9, 5, 0)]
    for words, turned in ((EN, False), (AR, True)):
        drawn = ET.fromstring(timeline(both, words))
        assert xs(drawn, "circle", "cx") == sorted(xs(drawn, "circle", "cx"), reverse=turned)
        assert drawn.get("direction") == words.direction


def test_without_incidents_there_are_no_bars() -> None:
    assert not list(ET.fromstring(bars(trend([], NOW, NOW), EN)).iter("rect"))


def test_dots_of_one_time_stand_below_one_another_and_each_organisation_has_its_row() -> None:
    drawn = ET.fromstring(timeline([(NOW, "A"), (NOW, "A"), (NOW, "B")], EN))
    assert len(set(xs(drawn, "circle", "cx"))) == 1
    assert len(set(xs(drawn, "circle", "cy"))) == 3
    assert [one.text for one in drawn.iter("text") if one.get("class") == "name"] == ["A", "B"]


def test_a_long_timeline_is_bounded() -> None:
    drawn = ET.fromstring(timeline([(NOW, "A")] * 500, EN))
    assert len(list(drawn.iter("circle"))) == MOST_DOTS


HELD = [(FeatureKind.HOST, "login.evil.test", ("i-1", "i-3")), (FeatureKind.ADDRESS, "192.0.2.1", ("i-1", "i-2"))]
SEVERAL = [(f"i-{n}", f"Letter {n}", f"2026-03-0{n}") for n in (1, 2, 3)]


def test_a_graph_has_a_line_for_each_incident_that_shows_a_feature() -> None:
    drawn = ET.fromstring(graph(SEVERAL, HELD, EN))
    assert len(list(drawn.iter("rect"))) == 5
    assert len(list(drawn.iter("path"))) == 4
    assert graph(SEVERAL, HELD, EN) == graph(SEVERAL, HELD[::-1], EN), "whatever the order"
    told = "".join(one.text or "" for one in drawn.iter("text"))
    assert "login[.]evil[.]test" in told
    assert told.index("192.0.2.1") < told.index("login[.]evil"), "nearer to those that show it"


def test_a_graph_is_mirrored_for_a_language_that_runs_the_other_way() -> None:
    left, right = (xs(ET.fromstring(graph(SEVERAL, HELD, words)), "rect", "x") for words in (EN, AR))
    widths = xs(ET.fromstring(graph(SEVERAL, HELD, EN)), "rect", "width")
    assert right == [pytest.approx(720 - one - wide) for one, wide in zip(left, widths, strict=True)]


def test_a_graph_is_bounded_and_what_it_holds_is_escaped() -> None:
    many = [(f"i-{n:03}", "<b>", "day") for n in range(300)]
    held = [(FeatureKind.REGISTRANT, f"<i>{n}", tuple(name for name, _, _ in many)) for n in range(90)]
    drawn = ET.fromstring(graph(many, held, EN))
    assert len(list(drawn.iter("rect"))) == MOST_INCIDENTS + MOST_FEATURES
    assert len(list(drawn.iter("path"))) == MOST_INCIDENTS * MOST_FEATURES
    assert not [*drawn.iter("b"), *drawn.iter("i")]


def test_what_only_incidents_show_that_are_not_drawn_is_left_out() -> None:
    many = [(f"i-{n:03}", "", "day") for n in range(MOST_INCIDENTS + 2)]
    drawn = ET.fromstring(graph(many, [(FeatureKind.HOST, "evil.test", ("i-020", "i-021"))], EN))
    assert len(list(drawn.iter("rect"))) == MOST_INCIDENTS
