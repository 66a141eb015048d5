"""Assessments of who is behind an attack and what it is for; and the names that people, and only people, put on it.

Tocsin weighs and proposes. A version is never changed: a newer one stands beside it, so that one sees how it moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Exempt, Grant, missing, use_case
from tocsin.app.parts import notes, rests
from tocsin.app.parts.assessed import record_of, version_of
from tocsin.app.parts.labels import label_of, labelled
from tocsin.app.parts.namings import namer, refused
from tocsin.app.ports import Reader, Writer
from tocsin.app.rights import Right
from tocsin.attribute.assessment import assess, forecast, moves, scores
from tocsin.attribute.naming import Naming, refusals
from tocsin.common.tlp import MEMBER, strictest
from tocsin.formats.assessment import checked
from tocsin.model.assessment import Assessed, Assessment, Dissent, Evidence, Move, Score, Version
from tocsin.model.error import InputError, NotFoundError
from tocsin.model.event import ActorNamed, AssessmentMade, NamingWithdrawn
from tocsin.model.people import Tlp
from tocsin.model.record import NamingRecord, Note
from tocsin.model.sentence import say
from tocsin.model.view import AssessmentItem, NamingItem, Page

_DOCS: Final = "howto/name-actors.md"
_ONLY_A_PERSON: Final = "a person does it at the console, signed in"


class AssessmentShown(Struct, frozen=True):
    """An assessment in a list."""

    item: AssessmentItem
    leader: str | None
    """Id of the hypothesis that is likeliest; None where its words were erased."""
    chance: float
    given: Assessment | None


class Named(Struct, frozen=True):
    """A name that a person put on what happened."""

    item: NamingItem
    record: NamingRecord | None
    leads: bool
    """Whether it is the likeliest answer by the present version too."""


class AssessmentOpen(Struct, frozen=True):
    """An assessment with its outcome, how it moved, and who has named whom."""

    item: AssessmentItem
    given: Assessment
    assessed: Assessed
    history: tuple[Move, ...]
    scores: tuple[Score, ...]
    """Of each version that was made before it became known what is true."""
    entries: tuple[int, ...]
    """Of the versions, the oldest first."""
    names: tuple[Named, ...]


@use_case(Right.ATTRIBUTE, cli="assess list", http="GET /v1/assessments", docs=_DOCS)
def assessments(
    grant: Grant, about: str | None = None, after: str | None = None, limit: int = 50
) -> Page[AssessmentShown]:  # fmt: skip
    """Return assessments, or those about an incident or a case, the newest first; a part may be shorter."""
    with grant.read() as reader:
        page = reader.views.assessments(about, after, limit)
        seen = [one for one in labelled(reader, page.items) if grant.cleared(one.tlp)]
        return Page(tuple(_listed(reader, one) for one in seen), page.after)


@use_case(Right.ATTRIBUTE, cli="assess show", http="GET /v1/assessments/{assessment}", docs=_DOCS)
def assessment(grant: Grant, assessment: str) -> AssessmentOpen:
    """Return an assessment."""
    with grant.read() as reader:
        items = _versions(grant, reader, assessment)
        found = _records(reader, items)
        if items[-1].seq not in found:
            raise missing(assessment)
        given = found[items[-1].seq].given
        assessed = assess(given)
        names = tuple(_named(reader, one, assessed) for one in reader.views.namings(assessment))
        several = tuple(found.values())
    return AssessmentOpen(
        items[-1], given, assessed, moves(several), scores(several), tuple(one.seq for one in items), names
    )


@use_case(Right.ATTRIBUTE, cli="assess add", http="POST /v1/assessments", docs=_DOCS)
def make(
    grant: Grant, given: Assessment, about: Sequence[str] = (), tlp: Tlp = MEMBER, assessment: str | None = None
) -> str:
    """Write down an assessment, or a newer version of one, and return its id.

    It is about what the version before it was about too, and at least as confidential as that version and as all that
    it is about; dissent stands in it as in that, and what turned out to be true stays so. Raises InputError for one
    that cannot be weighed, is as of a time ahead or before the version that it follows, answers another question, or
    rests on an id of nothing that is kept here.
    """
    kept = checked(given)
    identity = assessment or grant.new_id("assessment")
    with grant.write() as writer:
        if kept.as_of > writer.now:
            raise InputError(say("the assessment is as of a time that lies ahead"), say("Give the time of its facts."))
        labels, things = [tlp, *(label_of(grant, writer, thing) for thing in about)], list(about)
        if assessment is not None:
            before, earlier = _checked_before(grant, writer, assessment, kept)
            rests.known(grant, writer, kept.evidence, earlier.evidence)
            kept = checked(_carrying(kept, earlier))
            labels.append(before.tlp)
            things += before.about
        else:
            rests.known(grant, writer, kept.evidence)
        _append(grant, writer, identity, kept, things, strictest(labels))
    return identity


@use_case(Right.ATTRIBUTE, cli="assess evidence", http="POST /v1/assessments/{assessment}/evidence", docs=_DOCS)
def add_evidence(grant: Grant, assessment: str, item: Evidence) -> None:
    """Add an item of evidence, or grade and read one anew that has the same id, in a newer version."""
    with grant.write() as writer:
        latest, given = _latest(grant, writer, assessment)
        rests.known(grant, writer, [item], given.evidence)
        others = tuple(one for one in given.evidence if one.id != item.id)
        _next(grant, writer, latest, replace(given, evidence=(*others, item)))


@use_case(Right.ATTRIBUTE, cli="assess dissent", http="POST /v1/assessments/{assessment}/dissents", docs=_DOCS)
def dissent(grant: Grant, assessment: str, otherwise: Dissent) -> None:
    """Write down that somebody who took part sees it otherwise; it stands beside every later version."""
    with grant.write() as writer:
        latest, given = _latest(grant, writer, assessment)
        _next(grant, writer, latest, replace(given, dissents=(*given.dissents, otherwise)))


@use_case(Right.ATTRIBUTE, cli="assess resolve", http="POST /v1/assessments/{assessment}/resolution", docs=_DOCS)
def resolve(grant: Grant, assessment: str, hypothesis: str) -> None:
    """Say which hypothesis turned out to be true: every version before has its Brier score."""
    with grant.write() as writer:
        latest, given = _latest(grant, writer, assessment)
        _next(grant, writer, latest, replace(given, resolved=hypothesis))


@use_case(Right.NAME_ACTOR, cli=Exempt(_ONLY_A_PERSON), http=Exempt(_ONLY_A_PERSON), docs=f"{_DOCS}#name-an-actor")
def name(grant: Grant, assessment: str, version: int, hypothesis: str, reasons: str, items: Sequence[str]) -> str:
    """Put a name on what happened, with reasons and the evidence that they rest on, and return the naming's id.

    `version` is the entry of the version that the actor has before them. Raises InputError where there is a newer one,
    and where the name may not be put: a victim or a party, for one, says alone nothing at "likely" or above.
    """
    record = NamingRecord(hypothesis, reasons.strip(), tuple(dict.fromkeys(items)))
    with grant.write() as writer:
        latest, given = _latest(grant, writer, assessment)
        if latest.seq != version:
            raise InputError(say("the assessment has a newer version"), say("Read it first, and name then."))
        naming = Naming(hypothesis, namer(grant, writer), record.reasons, record.evidence)
        if lacks := refusals(naming, given, assess(given)):
            raise refused(lacks)
        identity = grant.new_id("naming")
        writer.append(grant.draft(ActorNamed(identity, assessment, version, notes.keep(writer, record))))
    return identity


@use_case(Right.NAME_ACTOR, cli=Exempt(_ONLY_A_PERSON), http=Exempt(_ONLY_A_PERSON), docs=f"{_DOCS}#name-an-actor")
def unname(grant: Grant, naming: str, reason: str) -> None:
    """Take a name back, with the reason. That it was put, and why, stays to be seen."""
    if not reason.strip():
        raise InputError(say("there is no reason given"), say("Write why the name does not stand any more."))
    with grant.write() as writer:
        item = _naming(grant, writer, naming)
        if item.state == "withdrawn":
            raise InputError(say("%(naming)s was withdrawn before", naming=naming), say("Nothing needs doing."))
        kept = notes.keep(writer, Note(reason.strip()))
        writer.append(grant.draft(NamingWithdrawn(naming, item.assessment, kept)))


def _versions(grant: Grant, reader: Reader, assessment: str) -> Sequence[AssessmentItem]:
    items = labelled(reader, reader.views.assessment(assessment))
    if not items or not grant.cleared(items[-1].tlp):
        raise missing(assessment)
    return items


def _records(reader: Reader, items: Sequence[AssessmentItem]) -> dict[int, Version]:
    """Return the versions by their entries, as far as they were not erased."""
    found = ((one.seq, version_of(reader, one)) for one in items)
    return {seq: version for seq, version in found if version is not None}


def _latest(grant: Grant, writer: Writer, assessment: str) -> tuple[AssessmentItem, Assessment]:
    item = _versions(grant, writer, assessment)[-1]
    version = version_of(writer, item)
    if version is None:
        raise missing(assessment)
    return item, version.given


def _next(grant: Grant, writer: Writer, latest: AssessmentItem, given: Assessment) -> None:
    kept = checked(replace(given, as_of=writer.now))
    _append(grant, writer, latest.assessment, kept, latest.about, latest.tlp)


def _carrying(given: Assessment, earlier: Assessment) -> Assessment:
    """Return a version with the dissents of the one before it, without evidence that is gone, and its resolution."""
    known = {one.id for one in given.evidence}
    said = {(one.by, tuple(sorted(one.text.items()))) for one in given.dissents}
    kept = (
        replace(one, evidence=tuple(name for name in one.evidence if name in known)) for one in earlier.dissents
        if (one.by, tuple(sorted(one.text.items()))) not in said
    )  # fmt: skip
    return replace(given, dissents=(*given.dissents, *kept), resolved=given.resolved or earlier.resolved)


def _checked_before(
    grant: Grant, writer: Writer, assessment: str, given: Assessment
) -> tuple[AssessmentItem, Assessment]:  # fmt: skip
    """Return the version that another one may follow. Raises InputError."""
    item, before = _latest(grant, writer, assessment)
    if given.question is not before.question or given.as_of <= before.as_of:
        raise InputError(
            say("this is no newer version of %(assessment)s", assessment=assessment),
            say("A version answers the same question, and is as of a later time than the one before it."),
        )
    return item, before


def _append(
    grant: Grant, writer: Writer, identity: str, given: Assessment, about: Sequence[str], label: Tlp
) -> None:  # fmt: skip
    if not grant.cleared(label):
        raise InputError(
            say("you could not read this assessment yourself"), say("Choose a label up to the one you are cleared for.")
        )
    record = record_of(Version(given, forecast(assess(given))))
    things = tuple(dict.fromkeys(about))
    event = AssessmentMade(identity, given.question, notes.keep(writer, record), things, label)
    writer.append(grant.draft(event))


def _listed(reader: Reader, item: AssessmentItem) -> AssessmentShown:
    version = version_of(reader, item)
    if version is None:
        return AssessmentShown(item, None, 0.0, None)
    first = assess(version.given).estimates[0]
    return AssessmentShown(item, first.hypothesis, first.chance, version.given)


def _named(reader: Reader, item: NamingItem, assessed: Assessed) -> Named:
    record = notes.read(reader, item.record, NamingRecord)
    leads = record is not None and record.hypothesis == assessed.estimates[0].hypothesis
    return Named(item, record, leads)


def _naming(grant: Grant, reader: Reader, naming: str) -> NamingItem:
    item = reader.views.naming(naming)
    if item is None:
        raise missing(naming)
    try:
        _versions(grant, reader, item.assessment)
    except NotFoundError:
        raise missing(naming) from None
    return item
