"""Where a message came from, and what could not be read."""

from __future__ import annotations

from msgspec import Struct

from tocsin.model.defect import Defect
from tocsin.model.sentence import Sentence


class RawMail(Struct, frozen=True):
    """The octets of one message (RFC 5322), not parsed yet."""

    path: str
    """A label for people, not a name to open: `box.mbox#12` (from 1), `mail.zip/inbox/a.eml`, `store.pst/Inbox/17`."""
    raw: bytes
    defects: tuple[Defect, ...] = ()
    """What the container, not the message itself, had wrong with it."""
    consumed: int = 0
    """Bytes of all input that had been read when this message was complete; it never falls."""
    span: tuple[int, int] | None = None
    """(offset, length) in bytes inside the input file where that is a plain mbox: a worker can read it again."""


class Unread(Struct, frozen=True):
    """Something that was given but not read. It is reported, so that silence always means *looked at*."""

    path: str
    """A label for people, as in `RawMail`."""
    code: str
    """Kebab-case and stable, for example `not-mail`, `encrypted`, `over-limit`, `no-permission`, `missing-library`."""
    hint: Sentence
    """Why, and what to do about it."""
    consumed: int = 0
    """Bytes of all input that had been read by then."""
