"""What is around events of MISP: one event, an answer of its search, a list, lines. And what their fields hold."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from tocsin.formats.stix.shapes import depth
from tocsin.model.error import InputError
from tocsin.model.sentence import say

LARGEST: Final = 256 << 20
"""Bytes of a file of events."""
DEEPEST: Final = 64
MOST: Final = 500_000
"""Attributes of a file of events."""
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_END: Final = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
_LAST: Final = 253_402_300_799
"""The last second of the year 9999."""


def is_misp(raw: bytes) -> bool:
    """Say whether bytes look like events of MISP, and not like STIX."""
    try:
        found = msgspec.json.decode(raw, type=list[dict[str, msgspec.Raw]] | dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    tops = found if isinstance(found, list) else [found]
    return bool(tops) and all(
        "type" not in one and ("Event" in one or "response" in one or ("info" in one and "uuid" in one)) for one in tops
    )


def events_in(raw: bytes) -> list[dict[str, Any]]:
    """Return the events in what MISP writes. Raises InputError for what is none, or beyond the limits."""
    if len(raw) > LARGEST:
        raise InputError(say("this is larger than %(size)s MB", size=LARGEST >> 20), say("Cut it into smaller ones."))
    try:
        if raw.count(b"[") + raw.count(b"{") > DEEPEST and depth(raw) > DEEPEST:
            raise _no_event()
        found = msgspec.json.decode(raw)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise _no_event() from error
    if isinstance(found, dict) and isinstance(found.get("response"), list):
        found = found["response"]
    events = [_event(one) for one in (found if isinstance(found, list) else [found])]
    if not events:
        raise _no_event()
    if sum(map(_size, events)) > MOST:
        raise InputError(say("there are more than %(count)s objects in this", count=MOST),
                         say("Cut it into smaller ones."))  # fmt: skip
    return events


def _event(found: Any) -> dict[str, Any]:
    event = found.get("Event", found) if isinstance(found, dict) else None
    if not isinstance(event, dict) or "info" not in event or uuid_of(event) is None:
        raise _no_event()
    return event


def _no_event() -> InputError:
    return InputError(
        say("this is no event of MISP"),
        say("Give the JSON of an event, as MISP downloads it: with a uuid and an info."),
    )


def _size(event: dict[str, Any]) -> int:
    return len(listed(event, "Attribute")) + sum(len(listed(one, "Attribute")) + 1 for one in listed(event, "Object"))


def listed(thing: Any, name: str) -> list[dict[str, Any]]:
    """Return the mappings in a list of a thing; what is none of them is an empty one, so that it is counted."""
    found = thing.get(name) if isinstance(thing, dict) else None
    return [one if isinstance(one, dict) else {} for one in found] if isinstance(found, list) else []


def uuid_of(thing: Any, *otherwise: str) -> str | None:
    """Return the uuid of a thing, else one that is made of other words; None for what has neither."""
    found = thing.get("uuid") if isinstance(thing, dict) else None
    if isinstance(found, str) and _UUID.fullmatch(found):
        return found.lower()
    return derived(*otherwise) if otherwise else None


def derived(*words: str) -> str:
    """Return a uuid that is made of words: the same for the same."""
    return str(uuid5(_OURS, "\n".join(words)))


_OURS: Final = UUID(str(uuid5(NAMESPACE_URL, "tocsin:misp")))


def seconds(value: Any) -> datetime | None:
    """Return a time that is given in seconds since 1970, as a number or a text; None for what is none, or for 0."""
    if isinstance(value, bool) or not isinstance(value, (int, str, float)):
        return None
    try:
        found = int(float(value))
    except (ValueError, OverflowError):
        return None
    return datetime.fromtimestamp(found, UTC) if 0 < found <= _LAST else None


def moment(value: Any) -> datetime | None:
    """Return a time that is given as MISP writes `first_seen` or a date; None for what is none."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        found = datetime.fromisoformat(value.strip())
    except ValueError:
        return seconds(value)
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    if found <= _EPOCH:
        return None
    return found.astimezone(UTC) if found < _END else _END


def later(at: datetime, by: timedelta) -> datetime:
    """Return a time that is later by so much, at most the end of the last year that can be written."""
    return at + by if at < _END - by else _END


def is_set(value: Any, *, otherwise: bool = False) -> bool:
    """Return a flag, which MISP writes as true, 1 or "1"; what is none of these and not given is `otherwise`."""
    if value is None:
        return otherwise
    return value is True or str(value).strip().lower() in ("1", "true")


def text(value: Any, most: int = 10_000) -> str:
    """Return a text; empty for what is none."""
    return value.strip()[:most] if isinstance(value, str) else ""
