"""Reads single lines, for the tests of the formats."""

from __future__ import annotations

import copy
import io
import json
from datetime import UTC, datetime
from typing import Any

from tests.fixtures.account_lines import JSON

from tocsin.formats.container import OpenFile
from tocsin.model.activity import Activity, BadField, Unreadable
from tocsin.scan.activities import Found, read

AS_OF = datetime(2026, 11, 1, tzinfo=UTC)


def found(octets: bytes | str | dict[str, Any]) -> list[Found]:
    """Return all that was read, and what was wrong."""
    raw = (
        json.dumps(octets).encode()
        if isinstance(octets, dict)
        else octets.encode()
        if isinstance(octets, str)
        else octets
    )
    return list(read([OpenFile("log", io.BytesIO(raw), raw[: 1 << 15])], as_of=AS_OF))


def activities(octets: bytes | str | dict[str, Any]) -> list[Activity]:
    """Return what was read; nothing may be wrong with it."""
    items = found(octets)
    assert not [one for one in items if isinstance(one, BadField | Unreadable)]
    return [one for one in items if isinstance(one, Activity)]


def bad_fields(octets: bytes | str | dict[str, Any]) -> list[BadField]:
    """Return what was wrong with fields."""
    return [one for one in found(octets) if isinstance(one, BadField)]


def activity(octets: bytes | str | dict[str, Any]) -> Activity:
    """Return the only activity."""
    (only,) = activities(octets)
    return only


def sample(name: str, /, **changes: Any) -> dict[str, Any]:
    """Return a sample record with some of its fields changed."""
    return {**copy.deepcopy(JSON[name]), **changes}
