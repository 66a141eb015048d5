"""How much a warning counts with age: an address changes hands in days, a host in months, a file hardly ever.

The rule is the polynomial of MISP's decaying models: what is left is 1 - (age / life) ^ (1 / speed) (Iklody, Wagener,
Dulaunoy, Mokaddem, Wagner: Decaying Indicators of Compromise, arXiv 1803.11052, section 3; Mokaddem, Wagener,
Dulaunoy: Taxonomy driven indicator scoring in MISP threat intelligence platforms, arXiv 1902.03914). `speed` below 1
keeps much for long and then falls; above 1 it falls at once.

MISP ships one life for all that networks show (120 days for detection, 3 for phishing sites; misp-decaying-models).
Ours are by kind, and are our judgement; the threshold below which nothing counts, 30 of 100, is theirs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from tocsin.formats.stix.pattern import Comparison, Operator, Pattern, comparisons
from tocsin.model.received import Reliability


class Kind(StrEnum):
    """What a pattern names, by how long that stays an attacker's."""

    ADDRESS = "address"
    """Of a host on the network: given to somebody else within days."""
    WORDS = "words"
    """A subject, a name of a file or an account: others use it too."""
    URL = "url"
    MAILBOX = "mailbox"
    HOST = "host"
    """Registered for a year, and given up or seized before."""
    FILE = "file"
    """A digest: the same file stays what it is."""


class Life(Struct, frozen=True):
    """How long something counts, and how it loses weight."""

    time: timedelta
    speed: float


LIVES: Final[Mapping[Kind, Life]] = {
    Kind.ADDRESS: Life(timedelta(days=30), 1.0),
    Kind.WORDS: Life(timedelta(days=90), 1.0),
    Kind.URL: Life(timedelta(days=120), 0.5),
    Kind.MAILBOX: Life(timedelta(days=270), 0.5),
    Kind.HOST: Life(timedelta(days=270), 0.5),
    Kind.FILE: Life(timedelta(days=1_460), 0.3),
}
LONGEST: Final = max(life.time for life in LIVES.values())
THRESHOLD: Final = 30
"""Of 100: below that a warning is out of force (`threshold` of MISP's models)."""
_TRUST: Final[Mapping[Reliability, int]] = {
    Reliability.A: 100, Reliability.B: 75, Reliability.C: 50, Reliability.D: 25, Reliability.E: 0, Reliability.F: 50,
}  # fmt: skip
"""`numerical_value` of the taxonomy `admiralty-scale` of MISP."""
_FLOOR: Final = 0.4
"""What is left of a weight where nothing speaks for it: what is fresh is looked for, whoever warns of it."""
_PLACES: Final = {
    "ipv4-addr:value": Kind.ADDRESS, "ipv6-addr:value": Kind.ADDRESS, "domain-name:value": Kind.HOST,
    "url:value": Kind.URL, "email-addr:value": Kind.MAILBOX, "email-message:from_ref.value": Kind.MAILBOX,
}  # fmt: skip


def kind_of(pattern: Pattern) -> Kind:
    """Return what a pattern names; of several things, that which stays an attacker's for the longest."""
    found = [_kind(one) for one in comparisons(pattern) if not one.negated and one.operator is not Operator.UNEQUAL]
    return max(found, key=lambda kind: LIVES[kind].time, default=Kind.WORDS)


def _kind(one: Comparison) -> Kind:
    path = str(one.path)
    return Kind.FILE if path.startswith("file:hashes") else _PLACES.get(path, Kind.WORDS)


def weight(kind: Kind, age: timedelta, reliability: Reliability, confidence: int | None = None) -> int:
    """Return how much a warning counts, 0 to 100. `confidence`: of its source in it, 0 to 100; None: not said.

    `age`: since it was last said, or last seen in an attack; before that it counts in full.
    """
    life = LIVES[kind]
    used = min(max(age / life.time, 0.0), 1.0)
    trust = _raised(_TRUST[reliability]) * (1.0 if confidence is None else _raised(confidence))
    left = 1.0 - math.pow(used, 1 / life.speed)
    return round(100 * trust * left)


def ends(
    kind: Kind, since: datetime, until: datetime | None, reliability: Reliability, confidence: int | None = None
) -> datetime:  # fmt: skip
    """Return when a warning is out of force: when its weight falls below the threshold, or before, where it is said.

    To the day.
    """
    life = LIVES[kind]
    trust = _raised(_TRUST[reliability]) * (1.0 if confidence is None else _raised(confidence))
    left = max(1 - THRESHOLD / (100 * trust), 0.0)
    end = since + timedelta(days=round(life.time.days * math.pow(left, life.speed)))
    return end if until is None else min(end, until)


def _raised(value: int) -> float:
    return _FLOOR + (1 - _FLOOR) * value / 100
