"""The log: begun, listed, checked, proved, signed and witnessed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from tocsin.app.access import Exempt, Grant, use_case
from tocsin.app.parts import heads as made
from tocsin.app.rights import Right
from tocsin.formats.checkpoint import Signer
from tocsin.model.event import OrganisationCreated
from tocsin.model.profile import Kind
from tocsin.model.proof import Proof, Report
from tocsin.model.view import JournalItem, Page

_DOCS: Final = "howto/run-a-store.md"


class Entry(Struct, frozen=True):
    """An entry as it is listed, and as it is stored."""

    item: JournalItem
    raw: bytes


class Heads(Struct, frozen=True):
    """The signed heads of a log, the oldest first."""

    checkpoints: tuple[str, ...]
    key: str
    """By which others check them."""


@use_case(Right.MANAGE_NODE, cli="store init", http=Exempt("only the terminal makes an organisation"), docs=_DOCS)
def begin(grant: Grant, name: str, kind: Kind) -> str:
    """Begin the log of the actor's organisation, which is not there yet, and return the log's id."""
    log = grant.begin()
    with grant.write() as writer:
        writer.append(grant.draft(OrganisationCreated(name, kind.value)))
    return log


@use_case(Right.READ_LOG, cli="log show", http="GET /v1/log", docs=_DOCS)
def entries(
    grant: Grant,
    *,
    type: str | None = None,  # noqa: A002 - the field's name
    actor: str | None = None,
    subject: str | None = None,
    after: str | None = None,
    limit: int = 50,
) -> Page[Entry]:
    """Return entries of which all that is given is true, the newest first."""
    with grant.read() as reader:
        page = reader.views.journal(type=type, actor=actor, subject=subject, after=after, limit=limit)
        return Page(tuple(Entry(item, reader.log.raw(item.seq)) for item in page.items), page.after)


@use_case(Right.READ_LOG, cli="log verify", http="POST /v1/log/verification", docs=_DOCS)
def verify(grant: Grant, signer: Signer | None, kept: Iterable[str] = (), key: str | None = None) -> Report:
    """Check the whole log, its signed heads, and heads that were kept elsewhere, by a key that was kept elsewhere."""
    with grant.read() as reader:
        return made.verify(reader, signer, kept, key)


@use_case(Right.READ_LOG, cli="log prove", http="GET /v1/log/{seq}/proof", docs=_DOCS)
def prove(grant: Grant, signer: Signer, seq: int) -> Proof:
    """Return the proof that an entry is in the log. Raises LogError where no signed head covers it yet."""
    with grant.read() as reader:
        return made.prove(reader, signer, seq)


@use_case(Right.READ_LOG, cli="log heads", http="GET /v1/log/heads", docs=_DOCS)
def heads(grant: Grant, signer: Signer) -> Heads:
    """Return the signed heads, the oldest first, and the key by which others check them."""
    with grant.read() as reader:
        return Heads(tuple(reader.log.heads()), made.verifier_key(reader, signer))


@use_case(Right.SIGN_HEAD, cli="log heads", http="POST /v1/log/heads", docs=_DOCS)
def sign_head(grant: Grant, signer: Signer) -> str:
    """Sign the log as it stands, note that in the log, and return the checkpoint."""
    with grant.write() as writer:
        return made.sign_head(writer, signer, grant.actor.id)


@use_case(Right.SIGN_HEAD, cli="log heads", http="POST /v1/log/witnessed", docs=_DOCS)
def witnessed(grant: Grant, signer: Signer, kept: Iterable[str], witness: str) -> None:
    """Note that somebody else keeps checkpoints of this log. Raises LogError for what is none."""
    with grant.write() as writer:
        for text in kept:
            made.witnessed(writer, signer, text, witness, grant.actor.id)
