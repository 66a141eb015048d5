"""Does a value hold what is asked of it?"""

from __future__ import annotations

from typing import Any

import pytest
from tests.ends import ends

from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.pattern import comparisons
from tocsin.formats.stix.values import LONGEST_VALUE, UndecidedError, can_be_looked_for, holds


def asked(what: str, value: Any, kind: str = "a", name: str = "b") -> bool:
    (one,) = comparisons(parse_pattern(f"[{kind}:{name} {what}]"))
    return holds(one, kind, name, value)


@pytest.mark.parametrize(
    ("what", "met", "unmet"),
    [
        ("= 'x'", ["x"], ["X", "", 3, None, ["x"], True]),
        ("NOT = 'x'", ["X", 3], ["x"]),
        ("!= 'x'", ["X", 3], ["x"]),
        ("NOT != 'x'", ["x"], ["X"]),
        ("= 3", [3, 3.0], ["3", 4, True]),
        ("= true", [True], [1, "true", False]),
        ("IN ('x', 3)", ["x", 3], ["y", 4]),
        ("NOT IN ('x', 3)", ["y"], ["x", 3]),
        ("IN ()", [], ["x"]),
        ("> 3", [4, 3.5], [3, 2, "4", True]),
        (">= 3", [3], [2]),
        ("< 'm'", ["a"], ["m", "z", 3]),
        ("<= 'm'", ["m"], ["z"]),
        ("> t'2026-03-01T00:00:00Z'", ["2026-03-01T00:00:00.001Z"], ["2026-03-01T00:00:00Z", "soon", 3]),
        ("= t'2026-03-01T00:00:00Z'", ["2026-03-01T00:00:00.000Z"], ["2026-03-01T00:00:00.001Z", 3]),
        ("= h'ff00'", ["ff00", "FF00", "/wA="], ["ff01", 3]),
        ("LIKE 'a%b_c'", ["abxc", "a--b-c", "a\nbéc"], ["abc", "abxcd", "xabxc", 3]),
        ("LIKE '%.test'", [".test", "evil.test"], ["evil.tests", "eviltest"]),
        ("LIKE 'a.b'", ["a.b"], ["axb"]),
        ("LIKE 'a b\\tc(+['", ["a b\\tc(+["], ["a b\tc(+["]),
        ("NOT LIKE '%a%'", ["b"], ["cab"]),
        ("MATCHES '^a.c$'", ["abc", "a\nc"], ["abcd", "xabc"]),
        ("MATCHES 'b+'", ["abbc"], ["ac", 3]),
        ("LIKE 'e\\u0301'", [], ["é"]),
        (
            "ISSUBSET '192.0.2.0/24'",
            ["192.0.2.7", "192.0.2.128/25"],
            ["192.0.3.1", "192.0.0.0/16", "2001:db8::1", "x", 3],
        ),
        ("ISSUPERSET '192.0.2.0/24'", ["192.0.0.0/16", "192.0.2.0/24"], ["192.0.2.7"]),
        ("ISSUBSET '2001:db8::/32'", ["2001:db8::1"], ["2001:db9::1", "192.0.2.1"]),
    ],
)
def test_each_operator_holds_of_what_it_asks_for_and_of_nothing_else(
    what: str, met: list[Any], unmet: list[Any]
) -> None:
    assert [asked(what, value) for value in met] == [True] * len(met)
    assert [asked(what, value) for value in unmet] == [False] * len(unmet)


@pytest.mark.parametrize(
    ("kind", "name", "constant", "value"),
    [
        ("domain-name", "value", "Evil.TEST.", "evil.test"),
        ("domain-name", "value", "مثال.test", "xn--mgbh0fb.test"),
        ("email-addr", "value", "Desk@Evil.test", "desk@evil.test"),
        ("url", "value", "HTTPS://Evil.test", "https://evil.test/"),
        ("ipv4-addr", "value", "192.0.2.1/32", "192.0.2.1"),
        ("ipv4-addr", "value", "192.0.2.0/24", "192.0.2.77"),
        ("ipv6-addr", "value", "2001:0DB8::0001", "2001:db8::1"),
        ("file", "hashes", "AABB", "aabb"),
    ],
)
def test_spelling_does_not_count_where_it_means_nothing(kind: str, name: str, constant: str, value: str) -> None:
    assert asked(f"= '{constant}'", value, kind, name)
    assert asked(f"IN ('{constant}')", value, kind, name)
    assert not asked(f"!= '{constant}'", value, kind, name)


def test_it_counts_everywhere_else() -> None:
    assert not asked("= 'https://evil.test/A'", "https://evil.test/a", "url", "value")
    assert not asked("= 'A.pdf'", "a.pdf", "file", "name")
    assert not asked("= '192.0.2.1'", "192.0.2.0/24", "ipv4-addr", "value")


@pytest.mark.parametrize("expression", ["(?=a)b", "(a)\\1", "(", "a{9999}", "a" * 1_001, "(" * 900])
def test_an_expression_that_cannot_be_looked_for_is_named(expression: str) -> None:
    assert not can_be_looked_for(expression)
    with pytest.raises(UndecidedError) as undecided:
        asked(f"MATCHES '{expression.replace(chr(92), chr(92) * 2)}'", "ab")
    assert undecided.value.expression == expression[:100]
    assert can_be_looked_for("^(a|b)+\\d$")


@pytest.mark.parametrize("expression", ["(a+)+$", "(a|aa)+$", "(.*a){20}", "(x+x+)+y", "(.{10}a){50}$", "\\w{100}!"])
def test_a_hostile_expression_takes_time_in_proportion(expression: str) -> None:
    can_be_looked_for("warm")
    with ends():
        asked(f"MATCHES '{expression.replace(chr(92), chr(92) * 2)}'", "a" * 20_000 + "!")
        asked(f"LIKE '{'%a_' * 200}b'", "a" * 20_000)


def test_a_value_that_is_too_long_is_not_decided() -> None:
    with pytest.raises(UndecidedError):
        asked("LIKE '%b'", "a" * (LONGEST_VALUE + 1))
    assert not asked("= 'b'", "a" * (LONGEST_VALUE + 1))
