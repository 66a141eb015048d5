"""Reading the archive by which the lead of a case is handed over (`tocsin.formats.evidence_archive`), and checking it.

Nothing in it is believed before the key of the log that it comes from, had by another way, has signed for it: the head
by its signature, each entry by its inclusion proof, the manifest by the entry that hands the lead over, every other
file by the manifest or, as evidence, by the entry that names it.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import struct
import zipfile
import zlib
from typing import Any, Final

import msgspec
from msgspec import Struct

from tocsin.common import merkle
from tocsin.formats import checkpoint, entry
from tocsin.formats.evidence_archive import FORMAT, HANDOVER
from tocsin.model.custody import Archive, Handover, Taken
from tocsin.model.error import InputError, TocsinError
from tocsin.model.event import Envelope, Erased, EvidenceAdded, LeadHandedOver, RetentionExpired
from tocsin.model.proof import Head
from tocsin.model.record import EvidenceRecord
from tocsin.model.sentence import Sentence, say

LARGEST: Final = 256 << 20
"""Bytes of an archive, and of all that it holds."""
_MOST_FILES: Final = 10_000
_BROKEN: Final = (
    msgspec.MsgspecError, ValueError, LookupError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error,
    struct.error, RecursionError,
)  # fmt: skip
"""What zipfile, zlib and msgspec raise over archives that are broken or made to break; for a way of packing or a cipher
that zipfile does not know it is NotImplementedError, for JSON that is nested too deep RecursionError."""


class _Part(Struct):
    file: str
    ref: str
    salt: bytes


class _Exhibit(Struct):
    evidence: str
    seqs: list[int]
    content: _Part | None = None
    record: _Part | None = None


class _Manifest(Struct):
    format: str
    case: str
    log: str
    digests: dict[str, str]
    exhibits: list[_Exhibit]


class _Entry(Struct):
    seq: int
    entry: bytes
    proof: list[bytes]


def read(raw: bytes, key: str) -> Archive:
    """Return what an archive brings. Raises InputError for one that `key` does not vouch for, or of another kind."""
    try:
        return _read(_Files(raw), key)
    except InputError:
        raise
    except TocsinError as error:
        raise _wrong(error.problem) from error
    except _BROKEN as error:
        raise _wrong(say("it is broken, or no archive of a case")) from error


def _wrong(problem: Sentence) -> InputError:
    return InputError(
        say("the archive cannot be taken: %(problem)s", problem=problem),
        say("Ask the one who handed it over for another, and for the verifier key by a way of its own."),
    )


class _Files:
    """The files of an archive, each read once it is asked for, and no more than is allowed."""

    def __init__(self, raw: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(raw))
        infos = self._archive.infolist()
        if len(infos) > _MOST_FILES or sum(one.file_size for one in infos) > LARGEST:
            raise _wrong(say("it is too large"))
        if len({one.filename for one in infos}) < len(infos):
            raise _wrong(say("it names a file twice"))

    def get(self, name: str) -> bytes:
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            raise _wrong(say("it is encrypted"))
        with self._archive.open(info) as file:
            return file.read(info.file_size)

    def names(self) -> set[str]:
        return set(self._archive.namelist())


def _read(files: _Files, key: str) -> Archive:
    head = checkpoint.verify(files.get("checkpoint.txt").decode(), key)
    entries = _entries(files, head)
    raw = files.get("manifest.json")
    manifest, digest = msgspec.json.decode(raw, type=_Manifest), hashlib.sha256(raw).hexdigest()
    handing = _handing(entries, manifest.case, digest)
    if manifest.format != FORMAT or handing is None:
        raise _wrong(say("no entry of the log hands the lead of its case over"))
    for name, wanted in manifest.digests.items():
        if hashlib.sha256(files.get(name)).hexdigest() != wanted:
            raise _wrong(say("%(file)s was changed", file=name))
    _nothing_else(files, manifest)
    handover = msgspec.json.decode(files.get(HANDOVER) if HANDOVER in manifest.digests else b"", type=Handover)
    if handover.case != manifest.case:
        raise _wrong(say("it speaks of two cases"))
    return Archive(
        handing[0].log, handing[0].seq, handing[1], head.size, head.root, digest, handover,
        tuple(_taken(files, one, entries, manifest.case) for one in manifest.exhibits), _proof(files),
    )  # fmt: skip


def _entries(files: _Files, head: Head) -> dict[int, Envelope]:
    """Return the entries by their place, each of which is in the log that was signed."""
    found: dict[int, Envelope] = {}
    for one in msgspec.json.decode(files.get("entries.json"), type=list[_Entry]):
        envelope = entry.decode(one.entry)
        there = merkle.verify_inclusion(merkle.leaf_hash(one.entry), one.seq, head.size, one.proof, head.root)
        if not there or envelope.seq != one.seq or checkpoint.origin_of(envelope.log) != head.origin:
            raise _wrong(say("entry %(seq)s is not in the log that was signed", seq=one.seq))
        found[one.seq] = envelope
    return found


def _handing(entries: dict[int, Envelope], case: str, digest: str) -> tuple[Envelope, str] | None:
    """Return the entry that hands the lead of a case over by this archive, and to whose key."""
    for envelope in entries.values():
        event = envelope.event
        if isinstance(event, LeadHandedOver) and (event.case, event.digest) == (case, digest):
            return envelope, event.to_key
    return None


def _nothing_else(files: _Files, manifest: _Manifest) -> None:
    known = {"manifest.json", "entries.json", "checkpoint.txt", "key.txt", *manifest.digests}
    known |= {part.file for one in manifest.exhibits for part in (one.content, one.record) if part}
    if files.names() != known:
        raise _wrong(say("it holds other files than its manifest names"))


def _taken(files: _Files, exhibit: _Exhibit, entries: dict[int, Envelope], case: str) -> Taken:
    custody = tuple(entries[seq] for seq in exhibit.seqs)
    added = custody[0].event
    if not isinstance(added, EvidenceAdded) or (added.evidence, added.case) != (exhibit.evidence, case):
        raise _wrong(
            say("%(evidence)s was not taken into custody by the entry that it names", evidence=exhibit.evidence)
        )
    if any(not _is_about(one.event, added) for one in custody):
        raise _wrong(say("an entry is not about %(evidence)s", evidence=exhibit.evidence))
    content = _content(files, exhibit.content, added.content, custody)
    record = _content(files, exhibit.record, added.record, custody)
    return Taken(
        added, custody, msgspec.json.decode(record, type=EvidenceRecord) if record is not None else None, content,
        exhibit.content.salt if exhibit.content else b"",
    )  # fmt: skip


def _is_about(event: Any, added: EvidenceAdded) -> bool:
    if isinstance(event, Erased | RetentionExpired):
        return bool({added.content, added.record} & set(event.refs))
    named = getattr(event, "evidence", ())
    return added.evidence in ((named,) if isinstance(named, str) else named)


def _content(files: _Files, part: _Part | None, ref: str, custody: tuple[Envelope, ...]) -> bytes | None:
    """Return a content that the log names, or None for one that it says was erased."""
    if part is None:
        gone = (one.event.refs for one in custody if isinstance(one.event, Erased | RetentionExpired))
        if not any(ref in refs for refs in gone):
            raise _wrong(say("a content is missing, and no entry says that it was erased"))
        return None
    content = files.get(part.file)
    if part.ref != ref or hmac.digest(part.salt, content, "sha256").hex() != ref:
        raise _wrong(say("%(file)s was changed", file=part.file))
    return content


def _proof(files: _Files) -> bytes:
    return msgspec.json.encode(
        {
            "entries": msgspec.Raw(files.get("entries.json")),
            "checkpoint": files.get("checkpoint.txt").decode(),
            "key": files.get("key.txt").decode(),
        }
    )
