"""Events for the examples of detections. People, addresses and networks are synthetic and reserved."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from tocsin.identify.origins import Surroundings
from tocsin.model.activity import Act, Activity, Status

ADA: Final = "ada@harbour.example"
BO: Final = "bo@harbour.example"
TOR: Final = "198.51.100.66"
HOSTING: Final = 64500
SURROUNDINGS: Final = Surroundings(
    tor=frozenset({TOR}),
    hosting=frozenset({HOSTING}),
    judged={"lure@evil.example": "malicious", "evil.example": "malicious"},
)
"""What the examples suppose to be known: an exit of Tor, a network of rented machines, a bad message."""
_BEGIN: Final = datetime(2031, 3, 3, 8, tzinfo=UTC)


def event(act: Act = Act.SIGN_IN, minute: float = 0, **fields: Any) -> Activity:
    """Return an event so many minutes into a story: a success of Ada's unless it is said otherwise."""
    known = {"person": ADA, "status": Status.SUCCESS, "provider": "example", **fields}
    known.setdefault("id", hashlib.sha256(repr((act, minute, sorted(known.items()))).encode()).hexdigest()[:12])
    return Activity(time=_BEGIN + timedelta(minutes=minute), act=act, **known)


def failure(act: Act = Act.SIGN_IN, minute: float = 0, **fields: Any) -> Activity:
    """Return an event that did not succeed."""
    return event(act, minute, **{"status": Status.FAILURE, **fields})


def usual(days: int = 10, **fields: Any) -> list[Activity]:
    """Return one sign-in a day over the days before the story begins: what is usual for Ada."""
    known = {
        "ip": "192.0.2.10",
        "country": "IS",
        "asn": 64496,
        "agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
    }
    return [event(minute=-1440 * day, **{**known, **fields}) for day in range(days, 0, -1)]
