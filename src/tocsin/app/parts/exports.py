"""Writing the evidence of a case into an archive: noted and signed first, then written."""

from __future__ import annotations

import hashlib
from typing import BinaryIO, cast

from msgspec import Struct

from tocsin.app.access import Grant
from tocsin.app.parts import heads, notes
from tocsin.app.ports import Reader, Writer
from tocsin.formats import evidence_archive
from tocsin.formats.checkpoint import Signer
from tocsin.formats.evidence_archive import Described
from tocsin.model.custody import Dossier, Exhibit, WentAlong
from tocsin.model.event import EvidenceAdded, EvidenceExported, LeadHandedOver
from tocsin.model.record import EvidenceRecord, Note
from tocsin.model.view import EvidenceItem


class Begun(Struct, frozen=True):
    """An archive that the log speaks of, and that is yet to be written."""

    described: Described
    seqs: tuple[int, ...]
    """The entries that it proves."""


def dossier(grant: Grant, writer: Writer, case: str, version: str) -> Dossier:
    """Return all that an archive of a case says but for the contents. `version` is the program's."""
    item = writer.views.case(case)
    return Dossier(
        archive=grant.new_id("archive"),
        case=case,
        title=notes.text(writer, item.title) if item else "",
        organisation=writer.organisation,
        log=writer.log.id,
        exported_at=writer.now,
        tool_version=version,
        exhibits=tuple(_exhibit(writer, one) for one in writer.views.evidence_of(case)),
        nonce=grant.secret(),
    )


def begin(
    grant: Grant, writer: Writer, signer: Signer, dossier: Dossier, purpose: str, handover: bytes | None = None,
    along: WentAlong | None = None, to_key: str = "",
) -> Begun:  # fmt: skip
    """Note that the archive is written, and what is in it; sign that.

    With `handover`, which goes in too, the lead goes with it, to the log of `to_key`; `along` is what is kept to make
    it again.
    """
    described = evidence_archive.describe(dossier, handover)
    exported = EvidenceExported(
        case=dossier.case,
        evidence=tuple(exhibit.added.evidence for exhibit in dossier.exhibits),
        archive=dossier.archive,
        tool_version=dossier.tool_version,
        purpose=notes.keep_note(writer, purpose),
        manifest=described.digest,
    )
    drafts = [grant.draft(exported)]
    if along is not None:
        until = writer.now + notes.RETENTION
        kept = notes.keep(writer, Note(purpose), until)
        drafts.append(
            grant.draft(LeadHandedOver(dossier.case, kept, described.digest, notes.keep(writer, along, until), to_key))
        )
    entries = writer.append(*drafts)
    heads.sign_head(writer, signer, grant.actor.id)
    custody = (done.seq for exhibit in dossier.exhibits for done in exhibit.custody)
    return Begun(described, tuple(sorted({*custody, *(entry.seq for entry in entries)})))


def write(reader: Reader, signer: Signer, begun: Begun, out: BinaryIO) -> None:
    """Write it."""
    proofs = [heads.prove(reader, signer, seq) for seq in begun.seqs]
    evidence_archive.write(begun.described, proofs, reader.vault.get, out)


def _exhibit(reader: Reader, item: EvidenceItem) -> Exhibit:
    custody = tuple(reader.log.several([done.seq for done in item.custody]))
    opened = {ref: found for ref in (item.content, item.record) if (found := reader.vault.open(ref))}
    return Exhibit(
        added=cast(EvidenceAdded, custody[0].event),
        custody=custody,
        salts={ref: salt for ref, (salt, _) in opened.items()},
        sha256=hashlib.sha256(opened[item.content][1]).hexdigest() if item.content in opened else "",
        record=notes.read(reader, item.record, EvidenceRecord),
        state=item.state,
    )
