"""What can be told of a pattern without looking for it."""

from __future__ import annotations

import pytest

from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.pattern import comparisons, equalities


def test_all_comparisons_are_found_in_their_order() -> None:
    text = (
        "([a:a=1 OR (b:b=1 AND c:c=1)] FOLLOWEDBY [d:d=1] REPEATS 2 TIMES) WITHIN 3 SECONDS AND [e:e=1] OR [EXISTS f:f]"
    )
    assert [str(one.path) for one in comparisons(parse_pattern(text))] == ["a:a", "b:b", "c:c", "d:d", "e:e", "f:f"]


def test_a_pattern_of_equalities_can_be_looked_up() -> None:
    found = equalities(parse_pattern("[url:value = 'a' OR url:value IN ('b', 'c')] OR [url:value = 'd']"))
    assert found is not None
    assert [one.constants for one in found] == [("a",), ("b", "c"), ("d",)]


@pytest.mark.parametrize(
    "text",
    [
        "[a:a != 'x']",
        "[a:a NOT = 'x']",
        "[a:a = 3]",
        "[a:a LIKE 'x']",
        "[a:a = 'x' AND a:b = 'y']",
        "[a:a = 'x'] AND [a:a = 'y']",
        "[a:a = 'x'] REPEATS 2 TIMES",
        "[a:a = 'x' OR (a:b = 'x' AND a:c = 'y')]",
        "[a:a = 'x'] OR [a:a > 'y']",
    ],
)
def test_any_other_pattern_cannot(text: str) -> None:
    assert equalities(parse_pattern(text)) is None
