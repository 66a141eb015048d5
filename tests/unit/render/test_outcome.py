from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace
from tests.unit.identify.outcome.made import LOGS, clicked, covered, judged, line, sign_in

from tocsin.identify.outcome.lines import key
from tocsin.model.activity import Act, Activity, Reason
from tocsin.model.outcome import Outcome
from tocsin.model.sentence import LANGUAGES
from tocsin.render.outcome import lines, linked, picture
from tocsin.render.words import Words

GOLDEN = Path(__file__).parents[2] / "golden"
DENIED = (clicked(), sign_in(33, reason=Reason.FACTOR_DENIED, factor="push"))
SVG = "{http://www.w3.org/2000/svg}"


def drawn(outcome: Outcome, language: str = "en") -> ET.Element:
    return ET.fromstring(picture(outcome.stages, Words(language), alone=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_as_it_was_reviewed(language: str) -> None:
    made = picture(judged(*DENIED).stages, Words(language), alone=True)
    assert f"{made}\n" == (GOLDEN / f"outcome.{language}.svg").read_text("utf-8")


def test_the_picture_says_in_words_what_it_shows() -> None:
    made = drawn(judged(*DENIED))
    told = made.findtext(f"{SVG}desc") or ""
    assert "second factor: stopped by the second factor being denied by its owner." in told
    assert made.findtext(f"{SVG}title") == "How far the attempt got"
    assert made.get("role") == "img"


@pytest.mark.parametrize(("language", "remark"), [("en", "stated period"), ("ar", "صُرّح")])
def test_a_stop_that_is_stated_says_so_in_text_and_picture(language: str, remark: str) -> None:
    silent, rest = covered(LOGS[:1], 0.1), covered(LOGS[1:])
    outcome = judged(*DENIED, coverage=[*silent, *rest, replace(covered(LOGS[:1])[0], stated=True)])
    (said,) = (one for one in lines(outcome.stages, Words(language)) if remark in one)
    assert "2026-10-11 09:00 UTC" in said
    texts = [one.text or "" for one in drawn(outcome, language).iter(f"{SVG}text")]
    (drawn_remark,) = (one for one in texts if remark in one)
    assert "2026" not in drawn_remark, "a line of its own, so that it has room"
    assert not any(remark in one for one in lines(judged(*DENIED).stages, Words(language)))


def test_what_a_stage_is_shows_in_its_shape() -> None:
    rows = {one.get("class"): one for one in drawn(judged(*DENIED)).iter(f"{SVG}g") if one.get("class")}
    assert rows["stopped"].find(f"{SVG}rect") is not None
    assert rows["reached"].find(f"{SVG}circle") is not None
    assert "?" in [text.text for text in rows["not-observable"].iter(f"{SVG}text")]


def test_in_arabic_it_is_mirrored() -> None:
    left, right = drawn(judged(*DENIED)), drawn(judged(*DENIED), "ar")
    assert (left.get("direction"), right.get("direction")) == ("ltr", "rtl")
    first, second = (float(next(one.iter(f"{SVG}circle")).get("cx", "0")) for one in (left, right))
    assert first + second == 640


def test_it_has_the_colour_of_the_text_and_no_other() -> None:
    made = str(picture(judged(*DENIED).stages, Words("en")))
    assert "#" not in made
    assert "<style>" not in made
    assert "currentColor" in made


def test_the_lines_say_what_would_settle_an_unknown_stage() -> None:
    told = list(lines(judged(*DENIED, coverage=covered(LOGS[1:])).stages, Words("en")))
    assert "second factor: unknown (What would settle it: the sign-in log of Microsoft Entra)" in told
    assert told[0] == "delivered: reached: a later stage cannot be without it"


def test_behind_a_stop_nothing_is_claimed() -> None:
    told = list(lines(judged(*DENIED).stages, Words("en")))
    assert told[-1] == "data out: behind the stop: nothing of it was seen"
    assert told[6].startswith("second factor: stopped by the second factor being denied by its owner (2026-10-05 09:33")
    assert "known until 2026-10-11 09:00 UTC" in told[6]


def test_links_are_shown_with_how_sure_they_are_and_doubts_as_such() -> None:
    lines_ = [*DENIED, sign_in(60 * 90, "198.18.9.9"), line(Act.MAIL_READ, 1, "m365")]
    outcome = judged(*lines_)
    by_id: dict[str, Activity] = {key(one): one for one in lines_}
    told = list(linked(outcome, by_id, Words("en")))
    assert any("strong link (+" in one and "its owner said no" in one for one in told)
    place = next(place for place, one in enumerate(told) if "Nobody knows whose these are" in one)
    assert "198.18.9.9" in told[place + 1]
