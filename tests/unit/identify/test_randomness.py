"""Names that nobody chose, and names that people do choose."""

from __future__ import annotations

import pytest

from tocsin.identify.randomness import looks_random


@pytest.mark.parametrize(
    "text", ["xkqzvwptbr", "p4u9p7ck79o0o42ncl60", "a8f3k2q9z1", "0123456789abcdef", "mail.xkqzvwptbr"]
)
def test_random_strings(text: str) -> None:
    assert looks_random(text)


@pytest.mark.parametrize(
    "text",
    [
        "newsletter", "rechtsanwaelte-schmidt", "carla.schmidt1984", "cschmidt", "mx1", "a1.b2", "hope77", "strengths",
        "20260303", "übermorgen", "حملة", "", "mktg", "cs.helsinki",
    ],
)  # fmt: skip
def test_chosen_names(text: str) -> None:
    assert not looks_random(text)


def test_long_input_is_no_trouble() -> None:
    assert isinstance(looks_random("bc" * 50_000), bool)
