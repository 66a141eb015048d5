from __future__ import annotations

import pytest
from tests.fixtures import scanned

from tocsin.model.event import Event, type_of
from tocsin.model.people import Role
from tocsin.model.verdict import FACTS as KNOWN_FACTS
from tocsin.model.verdict import Class, Danger
from tocsin.model.view import Work
from tocsin.render.labels import CLASSES, DANGERS, DONE, FACTS, ROLES, WORK, percent, verdict_sentence
from tocsin.render.words import Words


def test_every_word_of_the_fixed_vocabularies_has_a_label() -> None:
    assert set(CLASSES) == set(Class)
    assert set(DANGERS) == set(Danger)
    assert set(FACTS) == KNOWN_FACTS
    assert set(DONE) == {type_of(event) for event in Event.__args__}
    assert set(WORK) == set(Work)
    assert set(ROLES) == set(Role)


@pytest.mark.parametrize(
    ("probability", "shown"),
    [
        (0.0, "under 1 %"),
        (0.0099, "under 1 %"),
        (0.5, "50 %"),
        (0.994, "99 %"),
        (0.9951, "over 99 %"),
        (1.0, "over 99 %"),
    ],
)
def test_nobody_is_ever_certain(probability: float, shown: str) -> None:
    assert percent(probability, Words("en")) == shown


def test_likelihood_is_said_in_words_and_digits() -> None:
    said = [verdict_sentence(scanned.verdict(malicious=p), Words("en")) for p in (0.5, 0.7, 0.9, 0.97, 1.0)]
    assert said == [
        "There is a roughly even chance that this is an attack: 50 %.",
        "This is likely to be an attack: 70 %.",
        "This is very likely to be an attack: 90 %.",
        "This is almost certainly an attack: 97 %.",
        "This is almost certainly an attack: over 99 %.",
    ]
    clean = scanned.verdict(Class.CLEAN, 0.01, 0.0)
    assert verdict_sentence(clean, Words("en")) == "No signs found; this is not proof of safety."
