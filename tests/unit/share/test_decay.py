"""A warning loses weight with age, each kind in its own time, and never gains any by it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.formats.stix.grammar import parse_pattern
from tocsin.model.received import Reliability
from tocsin.share.decay import LIVES, THRESHOLD, Kind, ends, kind_of, weight

WHEN = datetime(2026, 3, 1, 8, tzinfo=UTC)
DAY = timedelta(days=1)
KINDS, GRADES = st.sampled_from(Kind), st.sampled_from(Reliability)
CONFIDENCE = st.none() | st.integers(0, 100)
AGES = st.timedeltas(timedelta(days=-400), timedelta(days=3_000))


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("[ipv4-addr:value = '203.0.113.7']", Kind.ADDRESS),
        ("[domain-name:value = 'evil.test']", Kind.HOST),
        ("[url:value LIKE 'https://evil.test/%']", Kind.URL),
        ("[email-message:from_ref.value = 'a@evil.test']", Kind.MAILBOX),
        ("[file:hashes.'SHA-256' = 'ab']", Kind.FILE),
        ("[file:name = 'invoice.exe']", Kind.WORDS),
        ("[ipv4-addr:value = '203.0.113.7'] OR [domain-name:value = 'evil.test']", Kind.HOST),
        ("[file:name = 'a.exe' AND file:hashes.MD5 != 'ab']", Kind.WORDS),
    ],
)
def test_a_pattern_lives_as_long_as_the_most_lasting_thing_it_names(pattern: str, kind: Kind) -> None:
    assert kind_of(parse_pattern(pattern)) is kind


@pytest.mark.parametrize(("kind", "days"), [(Kind.ADDRESS, 19), (Kind.HOST, 217), (Kind.FILE, 1_281)])
def test_an_address_counts_for_days_a_host_for_months_a_file_for_years(kind: Kind, days: int) -> None:
    assert ends(kind, WHEN, None, Reliability.B) - WHEN == pytest.approx(days * DAY, abs=DAY)


def test_half_a_life_is_what_the_formula_of_the_paper_gives() -> None:
    assert [weight(kind, LIVES[kind].time / 2, Reliability.A) for kind in (Kind.ADDRESS, Kind.HOST)] == [50, 75]
    assert weight(Kind.FILE, LIVES[Kind.FILE].time / 2, Reliability.A) == 90


def test_what_is_fresh_is_looked_for_whoever_warns_of_it() -> None:
    fresh = [weight(Kind.HOST, timedelta(), grade) for grade in Reliability]
    assert fresh == [100, 85, 70, 55, 40, 70]
    assert min(fresh) >= THRESHOLD


def test_who_says_that_they_do_not_believe_it_is_believed() -> None:
    assert weight(Kind.HOST, timedelta(), Reliability.E, 0) < THRESHOLD
    assert ends(Kind.HOST, WHEN, None, Reliability.E, 0) == WHEN


@given(KINDS, AGES, AGES, GRADES, CONFIDENCE)
def test_it_never_grows_with_age(
    kind: Kind, one: timedelta, other: timedelta, grade: Reliability, confidence: int | None
) -> None:
    early, late = sorted((one, other))
    assert 0 <= weight(kind, late, grade, confidence) <= weight(kind, early, grade, confidence) <= 100


@given(KINDS, GRADES, CONFIDENCE)
def test_the_end_is_where_it_falls_below_the_threshold(kind: Kind, grade: Reliability, confidence: int | None) -> None:
    end = ends(kind, WHEN, None, grade, confidence) - WHEN
    assert weight(kind, end + DAY, grade, confidence) <= THRESHOLD
    assert not end or weight(kind, end * 0.9, grade, confidence) >= THRESHOLD


@given(KINDS, GRADES, AGES)
def test_an_end_that_is_named_is_never_passed(kind: Kind, grade: Reliability, after: timedelta) -> None:
    assert ends(kind, WHEN, WHEN + after, grade) <= WHEN + after
