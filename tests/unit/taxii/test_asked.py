"""What a request asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.error import InputError
from tocsin.taxii.asked import MOST, accepts, brings, place, place_of, wanted

ALL = "id type version spec_version"


@given(st.integers(0, 2**63 - 1))
def test_a_place_says_where_it_is(added: int) -> None:
    assert place_of(place(added)) == added


@given(st.text(max_size=20))
def test_no_other_text_is_a_place(text: str) -> None:
    try:
        found = place_of(text)
    except InputError:
        return
    assert place(found) == text


def test_the_later_of_next_and_added_after_counts() -> None:
    at = 1_772_366_400_000_000
    for query in (
        [("added_after", "2026-03-01T12:00:00Z"), ("next", place(7))],
        [("next", place(at)), ("added_after", "2026-02-01T12:00:00.1Z")],
    ):
        assert wanted(query, fields=ALL).after == at
    assert wanted([("added_after", "2026-03-01T12:00:00.0000019Z")], fields=ALL).after == at + 1
    assert wanted([], fields=ALL).after == -1


def test_values_are_told_apart_and_once() -> None:
    query = [("match[id]", "a,b,a"), ("match[type]", "x"), ("match[version]", "last,2026-03-01T00:00:00Z"), ("x", "y")]
    found = wanted(query, fields=ALL)
    assert (found.ids, found.kinds, found.limit) == (("a", "b"), ("x",), 1_000)
    assert found.versions == ("last", "2026-03-01T00:00:00.000000")
    assert wanted([("match[version]", "first,all")], fields=ALL).versions == ("all",)
    assert wanted([("limit", "99999")], fields=ALL).limit == MOST


@pytest.mark.parametrize("kind", ["match[id]", "match[type]", "match[version]", "match[spec_version]"])
def test_what_cannot_be_asked_here_is_refused(kind: str) -> None:
    with pytest.raises(InputError):
        wanted([(kind, "a")], fields="")
    with pytest.raises(InputError):
        wanted([(kind, ",".join(f"2026-03-01T00:00:00.{n:03}Z" for n in range(101)))], fields=ALL)


@given(st.text(max_size=60))
def test_any_header_is_an_answer(header: str) -> None:
    assert accepts(header) in (True, False)
    assert brings(header) in (True, False)
