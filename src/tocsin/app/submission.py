"""Mail that is submitted: judged, noted in the log, and kept for a while."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Exempt, Grant, use_case
from tocsin.app.identify import Judge
from tocsin.app.parts import notes
from tocsin.app.parts.judging import Judged, judge
from tocsin.app.parts.profiles import profile_of
from tocsin.app.parts.warnings import Seen, sight
from tocsin.app.ports import Writer
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.event import FileDigest, Found, MailJudged, MailScanned, SafetyAsked
from tocsin.model.profile import Profile
from tocsin.model.record import MessageRecord
from tocsin.model.row import Excerpt
from tocsin.model.sentence import say
from tocsin.model.trace import Trace
from tocsin.model.verdict import Class, Verdict
from tocsin.share.known import Known
from tocsin.share.observed import of_mail

BATCH: Final = 200
"""Messages that are judged with one another's history and written together."""
LONGEST_DAYS: Final = 3_650
_ON_DISK: Final = Exempt("it is about files of a scan on this machine; programs submit what they want to keep")


NOT_OF_NEWSROOMS: Final = InputError(
    say("a newsroom keeps nothing of a scan"), say("Leave --record out: its log holds no digest of what it received.")
)


class Submitted(Struct, frozen=True):
    """What became of a message. `message` is None where nothing of it may be kept."""

    message: str | None
    verdict: Verdict
    excerpts: tuple[Excerpt, ...] = ()
    known: bool = False
    """It was there already, and stands as it stood."""


@use_case(Right.JUDGE, cli="mail submit", http="POST /v1/messages", docs="howto/run-the-desk.md")
def submit(
    grant: Grant, by: Judge, raws: Iterable[bytes], *, source: str = "upload", reported: bool = False, days: int = 90
) -> Iterator[Submitted]:
    """Judge messages and yield what became of each, in their order; they are written a batch at a time.

    `reported`: somebody brought them, so they may be opened whatever their verdict. Contents are kept for `days`.
    """
    rest, source = iter(raws), notes.label(source)
    while batch := list(islice(rest, BATCH)):
        yield from take_in(grant, by, batch, source, reported, days)


def take_in(
    grant: Grant, by: Judge, raws: Sequence[bytes], source: str, reported: bool, days: int = 90, question: str = ""
) -> list[Submitted]:
    """Judge a batch with the organisation's history and its own, and write it in one transaction.

    `question`: the id under which the actor asks about the only message, whoever has reported it before.
    """
    with grant.read() as reader:
        profile = profile_of(reader)
        remembered = by.histories.of(reader) if by.memories and not profile.is_newsroom else []
        known = by.warnings.of(reader)
    several = _judged(by, raws, profile, remembered, known, grant.now)
    if profile.is_newsroom:
        _count(grant, several)
        return [Submitted(None, one.verdict, one.record.excerpts if one.record else ()) for one in several]
    with grant.write() as writer:
        until = writer.now + timedelta(days=min(max(days, 1), LONGEST_DAYS))
        return [_keep(grant, writer, one, source, reported, until, question) for one in several]


@use_case(Right.JUDGE, cli="scan", http=_ON_DISK, docs="howto/scan-your-mail.md")
def may_record_scan(grant: Grant) -> None:
    """Raise InputError where `record_scan` would, so that nobody scans for hours first."""
    with grant.read() as reader:
        if profile_of(reader).is_newsroom:
            raise NOT_OF_NEWSROOMS


@use_case(Right.JUDGE, cli="scan", http=_ON_DISK, docs="howto/scan-your-mail.md")
def record_scan(
    grant: Grant, verdicts: Mapping[Class, int], files: Sequence[FileDigest], model: str, checks: str
) -> str:
    """Note that mail was judged into files that lie outside the log, as one event, and return the id of the scan.

    The names of the files are the caller's to choose so that they tell nothing. Raises InputError for a newsroom.
    """
    scan = grant.new_id("scan")
    with grant.write() as writer:
        if profile_of(writer).is_newsroom:
            raise NOT_OF_NEWSROOMS
        counts = {kind.value: verdicts[kind] for kind in sorted(verdicts)}
        writer.append(grant.draft(MailScanned(scan, sum(counts.values()), counts, tuple(files), model, checks)))
    return scan


def _judged(
    by: Judge, raws: Sequence[bytes], profile: Profile, remembered: list[Trace], known: Known, now: datetime
) -> list[Judged]:  # fmt: skip
    if by.memories is None:
        return [judge(by, raw, profile, None, known, now) for raw in raws]
    mutual = (judge(by, raw, profile, None).trace for raw in raws) if len(raws) > 1 else ()
    with by.memories([*remembered, *filter(None, mutual)]) as memory:
        return [judge(by, raw, profile, memory, known, now) for raw in raws]


def _count(grant: Grant, several: Sequence[Judged]) -> None:
    """All that a newsroom's log says: how many, and what they were judged to be."""
    verdicts = [one.verdict for one in several if one.record]
    if not verdicts:
        return
    classes = [verdict.verdict.value for verdict in verdicts]
    counts = {value: classes.count(value) for value in sorted(set(classes))}
    scanned = MailScanned(
        grant.new_id("scan"), len(classes), counts, model=verdicts[0].model, checks=verdicts[0].checks
    )
    with grant.write() as writer:
        writer.append(grant.draft(scanned))


def _keep(
    grant: Grant, writer: Writer, one: Judged, source: str, reported: bool, until: datetime, question: str
) -> Submitted:  # fmt: skip
    if one.record is None:
        return Submitted(None, one.verdict)
    known = writer.views.message_by_content(one.record.sha256)
    message = known.message if known else grant.new_id("mail")
    if known is None:
        event = _event(writer, message, one, one.record, source, until)
        writer.append(grant.draft(event))
        if one.met and one.record.observed:
            seen = Seen(of_mail(one.record.observed), message=message)
            sight(grant, writer, [(seen, met) for met in one.met], past=False)
    if question or (reported and not (known and known.reported)):
        asked = SafetyAsked(question or grant.new_id("question"), grant.actor.person or "node", "mail", message)
        writer.append(grant.draft(asked))
    return Submitted(message, one.verdict, one.record.excerpts, known is not None)


def _event(
    writer: Writer, message: str, one: Judged, record: MessageRecord, source: str, until: datetime
) -> MailJudged:  # fmt: skip
    people = (writer.views.person_by_address(address) for address in record.recipients)
    verdict = one.verdict
    return MailJudged(
        message=message,
        verdict=verdict.verdict,
        probability=verdict.probability,
        probability_malicious=verdict.probability_malicious,
        findings=tuple(Found(f.id, f.weight, f.attack, f.danger) for f in verdict.findings),
        recipients=tuple(dict.fromkeys(person.person for person in people if person)),
        source=source,
        record=_keep_record(writer, replace(record, log_size=writer.log.size), until),
        raw=writer.keep(one.raw, until),
        model=verdict.model,
        checks=verdict.checks,
        received_at=min(one.received_at, writer.now) if one.received_at else None,
    )


def _keep_record(writer: Writer, record: MessageRecord, until: datetime) -> str:
    try:
        return notes.keep(writer, record, until)
    except (UnicodeEncodeError, msgspec.MsgspecError):
        # Words that no encoding has: what they were is in the message itself.
        return notes.keep(writer, MessageRecord(sha256=record.sha256, time=record.time), until)
