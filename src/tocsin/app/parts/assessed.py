"""Assessments on their way to another node with a case: all versions, and who named whom, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Final

from msgspec.structs import asdict, replace

from tocsin.app.access import Grant
from tocsin.app.parts import notes
from tocsin.app.parts.labels import labelled
from tocsin.app.parts.namings import HELPS, kind_of
from tocsin.app.ports import Reader, Writer
from tocsin.attribute.assessment import assess
from tocsin.attribute.naming import Namer, Naming, refusals
from tocsin.attribute.weighing import weigh
from tocsin.common.tlp import strictest
from tocsin.formats.assessment import checked
from tocsin.model.assessment import Assessment, Forecast, Version
from tocsin.model.custody import AssessmentHanded, NamingHanded, VersionHanded
from tocsin.model.error import InputError
from tocsin.model.event import ActorNamed, AssessmentMade, Draft, Envelope, NamingTaken, NamingWithdrawn, type_of
from tocsin.model.people import Role
from tocsin.model.profile import Kind, Person
from tocsin.model.record import AssessmentRecord, NamingRecord, Note, Passed
from tocsin.model.sentence import say
from tocsin.model.view import AssessmentItem, NamingItem

_LONGEST: Final = 300
_MOST_PASSED: Final = 100
_ROUNDING: Final = 1e-6
_ABOUT_NAMES: Final = (ActorNamed, NamingTaken, NamingWithdrawn)


def about(reader: Reader, things: Iterable[str]) -> dict[str, None]:
    """Return the ids of assessments about any of some things."""
    found: dict[str, None] = {}
    for thing in things:
        after = None
        while True:
            page = reader.views.assessments(thing, after, 500)
            found |= dict.fromkeys(one.assessment for one in page.items)
            if (after := page.after) is None:
                break
    return found


def record_of(version: Version, told_at: datetime | None = None) -> AssessmentRecord:
    """Return a version as it is kept; `told_at`: when another log recorded it, from which it came along."""
    return AssessmentRecord(**asdict(version.given), forecast=version.forecast, told_at=told_at)


def version_of(reader: Reader, item: AssessmentItem) -> Version | None:
    """Return a version as it was kept; None where it was erased."""
    record = notes.read(reader, item.record, AssessmentRecord)
    if record is None:
        return None
    return Version(
        Assessment(**{name: getattr(record, name) for name in Assessment.__struct_fields__}), record.forecast,
        record.told_at or item.recorded_at,
    )  # fmt: skip


def handed(reader: Reader, assessments: Sequence[str]) -> tuple[list[AssessmentHanded], list[str]]:
    """Return assessments as they are handed on, with labels as they are now; and the ids of what was erased of them."""
    several, erased = [], list[str]()
    for identity in assessments:
        items = labelled(reader, reader.views.assessment(identity))
        kept = [(one, version) for one in items if (version := version_of(reader, one))]
        if not items or len(kept) < len(items):
            erased.append(identity)
            continue
        namings = {one.naming: _naming(reader, one) for one in reader.views.namings(identity)}
        erased += (key for key, found in namings.items() if found is None)
        versions = tuple(
            VersionHanded(one.seq, one.tlp, version.given, version.forecast, version.told_at) for one, version in kept
        )
        several.append(AssessmentHanded(identity, versions, tuple(one for one in namings.values() if one)))
    return several, erased


def _naming(reader: Reader, item: NamingItem) -> NamingHanded | None:
    """Return a name with who put it, and what was done with it since; None where its words are gone."""
    record = notes.read(reader, item.record, NamingRecord)
    if record is None:
        return None
    entries = [
        entry for entry in reader.log.several(reader.views.entries_about(item.naming))
        if isinstance(entry.event, _ABOUT_NAMES)
    ]  # fmt: skip
    done = (Passed(entry.log, entry.seq, entry.type, entry.actor, entry.occurred_at) for entry in entries)
    reasons = [notes.text(reader, one.event.reason) for one in entries if isinstance(one.event, NamingWithdrawn)]
    who = reader.views.person(item.actor)
    person = notes.read(reader, who.record, Person) if who else None
    by, kind = (record.by, record.kind) if record.before else (person.name if person else item.actor, kind_of(reader))
    kept = replace(record, by=by, kind=kind, before=(*record.before, *done))
    return NamingHanded(item.naming, item.version, kept, reasons[-1] if reasons else None)


def sound(several: Iterable[AssessmentHanded], now: datetime) -> tuple[AssessmentHanded, ...]:
    """Return assessments of an archive after checking that each could have been made here. Raises InputError."""
    return tuple(_sound(one, now) for one in several)


def _sound(one: AssessmentHanded, now: datetime) -> AssessmentHanded:
    versions = tuple(replace(version, given=checked(version.given)) for version in one.versions)
    told = all(_is_told(version.forecast, weigh(version.given).hypotheses) for version in versions)
    follow = all(
        earlier.given.question is later.given.question and earlier.given.as_of < later.given.as_of
        for earlier, later in pairwise(versions)
    )
    versions = tuple(
        replace(version, tlp=strictest([one.tlp for one in versions[: place + 1]]))
        for place, version in enumerate(versions)
    )
    known = {version.seq: version.given for version in versions}
    follow = follow and _are_times([version.told_at for version in versions if version.told_at], now)
    if (
        not versions or not follow or not told or versions[-1].given.as_of > now or len(known) < len(versions)
        or not all(name.version in known and _is_sound(name, known[name.version], now) for name in one.names)
    ):  # fmt: skip
        raise InputError(
            say("the archive has an assessment that cannot have been made: %(assessment)s", assessment=one.assessment),
            say("Ask for another one."),
        )
    return replace(one, versions=versions)


def _are_times(several: Sequence[datetime], now: datetime) -> bool:
    """Say whether a log can have recorded entries then, one after the other, before now."""
    return (
        all(one.tzinfo for one in several)
        and all(one <= other for one, other in pairwise(several))
        and all(one <= now for one in several)
    )


def _is_told(forecast: Forecast | None, hypotheses: Sequence[str]) -> bool:
    """Say whether it can have been estimated of these: a chance for each, which add up to one."""
    if forecast is None:
        return True
    chances = forecast.chances
    return (
        chances.keys() == set(hypotheses)
        and all(0 <= chance <= 1 for chance in chances.values())
        and abs(sum(chances.values()) - 1) < _ROUNDING
        and len(forecast.engine) <= _LONGEST
    )


def _is_sound(name: NamingHanded, given: Assessment, now: datetime) -> bool:
    """Say whether a name can have been put so, and what was done with it have followed."""
    record, done = name.record, name.record.before
    types = [one.type for one in done]
    return (
        record.hypothesis in {answer.id for answer in given.hypotheses}
        and 0 < len(record.reasons.strip()) <= len(record.reasons) <= notes.LONGEST
        and len(name.withdrawn or "") <= notes.LONGEST
        and 0 < len(record.by.strip()) <= len(record.by) <= _LONGEST
        and bool(record.evidence) and set(record.evidence) <= {item.id for item in given.evidence}
        and 0 < len(done) <= _MOST_PASSED
        and types[0] == type_of(ActorNamed) and set(types) <= {type_of(kind) for kind in _ABOUT_NAMES}
        and (type_of(NamingWithdrawn) in types) == (name.withdrawn is not None)
        and all(max(map(len, (one.log, one.type, one.actor))) <= _LONGEST for one in done)
        and _are_times([one.at for one in done], now)
    )  # fmt: skip


def made(grant: Grant, writer: Writer, case: str, one: AssessmentHanded) -> Iterator[Draft]:
    """Yield the versions of an assessment that was taken, about the case that it came with."""
    for version in one.versions:
        kept = notes.keep(writer, record_of(Version(version.given, version.forecast), version.told_at))
        event = AssessmentMade(one.assessment, version.given.question, kept, (case,), version.tlp)
        yield grant.draft(event)


def named(
    grant: Grant, writer: Writer, one: AssessmentHanded, entries: Sequence[Envelope]
) -> Iterator[Draft]:  # fmt: skip
    """Yield the names that were put on an assessment, whose versions are among some entries.

    Who takes a case over names nobody: each entry says who named, in which log, and whether the rules here allow it.
    """
    made_here = (e.seq for e in entries if isinstance(e.event, AssessmentMade) and e.event.assessment == one.assessment)
    here = dict(zip((version.seq for version in one.versions), made_here, strict=True))
    given = {version.seq: version.given for version in one.versions}
    for name in one.names:
        kept, first = notes.keep(writer, name.record), name.record.before[0]
        yield grant.draft(
            NamingTaken(
                name.naming, one.assessment, here[name.version], kept, first.log, first.seq, first.at,
                not refusals(_naming_there(name), given[name.version], assess(given[name.version])),
            )
        )  # fmt: skip
        if name.withdrawn is not None:
            reason = notes.keep(writer, Note(name.withdrawn))
            yield grant.draft(NamingWithdrawn(name.naming, one.assessment, reason))


def _naming_there(name: NamingHanded) -> Naming:
    """Return what was done elsewhere, as far as it is told: the role is believed, and no kind counts as a party."""
    record, first = name.record, name.record.before[0]
    kind = record.kind or Kind.PARTY
    by = Namer(first.actor, frozenset({Role.LEAD}), first.log, kind, kind not in HELPS)
    return Naming(record.hypothesis, by, record.reasons, record.evidence)
