"""No text makes the judgement slow: every hostile run, in every place of a message, within two seconds."""

from __future__ import annotations

import os
import time

import pytest
from tests.robust.hostile import SIZE, as_messages, joined, texts
from tests.robust.invariants import engine

from tocsin.formats.mime import parse

FULL = bool(os.environ.get("FULL"))
"""All runs at full size in every place (a quarter of an hour); otherwise a quarter of it, in two places."""
_TEXTS = [*texts(SIZE if FULL else SIZE // 4), *joined(SIZE if FULL else SIZE // 4)]


def _cost(raw: bytes) -> float:
    started = time.process_time()
    verdict = engine().judge(parse(raw))
    spent = time.process_time() - started
    assert not verdict.failures
    return spent


@pytest.mark.parametrize("number", range(len(_TEXTS)), ids=[name for name, _ in _TEXTS])
def test_it_is_judged_in_time(number: int) -> None:
    engine()
    places = list(as_messages(_TEXTS[number][1]))
    chosen = places if FULL else [places[number % 2], places[number % len(places)]]
    for place, raw in chosen:
        assert _cost(raw) < (2 if FULL else 1.5), place
