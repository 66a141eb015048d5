"""Victims whom it must be told: found, reached by a way that was verified, told.

Whoever says "I speak for them" may be the attacker: nobody is told by a contact that came in with the message. It is
taken from elsewhere, and called back.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import cases as parts
from tocsin.app.parts import contacts, joint, notes
from tocsin.app.parts.labels import labelled
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.event import ContactVerified, Ending, VictimFound, VictimTold
from tocsin.model.record import ContactRecord, Note, VictimRecord
from tocsin.model.sentence import say
from tocsin.model.view import VictimItem

_DOCS: Final = "howto/work-on-a-case.md#tell-the-victims"
_LONGEST: Final = 300


@use_case(Right.EVIDENCE, cli="case victim", http="POST /v1/cases/{case}/victims", docs=_DOCS)
def found(grant: Grant, case: str, name: str, note: str = "") -> str:
    """Write down that somebody has to be told, and return the victim's id. The name lies in the vault alone."""
    if not name.strip() or len(name) > _LONGEST or len(note) > notes.LONGEST:
        raise InputError(say("the victim has no name, or one that is too long"), say("Write up to 300 characters."))
    with grant.write() as writer:
        item = parts.working(grant, writer, case)
        record = notes.keep(writer, VictimRecord(name.strip(), note.strip()))
        identity = grant.new_id("victim")
        writer.append(grant.draft(VictimFound(case, identity, record, parts.label(writer, item))))
    return identity


@use_case(Right.EVIDENCE, cli="case verify-contact", http="POST /v1/victims/{victim}/contact", docs=_DOCS)
def verify_contact(
    grant: Grant, victim: str, contact: str, source: str, called_at: datetime, *, sure: bool = False
) -> None:  # fmt: skip
    """Write down how a victim is reached, where that was taken from, and when they were called back by it.

    Raises InputError where the source is not said, or is the contact itself; for a call that is yet to come, or was
    before it was known that they have to be told; and, unless one is `sure`, where the contact stands in the text of a
    message of the case: whoever wrote that may answer it.
    """
    contact, source = contact.strip(), source.strip()
    if (
        not contact
        or not source
        or contacts.plain(contact) == contacts.plain(source)
        or max(map(len, (contact, source))) > _LONGEST
    ):
        raise InputError(
            say("it is not said where the contact was taken from"),
            say("Name a source that those who wrote have no hand in: an official register, a contract, a card."),
        )
    if called_at.tzinfo is None or called_at > grant.now:
        raise InputError(
            say("the call back is yet to come, or its time has no zone"), say("Call them first, and then say when.")
        )
    with grant.write() as writer:
        item = _open(grant, writer, victim)
        if called_at < item.found_at.replace(second=0, microsecond=0):
            raise InputError(
                say("the call back was before it was written down that they have to be told"),
                say("Call them now by this contact, and then say when."),
            )
        if not sure and (message := contacts.message_with(writer, item.case, contact)):
            raise InputError(
                say("the contact stands in %(message)s, a message of the case", message=message),
                say("Whoever wrote that may answer it: take another one, or say that you are sure of its source."),
            )
        record = notes.keep(writer, ContactRecord(contact, source))
        writer.append(grant.draft(ContactVerified(item.case, victim, record, called_at)))


@use_case(Right.EVIDENCE, cli="case told", http="POST /v1/victims/{victim}/notice", docs=_DOCS)
def told(grant: Grant, victim: str, note: str, how: Ending = Ending.DONE) -> None:
    """Write down that a victim was told, and what; or (`dropped`) that they cannot be, and why.

    Raises InputError without such a note, and where they were told by a contact that nobody has verified.
    """
    if not note.strip():
        raise InputError(
            say("it is not said what was told"), say("Write what was said to whom, or why they cannot be.")
        )
    with grant.write() as writer:
        item = _open(grant, writer, victim)
        if how is Ending.DONE and item.contact is None:
            raise InputError(
                say("the contact of %(victim)s was not verified", victim=victim),
                say("Take it from a source of its own, call back, and write that down: `tocsin case verify-contact`."),
            )
        case = parts.find(grant, writer, item.case)
        until = None if case.state == "open" else writer.now + notes.RETENTION
        kept = notes.keep(writer, Note(note.strip()), until)
        writer.append(grant.draft(VictimTold(item.case, victim, how, kept)))
        if until:
            joint.forget_victim(writer, item, until)


def _open(grant: Grant, reader: Reader, victim: str) -> VictimItem:
    """Return a victim who waits: also of a case that is over, since the duty is not."""
    item = reader.views.victim(victim)
    if item is None or not parts.is_seen(grant, reader, item.case):
        raise missing(victim)
    (item,) = labelled(reader, [item])
    if not grant.cleared(item.tlp):
        raise missing(victim)
    if item.state != "open":
        raise InputError(say("%(victim)s was told already", victim=victim), say("Nothing needs doing."))
    return item
