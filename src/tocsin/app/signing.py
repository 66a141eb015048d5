"""Statements on their way to being signed: read, signed by agencies with their own keys elsewhere, or withdrawn.

No signing key comes here. A signer takes the files along, signs them where the key is, and brings back the envelope,
whose signature is checked before it counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts import statements as parts
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.formats import checkpoint, dsse
from tocsin.model.error import InputError, StatementError
from tocsin.model.event import StatementSigned, StatementWithdrawn
from tocsin.model.people import Tlp
from tocsin.model.record import Note, SignatureRecord, StatementRecord
from tocsin.model.sentence import say
from tocsin.model.view import Page, StatementItem
from tocsin.share.policy import admit
from tocsin.statement import seal, verify

_DOCS: Final = "howto/warn-others.md"


class Signature(Struct, frozen=True):
    """A signature that was checked."""

    key: str
    """Id of the key."""
    name: str
    """Whose it is, as their verifier key says: others confirm it."""
    verifier_key: str
    """By which anybody checks it; empty where the record of it was erased."""
    actor: str
    """Who brought it."""
    at: datetime


class Stated(Struct, frozen=True):
    """A statement with all that a signer needs."""

    item: StatementItem
    state: str
    """unsigned (some signatures are missing), signed, withdrawn."""
    files: dict[str, str]
    """By name, with the envelope if there is a signature; none where they were erased."""
    digests: dict[str, str]
    """SHA-256 of each file, hexadecimal."""
    signatures: tuple[Signature, ...]
    is_sound: bool
    """Whether its files hold together, as `tocsin statement verify` checks it; False where they were erased."""


@use_case(Right.READ_STATEMENTS, cli="statement list", http="GET /v1/statements", docs=_DOCS)
def statements(
    grant: Grant, incident: str | None = None, after: str | None = None, limit: int = 50
) -> Page[StatementItem]:  # fmt: skip
    """Return the statements, or those about an incident, the newest first; a part may be shorter than `limit`."""
    with grant.read() as reader:
        page = reader.views.statements(incident, after, limit)
        return Page(tuple(one for one in page.items if parts.is_seen(grant, reader, one)), page.after)


@use_case(Right.READ_STATEMENTS, cli="statement show", http="GET /v1/statements/{statement}", docs=_DOCS)
def statement(grant: Grant, statement: str) -> Stated:
    """Return a statement, its files, who has signed it, and whether it holds together."""
    with grant.read() as reader:
        item = _item(grant, reader, statement)
        record = notes.read(reader, item.record, StatementRecord)
        kept = {one.key: notes.read(reader, one.record, SignatureRecord) for one in item.signatures}
    files = dict(record.files) if record else {}
    known = {one.public: one.signature for one in kept.values() if one}
    is_sound = bool(files) and not [*verify.unsound(_raw(files), seal.read(files[seal.PAYLOAD].encode()))]
    if files and known:
        files[seal.ENVELOPE] = dsse.enveloped(files[seal.PAYLOAD].encode(), known).decode()
    signed = tuple(
        Signature(one.key, found.name if found else "", _verifier_key(found), one.actor, one.at)
        for one in item.signatures
        for found in [kept[one.key]]
    )
    digests = {name: seal.sha256(text.encode()) for name, text in files.items()}
    return Stated(item, item.state, files, digests, signed, is_sound)


def _raw(files: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def _verifier_key(record: SignatureRecord | None) -> str:
    return checkpoint.verifier_key(record.name or dsse.key_id(record.public)[:16], record.public) if record else ""


@use_case(Right.SIGN_STATEMENT, cli="statement take", http="POST /v1/statements/{statement}/signatures", docs=_DOCS)
def take(grant: Grant, statement: str, envelope: bytes, key: str) -> StatementItem:
    """Take in a signature that was made elsewhere, after checking it: `key` is the verifier key of who signed.

    Raises StatementError for an envelope of another statement, or without a right signature by that key; AccessError
    where the incident is not TLP:CLEAR any more.
    """
    name, public = checkpoint.public_of(key.strip())
    with grant.write() as writer:
        item = _item(grant, writer, statement)
        if item.withdrawn:
            raise InputError(say("%(statement)s was withdrawn", statement=statement), say("Sign the one in its place."))
        incident = writer.views.incident(item.incident)
        admit(incident.tlp if incident else None, Tlp.CLEAR)
        if seal.sha256(dsse.opened(envelope)) != item.sha256:
            raise StatementError(say("the envelope is of another statement"), say("Sign the files of this one."))
        if (signature := dsse.signature_by(envelope, public)) is None:
            raise StatementError(
                say("the envelope bears no right signature by this key"),
                say("Give the key that `tocsin statement key` prints for the key that signed."),
            )
        if dsse.key_id(public) in {one.key for one in item.signatures}:
            raise InputError(say("this key has signed it already"), say("Another key of the same signer adds nothing."))
        kept = notes.keep(writer, SignatureRecord(name, public, signature))
        writer.append(grant.draft(StatementSigned(statement, dsse.key_id(public), item.sha256, kept)))
        return _item(grant, writer, statement)


@use_case(
    Right.DRAFT_STATEMENT, cli="statement withdraw", http="POST /v1/statements/{statement}/withdrawal", docs=_DOCS
)  # fmt: skip
def withdraw(grant: Grant, statement: str, reason: str) -> None:
    """Say that a statement is not to be signed any more, and why. Signatures that were given stay valid elsewhere."""
    if not reason.strip():
        raise InputError(say("there is no reason given"), say("Write why it is not to be signed any more."))
    with grant.write() as writer:
        if _item(grant, writer, statement).withdrawn:
            raise InputError(say("%(statement)s was withdrawn", statement=statement), say("Nothing needs doing."))
        kept = notes.keep(writer, Note(reason.strip()), writer.now + notes.RETENTION)
        writer.append(grant.draft(StatementWithdrawn(statement, kept)))


def _item(grant: Grant, reader: Reader, statement: str) -> StatementItem:
    if (item := parts.found(grant, reader, statement)) is None:
        raise missing(statement)
    return item
