"""Who takes part in a case, up to which label, and what each of them needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import cases as parts
from tocsin.app.parts import notes
from tocsin.app.parts.labels import labels_now
from tocsin.app.ports import Reader, Writer
from tocsin.app.rights import ROLES, Right
from tocsin.model.error import InputError
from tocsin.model.event import ItemRestricted, ParticipantJoined, ParticipantLeft
from tocsin.model.people import Role, Tlp
from tocsin.model.record import ParticipantRecord
from tocsin.model.sentence import say

_DOCS: Final = "howto/work-on-a-case.md"
_LONGEST: Final = 300


@use_case(Right.EVIDENCE, Right.SHARE, cli="case join", http="POST /v1/cases/{case}/participants", docs=_DOCS)
def join(
    grant: Grant, case: str, name: str, tlp: Tlp = Tlp.AMBER, people: Sequence[str] = (), contact: str = "",
    participant: str | None = None,
) -> str:  # fmt: skip
    """Let an organisation or office take part in a case up to a label, and return the participant's id.

    `people` of this node act for it; each needs the role of a participant. With the id of one that takes part already,
    what was said of it is replaced. Raises InputError for a label that the actor is not cleared for.
    """
    if not name.strip() or len(name) > _LONGEST or len(contact) > _LONGEST:
        raise InputError(
            say("the participant has no name, or one that is too long"), say("Write up to 300 characters.")
        )
    parts.readable_label(grant, tlp)
    with grant.write() as writer:
        parts.working(grant, writer, case)
        if participant is not None:
            before = parts.participant(writer, case, participant)
            writer.retain([before.record], writer.now + notes.RETENTION)
        for person in people:
            _acts(writer, person)
        record = notes.keep(writer, ParticipantRecord(name.strip(), contact.strip()))
        identity = participant or grant.new_id("participant")
        writer.append(grant.draft(ParticipantJoined(case, identity, tlp, record, parts.ids(people))))
    return identity


def _acts(writer: Writer, person: str) -> None:
    """Refuse somebody who is not there, or would see nothing for want of a role."""
    item = writer.views.person(person)
    if item is None or item.removed:
        raise missing(person)
    if not any(Right.TAKE_PART in ROLES[role] for role in item.roles):
        raise InputError(
            say("%(person)s does not have the role of a participant", person=person),
            say("An administrator gives it: `tocsin person role`."),
        )
    if item.roles != (Role.PARTICIPANT,):
        raise InputError(
            say("%(person)s is of the organisation that leads the case", person=person),
            say("They see it by their own clearance. Name people of the participant only."),
        )


@use_case(
    Right.EVIDENCE, Right.SHARE, cli="case leave",
    http="POST /v1/cases/{case}/participants/{participant}/leaving", docs=_DOCS,
)  # fmt: skip
def leave(grant: Grant, case: str, participant: str) -> None:
    """Let a participant see nothing of a case any more. Its open tasks stay, for the lead to give to another."""
    with grant.write() as writer:
        parts.find(grant, writer, case)
        item = parts.participant(writer, case, participant)
        writer.append(grant.draft(ParticipantLeft(case, participant)))
        writer.retain([item.record], writer.now + notes.RETENTION)


@use_case(Right.EVIDENCE, Right.SHARE, cli="case restrict", http="POST /v1/cases/{case}/restrictions", docs=_DOCS)
def restrict(grant: Grant, case: str, item: str, participants: Sequence[str] | None = None) -> None:
    """Say which participants need to know of a thing of a case: none of them, some, or (None) all who are cleared.

    A label never loosens by that. Of a victim, None means nobody, as before anything was said.
    """
    with grant.write() as writer:
        parts.working(grant, writer, case)
        if not _is_of(grant, writer, case, item):
            raise missing(item)
        for one in participants or ():
            parts.participant(writer, case, one)
        chosen = None if participants is None else parts.ids(participants)
        writer.append(grant.draft(ItemRestricted(case, item, chosen)))


def _is_of(grant: Grant, reader: Reader, case: str, item: str) -> bool:
    """Say whether something is of a case, and the actor may know of it."""
    views = reader.views
    if found := views.incident(item) or views.evidence(item):
        return found.case == case
    work = [one for one in (views.task(item), views.victim(item)) if one and one.case == case]
    about = {case, *(one.incident for one in views.incidents_of(case))}
    said = [one for one in views.several_claims([item]) if about & set(one.about)]
    return any(map(grant.cleared, [*labels_now(reader, work), *labels_now(reader, said)]))
