"""What partners warn of, as it was received: indicators, who gave them, and what was found by them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from tocsin.model.activity import Activity
from tocsin.model.people import Tlp


class Reliability(StrEnum):
    """How reliable a source is held to be, by the Admiralty code (NATO AJP-2.1)."""

    A = "A"
    """Completely."""
    B = "B"
    """Usually."""
    C = "C"
    """Fairly."""
    D = "D"
    """Not usually."""
    E = "E"
    """Not at all."""
    F = "F"
    """It cannot be judged."""


STRONG: Final = 50
"""Of 100: what an old warning counts for less than that is a weak sign, whoever gave it."""


class SightingState(StrEnum):
    """What a person says of a sighting."""

    OPEN = "open"
    ATTACK = "attack"
    NONE = "none"


class Why(StrEnum):
    """Why an indicator that came is not looked for."""

    REVOKED = "revoked"
    """The source took it back."""
    CONTEXT = "context"
    """The source tells it, and says that it is not for detection."""
    LANGUAGE = "language"
    """Its pattern is not one of STIX."""
    BROKEN = "broken"
    """Its pattern cannot be read."""
    UNSEEN = "unseen"
    """It asks for what mail and sign-ins never show."""
    SEVERAL = "several"
    """It asks for several things that were seen apart."""
    ORDINARY = "ordinary"
    """Ordinary mail meets it: it says nothing, or it would take everything for an attack."""
    OWN = "own"
    """It is the organisation's own, or of a partner or service that it named."""
    EVERYBODYS = "everybodys"
    """A host that many share, or that everybody uses."""
    LISTED = "listed"
    """It is on a list of what is no sign of an attack."""


class ReceivedIndicator(Struct, frozen=True, omit_defaults=True):
    """Something that a partner warns of. Times are in UTC."""

    id: str
    """Its id in STIX."""
    pattern: str
    modified: datetime
    valid_from: datetime
    valid_until: datetime | None = None
    name: str = ""
    tlp: Tlp = Tlp.RED
    confidence: int | None = None
    """Of the source, 0 to 100."""
    attack: tuple[str, ...] = ()
    """ATT&CK ids of what it indicates."""
    override: str = ""
    """Id of the decision by which it is looked for although a list spares it."""


class Unused(Struct, frozen=True, omit_defaults=True):
    """An indicator that came and is not looked for."""

    id: str
    why: Why
    detail: str = ""
    """What of it, or by which list."""
    modified: datetime | None = None


class ReceivedRecord(Struct, frozen=True, omit_defaults=True):
    """What came at once from a source."""

    source: str
    """Its name."""
    indicators: tuple[ReceivedIndicator, ...]
    unused: tuple[Unused, ...] = ()
    """The first thousand."""
    gone: tuple[tuple[str, datetime], ...] = ()
    """Of all that are not looked for, the id and when it was modified: earlier versions are not looked for either."""
    seen: tuple[tuple[str, datetime], ...] = ()
    """What the source says that it has seen again: the id of the indicator and when."""


class SightingRecord(Struct, frozen=True, omit_defaults=True):
    """What was seen that meets an indicator."""

    source: str
    """Name of the one who warned of it."""
    indicator: str
    """Its id."""
    pattern: str
    value: str
    line: Activity | None = None
    """Of a log of accounts, where it is not a message."""
    weight: int = 100
    """How much the warning counted then, 0 to 100 (`tocsin.share.decay`)."""


class Warned(Struct, frozen=True):
    """An indicator that a thing meets, as it stands with a verdict."""

    value: str
    """What of the thing meets it, or its pattern where no single value does."""
    indicator: str
    """Its id."""
    receipt: str
    """Id of what it came with."""
    source: str
    reliability: Reliability
    attack: tuple[str, ...] = ()
    pattern: str = ""
    tlp: Tlp = Tlp.RED
    weight: int = 100
    """How much it counts by its age and its source, 0 to 100 (`tocsin.share.decay`)."""
