"""Deleting from the vault: what is about something, and what has had its time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from msgspec import Struct

from tocsin.app.parts.listing import OPEN_FOR
from tocsin.app.ports import Writer
from tocsin.model.error import InputError
from tocsin.model.event import (
    AGREE_WITHIN,
    BreakGlassAsked,
    CredentialAdded,
    Draft,
    Erased,
    Event,
    Ground,
    PersonAdded,
    PersonChanged,
    Ref,
    RetentionExpired,
    SessionOpened,
    TokenMade,
)
from tocsin.model.sentence import say
from tocsin.model.view import CredentialItem, GrantItem

_OF_PEOPLE: Final = (PersonAdded, PersonChanged, CredentialAdded, SessionOpened, TokenMade)
_REF: Final = re.compile(r"[0-9a-f]{64}")
PART: Final = 1_000
"""Contents that leave in one transaction, named by one event: others write in between."""


def erase(writer: Writer, subject: str, ground: Ground, actor: str) -> int:
    """Delete from the vault all that the log refers to about a message, a person, evidence, or whatever has an id.

    Returns how many contents were there. Raises InputError where the log knows of nothing, and where something is
    still needed.
    """
    events = list(_about(writer, subject))
    for event in events:
        _refuse_if_needed(writer, event)
    refs = {ref for event in events for ref in _refs(event)}
    there = sorted(writer.vault.present(sorted(refs)))
    if not there:
        raise nothing_about(subject)
    gone = writer.delete(there)
    writer.append(Draft(Erased(refs=tuple(there), ground=ground), actor))
    return gone


def is_of_people(writer: Writer, subject: str) -> bool:
    """Say whether something is a person, or how one signs in."""
    return any(isinstance(event, _OF_PEOPLE) for event in _about(writer, subject))


def _refuse_if_needed(writer: Writer, event: Event) -> None:
    if isinstance(event, CredentialAdded) and _signs_in(writer.views.credential(event.credential)):
        raise InputError(
            say("%(person)s signs in by this still", person=event.person),
            say("Lock them out first, or remove them: `tocsin person lock`."),
        )
    if isinstance(event, BreakGlassAsked) and _is_open(writer.views.grant(event.grant), writer.now):
        raise InputError(
            say("the glass before %(message)s is broken or about to be", message=event.message),
            say("Its reason stays until it is over and the ones concerned were told."),
        )


def _signs_in(item: CredentialItem | None) -> bool:
    return item is not None and not item.removed


def _is_open(item: GrantItem | None, now: datetime) -> bool:
    """Whether somebody may agree or look, or the ones concerned have yet to be told."""
    if item is None:
        return False
    if item.opened_at is None:
        return now <= item.asked_at + AGREE_WITHIN
    return not item.told or now < item.opened_at + OPEN_FOR


def nothing_about(subject: str) -> InputError:
    """Return the answer where there is nothing, or nothing that the one who asks may know of."""
    return InputError(
        say("the vault holds nothing about %(subject)s", subject=subject),
        say("It may have been erased already: see the log."),
    )


def _about(writer: Writer, subject: str) -> Iterator[Any]:
    for entry in writer.log.several(writer.views.entries_about(subject)):
        yield entry.event


def _refs(value: object) -> Iterator[Ref]:
    """Yield the places of the vault that an event leads to, those of its parts too (pages of a reading)."""
    if isinstance(value, str):
        if _REF.fullmatch(value):
            yield value
    elif isinstance(value, Struct):
        yield from (ref for name in value.__struct_fields__ for ref in _refs(getattr(value, name)))
    elif isinstance(value, tuple):
        yield from (ref for part in value for ref in _refs(part))


def expire(writer: Writer, actor: str) -> int:
    """Delete from the vault up to `PART` contents whose time is up, and return how many that were: fewer if no more."""
    expired = list(writer.vault.expired(writer.now, PART))
    if expired:
        writer.delete(expired)
        writer.append(Draft(RetentionExpired(refs=tuple(expired)), actor))
    return len(expired)
