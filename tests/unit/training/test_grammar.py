"""The template grammar."""

import random

import pytest
from training.synth.grammar import TemplateError, compiled, expand, names, variants


def texts(template: str, times: int = 60) -> set[str]:
    return {expand(template, random.Random(n), lambda name: f"<{name}>") for n in range(times)}


def test_alternatives_nest_and_may_be_empty() -> None:
    assert texts("{|very }{glad|{so|un}happy}") == {
        "glad", "sohappy", "unhappy", "very glad", "very sohappy", "very unhappy",
    }  # fmt: skip


def test_facts_are_looked_up_and_dollars_escaped() -> None:
    assert texts("$$5 for $first|you") == {"$5 for <first>|you"}


def test_a_lone_dollar_stays() -> None:
    assert texts("costs $ 5") == {"costs $ 5"}


def test_names_and_variants_see_every_branch() -> None:
    assert names("$a {b $c|{d|$e}} f") == {"a", "c", "e"}
    assert variants("{a|b {c|d}} {e|f}") == 6


@pytest.mark.parametrize("template", ["{a", "a}", "{a|{b}", "{}}"])
def test_unmatched_braces_are_refused(template: str) -> None:
    with pytest.raises(TemplateError, match="brace"):
        compiled(template)
