"""The desk: what waits for a person, one message with all that is known of it, and what people decide."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Final

import msgspec
from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.listing import incidents_of, is_sealed, judgement, listed, openable
from tocsin.app.parts.profiles import people_of
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.model.desk import Listed, SightingShown
from tocsin.model.error import InputError
from tocsin.model.event import (
    EvidenceRead,
    MailJudged,
    RecipientsWarned,
    VerdictConfirmed,
    VerdictCorrected,
    VerdictDismissed,
    type_of,
)
from tocsin.model.people import Tlp
from tocsin.model.received import SightingRecord
from tocsin.model.record import MessageRecord, Note
from tocsin.model.sentence import say
from tocsin.model.verdict import Class
from tocsin.model.view import JournalItem, MessageItem, Page

LEARNABLE: Final = (Class.MALICIOUS, Class.UNWANTED, Class.CLEAN)
"""What a person can say that a message is. Suspicious is what the judge says when it does not know."""
_DOCS: Final = "howto/run-the-desk.md"
_PAGE: Final = 500
_CORRECTIONS: Final = 50
"""Corrections in one answer: each brings its message."""


class Wanted(Struct, frozen=True):
    """What messages are asked for: all of which all that is given is true."""

    state: str | None = None
    """waiting, quiet, confirmed, corrected, dismissed."""
    verdict: str | None = None
    technique: str | None = None
    """An ATT&CK id."""
    recipient: str | None = None
    """The id of a person."""
    sender: str | None = None
    """An address."""
    incident: str | None = None


class Opened(Struct, frozen=True):
    """A message with all that is known of it."""

    item: MessageItem
    judged: MailJudged
    record: MessageRecord | None
    """None where it was erased, or its time is up."""
    raw: bytes | None
    """As it was received; hostile."""
    done: tuple[JournalItem, ...]
    """What was done about it, the newest first."""
    incidents: tuple[str, ...] = ()
    """Ids of the incidents to which it belongs, of those that the actor is cleared for."""
    taken_back: tuple[SightingShown, ...] = ()
    """What it met of warnings that their sources have taken back since, of those that the actor is cleared for."""


class Learnt(StrEnum):
    """By what a person has said what a message is."""

    CORRECTED = "corrected"
    CONFIRMED = "confirmed"


class Correction(Struct, frozen=True):
    """A message to learn from, with the verdict of a person."""

    message: str
    message_id: str
    verdict: Class
    raw: bytes


class Warned(Struct, frozen=True):
    """Somebody who is to be told."""

    person: str
    name: str
    addresses: tuple[str, ...]


@use_case(Right.READ_MAIL, cli="mail list", http="GET /v1/messages", docs=_DOCS)
def messages(grant: Grant, wanted: Wanted = Wanted(), after: str | None = None, limit: int = 50) -> Page[Listed]:
    """Return the messages that are wanted, the newest first.

    Asked who wrote to whom, it tells nothing of messages behind glass, not even by where the next part begins.
    """
    known = bool(wanted.sender or wanted.recipient)
    with grant.read() as reader:
        if wanted.incident is not None and not _sees(grant, reader, wanted.incident):
            return Page(())
        page = reader.views.messages(after=after, limit=limit, known=known, **msgspec.structs.asdict(wanted))
        return Page(listed(grant, reader, page.items), page.after)


def _sees(grant: Grant, reader: Reader, incident: str) -> bool:
    item = reader.views.incident(incident)
    return item is not None and grant.cleared(item.tlp)


@use_case(Right.READ_MAIL, cli="mail show", http="GET /v1/messages/{message}", docs=_DOCS)
def message(grant: Grant, message: str) -> Opened:
    """Return a message, and note that it was read: once for each session or token, each time at the terminal.

    Raises BreakGlassError for one that was neither reported nor flagged, until the glass is broken.
    """
    with grant.read() as reader:
        found = _opened(grant, reader, message)
        is_noted = _is_noted(grant, reader, message)
    if not is_noted:
        with grant.write() as writer:
            if not _is_noted(grant, writer, message):
                writer.append(grant.draft(EvidenceRead(message)))
    return found


def _is_noted(grant: Grant, reader: Reader, message: str) -> bool:
    """Say whether the log knows that the actor has read it since they signed in."""
    if (since := grant.actor.since) is None:
        return False
    page = reader.views.journal(type=type_of(EvidenceRead), actor=grant.actor.id, subject=message, limit=1)
    return any(done.at >= since for done in page.items)


def _opened(grant: Grant, reader: Reader, message: str) -> Opened:
    item = openable(grant, reader, message)
    judged = judgement(reader, item)
    raw = reader.vault.get(judged.raw) if judged.raw else None
    done = reader.views.journal(subject=message, limit=_PAGE).items
    incidents = incidents_of(grant, reader, [message]).get(message, ())
    labels = [label for label in Tlp if grant.cleared(label)]
    met = reader.views.sightings(labels, message=message, limit=_PAGE).items
    back = tuple(SightingShown(one, notes.read(reader, one.record, SightingRecord), None)
                 for one in met if one.taken_back)  # fmt: skip
    return Opened(item, judged, notes.read(reader, judged.record, MessageRecord), raw, done, incidents, back)


@use_case(Right.READ_MAIL, cli="mail others", http="GET /v1/messages/{message}/others", docs=_DOCS)
def others(grant: Grant, message: str) -> tuple[Listed, ...]:
    """Return other messages with the same message id, or the same words and files: who else received it."""
    with grant.read() as reader:
        openable(grant, reader, message)
        return listed(grant, reader, reader.views.same(message), copies=True)


# What people decide


@use_case(Right.CORRECT, cli="mail confirm", http="POST /v1/messages/confirmations", docs=_DOCS)
def confirm(grant: Grant, several: Sequence[str], note: str = "") -> None:
    """Agree with the verdicts of messages, all of them or none."""
    _decide(grant, several, lambda item, ref: VerdictConfirmed(item.message, item.verdict, ref), note)


@use_case(Right.CORRECT, cli="mail correct", http="POST /v1/messages/corrections", docs=_DOCS)
def correct(grant: Grant, several: Sequence[str], now: Class, note: str = "") -> None:
    """Say what messages really are. History and the next training learn from it."""
    if now not in LEARNABLE:
        raise InputError(
            say("a correction says malicious, unwanted or clean"), say("Dismiss what nothing is to be done about.")
        )
    _decide(grant, several, lambda item, ref: VerdictCorrected(item.message, item.verdict, now, ref), note)


@use_case(Right.CORRECT, cli="mail dismiss", http="POST /v1/messages/dismissals", docs=_DOCS)
def dismiss(grant: Grant, several: Sequence[str], note: str = "") -> None:
    """Say that nothing is to be done about messages, whatever their verdicts."""
    _decide(grant, several, lambda item, ref: VerdictDismissed(item.message, ref), note)


def _decide(grant: Grant, several: Sequence[str], event: Any, note: str) -> None:
    with grant.write() as writer:
        for message in dict.fromkeys(several):
            item = openable(grant, writer, message)
            ref = notes.keep_note(writer, note, writer.now + notes.RETENTION)
            writer.append(grant.draft(event(item, ref)))


@use_case(Right.WARN, cli="mail warn", http="POST /v1/messages/{message}/warning", docs=_DOCS)
def warn(grant: Grant, message: str, text: str, people: Sequence[str] = ()) -> tuple[Warned, ...]:
    """Note that people are told about a message (default: all who received it or a copy), and return who they are."""
    if not text.strip():
        raise InputError(say("there is no warning"), say("Write what they are to do, or not to do."))
    with grant.write() as writer:
        item = openable(grant, writer, message)
        copies = [item, *writer.views.same(message)]
        received = [person for copy in copies for person in judgement(writer, copy).recipients]
        wanted = tuple(dict.fromkeys(people or received))
        known = {one.person: record for one, record in people_of(writer)}
        for person in wanted:
            if people and person not in known:
                raise missing(person)
        told = tuple(person for person in wanted if person in known)
        if not told:
            raise InputError(say("nobody of the organisation received it"), say("Name the people who are to be told."))
        kept = notes.keep(writer, Note(text), writer.now + notes.RETENTION)
        writer.append(grant.draft(RecipientsWarned(message, told, kept)))
    shown = [(person, known[person]) for person in told]
    return tuple(Warned(person, one.name if one else "", one.addresses if one else ()) for person, one in shown)


@use_case(Right.CORRECT, cli="mail corrections", http="GET /v1/corrections", docs=_DOCS)
def corrections(
    grant: Grant, state: Learnt = Learnt.CORRECTED, after: str | None = None, limit: int = 50
) -> Page[Correction]:  # fmt: skip
    """Return what people said of messages whose content is still there, the newest first; they hold the messages.

    A part may be shorter than `limit`. Who takes messages along is noted, as who opens one is.
    """
    with grant.read() as reader:
        page = reader.views.messages(state=state.value, after=after, limit=min(limit, _CORRECTIONS))
        found = tuple(one for item in page.items for one in _correction(reader, item))
        is_new = any(not _is_noted(grant, reader, one.message) for one in found)
    if is_new:
        with grant.write() as writer:
            unnoted = [one.message for one in found if not _is_noted(grant, writer, one.message)]
            writer.append(*(grant.draft(EvidenceRead(message)) for message in unnoted))
    return Page(found, page.after)


def _correction(reader: Reader, item: MessageItem) -> list[Correction]:
    judged = judgement(reader, item)
    raw = reader.vault.get(judged.raw) if judged.raw and not is_sealed(item) else None
    record = notes.read(reader, judged.record, MessageRecord)
    if raw is None or item.verdict not in LEARNABLE:
        return []
    return [Correction(item.message, record.message_id if record else "", item.verdict, raw)]
