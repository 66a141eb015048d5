from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as ET

from tocsin.model.view import CountItem
from tocsin.render.pictures import each_over_time, length, over_time, qr, route


def test_a_qr_code_is_one_path_on_white() -> None:
    drawn = ET.fromstring(qr("otpauth://totp/Tocsin:ada?secret=ABC"))
    assert [one.tag for one in drawn] == ["rect", "path"]


def test_a_route_has_a_stop_for_the_first_sender_and_each_server() -> None:
    drawn = ET.fromstring(
        route([("10:00", "sender.example 192.0.2.1", "mx.example"), ("10:01", "mx.example", "in.example")])
    )
    names = [one.text for one in drawn.iter("text") if one.get("class") is None]
    assert names == ["sender.example 192.0.2.1", "mx.example", "in.example"]


def test_what_a_server_calls_itself_is_escaped_and_cut() -> None:
    drawn = ET.fromstring(route([("", "<script>" + "x" * 100, "mx")]))
    assert not list(drawn.iter("script"))
    shown = next(drawn.iter("text")).text
    assert shown is not None
    assert len(shown) == 72


def heights_in(drawn: ET.Element, kind: str | None = None) -> list[float]:
    """The heights of the bars of a path."""
    paths = [one.get("d", "") for one in drawn.iter("path") if one.get("class") == kind]
    return [float(high) for path in paths for high in re.findall(r"v-([\d.]+)", path)]


def test_bars_are_as_high_as_their_counts() -> None:
    counts = [CountItem("2026-03-01", "malicious", 4), CountItem("2026-03-03", "malicious", 2),
              CountItem("2026-03-03", "clean", 9)]  # fmt: skip
    drawn = ET.fromstring(over_time(date(2026, 3, 1), date(2026, 3, 5), counts, ("malicious", "suspicious")))
    heights = heights_in(drawn, "malicious")
    assert len(heights) == 2
    assert heights[0] == 2 * heights[1]
    assert heights_in(drawn, "suspicious") == []


def test_small_pictures_of_several_values_are_to_one_scale() -> None:
    counts = [CountItem("2026-03-01", "T1566", 8), CountItem("2026-03-02", "T1598", 4)]
    drawn = each_over_time(date(2026, 3, 1), date(2026, 3, 5), counts)
    heights = {value: heights_in(ET.fromstring(svg)) for value, svg in drawn.items()}
    assert heights["T1566"] == [2 * heights["T1598"][0]]


def test_without_counts_there_are_no_small_pictures() -> None:
    assert each_over_time(date(2026, 3, 1), date(2026, 3, 5), []) == {}


def test_a_length_is_the_share_of_the_most() -> None:
    (bar,) = ET.fromstring(length(3, 12)).iter("rect")
    assert bar.get("width") == "25.0"


def test_many_days_are_drawn_as_weeks() -> None:
    counts = [CountItem("2026-01-01", "malicious", 1), CountItem("2026-01-05", "malicious", 1)]
    drawn = ET.fromstring(over_time(date(2026, 1, 1), date(2026, 12, 31), counts, ("malicious",)))
    assert len(heights_in(drawn, "malicious")) == 1


def test_no_counts_are_drawn_as_none() -> None:
    drawn = ET.fromstring(over_time(date(2026, 3, 1), date(2026, 3, 5), [], ("malicious",)))
    assert heights_in(drawn, "malicious") == []
