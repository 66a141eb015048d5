"""Is what was seen what a pattern asks for?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.ends import ends

from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.matching import Observation, matches
from tocsin.formats.stix.values import UndecidedError

START = datetime(2026, 3, 1, tzinfo=UTC)


def seen(*objects: dict[str, Any], second: float = 0) -> Observation:
    when = START + timedelta(seconds=second)
    return Observation({one.get("id", f"{one['type']}--{place}"): one for place, one in enumerate(objects)}, when, when)


def url(value: str) -> dict[str, Any]:
    return {"type": "url", "value": value}


MESSAGE = seen(
    {
        "type": "email-message",
        "id": "m",
        "from_ref": "a",
        "to_refs": ["b", "c"],
        "subject": "Vote",
        "is_multipart": True,
        "body_multipart": [{"content_type": "text/html"}, {"content_type": "image/png"}],
    },
    {"type": "email-addr", "id": "a", "value": "Desk@evil.test", "display_name": "Desk"},
    {"type": "email-addr", "id": "b", "value": "one@party.example"},
    {"type": "email-addr", "id": "c", "value": "two@party.example"},
    {"type": "file", "id": "f", "name": "a.pdf", "hashes": {"SHA-256": "AB", "MD5": "cd"}, "size": 10},
    {"type": "file", "id": "g", "name": "b.exe", "size": 20},
)


@pytest.mark.parametrize(
    "text",
    [
        "[email-message:from_ref.value = 'desk@evil.test']",
        "[email-message:to_refs[*].value = 'two@party.example']",
        "[email-message:to_refs[1].value = 'two@party.example']",
        "[email-message:to_refs[-1].value = 'two@party.example']",
        "[email-message:from_ref = 'a']",
        "[email-message:body_multipart[*].content_type = 'image/png']",
        "[email-message:subject = 'Vote' AND email-message:from_ref.display_name LIKE 'D%']",
        "[file:hashes.'SHA-256' = 'ab' AND file:size < 15]",
        "[file:hashes.sha256 = 'ab' OR file:name = 'nothing']",
        "[file:hashes.MD5 = 'CD']",
        "[EXISTS file:hashes]",
        "[file:name NOT = 'a.pdf']",
        "[email-message:subject = 'Vote' AND file:name = 'b.exe']",
        "[(file:name = 'a.pdf' OR file:name = 'b.exe') AND file:size = 20]",
    ],
)
def test_what_is_there_is_found(text: str) -> None:
    assert matches(parse_pattern(text), [MESSAGE])


@pytest.mark.parametrize(
    "text",
    [
        "[email-message:to_refs[0].value = 'two@party.example']",
        "[email-message:to_refs[9].value = 'two@party.example']",
        "[email-message:to_refs.value = 'two@party.example']",
        "[email-message:subject.value = 'Vote']",
        "[email-message:date = 'Vote']",
        "[email-message:date NOT = 'Vote']",
        "[file:name = 'a.pdf' AND file:size = 20]",
        "[file:name = 'a.pdf' AND file:name = 'b.exe']",
        "[url:value = 'x']",
        "[EXISTS file:mime_type]",
        "[email-message:subject = 'Vote' AND file:name = 'c.exe']",
    ],
)
def test_what_is_not_there_or_not_of_one_object_is_not(text: str) -> None:
    assert not matches(parse_pattern(text), [MESSAGE])


AB = "[url:value = 'a']", "[url:value = 'b']"


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("{a} AND {b}", True),
        ("{a} AND {a}", True),
        ("{b} AND {b}", False),
        ("{b} OR [url:value = 'c']", True),
        ("{a} FOLLOWEDBY {b}", True),
        ("{b} FOLLOWEDBY {a}", True),
        ("{a} FOLLOWEDBY {b} FOLLOWEDBY {a}", True),
        ("{b} FOLLOWEDBY {a} FOLLOWEDBY {a}", False),
        ("{a} REPEATS 2 TIMES", True),
        ("{a} REPEATS 3 TIMES", False),
        ("{a} REPEATS 2 TIMES WITHIN 19 SECONDS", False),
        ("{a} REPEATS 2 TIMES WITHIN 20 SECONDS", True),
        ("({a} FOLLOWEDBY {b}) WITHIN 10 SECONDS", True),
        ("({a} FOLLOWEDBY {b}) WITHIN 9 SECONDS", False),
        ("({a} AND {b}) REPEATS 2 TIMES", False),
        ("{b} START t'2026-03-01T00:00:10Z' STOP t'2026-03-01T00:00:11Z'", True),
        ("{b} START t'2026-03-01T00:00:09Z' STOP t'2026-03-01T00:00:10Z'", False),
        ("({a} AND {b}) START t'2026-03-01T00:00:05Z' STOP t'2026-03-01T00:00:15Z'", False),
    ],
)
def test_several_observations_are_different_ones_in_time(text: str, met: bool) -> None:
    observations = [seen(url("a"), second=20), seen(url("b"), second=10), seen(url("a"), second=0)]
    assert matches(parse_pattern(text.format(a=AB[0], b=AB[1])), observations) is met


def test_one_observation_is_not_counted_twice() -> None:
    both = seen(url("a"), url("b"))
    assert matches(parse_pattern("[url:value = 'a' OR url:value = 'b']"), [both])
    assert not matches(parse_pattern("[url:value = 'a'] AND [url:value = 'b']"), [both])
    assert matches(
        parse_pattern("[url:value = 'a'] REPEATS 2 TIMES AND [url:value = 'b']"), [seen(url("a")), both, seen(url("a"))]
    )


@pytest.mark.parametrize(
    "text",
    [
        " AND ".join(["[url:value = 'a']"] * 30) + " AND [url:value = 'b']",
        "[url:value = 'a'] REPEATS 20 TIMES FOLLOWEDBY [url:value = 'b']",
        "(([url:value = 'a'] REPEATS 5 TIMES) REPEATS 50 TIMES) REPEATS 50 TIMES",
        "[" + " OR ".join(["url:value MATCHES '(.{10}a){40}!$'"] * 2_000) + "]",
    ],
)
def test_what_would_take_too_long_is_said_to_be_undecided(text: str) -> None:
    observations = [seen(url("a" if place else "a" * 900), second=place) for place in range(60)]
    with ends(), pytest.raises(UndecidedError):
        matches(parse_pattern(text), observations)


def test_repeats_within_a_span_are_found_among_many() -> None:
    observations = [seen(url("a"), second=60 * place) for place in range(900)] + [seen(url("a"), second=54_000.5)]
    observations += [seen(url("a"), second=54_001), seen(url("a"), second=54_002)]
    assert matches(parse_pattern("[url:value = 'a'] REPEATS 3 TIMES WITHIN 5 SECONDS"), observations)
    assert not matches(parse_pattern("[url:value = 'a'] REPEATS 5 TIMES WITHIN 5 SECONDS"), observations)
