from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from tocsin.model.view import CountItem
from tocsin.render.pictures import over_time, qr, route


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


def test_bars_are_as_high_as_their_counts() -> None:
    counts = [CountItem("2026-03-01", "malicious", 4), CountItem("2026-03-03", "malicious", 2),
              CountItem("2026-03-03", "clean", 9)]  # fmt: skip
    drawn = ET.fromstring(over_time(date(2026, 3, 1), date(2026, 3, 5), counts, ("malicious", "suspicious")))
    heights = [float(one.get("height", "0")) for one in drawn.iter("rect")]
    assert len(heights) == 2
    assert heights[0] == 2 * heights[1]


def test_many_days_are_drawn_as_weeks() -> None:
    counts = [CountItem("2026-01-01", "malicious", 1), CountItem("2026-01-05", "malicious", 1)]
    drawn = ET.fromstring(over_time(date(2026, 1, 1), date(2026, 12, 31), counts, ("malicious",)))
    assert len(list(drawn.iter("rect"))) == 1


def test_no_counts_are_drawn_as_none() -> None:
    drawn = ET.fromstring(over_time(date(2026, 3, 1), date(2026, 3, 5), [], ("malicious",)))
    assert not list(drawn.iter("rect"))
