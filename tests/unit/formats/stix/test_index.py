"""Many patterns at once find what each of them finds alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.index import Hits, Index
from tocsin.formats.stix.matching import Observation, matches

WHEN = datetime(2026, 3, 1, tzinfo=UTC)
TEXTS = [
    "[domain-name:value = 'Evil.test']",
    "[domain-name:value IN ('a.test', 'evil.test') OR url:value = 'https://a.test']",
    "[ipv4-addr:value = '192.0.2.0/24']",
    "[ipv4-addr:value = '192.0.2.1/32']",
    "[file:hashes.sha256 = 'AB']",
    "[file:hashes.'SHA-256' = 'ab' AND file:name = 'b']",
    "[email-message:from_ref.value = 'desk@evil.test']",
    "[email-message:from_ref = 'a']",
    "[url:value = 'https://a.test/'] OR [file:name = 'b']",
    "[file:name NOT = 'b']",
    "[file:name = 'b'] REPEATS 2 TIMES",
    "[file:size = 3]",
]
INDEX = Index({text: parse_pattern(text) for text in TEXTS})
THINGS: list[dict[str, Any]] = [
    {"type": "domain-name", "value": "evil.test"},
    {"type": "domain-name", "value": "A.TEST."},
    {"type": "url", "value": "HTTPS://a.test"},
    {"type": "ipv4-addr", "value": "192.0.2.1"},
    {"type": "ipv4-addr", "value": "192.0.2.9"},
    {"type": "file", "name": "b", "hashes": {"SHA-256": "ab"}, "size": 3},
    {"type": "file", "name": "c", "hashes": {"sha-256": "AB", "MD5": "ab"}},
    {"type": "email-message", "from_ref": "a"},
    {"type": "email-addr", "id": "a", "value": "Desk@evil.test"},
]


@given(st.lists(st.sampled_from(THINGS), max_size=5))
def test_the_index_finds_what_each_pattern_finds(things: list[dict[str, Any]]) -> None:
    objects = {one.get("id", str(place)): one for place, one in enumerate(things)}
    seen = Observation(objects, WHEN, WHEN)
    alone = {text for text in TEXTS if matches(parse_pattern(text), [seen])}
    found = INDEX.hits(seen).found
    assert set(found) == alone
    assert len(found) == len(alone)


def test_each_pattern_is_met_by_something_above() -> None:
    once = Observation({one.get("id", str(place)): one for place, one in enumerate(THINGS)}, WHEN, WHEN)
    assert set(INDEX.hits(once).found) == set(TEXTS) - {"[file:name = 'b'] REPEATS 2 TIMES"}


def test_what_cannot_be_decided_is_named() -> None:
    index = Index({"one": parse_pattern("[url:value MATCHES '(?=a)']"), "two": parse_pattern("[url:value = 'a']")})
    assert index.hits(Observation({"u": {"type": "url", "value": "a"}}, WHEN, WHEN)) == Hits(("two",), ("one",))
    assert index.hits(Observation({}, WHEN, WHEN)) == Hits(())
