"""Deleting from the vault: what is about something, and what has had its time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

from tocsin.app.ports import Writer
from tocsin.model.error import InputError
from tocsin.model.event import Draft, Erased, Ground, Ref, RetentionExpired
from tocsin.model.sentence import say

_REF: Final = re.compile(r"[0-9a-f]{64}")
_PART: Final = 1_000
"""References that one event of an expiry names."""


def erase(writer: Writer, subject: str, ground: Ground, actor: str) -> int:
    """Delete from the vault all that the log refers to about a message, a person, evidence, or whatever has an id.

    Returns how many contents were there. Raises InputError where the log knows of nothing.
    """
    refs = sorted({ref for event in _about(writer, subject) for ref in _refs(event)})
    there = [ref for ref in refs if ref in writer.vault.get_many([ref])]
    if not there:
        raise nothing_about(subject)
    gone = writer.delete(there)
    writer.append(Draft(Erased(refs=tuple(there), ground=ground), actor))
    return gone


def nothing_about(subject: str) -> InputError:
    """Return the answer where there is nothing, or nothing that the one who asks may know of."""
    return InputError(
        say("the vault holds nothing about %(subject)s", subject=subject),
        say("It may have been erased already: see the log."),
    )


def _about(writer: Writer, subject: str) -> Iterator[Any]:
    for entry in writer.log.several(writer.views.entries_about(subject)):
        yield entry.event


def _refs(event: Struct) -> Iterator[Ref]:
    for name in event.__struct_fields__:
        value = getattr(event, name)
        if isinstance(value, str) and _REF.fullmatch(value):
            yield value


def expire(writer: Writer, actor: str) -> int:
    """Delete from the vault all whose time is up, and return how many contents that were."""
    expired = list(writer.vault.expired(writer.now))
    gone = writer.delete(expired)
    for at in range(0, len(expired), _PART):
        writer.append(Draft(RetentionExpired(refs=tuple(expired[at : at + _PART])), actor))
    return gone
