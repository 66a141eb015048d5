"""What a message shows of those who sent it, kept so that it can be compared with what partners warn of later."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class ObservedFile(Struct, frozen=True, omit_defaults=True):
    """A file of a message."""

    name: str
    hashes: dict[str, str]
    """Digests in hexadecimal by their names in STIX: `SHA-256`."""
    size: int = 0
    """In bytes."""


class ObservedMail(Struct, frozen=True, omit_defaults=True):
    """What is observed of one message."""

    received: datetime
    sender: str = ""
    sender_name: str = ""
    others: tuple[str, ...] = ()
    """Where replies and returned mail go."""
    recipients: tuple[str, ...] = ()
    subject: str = ""
    message_id: str = ""
    urls: tuple[str, ...] = ()
    files: tuple[ObservedFile, ...] = ()
    relays: tuple[str, ...] = ()
    """Addresses of the hosts that handed it on."""
    left_out: int = 0
    """Links and files beyond those that are kept of one message: what is not among these was not looked at."""
