from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from tests.fixtures.account_lines import JSON

from tocsin.formats.accounts import all_formats
from tocsin.formats.accounts.shape import Shape
from tocsin.identify.sigma.rules import read
from tocsin.identify.sigma.sieve import Sieve

RULE = "title: T\nlogsource: {product: azure}\ndetection:\n  s: {status.errorCode: 50126}\n  condition: s\n"
LINE = json.dumps(JSON["entra-graph"])


def sieve(text: str = RULE) -> Sieve:
    found = read({"rule": text}).sieve
    assert found is not None
    return found


def shape_of(name: str) -> Shape[Any]:
    (shape,) = (one for one in all_formats()["entra"].shapes if one.type.__name__ == name)
    return shape


@pytest.mark.parametrize(
    ("line", "passes"),
    [
        (LINE, True),
        (LINE.replace("50126", "0"), False),
        (LINE.replace("50126", '"0"'), False),
        (LINE.replace("50126", "0").replace('"appId"', '"app"'), True),
        (LINE.replace("50126", "0")[:-1], True),
        (f"[{LINE}]", True),
        (LINE.replace('"status": {', '"status.errorCode": 50126, "status": null, "other": {'), True),
        ("", True),
        ("plain text", True),
    ],
)
def test_only_what_no_rule_can_be_about_is_held_back(line: str, passes: bool) -> None:
    lines = [line.encode(), LINE.encode()]
    assert sieve().lets_through(shape_of("GraphSignIn"), lines) == [passes, True]


def test_a_shape_that_marks_do_not_tell_is_read_whole() -> None:
    around = {
        "time": "2026-05-01T08:00:00Z",
        "category": "SignInLogs",
        "resultType": 0,
        "properties": JSON["entra-graph"],
    }
    other = {**around, "category": "Something else"}
    lines = [json.dumps(one).encode() for one in (around, other)]
    assert sieve().lets_through(shape_of("Diagnostic"), lines) == [False, True]


def test_it_goes_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(sieve()))
    assert again.lets_through(shape_of("GraphSignIn"), [LINE.encode()]) == [True]


def test_words_are_looked_for_in_the_whole_line() -> None:
    words = RULE.replace("{status.errorCode: 50126}", "['illhaven']")
    lines = [LINE.encode(), LINE.replace("Millhaven", "Port").encode()]
    assert sieve(words).lets_through(shape_of("GraphSignIn"), lines) == [True, False]


def test_rules_that_cannot_be_used_make_none() -> None:
    assert read({"rule": "title: T\n"}).sieve is None
