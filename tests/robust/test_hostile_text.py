"""No text makes the judgement slow: every hostile run, in every place of a message, comes to an end."""

from __future__ import annotations

import os

import pytest
from tests.ends import ends
from tests.robust.hostile import SIZE, as_messages, joined, texts
from tests.robust.invariants import engine

from tocsin.formats.mime import parse

FULL = bool(os.environ.get("FULL"))
"""All runs at full size in every place (a quarter of an hour); otherwise a quarter of it, in two places."""
_TEXTS = [*texts(SIZE if FULL else SIZE // 4), *joined(SIZE if FULL else SIZE // 4)]


@pytest.mark.parametrize("number", range(len(_TEXTS)), ids=[name for name, _ in _TEXTS])
def test_it_is_judged_to_the_end(number: int) -> None:
    engine()
    places = list(as_messages(_TEXTS[number][1]))
    chosen = places if FULL else [places[number % 2], places[number % len(places)]]
    for place, raw in chosen:
        with ends():
            verdict = engine().judge(parse(raw))
        assert not verdict.failures, place
