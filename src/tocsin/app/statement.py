"""Joint statements: drafted from an incident, signed by those who issue them, checked by anybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from tocsin.app.access import Exempt, Grant, use_case
from tocsin.app.parts import heads, notes
from tocsin.app.parts.bundles import bundle_of
from tocsin.app.parts.indicators import Known, known
from tocsin.app.ports import Writer
from tocsin.app.rights import Right
from tocsin.formats import dsse
from tocsin.formats.checkpoint import Signer
from tocsin.identify.advice import ADVICE, LAST
from tocsin.model.error import InputError, StatementError
from tocsin.model.event import StatementDrafted, StatementReady, StatementSigned
from tocsin.model.people import Tlp
from tocsin.model.record import SignatureRecord, StatementRecord
from tocsin.model.sentence import LANGUAGES, say
from tocsin.model.statement import Agency, Checked, Facts
from tocsin.model.verdict import Danger
from tocsin.statement import seal, verify
from tocsin.statement.text import texts

_DOCS: Final = "howto/warn-others.md"
_DANGERS: Final = 2
"""Kinds of attack for which a statement gives advice, the most urgent first."""


MOST_SIGNERS: Final = 40


class Drafted(Struct, frozen=True):
    """A statement that nobody has signed yet."""

    statement: str
    """Its id."""
    files: dict[str, str]
    """Its files, by name."""


@use_case(Right.DRAFT_STATEMENT, cli="statement draft", http="POST /v1/incidents/{incident}/statement", docs=_DOCS)
def draft(
    grant: Grant, signer: Signer, incident: str, agencies: Sequence[Agency], *, synthetic: bool = False,
    needed: int | None = None,
) -> Drafted:  # fmt: skip
    """Write a public statement about an incident, note its digests in the log, and sign the head of that.

    Nobody is named but those who issue it. It then waits until `needed` keys have signed it; default: one of each of
    them. Raises AccessError for an incident that is not TLP:CLEAR. `synthetic`: it is made up, for practice, and says
    so.
    """
    statement, issuing = grant.new_id("statement"), tuple(agencies)
    wanted = len(issuing) if needed is None else needed
    if needed is not None and not 1 <= needed <= MOST_SIGNERS:
        raise InputError(
            say("a statement takes 1 to %(most)s signatures", most=MOST_SIGNERS), say("One of each agency, as a rule.")
        )
    with grant.write() as writer:
        found = known(grant, writer, incident)
        files, facts = _files(writer, found, issuing, synthetic)
        digests = (seal.sha256(files[name]) for name in (seal.ENGLISH, seal.ARABIC, seal.BUNDLE))
        (entry,) = writer.append(grant.draft(StatementDrafted(statement, incident, *digests)))
        heads.sign_head(writer, signer, grant.actor.id)
    with grant.read() as reader:
        proof = heads.prove(reader, signer, entry.seq)
    files[seal.HEAD] = proof.checkpoint.encode()
    evidence = tuple(record.sha256 for record in found.records)
    files[seal.PAYLOAD] = seal.payload(statement, facts, issuing, evidence, proof, files)
    drafted = Drafted(statement, {name: raw.decode() for name, raw in files.items()})
    with grant.write() as writer:
        kept = notes.keep(writer, StatementRecord(drafted.files))
        ready = StatementReady(statement, incident, seal.sha256(files[seal.PAYLOAD]), wanted, kept)
        writer.append(grant.draft(ready, cause=entry.seq))
    return drafted


def _files(
    writer: Writer, found: Known, agencies: tuple[Agency, ...], synthetic: bool
) -> tuple[dict[str, bytes], Facts]:
    if not found.records:
        raise InputError(
            say("the incident has no message that is not clean and still there"), say("Add messages to it first.")
        )
    made = bundle_of(writer, found, Tlp.CLEAR, named=False, synthetic=synthetic)
    times = [record.time for record in found.records if record.time] or [found.item.opened_at]
    findings = [finding for record in found.records if record.verdict for finding in record.verdict.findings]
    facts = Facts(
        as_of=writer.now,
        first=min(times),
        last=max(times),
        messages=len(found.records),
        techniques=tuple(sorted({id_ for finding in findings if finding.weight > 0 for id_ in finding.attack})),
        indicators=made.indicators,
        bundle=seal.sha256(made.content),
        outcome=found.item.outcome or "unknown",
        tlp=found.tlp,
        synthetic=synthetic,
    )
    said = texts(facts, agencies, list(_advice(found)))
    return {
        seal.ENGLISH: said["en"].encode(), seal.ARABIC: said["ar"].encode(), seal.BUNDLE: made.content,
    }, facts  # fmt: skip


def _advice(found: Known) -> Iterator[Mapping[str, str]]:
    dangers = [danger for record in found.records if record.verdict for danger in record.verdict.advice]
    wanted = [danger for danger in dict.fromkeys(dangers) if danger in ADVICE][:_DANGERS] or [Danger.CONVERSATION]
    for danger in wanted:
        now = ADVICE[danger].now
        for steps in zip(*(now[language] for language in LANGUAGES), strict=True):
            yield dict(zip(LANGUAGES, steps, strict=True))
    yield LAST


@use_case(
    Right.SIGN_STATEMENT,
    cli="statement sign",
    http=Exempt("a signer's key lies with its owner and comes to no server"),
    docs=_DOCS,
)
def sign(grant: Grant, signer: Signer, files: Mapping[str, bytes]) -> bytes:
    """Sign a statement, whichever node drafted it, after checking it; return the envelope with one more signature.

    Raises StatementError for one that does not hold together.
    """
    if (raw := files.get(seal.PAYLOAD)) is None:
        raise StatementError(say("there is no statement"), say("`tocsin statement draft` writes one into a folder."))
    signed = seal.read(raw)
    for problem in verify.unsound(files, signed):
        raise StatementError(problem, say("Do not sign it. Have it sent to you again."))
    envelope = dsse.signed(raw, signer, files.get(seal.ENVELOPE))
    with grant.write() as writer:
        made = SignatureRecord("", signer.public, dsse.signature_by(envelope, signer.public) or b"")
        kept, key = notes.keep(writer, made), dsse.key_id(signer.public)
        writer.append(grant.draft(StatementSigned(signed.predicate.statement, key, seal.sha256(raw), kept)))
    return envelope


def check(files: Mapping[str, bytes], keys: Sequence[str], threshold: int, log_key: str | None = None) -> Checked:
    """Check a statement. It takes no right and no store: anybody can, anywhere."""
    return verify.verify(files, keys, threshold, log_key)
