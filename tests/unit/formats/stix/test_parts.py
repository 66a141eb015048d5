"""Times, ids and references."""

from __future__ import annotations

import calendar
import re
from datetime import date

import msgspec
import pytest
from tests.ends import ends
from tests.fixtures.stix_objects import an_id

from tocsin.formats.stix.parts import ID, TIME, Id, in_order, to, to_none_of


def test_the_days_of_every_month_are_those_of_the_calendar() -> None:
    for year in (1, 1900, 2000, 2023, 2024, 9996):
        for month in range(1, 13):
            last = calendar.monthrange(year, month)[1]
            for day in range(33):
                text = f"{year:04}-{month:02}-{day:02}T00:00:00Z"
                assert bool(re.match(TIME, text)) == (1 <= day <= last), text
    assert date(9999, 12, 31)
    assert re.match(TIME, "9999-12-31T23:59:59Z")


@pytest.mark.parametrize("kind", ["abc", "x-new", "x-a-b-1", "ab-c", "a-b", "a" * 250])
def test_a_type_has_3_to_250_characters(kind: str) -> None:
    identity = an_id(kind)
    assert msgspec.convert(identity, Id) == identity


@pytest.mark.parametrize("kind", ["", "ab", "A-b", "-abc", "abc-", "a--b", "a b", "a_b", "a" * 251])
def test_what_is_no_type_is_none(kind: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(an_id(kind), Id)


def test_a_reference_leads_to_some_types_or_to_none_of_some() -> None:
    some, others = to("file", "artifact").pattern, to_none_of("file").pattern
    assert some is not None
    assert others is not None
    assert [bool(re.search(some, an_id(kind))) for kind in ("file", "artifact", "url", "files")] == [
        True,
        True,
        False,
        False,
    ]
    assert [bool(re.search(others, an_id(kind))) for kind in ("file", "files", "url")] == [False, True, True]


@pytest.mark.parametrize(
    ("first", "last", "is_fine", "is_apart"),
    [
        ("2026-03-01T08:00:00Z", "2026-03-01T08:00:01Z", True, True),
        ("2026-03-01T08:00:00Z", "2026-03-01T08:00:00.001Z", True, True),
        ("2026-03-01T08:00:00.5Z", "2026-03-01T08:00:00.45Z", False, False),
        ("2026-03-01T08:00:00.001Z", "2026-03-01T08:00:00Z", False, False),
        ("2026-03-01T08:00:00Z", "2026-03-01T08:00:00.000Z", True, False),
        ("2026-03-01T08:00:00Z", "2026-03-01T08:00:00Z", True, False),
    ],
)
def test_order_is_that_of_time_whatever_the_digits(first: str, last: str, is_fine: bool, is_apart: bool) -> None:
    for apart, fine in ((False, is_fine), (True, is_apart)):
        try:
            in_order(first, last, "modified", apart=apart)
            found = True
        except ValueError:
            found = False
        assert found == fine


def test_a_hostile_id_takes_time_in_proportion() -> None:
    with ends():
        for text in ("a" * 200_000, "a-" * 100_000, "a" * 200_000 + "--", "a--" * 60_000):
            assert not re.search(ID, text)
