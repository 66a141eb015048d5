"""Evidence: taken into custody, read, exported, erased. Whatever is done with it is an event."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO, Final, cast

import msgspec
from msgspec import Struct

from tocsin.app import log as logs
from tocsin.app.ports import Reader, Store, Writer
from tocsin.formats import evidence_archive
from tocsin.formats.checkpoint import Signer
from tocsin.model.custody import Dossier, Exhibit, Salted
from tocsin.model.error import InputError
from tocsin.model.event import (
    CaseOpened,
    Draft,
    Envelope,
    Erased,
    EvidenceAdded,
    EvidenceExported,
    EvidenceRead,
    Ground,
    Ref,
    RetentionExpired,
)
from tocsin.model.record import EvidenceRecord, Note
from tocsin.model.sentence import say
from tocsin.model.view import EvidenceItem

_REF: Final = re.compile(r"[0-9a-f]{64}")
_PART: Final = 1_000
"""References that one event of an expiry names."""


class Collected(Struct, frozen=True):
    """What is to be taken into custody."""

    content: bytes
    record: EvidenceRecord
    media_type: str
    collected_at: datetime
    tool: str
    tool_version: str
    retain_until: datetime | None = None


def open_case(writer: Writer, case: str, title: str, actor: str) -> None:
    """Open a case."""
    writer.append(Draft(CaseOpened(case=case, title=writer.keep(_note(title))), actor))


def add(writer: Writer, case: str, evidence: str, collected: Collected, actor: str) -> Envelope:
    """Take evidence of a case into custody under a new id, and return the entry. Raises InputError for no such case."""
    if writer.views.case(case) is None:
        raise InputError(say("there is no case %(case)s", case=case), say("Open one with --new-case."))
    until = collected.retain_until
    event = EvidenceAdded(
        evidence=evidence,
        case=case,
        content=writer.keep(collected.content, until),
        size=len(collected.content),
        media_type=collected.media_type,
        collected_at=collected.collected_at,
        tool=collected.tool,
        tool_version=collected.tool_version,
        record=writer.keep(msgspec.json.encode(collected.record), until),
        retain_until=until,
    )
    return writer.append(Draft(event, actor))[0]


def read(writer: Writer, evidence: str, purpose: str, actor: str) -> bytes:
    """Return a content, after noting who looks at it and what for. Raises InputError where there is none any more."""
    item = _item(writer, evidence)
    if (content := writer.vault.get(item.content)) is None:
        raise InputError(
            say("the content of %(evidence)s is gone: %(state)s", evidence=evidence, state=item.state),
            say("The log says when, and why."),
        )
    writer.append(Draft(EvidenceRead(evidence=evidence, purpose=writer.keep(_note(purpose))), actor))
    return content


def export(store: Store, organisation: str, signer: Signer, case: str, archive: str, version: str, out: BinaryIO,
           actor: str) -> int:  # fmt: skip
    """Write the archive of a case, and return how many pieces of evidence are in it.

    That it was exported, and the signed head, are in the log before a byte is written: an archive that fails halfway
    has still been begun. `archive` is a new random id, `version` that of the program.
    """
    with store.write(organisation) as writer:
        items = writer.views.evidence_of(case)
        if not items:
            raise InputError(
                say("there is no evidence of a case %(case)s", case=case),
                say("`tocsin evidence list` shows what there is."),
            )
        exported = EvidenceExported(
            case=case, evidence=tuple(item.evidence for item in items), archive=archive, tool_version=version
        )
        writer.append(Draft(exported, actor))
        logs.sign_head(writer, signer, actor)
    with store.read(organisation) as reader:
        dossier = _dossier(reader, signer, case, archive, version)
        evidence_archive.write(dossier, lambda ref: _salted(reader, ref), out)
    return len(dossier.exhibits)


def _dossier(reader: Reader, signer: Signer, case: str, archive: str, version: str) -> Dossier:
    item = reader.views.case(case)
    exhibits = tuple(_exhibit(reader, item) for item in reader.views.evidence_of(case))
    seqs = sorted({entry.seq for exhibit in exhibits for entry in exhibit.custody} | ({item.seq} if item else set()))
    title = reader.vault.get(item.title) if item else None
    return Dossier(
        archive=archive,
        case=case,
        title=msgspec.json.decode(title, type=Note).text if title else "",
        organisation=reader.organisation,
        log=reader.log.id,
        exported_at=_entry(reader, seqs[-1]).recorded_at,
        tool_version=version,
        exhibits=exhibits,
        proofs=tuple(logs.prove(reader, signer, seq) for seq in seqs),
    )


def _exhibit(reader: Reader, item: EvidenceItem) -> Exhibit:
    custody = tuple(_entry(reader, done.seq) for done in item.custody)
    added = cast(EvidenceAdded, custody[0].event)
    content, record = reader.vault.get(item.content), reader.vault.get(item.record)
    return Exhibit(
        added=added,
        custody=custody,
        sha256=hashlib.sha256(content).hexdigest() if content is not None else "",
        record=msgspec.json.decode(record, type=EvidenceRecord) if record else None,
        state=item.state,
    )


def _entry(reader: Reader, seq: int) -> Envelope:
    return next(reader.log.read(seq, seq + 1))


def _salted(reader: Reader, ref: Ref) -> Salted | None:
    opened = reader.vault.open(ref)
    return Salted(ref, *opened) if opened else None


def erase(writer: Writer, subject: str, ground: Ground, actor: str) -> int:
    """Delete from the vault all that the log refers to about a message, a person, evidence, or whatever has an id.

    Returns how many contents were there. Raises InputError where the log knows of nothing.
    """
    refs = sorted({ref for event in _about(writer, subject) for ref in _refs(event)})
    there = [ref for ref in refs if ref in writer.vault.get_many([ref])]
    if not there:
        raise InputError(
            say("the vault holds nothing about %(subject)s", subject=subject),
            say("It may have been erased already: see the log."),
        )
    gone = writer.delete(there)
    writer.append(Draft(Erased(refs=tuple(there), ground=ground), actor))
    return gone


def _about(writer: Writer, subject: str) -> Iterator[Any]:
    for envelope in writer.log.read():
        event = envelope.event
        if any(getattr(event, name) == subject for name in event.__struct_fields__):
            yield event


def _refs(event: Struct) -> Iterator[Ref]:
    for name in event.__struct_fields__:
        value = getattr(event, name)
        if isinstance(value, str) and _REF.fullmatch(value):
            yield value


def expire(writer: Writer, actor: str) -> int:
    """Delete from the vault all whose time is up, and return how many contents that were."""
    expired = list(writer.vault.expired(writer.now))
    gone = writer.delete(expired)
    for at in range(0, len(expired), _PART):
        writer.append(Draft(RetentionExpired(refs=tuple(expired[at : at + _PART])), actor))
    return gone


def _item(writer: Writer, evidence: str) -> EvidenceItem:
    if (item := writer.views.evidence(evidence)) is None:
        raise InputError(
            say("there is no evidence %(evidence)s", evidence=evidence),
            say("`tocsin evidence list` shows what there is."),
        )
    return item


def _note(text: str) -> bytes:
    return msgspec.json.encode(Note(text))
