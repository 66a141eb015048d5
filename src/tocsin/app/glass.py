"""Breaking the glass: opening what was neither reported nor flagged takes a reason, two people, and a notice."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from msgspec import Struct

from tocsin.app.access import Exempt, Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.listing import is_sealed, judgement
from tocsin.app.ports import Reader
from tocsin.app.rights import ROLES, Right
from tocsin.model.error import AccessError, InputError
from tocsin.model.event import BreakGlassAsked, BreakGlassOpened, BreakGlassTold
from tocsin.model.record import Note
from tocsin.model.sentence import say
from tocsin.model.view import GrantItem, PersonItem

AGREE_WITHIN: Final = timedelta(hours=24)
TELL_WITHIN: Final = timedelta(days=30)
_DOCS: Final = "howto/run-the-desk.md"
_TWO: Final = Exempt("it takes two people in the console; terminal and tokens are nobody's")


class Breaking(Struct, frozen=True):
    """A breaking of the glass, as those see it who may agree to it or have to tell of it."""

    item: GrantItem
    reason: str
    tell: tuple[str, ...]
    """Ids of the people who received the message."""


@use_case(Right.OPEN_MAIL, cli=_TWO, http=_TWO, docs=f"{_DOCS}#break-the-glass")
def open_glass(grant: Grant, message: str, reason: str, second: str) -> str:
    """Ask a second person, who has the same right, to agree that a message is opened; return the id of the request."""
    if len(reason.strip()) < 10:
        raise InputError(say("there is no reason given"), say("Write what makes it necessary to open the message."))
    with grant.write() as writer:
        item = writer.views.message(message)
        if item is None:
            raise missing(message)
        if not is_sealed(item):
            raise InputError(say("%(message)s is open to you already", message=message), say("Nothing needs breaking."))
        other = writer.views.person(second)
        if other is None or other.removed or second == grant.actor.person or not _may(other):
            raise InputError(
                say("%(person)s cannot be the second person", person=second),
                say("It takes another analyst or lead of the organisation."),
            )
        identity = grant.new_id("grant")
        kept = notes.keep(writer, Note(reason.strip()))
        writer.append(grant.draft(BreakGlassAsked(identity, message, second, kept)))
    return identity


def _may(person: PersonItem) -> bool:
    return any(Right.OPEN_MAIL in ROLES[role] for role in person.roles)


@use_case(Right.OPEN_MAIL, cli=_TWO, http=_TWO, docs=f"{_DOCS}#break-the-glass")
def confirm_glass(grant: Grant, breaking: str) -> None:
    """Agree, as the second person and within a day. The one who asked may look for a week."""
    with grant.write() as writer:
        item = writer.views.grant(breaking)
        if item is None:
            raise missing(breaking)
        if item.second != grant.actor.person:
            raise AccessError(say("somebody else was asked to agree"), say("Only the one who was asked can."))
        if item.opened_at or writer.now > item.asked_at + AGREE_WITHIN:
            raise InputError(say("it is too late to agree"), say("They can ask again."))
        tell = _concerned(writer, item)
        opened = BreakGlassOpened(breaking, item.message, tell, writer.now + TELL_WITHIN)
        writer.append(grant.draft(opened, cause=item.seq))


@use_case(Right.READ_MAIL, cli="mail glass", http="GET /v1/glass", docs=_DOCS)
def breakings(grant: Grant) -> tuple[Breaking, ...]:
    """Return what waits for an agreement, and what was opened and has yet to be told; the oldest first."""
    with grant.read() as reader:
        live = [
            item for item in reader.views.grants()
            if item.opened_at or grant.now <= item.asked_at + AGREE_WITHIN
        ]  # fmt: skip
        return tuple(Breaking(item, _reason(reader, item), _concerned(reader, item)) for item in live)


@use_case(Right.WARN, cli="mail tell", http="POST /v1/glass/{breaking}/notice", docs=_DOCS)
def tell_of_glass(grant: Grant, breaking: str) -> tuple[str, ...]:
    """Note that the ones concerned were told that their message was opened, and return who they are."""
    with grant.write() as writer:
        item = writer.views.grant(breaking)
        if item is None:
            raise missing(breaking)
        if item.opened_at is None or item.told:
            raise InputError(say("there is nothing to tell"), say("It was not opened, or they were told."))
        people = _concerned(writer, item)
        writer.append(grant.draft(BreakGlassTold(breaking, people)))
        return people


def _concerned(reader: Reader, item: GrantItem) -> tuple[str, ...]:
    message = reader.views.message(item.message)
    return judgement(reader, message).recipients if message else ()


def _reason(reader: Reader, item: GrantItem) -> str:
    asked = next(reader.log.read(item.seq, item.seq + 1)).event
    return notes.text(reader, asked.reason) if isinstance(asked, BreakGlassAsked) else ""
