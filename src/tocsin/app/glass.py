"""Breaking the glass: opening what was neither reported nor flagged takes a reason, two people, and a notice."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.app.access import Exempt, Grant, missing, use_case
from tocsin.app.parts import listing, notes
from tocsin.app.rights import ROLES, Right
from tocsin.model.desk import Breaking
from tocsin.model.error import AccessError, InputError
from tocsin.model.event import AGREE_WITHIN, BreakGlassAsked, BreakGlassOpened, BreakGlassTold
from tocsin.model.record import Note
from tocsin.model.sentence import say
from tocsin.model.view import PersonItem

TELL_WITHIN: Final = timedelta(days=30)
_DOCS: Final = "howto/run-the-desk.md"
_SOMEBODY: Final = Exempt("it takes somebody else than who opened it, and nobody knows who sits at the terminal")
_TWO: Final = Exempt("it takes two people in the console; terminal and tokens are nobody's")


@use_case(Right.OPEN_MAIL, cli=_TWO, http=_TWO, docs=f"{_DOCS}#break-the-glass")
def open_glass(grant: Grant, message: str, reason: str, second: str) -> str:
    """Ask a second person, who has the same right, to agree that a message is opened; return the id of the request."""
    if len(reason.strip()) < 10:
        raise InputError(say("there is no reason given"), say("Write what makes it necessary to open the message."))
    with grant.write() as writer:
        item = writer.views.message(message)
        if item is None:
            raise missing(message)
        if not listing.is_sealed(item):
            raise InputError(say("%(message)s is open to you already", message=message), say("Nothing needs breaking."))
        other = writer.views.person(second)
        if other is None or other.removed or second == grant.actor.person or not _may(other):
            raise InputError(
                say("%(person)s cannot be the second person", person=second),
                say("It takes another analyst or lead of the organisation."),
            )
        identity = grant.new_id("grant")
        kept = notes.keep(writer, Note(reason.strip()), writer.now + notes.RETENTION)
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
        tell = listing.concerned(writer, item)
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
        return tuple(listing.breaking(reader, item) for item in live)


@use_case(Right.WARN, cli=_SOMEBODY, http="POST /v1/glass/{breaking}/notice", docs=_DOCS)
def tell_of_glass(grant: Grant, breaking: str) -> tuple[str, ...]:
    """Note that the ones concerned were told that their message was opened, and return who they are.

    Raises AccessError for the one who opened it: whether they were told is not for them to say.
    """
    with grant.write() as writer:
        item = writer.views.grant(breaking)
        if item is None:
            raise missing(breaking)
        if item.opened_at is None or item.told:
            raise InputError(say("there is nothing to tell"), say("It was not opened, or they were told."))
        if grant.actor.person in ("", item.actor):
            raise AccessError(
                say("who opened the message cannot note that the ones concerned were told"),
                say("Another lead tells them, and notes it in the console."),
            )
        people = listing.concerned(writer, item)
        writer.append(grant.draft(BreakGlassTold(breaking, people)))
        return people
