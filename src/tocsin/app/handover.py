"""Handing the lead of a case on to another node, and taking it over: one archive, checked before it is believed."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import BinaryIO, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Grant, use_case
from tocsin.app.parts import along, assessed, exports, joint, notes
from tocsin.app.parts import cases as parts
from tocsin.app.parts.labels import labelled
from tocsin.app.ports import Reader, Writer
from tocsin.app.rights import Right
from tocsin.attribute.claims import checked
from tocsin.formats import handover
from tocsin.formats.checkpoint import Signer, origin_of, public_of, verifier_key
from tocsin.model.custody import (
    Archive,
    ClaimHanded,
    ParticipantHanded,
    Taken,
    TaskHanded,
    WentAlong,
)
from tocsin.model.error import InputError, LogError
from tocsin.model.event import (
    CaseOpened,
    CaseOrigin,
    ClaimRecorded,
    EvidenceAdded,
    ItemRestricted,
    LeadHandedOver,
    LeadTakenBack,
    ParticipantJoined,
    TaskSet,
)
from tocsin.model.record import EvidenceRecord, Passed, Provenance
from tocsin.model.sentence import say

LARGEST: Final = handover.LARGEST
_DOCS: Final = "howto/work-on-a-case.md"
_LONGEST: Final = 300
_ID: Final = re.compile(r"[a-z]+-[0-9a-z-]{1,70}")


class TakenOver(Struct, frozen=True):
    """What came with a case."""

    case: str
    evidence: tuple[str, ...]
    gone: tuple[str, ...]
    """What was erased before it was handed over: evidence, of which the proofs speak, claims, tasks, participants."""
    known: tuple[str, ...]
    """Claims and assessments that are here already, and stay as they are."""


@use_case(
    Right.EXPORT_EVIDENCE, Right.SHARE, cli="case hand-over", http="POST /v1/cases/{case}/handover", docs=_DOCS
)  # fmt: skip
def hand_over(
    grant: Grant, signer: Signer, case: str, to: str, to_key: str, version: str, out: BinaryIO, note: str = "", *,
    sure: bool = False,
) -> None:  # fmt: skip
    """Write the archive by which another node leads a case from now on; here it is only read.

    It holds the evidence with its custody, claims, assessments with the names that were put, open tasks, participants,
    and who needs to know of what. Only the node whose log has the verifier key `to_key` takes it. Victims who were not
    told stay here to be told: raises InputError where there are any, unless one is `sure`. Raises it too for who is not
    cleared for all of it, and for more than `LARGEST` bytes. `version` is the program's.

    Of a case that was handed over before the archive is made again for the same one, where it got lost, as long as it
    is known what went along. Words that were erased go along with neither: the archive says whose they were.
    """
    to, to_key = _receiver(to, to_key)
    with grant.write() as writer:
        before = _before(grant, writer, case)
        if before is None:
            parts.working(grant, writer, case)
            _told_all(writer, case, sure=sure)
        item = parts.find(grant, writer, case)
        went = _for_the_same(case, before, to, to_key) if before else along.now(writer, item, to)
        handed = msgspec.json.encode(along.handed(grant, writer, item, went))
        _fits(writer, case, len(handed))
        joint.drop_tasks(grant, writer, case)
        dossier = exports.dossier(grant, writer, case, notes.label(version))
        said = f"{to}: {note.strip()}" if note.strip() else to
        begun = exports.begin(grant, writer, signer, dossier, said, handed, went, to_key)
        joint.forget_later(writer, case)
    with grant.read() as reader:
        exports.write(reader, signer, begun, out)


def _receiver(to: str, to_key: str) -> tuple[str, str]:
    """Return who leads a case from now on. Raises InputError for nobody, and for what is no verifier key."""
    if not to.strip():
        raise InputError(say("it is not said who leads the case from now on"), say("Name the organisation."))
    key = to_key.strip()
    try:
        is_key = verifier_key(*public_of(key)) == key
    except LogError:
        is_key = False
    if not is_key:
        raise InputError(
            say("this is no verifier key"),
            say("The new lead prints it by `tocsin log heads --key`, and gives it by a way that is sure."),
        )
    return to.strip(), key


def _before(grant: Grant, reader: Reader, case: str) -> tuple[LeadHandedOver, WentAlong] | None:
    """Return how a case was handed over before; None where it was not, or it is not kept any more what went along."""
    item = parts.find(grant, reader, case)
    event = next(reader.log.read(item.ended, item.ended + 1)).event if item.ended is not None else None
    went = notes.read(reader, event.record, WentAlong) if isinstance(event, LeadHandedOver) else None
    return (event, went) if isinstance(event, LeadHandedOver) and went else None


def _for_the_same(case: str, before: tuple[LeadHandedOver, WentAlong], to: str, to_key: str) -> WentAlong:
    """Return what went along before. Raises InputError for another receiver: a case has one lead."""
    event, went = before
    if (event.to_key, went.to) != (to_key, to):
        raise InputError(
            say("the lead of %(case)s was handed over to another: %(to)s", case=case, to=went.to),
            say("Name the same one with the same key, or take the lead back first: `tocsin case take-back`."),
        )
    return went


@use_case(
    Right.EXPORT_EVIDENCE, Right.SHARE, cli="case take-back", http="POST /v1/cases/{case}/handover/recall", docs=_DOCS
)  # fmt: skip
def take_back(grant: Grant, case: str, reason: str) -> None:
    """Lead a case here again that was handed over and not taken, with the tasks that went along.

    That it was not taken is the word of whom it was handed to: no node sees what another one has done, and a copy of
    the archive can still be taken there. Raises InputError without a reason, and where it was not handed over, or so
    long ago that its words are gone.
    """
    why = notes.reason(reason, say("Write how you know that it was not taken."))
    with grant.write() as writer:
        before = _before(grant, writer, case)
        if before is None:
            raise InputError(
                say("the lead of %(case)s was not handed over, or it was too long ago", case=case),
                say("It is taken back within 90 days. Later, open another case."),
            )
        joint.keep_on(writer, case)
        writer.append(grant.draft(LeadTakenBack(case, notes.keep(writer, why))))
        dropped = (one for one in writer.views.tasks(case) if one.task in before[1].tasks and one.state == "dropped")
        writer.append(
            *(grant.draft(TaskSet(case, one.task, one.title, one.due, one.tlp, one.participant)) for one in dropped)
        )


def _fits(reader: Reader, case: str, more: int) -> None:
    """Refuse an archive that nobody could take."""
    if sum(one.size for one in reader.views.evidence_of(case)) + more > LARGEST:
        raise InputError(say("the archive is larger than 256 MB"), say("Hand the evidence on in several cases."))


def _told_all(reader: Reader, case: str, *, sure: bool) -> None:
    untold = sum(one.state == "open" for one in reader.views.victims(case))
    if untold and not sure:
        raise InputError(
            say("victims who were not told: %(count)s", count=untold),
            say("They do not go along. Tell them first, or say that you are sure: they wait here to be told."),
        )


@use_case(Right.EVIDENCE, Right.SHARE, cli="case take", http="POST /v1/handovers", docs=_DOCS)
def take(grant: Grant, signer: Signer, archive: bytes, key: str) -> TakenOver:
    """Open a case whose lead was handed over to here, with where it comes from and the custody of its evidence.

    `key` is the verifier key of the log that it comes from, had by another way than the archive. Ids stay what they
    were. Who acts for the participants here is to be said anew: until then nobody of them sees it. Raises InputError
    for an archive that does not check out, was made for another log than the one that `signer` signs here, holds what
    the actor is not cleared for, or was taken before.
    """
    found = handover.read(archive, key)
    _acceptable(grant, found)
    judged = assessed.sound(found.handover.assessments, grant.now)
    with grant.write() as writer:
        _for_here(writer, signer, found)
        known = _unknown(writer, found)
        case, handed = found.handover.case, found.handover
        origin = CaseOrigin(
            found.log, found.seq, found.size, found.root.hex(), found.digest, writer.keep(found.proof)
        )  # fmt: skip
        title = notes.keep(writer, notes.title(handed.title))
        there = [one for one in found.exhibits if one.content is not None]
        fresh = [one for one in handed.claims if one.claim not in known]
        new = [one for one in judged if one.assessment not in known]
        parts = {one.participant for one in handed.participants}
        things = {one.added.evidence for one in there} | {one.task for one in handed.tasks}
        things |= {one.claim for one in handed.claims}
        drafts = [
            CaseOpened(case, title, (), handed.tlp, origin),
            *(_joined(writer, case, one) for one in handed.participants),
            *(_added(writer, case, one, parts) for one in there),
            *(_recorded(grant, writer, case, one) for one in fresh),
            *along.tied(grant, writer, handed, known),
            *along.answered(grant, writer, handed, known),
            *(_set(writer, case, one) for one in handed.tasks),
            *(ItemRestricted(case, item, only) for item, only in handed.restrictions.items() if item in things),
        ]
        made = (draft for one in new for draft in assessed.made(grant, writer, case, one))
        hidden = _hidden(grant, writer, known)
        entries = writer.append(*(grant.draft(one) for one in drafts), *made)
        writer.append(*(draft for one in new for draft in assessed.named(grant, writer, one, entries)))
    gone = (*(one.added.evidence for one in found.exhibits if one.content is None), *handed.erased)
    return TakenOver(case, tuple(one.added.evidence for one in there), gone, tuple(sorted(known - hidden)))


def _for_here(reader: Reader, signer: Signer, found: Archive) -> None:
    """Refuse a case that was handed to somebody else: it would have two leads."""
    if found.to_key != verifier_key(origin_of(reader.log.id), signer.public):
        raise InputError(
            say("the archive was made for another organisation"),
            say("Give whoever hands it over the key of here, `tocsin log heads --key`, and ask for one made for it."),
        )


def _acceptable(grant: Grant, found: Archive) -> None:
    handed = found.handover
    several = {
        "case": [handed.case], "ev": [one.added.evidence for one in found.exhibits],
        "claim": [one.claim for one in handed.claims], "task": [one.task for one in handed.tasks],
        "participant": [one.participant for one in handed.participants],
        "assessment": [one.assessment for one in handed.assessments],
        "naming": [name.naming for one in handed.assessments for name in one.names],
    }  # fmt: skip
    pairs = [(one.claim, one.by) for one in handed.answers]
    if (
        not all(_are_ids(kind, ids) for kind, ids in several.items())
        or not all(map(_ID.fullmatch, handed.erased))
        or len(set(pairs)) != len(pairs)
        or not {one for pair in pairs for one in pair} <= set(several["claim"])
    ):
        raise InputError(say("the archive names things in a way that is not Tocsin's"), say("Ask for another one."))
    labels = [handed.tlp, *(one.tlp for one in handed.claims), *(one.tlp for one in handed.tasks)]
    labels += (version.tlp for one in handed.assessments for version in one.versions)
    if not all(map(grant.cleared, labels)):
        raise InputError(say("you are not cleared for all of this case"), say("Somebody who is has to take it."))


def _are_ids(kind: str, ids: list[str]) -> bool:
    return len(set(ids)) == len(ids) and all(_ID.fullmatch(one) and one.startswith(f"{kind}-") for one in ids)


def _unknown(reader: Reader, found: Archive) -> set[str]:
    """Refuse what was taken before; return the claims and assessments that are known here."""
    views, handed = reader.views, found.handover
    if (
        views.case(handed.case)
        or any(views.evidence(one.added.evidence) for one in found.exhibits)
        or any(views.task(one.task) for one in handed.tasks)
    ):
        raise InputError(say("%(case)s was here before", case=handed.case), say("`tocsin case list` shows it."))
    known = {one.assessment for one in handed.assessments if views.assessment(one.assessment)}
    if any(
        views.naming(name.naming) for one in handed.assessments if one.assessment not in known for name in one.names
    ):
        raise InputError(say("the archive names things in a way that is not Tocsin's"), say("Ask for another one."))
    return known | {one.claim for one in views.several_claims([one.claim for one in handed.claims])}


def _hidden(grant: Grant, reader: Reader, known: set[str]) -> set[str]:
    """Of claims that are known here, those of which the actor may not know."""
    several = labelled(reader, reader.views.several_claims(list(known)))
    return {one.claim for one in several if not grant.cleared(one.tlp)}


def _joined(writer: Writer, case: str, one: ParticipantHanded) -> ParticipantJoined:
    if max(len(one.record.name), len(one.record.contact)) > _LONGEST:
        raise InputError(say("the name of a participant is too long"), say("Ask for another archive."))
    return ParticipantJoined(case, one.participant, one.tlp, notes.keep(writer, one.record))


def _added(writer: Writer, case: str, one: Taken, parts: Collection[str]) -> EvidenceAdded:
    """What was done with it before stands in its record: the log here tells what is done here.

    Who brought it is said of those who take part still; of others the entries tell that came along.
    """
    added, record, content = one.added, one.record or EvidenceRecord("", ""), one.content or b""
    earlier = record.before.done if record.before else ()
    done = (Passed(entry.log, entry.seq, entry.type, entry.actor, entry.occurred_at) for entry in one.custody)
    kept = replace(record, before=Provenance(added.content, one.salt, (*earlier, *done)))
    until = added.retain_until
    if until and until.tzinfo is None:
        raise InputError(say("the time has no zone"), say("Ask for another archive."))
    return EvidenceAdded(
        added.evidence, case, writer.keep(content, until), len(content), notes.label(added.media_type),
        added.collected_at, notes.label(added.tool), notes.label(added.tool_version), notes.keep(writer, kept, until),
        until, added.participant if added.participant in parts else "",
    )  # fmt: skip


def _recorded(grant: Grant, writer: Writer, case: str, one: ClaimHanded) -> ClaimRecorded:
    said = checked(one.said, grant.now.date())
    return ClaimRecorded(
        one.claim, said.says, notes.keep(writer, said), (case,) if one.about else (), one.tlp, said.stix
    )


def _set(writer: Writer, case: str, one: TaskHanded) -> TaskSet:
    if one.due.tzinfo is None:
        raise InputError(say("the time has no zone"), say("Ask for another archive."))
    return TaskSet(case, one.task, notes.keep(writer, notes.title(one.title)), one.due, one.tlp, one.participant)
