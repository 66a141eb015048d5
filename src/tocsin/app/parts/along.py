"""What goes along when the lead of a case is handed over, beside its evidence: words and labels as they are then.

What went along is remembered by ids alone, so that an archive that is made again holds nothing that was erased since.
"""

from __future__ import annotations

from typing import Final

from tocsin.app.access import Grant
from tocsin.app.parts import assessed, notes
from tocsin.app.parts import cases as parts
from tocsin.app.parts.labels import labelled, labels_now
from tocsin.app.ports import Reader
from tocsin.model.claim import Claim
from tocsin.model.custody import ClaimHanded, Handover, ParticipantHanded, TaskHanded, WentAlong
from tocsin.model.error import InputError
from tocsin.model.record import ParticipantRecord
from tocsin.model.sentence import say
from tocsin.model.view import CaseItem

_MOST_CLAIMS: Final = 500


def now(reader: Reader, case: str, to: str) -> WentAlong:
    """Return what goes along now, to whom. Raises InputError for too many claims about one thing."""
    about = [case, *(one.incident for one in reader.views.incidents_of(case))]
    pages = [reader.views.claims(thing, limit=_MOST_CLAIMS) for thing in about]
    if any(page.after for page in pages):
        raise InputError(
            say("there are more than %(count)s claims about one thing", count=_MOST_CLAIMS),
            say("Strike those that were written down by mistake."),
        )
    claims = dict.fromkeys(one.claim for page in pages for one in page.items)
    tasks = tuple(one.task for one in reader.views.tasks(case) if one.state == "open")
    return WentAlong(tuple(claims), tasks, tuple(assessed.about(reader, about)), to)


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
    people = reader.views.participants(case)
    records = {one.participant: notes.read(reader, one.record, ParticipantRecord) for one in people}
    return Handover(
        case, notes.text(reader, item.title), parts.label(reader, item),
        tuple(ClaimHanded(one.claim, one.tlp, record) for one in claims if (record := said[one.claim])),
        tuple(
            TaskHanded(one.task, titles[one.task], one.due, one.tlp, one.participant)
            for one in tasks if titles[one.task]
        ),
        tuple(
            ParticipantHanded(one.participant, one.tlp, who) for one in people if (who := records[one.participant])
        ),
        {key: tuple(sorted(only)) for key, only in reader.views.restrictions(case).items()},
        (*(key for words in (said, titles, records) for key, text in words.items() if not text), *erased),
        tuple(assessments),
    )  # fmt: skip
