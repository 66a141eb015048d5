"""What is remembered of a message, so that later ones can be compared with it: addresses and short facts, no text."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

UNKNOWN_ZONE: Final = 10_000


class Trace(Struct, frozen=True, array_like=True):
    """What is remembered of one message. `time` is UTC seconds since 1970."""

    time: float
    sender: str
    name: str
    """Folded display name."""
    domain: str
    """Registrable domain of the sender."""
    ours: bool
    """Whether our side sent it."""
    bad: bool
    """Judged malicious, suspicious or unwanted: it builds no trust."""
    message_id: str
    recipients: tuple[str, ...]
    mailer: str
    zone: int
    """UTC offset of the Date header in minutes; UNKNOWN_ZONE where there is none."""
    hour: int
    """UTC hour of the Date header, -1 where there is none."""
    language: str
    reply_to: str
    greeting: str
    """Folded first words of the body, at most two."""
    authenticated: bool
    findings: tuple[str, ...]
    """Ids of what was found on it: what it may have prepared."""
    dangers: tuple[str, ...]
    """What those findings want."""
    links: tuple[str, ...]
    """Domains (customers of shared hosts apart) that its links open, at most 8."""
    files: bool
    """Whether a file is attached."""
