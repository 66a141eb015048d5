"""The tables of stages, controls, logs and reasons are whole, and speak both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from tocsin.formats.accounts import all_formats
from tocsin.identify.outcome.controls import CONTROLS
from tocsin.identify.outcome.logs import LOGS, Kind, log_of
from tocsin.identify.outcome.stages import BEFORE, STAGES, STATES, WAYS, around, needed
from tocsin.model.outcome import Stage, Way

ARABIC = re.compile("[\u0621-\u064a]")
TEXTS: list[Mapping[str, str]] = [
    *(text.name for text in STAGES.values()),
    *(text.reached for text in STAGES.values()),
    *(control.name for control in CONTROLS.values()),
    *(log.name for log in LOGS.values()),
    *(log.get for log in LOGS.values()),
    *STATES.values(),
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text["en"][:30])
def test_each_text_is_in_both_languages(text: Mapping[str, str]) -> None:
    assert set(text) == {"en", "ar"}
    assert ARABIC.search(text["ar"])
    assert not ARABIC.search(text["en"])
    assert set(re.findall(r"%\(\w+\)s", text["en"])) == set(re.findall(r"%\(\w+\)s", text["ar"]))


def test_every_stage_has_its_place() -> None:
    assert set(STAGES) == set(BEFORE) == set(Stage)
    assert tuple(STAGES) == tuple(Stage)
    for way in Way:
        places = [list(Stage).index(stage) for stage in WAYS[way]]
        assert places == sorted(places)
        for stage in WAYS[way]:
            assert all(list(Stage).index(one) < list(Stage).index(stage) for one in needed(stage, way))


def test_access_for_an_app_needs_no_password() -> None:
    assert needed(Stage.DATA_READ, Way.CONSENT) == (Stage.DELIVERED, Stage.SEEN, Stage.CLICKED, Stage.PERSISTENCE)
    assert Stage.PERSISTENCE not in needed(Stage.DATA_OUT, Way.CREDENTIALS)


def test_a_stop_can_be_proven_wherever_a_control_is() -> None:
    assert all(around(control.stage, Way.CREDENTIALS) for control in CONTROLS.values())
    assert around(Stage.PERSISTENCE, Way.CONSENT) == (Kind.APPS,)


def test_ids_are_those_of_d3fend_and_attack() -> None:
    assert all(re.fullmatch(r"D3-[A-Z]{2,5}", one) for control in CONTROLS.values() for one in control.d3fend)
    assert all(re.fullmatch(r"T\d{4}(\.\d{3})?", one) for text in STAGES.values() for one in text.attack)


def test_a_log_is_known_by_what_its_reader_calls_it() -> None:
    """Every log of every format that is known here by provider has its place, or is named as one that has none."""
    without = {"entra riskDetections", "m365 ThreatIntelligence", "google groups"}
    houses = {provider for log in LOGS.values() for provider, _ in log.names}
    for one in all_formats().values():
        if one.name not in houses:
            continue
        for log in one.logs:
            for name in log.name.split(", "):
                found = log_of(one.name, name)
                assert (found is not None) != (f"{one.name} {name}" in without), f"{one.name} {name}"
    assert log_of("nobody", "sign-ins") is None
