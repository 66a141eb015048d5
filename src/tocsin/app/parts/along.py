"""What goes along when the lead of a case is handed over, beside its evidence: words and labels as they are then.

What went along is remembered by ids alone, so that an archive that is made again holds nothing that was erased since.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from tocsin.app.access import Grant
from tocsin.app.parts import assessed, claimed, notes
from tocsin.app.parts import cases as parts
from tocsin.app.parts.labels import labelled, labels_now
from tocsin.app.ports import Reader
from tocsin.attribute.claims import circle, is_of_one_speaker
from tocsin.model.claim import Answer, Answered, Claim
from tocsin.model.custody import ClaimHanded, Handover, ParticipantHanded, TaskHanded, WentAlong
from tocsin.model.error import InputError
from tocsin.model.event import ClaimAnswered, ClaimTied
from tocsin.model.record import ParticipantRecord
from tocsin.model.sentence import say
from tocsin.model.view import CaseItem, ClaimItem

_MOST_CLAIMS: Final = 500


def now(reader: Reader, item: CaseItem, to: str) -> WentAlong:
    """Return what goes along now, to whom. Raises InputError for too many claims about one thing."""
    case, about = item.case, _about(reader, item.case)
    pages = [reader.views.claims(thing, limit=_MOST_CLAIMS) for thing in about]
    if any(page.after for page in pages):
        raise InputError(
            say("there are more than %(count)s claims about one thing", count=_MOST_CLAIMS),
            say("Strike those that were written down by mistake."),
        )
    claims = dict.fromkeys(one.claim for page in pages for one in page.items)
    tasks = tuple(one.task for one in reader.views.tasks(case) if one.state == "open")
    every = claimed.with_answers(reader, claims, parts.label(reader, item))
    return WentAlong(tuple(every), tasks, tuple(assessed.about(reader, about)), to)


def _about(reader: Reader, case: str) -> list[str]:
    return [case, *(one.incident for one in reader.views.incidents_of(case))]


def handed(grant: Grant, reader: Reader, item: CaseItem, along: WentAlong) -> Handover:
    """Return what goes along with its words and labels as they are now. Raises InputError for more than is cleared."""
    case = item.case
    claims = [one for one in labelled(reader, reader.views.several_claims(along.claims)) if not one.struck]
    tasks = [one for one in labelled(reader, reader.views.tasks(case)) if one.task in along.tasks]
    assessments, erased = assessed.handed(reader, along.assessments)
    versions = [version for one in along.assessments for version in reader.views.assessment(one)]
    labels = [*(one.tlp for one in claims), *(one.tlp for one in tasks), *labels_now(reader, versions)]
    if not all(map(grant.cleared, labels)):
        raise InputError(say("you are not cleared for all of this case"), say("Somebody who is has to hand it over."))
    said = {one.claim: notes.read(reader, one.record, Claim) for one in claims}
    titles = {one.task: notes.text(reader, one.title) for one in tasks}
    answers = [one for one in reader.views.claim_answers(list(said)) if said.get(one.claim) and said.get(one.by)]
    people, about = reader.views.participants(case), _about(reader, case)
    records = {one.participant: notes.read(reader, one.record, ParticipantRecord) for one in people}
    return Handover(
        case, notes.text(reader, item.title), parts.label(reader, item),
        tuple(
            ClaimHanded(one.claim, one.tlp, record, not set(about).isdisjoint(one.about))
            for one in claims if (record := said[one.claim])
        ),
        tuple(
            TaskHanded(one.task, titles[one.task], one.due, one.tlp, one.participant)
            for one in tasks if titles[one.task]
        ),
        tuple(
            ParticipantHanded(one.participant, one.tlp, who) for one in people if (who := records[one.participant])
        ),
        {key: tuple(sorted(only)) for key, only in reader.views.restrictions(case).items()},
        (*(key for words in (said, titles, records) for key, text in words.items() if not text), *erased),
        tuple(assessments), tuple(answers),
    )  # fmt: skip


def tied(grant: Grant, reader: Reader, handed: Handover, known: Collection[str]) -> list[ClaimTied]:
    """Return that claims that were here already (`known`) are about the case too, as those that came are."""
    about = [one.claim for one in handed.claims if one.about and one.claim in known]
    return [ClaimTied(one.claim, (handed.case,)) for one in _here(grant, reader, about)]


def _here(grant: Grant, reader: Reader, claims: list[str]) -> list[ClaimItem]:
    """Those that are here, stand, and may be known to the actor."""
    several = labelled(reader, reader.views.several_claims(claims))
    return [one for one in several if not one.struck and grant.cleared(one.tlp)]


def answered(grant: Grant, reader: Reader, handed: Handover, known: Collection[str]) -> list[ClaimAnswered]:
    """Return what the claims that came do to one another; what was said of two of them here before stays as it is.

    Of those that were here already (`known`) what they say here counts, and what was struck or erased here, or that
    the actor is not cleared for, is left alone. Raises InputError for what cannot be.
    """
    here = _here(grant, reader, [one.claim for one in handed.claims])
    said = {one.claim: one.said for one in handed.claims if one.claim not in known}
    said |= {one.claim: record for one in here if (record := notes.read(reader, one.record, Claim))}
    told = _told(reader, [one.claim for one in here])
    spoken = {frozenset((one.claim, one.by)) for one in told}
    came = [one for one in handed.answers if {one.claim, one.by} <= said.keys() and {one.claim, one.by} not in spoken]
    if found := circle([*told, *came]):
        raise InputError(
            say("what the archive says of %(claim)s goes round in a circle", claim=found),
            say("Strike the claim where it is here already, or ask for another archive."),
        )
    if not all(is_of_one_speaker(said[one.claim], said[one.by]) for one in came if one.answer is Answer.WITHDRAWS):
        raise InputError(say("only who made a claim takes it back"), say("Ask for another archive."))
    return [ClaimAnswered(one.claim, one.by, one.answer) for one in came]


def _told(reader: Reader, claims: list[str]) -> list[Answered]:
    """What was said here of claims, and of those that hang together with them; of none that was struck."""
    told, _ = claimed.related(reader, claims)
    several = reader.views.several_claims([one for answer in told for one in (answer.claim, answer.by)])
    struck = {one.claim for one in several if one.struck}
    return [one for one in told if struck.isdisjoint((one.claim, one.by))]
