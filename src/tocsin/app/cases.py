"""Cases: the joint work on what happened, and what its evidence is kept under."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import cases as parts
from tocsin.app.parts import notes
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.event import CaseClosed, CaseOpened
from tocsin.model.people import Tlp
from tocsin.model.record import EvidenceRecord
from tocsin.model.sentence import say
from tocsin.model.view import CaseItem, EvidenceItem

_DOCS: Final = "howto/keep-evidence.md"


class CaseShown(Struct, frozen=True):
    """A case with its title."""

    item: CaseItem
    title: str


class Piece(Struct, frozen=True):
    """A piece of evidence with where it comes from."""

    item: EvidenceItem
    record: EvidenceRecord | None
    """None where it was erased, or its time is up."""


class CaseOpen(Struct, frozen=True):
    """A case with all that is known of it."""

    item: CaseItem
    title: str
    tlp: Tlp
    """The strictest label of its incidents; without any, RED."""
    incidents: tuple[str, ...]
    pieces: tuple[Piece, ...]
    """The oldest first, each with all that was done with it."""


@use_case(Right.EVIDENCE, cli="evidence list", http="GET /v1/cases", docs=_DOCS)
def cases(grant: Grant) -> tuple[CaseShown, ...]:
    """Return the cases, the newest first."""
    with grant.read() as reader:
        found = [item for item in reader.views.cases() if parts.is_seen(grant, reader, item.case)]
        return tuple(CaseShown(item, notes.text(reader, item.title)) for item in found)


@use_case(Right.EVIDENCE, cli="evidence show", http="GET /v1/cases/{case}", docs=_DOCS)
def case(grant: Grant, case: str) -> CaseOpen:
    """Return a case with its incidents and its evidence."""
    with grant.read() as reader:
        item = parts.find(grant, reader, case)
        several = reader.views.incidents_of(case)
        found = tuple(
            Piece(piece, notes.read(reader, piece.record, EvidenceRecord)) for piece in reader.views.evidence_of(case)
        )
        incidents = tuple(one.incident for one in several)
        return CaseOpen(item, notes.text(reader, item.title), parts.label(several), incidents, found)


@use_case(Right.EVIDENCE, cli="evidence add", http="POST /v1/cases", docs=_DOCS)
def open_case(grant: Grant, title: str, incidents: Sequence[str] = ()) -> str:
    """Open a case, and return its id. It is as confidential as the strictest of its incidents; without any, RED."""
    if not title.strip():
        raise InputError(say("the case has no title"), say("Say in a few words what it is about."))
    case = grant.new_id("case")
    with grant.write() as writer:
        for incident in incidents:
            item = writer.views.incident(incident)
            if item is None or not grant.cleared(item.tlp):
                raise missing(incident)
            if item.case is not None:
                raise InputError(say("%(incident)s belongs to a case already", incident=incident), say("Work there."))
        title_kept = notes.keep(writer, notes.title(title))
        writer.append(grant.draft(CaseOpened(case, title_kept, tuple(dict.fromkeys(incidents)))))
    return case


@use_case(Right.EVIDENCE, cli="evidence close", http="POST /v1/cases/{case}/closing", docs=_DOCS)
def close_case(grant: Grant, case: str, note: str = "") -> None:
    """Close a case: its title and notes are kept for 90 days more, and its evidence as long as was said."""
    with grant.write() as writer:
        if parts.find(grant, writer, case).state == "closed":
            raise InputError(say("%(case)s is closed already", case=case), say("Open another one."))
        until = writer.now + notes.RETENTION
        writer.append(grant.draft(CaseClosed(case, notes.keep_note(writer, note, until))))
        notes.expire_about(writer, case, until)
