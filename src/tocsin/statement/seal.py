"""What is signed of a statement: one in-toto Statement (attestation framework v1) over the digests of its files.

Its predicate says where the organisation's log vouches for it: an entry that names the digests of both texts and of
the bundle, with its inclusion proof (RFC 9162) under the signed head of that log.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Final

import msgspec
from msgspec import Struct

from tocsin.model.error import StatementError
from tocsin.model.proof import Proof
from tocsin.model.sentence import say
from tocsin.model.statement import Agency, Facts

ENGLISH: Final = "statement.en.txt"
ARABIC: Final = "statement.ar.txt"
BUNDLE: Final = "bundle.stix.json"
HEAD: Final = "checkpoint.txt"
PAYLOAD: Final = "statement.intoto.json"
ENVELOPE: Final = "statement.dsse.json"
SUBJECTS: Final = (ENGLISH, ARABIC, BUNDLE, HEAD)
"""The files whose digests are signed."""
_TYPE: Final = "https://in-toto.io/Statement/v1"
_PREDICATE: Final = "https://tocsin.example/statement/v1"
"""Names the predicate; the domain is reserved, and nothing is fetched from there."""


class Subject(Struct, frozen=True):
    """A file."""

    name: str
    digest: dict[str, str]


class Logged(Struct, frozen=True):
    """Where the log vouches for the statement; binary values in base64."""

    key: str
    """Verifier key of the log, as signed notes write it."""
    seq: int
    entry: bytes
    hashes: tuple[bytes, ...]


class Predicate(Struct, frozen=True, rename="camel"):
    """What the signatures say of the files."""

    statement: str
    as_of: datetime
    synthetic: bool
    tlp: str
    agencies: tuple[Agency, ...]
    evidence: tuple[str, ...]
    """SHA-256 of the messages that the statement is about, sorted."""
    log: Logged


class Payload(Struct, frozen=True, rename={"kind": "_type", "predicate_type": "predicateType"}):
    """The in-toto Statement."""

    kind: str
    subject: tuple[Subject, ...]
    predicate_type: str
    predicate: Predicate


def sha256(raw: bytes) -> str:
    """Return a digest in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def payload(
    statement: str, facts: Facts, agencies: tuple[Agency, ...], evidence: tuple[str, ...], proof: Proof,
    files: Mapping[str, bytes],
) -> bytes:  # fmt: skip
    """Return the bytes that are signed: JSON with sorted keys and no space between."""
    said = Predicate(
        statement, facts.as_of, facts.synthetic, facts.tlp.value, agencies, tuple(sorted(evidence)),
        Logged(proof.key, proof.seq, proof.entry, proof.hashes),
    )  # fmt: skip
    subject = tuple(Subject(name, {"sha256": sha256(files[name])}) for name in SUBJECTS)
    return msgspec.json.encode(Payload(_TYPE, subject, _PREDICATE, said), order="sorted")


def read(raw: bytes) -> Payload:
    """Read them. Raises StatementError for what is no statement of this kind."""
    try:
        found = msgspec.json.decode(raw, type=Payload)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StatementError(say("what was signed is no statement"), _HINT) from error
    if (found.kind, found.predicate_type) != (_TYPE, _PREDICATE):
        raise StatementError(say("what was signed is a statement of another kind"), _HINT)
    return found


_HINT: Final = say("It should be what `tocsin statement draft` wrote.")
