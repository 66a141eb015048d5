"""Damage to a line of a log, as copies, collectors and clocks do it: that something is lost can be seen, not what."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any, Final

_TIME: Final = re.compile(rb"20\d\d-\d\d-\d\dT")
_OF_WHOM: Final = {
    "userPrincipalName", "UserId", "UserKey", "actor", "alternateId", "email", "AccountUpn", "RecipientEmailAddress",
    "destination", "initiatedBy",
}  # fmt: skip
_HOW_IT_ENDED: Final = {
    "status", "errorCode", "result", "outcome", "ResultStatus", "events", "name", "ActionType", "DeliveryAction",
    "mail_event_type", "success",
}  # fmt: skip


def damage(draw: Random, line: bytes) -> bytes:
    """Return a line that ends too early, has noise in it, a clock far ahead, or a field of another type."""
    kind = draw.choice(("cut", "noise", "clock", "field"))
    if kind == "clock" and _TIME.search(line):
        return _TIME.sub(b"2099-01-01T", line)
    if kind == "field" and (damaged := _other_type(draw, line)):
        return damaged
    place = draw.randint(1, len(line) - 2)
    if kind == "cut":
        return line[:place] + b"\n"
    return line[:place] + bytes(draw.choices(b"\x00\x7f\xff{]:", k=9)) + line[place + 1 :]


def _other_type(draw: Random, line: bytes) -> bytes:
    """Put something else in the place of a field that says whom a line is about, or how it ended."""
    record = json.loads(line)
    places = list(_places(record))
    if not places:
        return b""
    inside, name = draw.choice(places)
    inside[name] = [7] if not isinstance(inside[name], list) else "lost"
    return json.dumps(record).encode() + b"\n"


def _places(value: Any) -> list[tuple[dict[str, Any], str]]:
    if isinstance(value, list):
        return [place for one in value for place in _places(one)]
    if not isinstance(value, dict):
        return []
    own = [(value, name) for name in value if name in _OF_WHOM | _HOW_IT_ENDED]
    return own + [place for one in value.values() for place in _places(one)]
