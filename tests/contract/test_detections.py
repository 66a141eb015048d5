"""Every detection keeps its word: examples, languages, ids, facts, independence of the order of lines and of chunks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pytest

from tocsin.identify.columns import frame_of, in_order
from tocsin.identify.detection import NEEDS, Detection
from tocsin.identify.detections import all_detections
from tocsin.identify.detector import Detector
from tocsin.identify.stories import SURROUNDINGS
from tocsin.model.activity import Activity
from tocsin.model.alert import Alert
from tocsin.model.sentence import LANGUAGES
from tocsin.render.alerts import DATA, FACTS

DETECTIONS = list(all_detections().values())
ARABIC_LETTERS = re.compile(r"[\u0620-\u064a]")


def _each() -> list[object]:
    return [pytest.param(one, id=one.id) for one in DETECTIONS]


def _found(one: Detection, story: Sequence[Activity]) -> list[Alert]:
    detector = Detector({one.id: one}, SURROUNDINGS)
    return [*detector.step(in_order(frame_of(story))), *detector.pending()]


def _found_in_pieces(one: Detection, story: Iterable[Activity]) -> list[Alert]:
    detector = Detector({one.id: one}, SURROUNDINGS)
    rows = in_order(frame_of(story))
    pieces = [alert for _, piece in rows.group_by("time", maintain_order=True) for alert in detector.step(piece)]
    return [*pieces, *detector.pending()]


@pytest.mark.parametrize("one", _each())
def test_it_finds_its_examples(one: Detection) -> None:
    stories = one.hits()
    assert stories, "a detection without an example proves nothing"
    for number, story in enumerate(stories):
        assert _found(one, story), f"example {number} of hits is not found"


@pytest.mark.parametrize("one", _each())
def test_it_leaves_its_counter_examples_alone(one: Detection) -> None:
    stories = one.misses()
    assert stories, "a detection without a counter-example proves nothing"
    for number, story in enumerate(stories):
        assert not _found(one, story), f"counter-example {number} is found"


@pytest.mark.parametrize("one", _each())
def test_blunted_examples_are_not_found(one: Detection) -> None:
    """Without its last event, which is what makes it, no story of one alert says the same."""
    for story in one.hits():
        whole = _found(one, story)
        assert whole != _found(one, story[:-1]), "the last event of an example changes nothing"


@pytest.mark.parametrize("one", _each())
def test_events_one_by_one_give_the_same_alerts(one: Detection) -> None:
    for story in one.hits():
        assert sorted(_found(one, story), key=lambda a: a.id) == sorted(
            _found_in_pieces(one, story), key=lambda a: a.id
        )


@pytest.mark.parametrize("one", _each())
def test_it_speaks_both_languages_without_numbers(one: Detection) -> None:
    for texts in (one.title, one.explain):
        assert tuple(texts) == LANGUAGES
        assert ARABIC_LETTERS.search(texts["ar"])
        assert not ARABIC_LETTERS.search(texts["en"])
        assert not re.search(r"\d", "".join(texts.values()))


@pytest.mark.parametrize("one", _each())
def test_its_ids_are_well_formed(one: Detection) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", one.id)
    assert all(re.fullmatch(r"T\d{4}(\.\d{3})?", technique) for technique in one.attack)
    assert all(re.fullmatch(r"D3-[A-Z]+", technique) for technique in one.defend)
    assert set(one.needs) <= set(NEEDS)
    assert set(one.facts) <= set(FACTS)


def test_there_are_enough_detections() -> None:
    assert len(DETECTIONS) >= 40
    assert set(DATA) == set(NEEDS)
