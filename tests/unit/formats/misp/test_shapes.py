"""What fields of events hold, in whatever way it is written."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.fixtures.misp import full, raw

from tocsin.formats.misp import shapes
from tocsin.model.error import InputError

WHEN = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize("value", [1772352000, "1772352000", 1772352000.7, "1772352000.5"])
def test_seconds(value: Any) -> None:
    assert shapes.seconds(value) == WHEN


@pytest.mark.parametrize("value", [None, 0, "0", "", "x", True, -1, 10**30, "1e999", "nan", [], {}])
def test_what_is_no_time_is_none(value: Any) -> None:
    assert shapes.seconds(value) is None
    assert shapes.moment(value if isinstance(value, str) else None) is None


@pytest.mark.parametrize(
    "value", ["2026-03-01T08:00:00+00:00", "2026-03-01T08:00:00Z", "2026-03-01T10:00:00.000000+02:00", "1772352000"]
)
def test_moments(value: str) -> None:
    assert shapes.moment(value) == WHEN


@pytest.mark.parametrize(
    ("value", "expected"),
    [(True, True), ("1", True), (1, True), ("true", True), (False, False), ("0", False), (0, False), ("", False),
     ("no", False), (None, False)],
)  # fmt: skip
def test_flags(value: Any, expected: bool) -> None:
    assert shapes.is_set(value) is expected


def test_a_uuid_is_its_own_or_made_of_words_that_are_always_the_same() -> None:
    assert shapes.uuid_of({"uuid": "5F0B6B3E-3C1F-4C1E-9D0B-1D5A6F2F7A01"}) == "5f0b6b3e-3c1f-4c1e-9d0b-1d5a6f2f7a01"
    assert shapes.uuid_of({"uuid": "5f0b6b3e-3c1f-4c1e-9d0b-1d5a6f2f7a01/.."}) is None
    assert shapes.uuid_of({}, "a", "b") == shapes.uuid_of(7, "a", "b") == shapes.derived("a", "b")
    assert shapes.derived("a", "b") != shapes.derived("a", "c")


def test_more_than_the_limits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "MOST", 5)
    with pytest.raises(InputError, match="more than 5"):
        shapes.events_in(raw(full()))
    monkeypatch.setattr(shapes, "LARGEST", 100)
    with pytest.raises(InputError, match="larger"):
        shapes.events_in(raw(full()))
