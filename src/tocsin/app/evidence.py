"""Evidence: taken into custody, read, exported, erased. Whatever is done with it is an event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import BinaryIO, Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Exempt, Grant, missing, use_case
from tocsin.app.parts import cases as parts
from tocsin.app.parts import custody, erasure, exports, notes
from tocsin.app.parts.labels import labels_now
from tocsin.app.parts.listing import judgement, openable
from tocsin.app.ports import Reader, Writer
from tocsin.app.rights import Right
from tocsin.formats.checkpoint import Signer
from tocsin.model.error import InputError
from tocsin.model.event import (
    Draft,
    Envelope,
    EvidenceAdded,
    EvidenceRead,
    Ground,
)
from tocsin.model.profile import Person
from tocsin.model.record import EvidenceRecord
from tocsin.model.sentence import say
from tocsin.model.view import EvidenceItem

_DOCS: Final = "howto/keep-evidence.md"


class Collected(Struct, frozen=True):
    """What is to be taken into custody."""

    content: bytes
    record: EvidenceRecord
    media_type: str
    collected_at: datetime
    tool: str
    tool_version: str
    retain_until: datetime | None = None


@use_case(Right.EVIDENCE, cli="evidence list", http="GET /v1/cases/{case}/evidence", docs=_DOCS)
def pieces(grant: Grant, case: str) -> tuple[EvidenceItem, ...]:
    """Return the evidence of a case, the oldest first, with all that was done with it."""
    with grant.read() as reader:
        parts.find(grant, reader, case)
        return tuple(reader.views.evidence_of(case))


@use_case(Right.TAKE_PART, cli="evidence add", http="POST /v1/cases/{case}/evidence", docs=_DOCS)
def add(
    grant: Grant, case: str, several: Sequence[Collected], participant: str | None = None
) -> tuple[Envelope, ...]:  # fmt: skip
    """Take evidence of a case into custody, all of it or none, and return the entries.

    People of a participant bring it for that one, which they name where they act for several; the desk for itself, or
    for the `participant` that gave it. Raises InputError for who could not read it afterwards.
    """
    with grant.write() as writer:
        item = parts.working(grant, writer, case)
        whose = custody.bringer(grant, writer, item, participant)
        plain = [custody.checked(grant, one.record, one.collected_at) for one in several]
        kept = [replace(one, record=record) for one, record in zip(several, plain, strict=True)]
        return tuple(writer.append(*(_draft(grant, writer, case, collected, whose) for collected in kept)))


def _draft(grant: Grant, writer: Writer, case: str, collected: Collected, participant: str = "") -> Draft:
    until = collected.retain_until
    event = EvidenceAdded(
        evidence=grant.new_id("ev"),
        case=case,
        content=writer.keep(collected.content, until),
        size=len(collected.content),
        media_type=notes.label(collected.media_type),
        collected_at=collected.collected_at,
        tool=notes.label(collected.tool),
        tool_version=notes.label(collected.tool_version),
        record=notes.keep(writer, collected.record, until),
        retain_until=until,
        participant=participant,
    )
    return grant.draft(event)


@use_case(
    Right.EVIDENCE, Right.READ_MAIL, cli="evidence add-message", http="POST /v1/cases/{case}/messages/{message}",
    docs=_DOCS,
)  # fmt: skip
def add_message(grant: Grant, case: str, message: str, version: str, days: int | None = None) -> Envelope:
    """Take a message of one of the case's incidents into custody, byte for byte, and return the entry.

    The exhibit is kept for `days`, else until it is erased, however long the message itself is. `version` is the
    program's. Raises BreakGlassError for a message that is not to be opened.
    """
    with grant.write() as writer:
        parts.working(grant, writer, case)
        item = openable(grant, writer, message)
        judged = judgement(writer, item)
        if case not in {incident.case for incident in writer.views.incidents_with([message]).get(message, ())}:
            raise InputError(
                say("%(message)s belongs to no incident of %(case)s", message=message, case=case),
                say("Add it to an incident of the case first."),
            )
        if judged.raw is None or (raw := writer.vault.get(judged.raw)) is None:
            raise InputError(
                say("the content of %(message)s is gone", message=message), say("The log says when, and why.")
            )
        record = EvidenceRecord(f"{message}.eml", _name(writer, grant), f"{judged.source} {message}")
        until = writer.now + timedelta(days=days) if days else None
        collected = Collected(raw, record, "message/rfc822", item.at, "tocsin", version, until)
        return writer.append(_draft(grant, writer, case, collected))[0]


def _name(reader: Reader, grant: Grant) -> str:
    item = reader.views.person(grant.actor.person) if grant.actor.person else None
    record = notes.read(reader, item.record, Person) if item else None
    return record.name if record else grant.actor.id


@use_case(Right.EVIDENCE, cli="evidence find", http="GET /v1/evidence/{evidence}", docs=_DOCS)
def piece(grant: Grant, evidence: str) -> EvidenceItem:
    """Return a piece of evidence with its case and all that was done with it, by its id."""
    with grant.read() as reader:
        item = reader.views.evidence(evidence)
        if item is None or not parts.is_seen(grant, reader, item.case):
            raise missing(evidence)
        return item


@use_case(Right.TAKE_PART, cli="evidence read", http="POST /v1/evidence/{evidence}/reading", docs=_DOCS)
def read(grant: Grant, evidence: str, purpose: str) -> bytes:
    """Return a content, after noting who looks at it and what for.

    Raises InputError where that is not said, and where there is no content any more.
    """
    why = notes.reason(purpose, say("Say what you read it for; it is noted."))
    with grant.write() as writer:
        item = writer.views.evidence(evidence)
        if item is None or not _sees(grant, writer, item):
            raise missing(evidence)
        if (content := writer.vault.get(item.content)) is None:
            raise InputError(
                say("the content of %(evidence)s is gone: %(state)s", evidence=evidence, state=item.state),
                say("The log says when, and why."),
            )
        writer.append(grant.draft(EvidenceRead(evidence, notes.keep(writer, why))))
        return content


def _sees(grant: Grant, reader: Reader, item: EvidenceItem) -> bool:
    """Evidence is as confidential as its case."""
    case = reader.views.case(item.case)
    if case is None or not parts.is_seen(grant, reader, item.case):
        return False
    return parts.eyes(grant, reader, item.case).see(item.evidence, parts.label(reader, case))


@use_case(Right.EXPORT_EVIDENCE, cli="evidence export", http="POST /v1/cases/{case}/export", docs=_DOCS)
def export(grant: Grant, signer: Signer, case: str, version: str, out: BinaryIO, purpose: str) -> int:
    """Write the archive of a case, and return how many pieces of evidence are in it. `version` is the program's.

    That it was exported, what was in it, and the signed head, are in the log before a byte is written: an archive that
    fails halfway has still been begun. Raises InputError where it is not said what for.
    """
    why = notes.reason(purpose, say("Say whom it is for, and what for; it is noted."))
    with grant.write() as writer:
        parts.find(grant, writer, case)
        dossier = exports.dossier(grant, writer, case, notes.label(version))
        if not dossier.exhibits:
            raise InputError(
                say("there is no evidence of a case %(case)s", case=case),
                say("`tocsin case list` shows which cases there are."),
            )
        begun = exports.begin(grant, writer, signer, dossier, why.text)
    with grant.read() as reader:
        exports.write(reader, signer, begun, out)
    return len(dossier.exhibits)


@use_case(Right.ERASE, cli="evidence erase", http="POST /v1/erasures", docs=_DOCS)
def erase(grant: Grant, subject: str, ground: Ground) -> int:
    """Delete from the vault all that the log refers to about a message, a person, evidence, or whatever has an id.

    A person, or how one signs in, takes the right to manage people too. Returns how many contents were there. Raises
    InputError where there is nothing, and for what is still needed: a way to sign in, the reason of a broken glass.
    """
    with grant.write() as writer:
        if _is_beyond(grant, writer, subject):
            raise erasure.nothing_about(subject)
        if erasure.is_of_people(writer, subject):
            grant.require(Right.MANAGE_PEOPLE)
        return erasure.erase(writer, subject, ground, grant.actor.id)


@use_case(
    Right.ERASE, cli="evidence expire", docs=_DOCS,
    http=Exempt("it is a job of the node itself: `tocsin serve` does it each day"),
)  # fmt: skip
def expire(grant: Grant) -> int:
    """Delete from the vault all whose time is up, and return how many contents that were.

    It goes in parts, so that nobody waits long to write: where it ends early, the next time does the rest.
    """
    total, gone = 0, erasure.PART
    while gone == erasure.PART:
        with grant.write() as writer:
            gone = erasure.expire(writer, grant.actor.id)
        total += gone
    return total


def _is_beyond(grant: Grant, reader: Reader, subject: str) -> bool:
    """Say whether something bears a label beyond what the actor may read."""
    views = reader.views
    if incident := views.incident(subject):
        return not grant.cleared(incident.tlp)
    naming = views.naming(subject)
    work = [one for one in (views.task(subject), views.victim(subject)) if one]
    labels = [
        *labels_now(reader, views.several_claims([subject])), *labels_now(reader, work),
        *labels_now(reader, views.assessment(naming.assessment if naming else subject)),
    ]  # fmt: skip
    if not all(map(grant.cleared, labels)):
        return True
    thing = views.evidence(subject) or next(iter(work), None)
    case = thing.case if thing else subject
    return views.case(case) is not None and not parts.is_seen(grant, reader, case)
