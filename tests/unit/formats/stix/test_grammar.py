"""Patterns, from text to tree, beside the grammar of the standard."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from stix2patterns.validator import run_validator
from tests.ends import ends

from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.pattern import (
    All,
    Between,
    Both,
    Comparison,
    Either,
    OneOf,
    Operator,
    Path,
    PatternError,
    Repeats,
    Seen,
    Then,
    Within,
)

VALUE = Path("url", ("value",))


def one(text: str) -> Comparison:
    found = parse_pattern(f"[{text}]")
    assert isinstance(found, Seen)
    assert isinstance(found.test, Comparison)
    return found.test


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("url:value = 'a'", Comparison(VALUE, Operator.EQUAL, ("a",))),
        ("url:value == 'it\\'s \\\\ here'", Comparison(VALUE, Operator.EQUAL, ("it's \\ here",))),
        ("url:value<>'a'", Comparison(VALUE, Operator.UNEQUAL, ("a",))),
        ("url:value NOT IN ('a', 3, 2.5, true)", Comparison(VALUE, Operator.IN, ("a", 3, 2.5, True), negated=True)),
        ("url:value IN ()", Comparison(VALUE, Operator.IN, ())),
        ("url:value > -3", Comparison(VALUE, Operator.MORE, (-3,))),
        (
            "url:value <= t'2026-03-01T00:00:00.5Z'",
            Comparison(VALUE, Operator.MOST, (datetime(2026, 3, 1, 0, 0, 0, 500_000, tzinfo=UTC),)),
        ),
        ("url:value = h'00ff'", Comparison(VALUE, Operator.EQUAL, (b"\x00\xff",))),
        ("url:value = b'aGk='", Comparison(VALUE, Operator.EQUAL, (b"hi",))),
        ("url:value NOT MATCHES '^a\\\\.b$'", Comparison(VALUE, Operator.MATCHES, ("^a\\.b$",), negated=True)),
        ("EXISTS url:value", Comparison(VALUE, Operator.EXISTS)),
        ("/* why */ url:value LIKE '%a' // so", Comparison(VALUE, Operator.LIKE, ("%a",))),
    ],
)
def test_a_comparison_is_read_as_it_is_meant(text: str, wanted: Comparison) -> None:
    end = "\n" if "//" in text else ""
    assert one(text + end) == wanted
    assert run_validator(f"[{text}{end}]", stix_version="2.1") == []


def test_a_path_leads_through_names_places_and_references() -> None:
    path = Path("email-message", ("to_refs", None, "values", 2, "a b"))
    assert one("email-message:to_refs[*].values[2].'a b' = 1").path == path
    assert str(path) == "email-message:to_refs.values.a b"
    assert one("file:hashes.'SHA-256' = 'a'").path == one("file:hashes.SHA-256 = 'a'").path
    assert one("x-ours:a.b[-1] = 1").path.steps == ("a", "b", -1)


def test_and_binds_more_than_or_and_brackets_more_than_both() -> None:
    a, b, c = (Comparison(Path("a", (name,)), Operator.EQUAL, (1,)) for name in "abc")
    assert parse_pattern("[a:a = 1 OR a:b = 1 AND a:c = 1]") == Seen(Either((a, Both((b, c)))))
    assert parse_pattern("[(a:a = 1 OR a:b = 1) AND a:c = 1]") == Seen(Both((Either((a, b)), c)))
    seen, other, third = Seen(a), Seen(b), Seen(c)
    assert parse_pattern("[a:a = 1] OR [a:b = 1] AND [a:c = 1]") == OneOf((seen, All((other, third))))
    assert parse_pattern("[a:a = 1] FOLLOWEDBY [a:b = 1] OR [a:c = 1]") == Then((seen, OneOf((other, third))))


def test_qualifiers_bind_to_what_stands_before_them() -> None:
    a = Seen(Comparison(Path("a", ("a",)), Operator.EQUAL, (1,)))
    start, stop = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 2, tzinfo=UTC)
    assert parse_pattern("[a:a = 1] REPEATS 5 TIMES WITHIN 1.5 SECONDS") == Within(Repeats(a, 5), 1.5)
    text = "([a:a=1] AND [a:a=1]) START t'2026-03-01T00:00:00Z' STOP t'2026-03-02T00:00:00Z'"
    assert parse_pattern(text) == Between(All((a, a)), start, stop)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", 0),
        ("url:value = 'a'", 0),
        ("[url:value = 'a'", 16),
        ("[url:value = 'a']]", 17),
        ("[url:value 'a']", 11),
        ("[url:value = ]", 13),
        ("[url:value = 'a' AND]", 20),
        ("[url:value = 'a] ", 13),
        ("[url:value LIKE 3]", 16),
        ("[url:value > true]", 13),
        ("[NOT url:value = 'a']", 5),
        ("[url:value = t'2026-02-30T00:00:00Z']", 13),
        ("[url:value = h'0']", 13),
        ("[url:value IN 'a']", 14),
        ("[url = 'a']", 5),
        ("[url:value = 'a'] WITHIN 0 SECONDS", 25),
        ("[url:value = 'a'] REPEATS 0 TIMES", 26),
        ("[url:value = 'a'] REPEATS 9999999 TIMES", 26),
        ("[url:value = \x00]", 13),
        ("[url:value = 'a'] START t'2026-03-01T00:00:00Z' STOP t'2026-03-01T00:00:00Z'", 53),
        ("[a:b[1.5] = 1]", 5),
        ("[a:b = " + "1" * 50 + "]", 7),
        ("[url:value = 'a'] or [url:value = 'b']", 18),
    ],
)
def test_what_is_no_pattern_is_refused_with_its_place(text: str, place: int) -> None:
    with pytest.raises(PatternError) as refused:
        parse_pattern(text)
    assert refused.value.place == place


@pytest.mark.parametrize(
    "text",
    [
        "[" + "(" * 60 + "a:a=1" + ")" * 60 + "]",
        "(" * 60_000,
        "[a:a=1]" + " FOLLOWEDBY [a:a=1]" * 60,
        "[" * 90_000,
        "[a:a=1]" + " WITHIN 1 SECONDS" * 10,
        "[a:a=1" + " " * 100_000 + "]",
        "'" + "\\'" * 40_000,
        "/*" * 40_000,
        "[a:a = '" + "\\" * 49_999,
    ],
)
def test_what_is_too_large_is_refused_soon(text: str) -> None:
    with ends(), pytest.raises(PatternError):
        parse_pattern(text)


def test_a_long_list_of_alternatives_is_no_depth() -> None:
    found = parse_pattern("[" + " OR ".join(["a:a = 1"] * 5_000) + "]")
    assert isinstance(found, Seen)
    assert isinstance(found.test, Either)
    assert len(found.test.parts) == 5_000


PIECES = st.sampled_from(
    [
        "[",
        "]",
        "(",
        ")",
        "a:b",
        "url:value",
        "=",
        "!=",
        ">",
        "IN",
        "LIKE",
        "'x'",
        "'%'",
        "3",
        "-1",
        "2.5",
        "true",
        "AND",
        "OR",
        "NOT",
        "EXISTS",
        "FOLLOWEDBY",
        "WITHIN 5 SECONDS",
        "REPEATS 2 TIMES",
        ",",
        "[*]",
        ".c",
        "t'2026-03-01T00:00:00Z'",
        "[a:b = 1]",
        "[url:value IN ('x','y')]",
        "[a:b.c[*] LIKE 'x' OR a:b NOT = 3]",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=9).map(" ".join))
@example("[a:b = 1] FOLLOWEDBY ([a:b = 1] OR [a:b = 1]) WITHIN 5 SECONDS")
def test_what_the_grammar_of_the_standard_accepts_is_read_and_nothing_else(text: str) -> None:
    try:
        parse_pattern(text)
        read = True
    except PatternError:
        read = False
    assert read == (run_validator(text, stix_version="2.1") == [])
