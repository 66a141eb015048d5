"""Cases: the joint work on what happened, and what its evidence is kept under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import cases as parts
from tocsin.app.parts import claimed, joint, notes
from tocsin.app.parts.cases import Eyes
from tocsin.app.parts.labels import labelled
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.common.tlp import readable, strictest
from tocsin.model.case import CaseOpen, CaseShown, ClaimShown, ParticipantShown, Piece
from tocsin.model.desk import IncidentShown
from tocsin.model.error import InputError
from tocsin.model.event import CaseClosed, CaseIncidentAdded, CaseIncidentParted, CaseOpened, LeadHandedOver
from tocsin.model.people import Tlp
from tocsin.model.record import EvidenceRecord, ParticipantRecord
from tocsin.model.sentence import say
from tocsin.model.view import CaseItem, ClaimItem, IncidentItem, ParticipantItem

_DOCS: Final = "howto/work-on-a-case.md"
_MOST_CLAIMS: Final = 200
"""Claims about a case or one of its incidents that its page shows."""


@use_case(Right.TAKE_PART, cli="case list", http="GET /v1/cases", docs=_DOCS)
def cases(grant: Grant) -> tuple[CaseShown, ...]:
    """Return the cases that the actor may know of, the newest first."""
    with grant.read() as reader:
        found = [item for item in reader.views.cases() if parts.is_seen(grant, reader, item.case)]
        return tuple(CaseShown(item, notes.text(reader, item.title)) for item in found)


@use_case(Right.TAKE_PART, cli="case show", http="GET /v1/cases/{case}", docs=_DOCS)
def case(grant: Grant, case: str) -> CaseOpen:
    """Return a case with all of it that the actor may see."""
    with grant.read() as reader:
        item = parts.find(grant, reader, case)
        eyes, tlp = parts.eyes(grant, reader, case), parts.label(reader, item)
        incidents = [one for one in reader.views.incidents_of(case) if eyes.see(one.incident, one.tlp)]
        opened = next(reader.log.read(item.seq, item.seq + 1)).event
        return CaseOpen(
            item, notes.text(reader, item.title), tlp if eyes.lead else None,
            tuple(IncidentShown(one, notes.text(reader, one.title)) for one in incidents),
            _pieces(reader, case, tlp, eyes), *_claims(reader, case, incidents, eyes),
            tuple(joint.task(reader, one) for one in labelled(reader, reader.views.tasks(case))
                  if eyes.see(one.task, one.tlp)),
            tuple(_participant(reader, one, eyes) for one in reader.views.participants(case)),
            tuple(joint.victim(reader, one) for one in labelled(reader, reader.views.victims(case))
                  if eyes.see_victim(one.victim, one.tlp)),
            reader.views.restrictions(case) if eyes.lead else {},
            opened.origin if isinstance(opened, CaseOpened) and eyes.lead else None, *_ended(reader, item, eyes),
        )  # fmt: skip


def _pieces(reader: Reader, case: str, tlp: Tlp, eyes: Eyes) -> tuple[Piece, ...]:
    found = (one for one in reader.views.evidence_of(case) if eyes.see(one.evidence, tlp))
    return tuple(Piece(one, notes.read(reader, one.record, EvidenceRecord)) for one in found)


def _claims(
    reader: Reader, case: str, incidents: Iterable[IncidentItem], eyes: Eyes
) -> tuple[tuple[ClaimShown, ...], tuple[str, ...]]:
    """What was said about a case, and about those of its incidents that are seen; and of which there is more."""
    about = [case, *(one.incident for one in incidents)]
    pages = {thing: reader.views.claims(thing, limit=_MOST_CLAIMS) for thing in about}
    found = {one.claim: one for page in pages.values() for one in page.items if not one.struck}
    now = (one for one in labelled(reader, list(found.values())) if eyes.see(one.claim, one.tlp))
    several = sorted(now, key=lambda one: one.seq)

    def see(one: ClaimItem) -> bool:
        """A participant knows of no claim about something else: whom that is for is not said here."""
        return eyes.see(one.claim, one.tlp) and (eyes.lead or set(one.about) <= set(about))

    shown = claimed.shown(reader, several, see)
    return tuple(shown), tuple(thing for thing, page in pages.items() if page.after)


def _participant(reader: Reader, item: ParticipantItem, eyes: Eyes) -> ParticipantShown:
    """Others see who takes part, and no more."""
    record = notes.read(reader, item.record, ParticipantRecord)
    if eyes.lead or (eyes.parts and item in eyes.parts):
        return ParticipantShown(item, record)
    return ParticipantShown(
        ParticipantItem(item.participant, item.case, item.seq, item.tlp, ""),
        ParticipantRecord(record.name) if record else None,
    )


def _ended(reader: Reader, item: CaseItem, eyes: Eyes) -> tuple[str, str]:
    """What was said at the end, and the lessons: the first for those who lead it."""
    event = next(reader.log.read(item.ended, item.ended + 1)).event if item.ended else None
    if not isinstance(event, CaseClosed | LeadHandedOver):
        return "", ""
    lessons = event.lessons if isinstance(event, CaseClosed) else None
    return notes.text(reader, event.note) if eyes.lead else "", notes.text(reader, lessons)


@use_case(Right.EVIDENCE, cli="case open", http="POST /v1/cases", docs=_DOCS)
def open_case(grant: Grant, title: str, incidents: Sequence[str] = ()) -> str:
    """Open a case, and return its id. It is as confidential as the strictest of its incidents; without any, RED."""
    if not title.strip():
        raise InputError(say("the case has no title"), say("Say in a few words what it is about."))
    case = grant.new_id("case")
    with grant.write() as writer:
        for incident in incidents:
            _free(grant, writer, incident)
        title_kept = notes.keep(writer, notes.title(title))
        writer.append(grant.draft(CaseOpened(case, title_kept, parts.ids(incidents))))
    return case


def _free(grant: Grant, reader: Reader, incident: str) -> None:
    """Refuse an incident that the actor must not know of, or that a case has already."""
    item = reader.views.incident(incident)
    if item is None or not grant.cleared(item.tlp):
        raise missing(incident)
    if item.case is not None:
        raise InputError(say("%(incident)s belongs to a case already", incident=incident), say("Work there."))


@use_case(Right.EVIDENCE, cli="case add", http="POST /v1/cases/{case}/incidents", docs=_DOCS)
def add_incidents(grant: Grant, case: str, incidents: Sequence[str]) -> None:
    """Add incidents to a case that is worked on here. It becomes as confidential as the strictest of them.

    Where that is less than before, since it had none, it takes the right to share.
    """
    if not incidents:
        raise InputError(say("there is nothing to change"), say("Name the incidents that it is about too."))
    with grant.write() as writer:
        item = parts.working(grant, writer, case)
        before = parts.label(writer, item)
        for incident in incidents:
            _free(grant, writer, incident)
        writer.append(*(grant.draft(CaseIncidentAdded(case, one)) for one in parts.ids(incidents)))
        if not readable(before, parts.label(writer, item)):
            grant.require(Right.SHARE)


@use_case(
    Right.EVIDENCE, Right.SHARE, cli="case part", http="POST /v1/cases/{case}/incidents/{incident}/parting", docs=_DOCS
)  # fmt: skip
def part_incident(grant: Grant, case: str, incident: str, reason: str, tlp: Tlp | None = None) -> None:
    """Take an incident out of a case to which it does not belong after all, and say why.

    The case, and the evidence taken under it, stay as confidential as they are, unless a label is given; it is never
    looser than the one that the case had where it was led before.
    """
    why = notes.reason(reason, say("Write why it does not belong to the case."))
    with grant.write() as writer:
        item = parts.working(grant, writer, case)
        found = writer.views.incident(incident)
        if found is None or found.case != case or not grant.cleared(found.tlp):
            raise missing(incident)
        label = parts.readable_label(grant, tlp or parts.label(writer, item))
        opened = next(writer.log.read(item.seq, item.seq + 1)).event
        brought = [opened.tlp] if isinstance(opened, CaseOpened) and opened.tlp else []
        kept = notes.keep(writer, why)
        writer.append(grant.draft(CaseIncidentParted(case, incident, kept, strictest([*brought, label]))))


@use_case(Right.EVIDENCE, cli="case close", http="POST /v1/cases/{case}/closing", docs=_DOCS)
def close_case(grant: Grant, case: str, note: str = "", lessons: str = "", *, sure: bool = False) -> None:
    """Close a case: what was said of it is kept for 90 days more, its evidence and lessons as long as was said.

    Raises InputError where tasks are open or victims untold, unless one is `sure`: tasks are then dropped, and the
    victims still wait to be told.
    """
    with grant.write() as writer:
        parts.working(grant, writer, case)
        joint.finish(grant, writer, case, sure=sure)
        until = writer.now + notes.RETENTION
        note_kept, lessons_kept = notes.keep_note(writer, note, until), notes.keep_note(writer, lessons)
        writer.append(grant.draft(CaseClosed(case, note_kept, lessons_kept)))
        joint.forget_later(writer, case)
