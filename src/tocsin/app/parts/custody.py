"""What comes into custody: for whom it is brought, and what is said of it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec.structs import replace

from tocsin.app.access import Grant, missing
from tocsin.app.parts import cases, notes
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.common.tlp import readable
from tocsin.model.error import InputError
from tocsin.model.record import EvidenceRecord
from tocsin.model.sentence import say
from tocsin.model.view import CaseItem

_LONGEST: Final = 300
"""Characters of a name, and of what something was collected from."""


def bringer(grant: Grant, reader: Reader, item: CaseItem, participant: str | None) -> str:
    """Return the participant for whom the actor brings evidence of a case; empty: for those who lead it.

    The desk may name any, which gave it something by another way. Others bring for those they act for alone, and only
    what they could read afterwards: a piece bears the case's label. Raises InputError where they are not cleared for
    that, and where somebody acts for several and has not named one of them; NotFoundError for another participant.
    """
    eyes = cases.eyes(grant, reader, item.case)
    if eyes.parts is None:
        grant.require(Right.EVIDENCE)
        return cases.participant(reader, item.case, participant).participant if participant else ""
    theirs = {one.participant: one.tlp for one in eyes.parts}
    if participant and participant not in theirs:
        raise missing(participant)
    label = cases.label(reader, item)
    able = [one for one, tlp in theirs.items() if participant in (None, "", one) and readable(label, tlp)]
    if not able or not grant.cleared(label):
        raise InputError(
            say("you could not read this yourself"),
            say("Evidence bears the label of its case, which is beyond yours: give it to the lead by another way."),
        )
    if len(able) > 1:
        raise InputError(say("you act for several participants"), say("Name the one for whom you bring it."))
    return able[0]


def checked(grant: Grant, record: EvidenceRecord, collected_at: datetime) -> EvidenceRecord:
    """Return what is said of a piece, without a custody elsewhere, which only comes by taking a case over.

    Raises InputError for words that are too long, and for a time that has no zone or is yet to come.
    """
    if max(map(len, (record.name, record.collected_by, record.source))) > _LONGEST:
        raise InputError(say("a name of the evidence is too long"), say("Write up to 300 characters."))
    if len(record.description) > notes.LONGEST:
        raise InputError(
            say("that is longer than %(count)s characters", count=notes.LONGEST),
            say("Shorten it; what is longer belongs into evidence, as a file."),
        )
    if collected_at.tzinfo is None or collected_at > grant.now:
        raise InputError(
            say("it was collected at a time that is yet to come, or has no zone"),
            say("Write it as 2026-03-01T09:30:00Z."),
        )
    return replace(record, before=None)
