"""Signed heads of a log: made, handed on, compared, and what they prove."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.app.parts import notes
from tocsin.app.ports import Reader, Writer
from tocsin.formats import checkpoint
from tocsin.formats.checkpoint import Signer
from tocsin.model.error import LogError
from tocsin.model.event import Draft, HeadSigned, HeadWitnessed
from tocsin.model.proof import Broken, Head, Proof, Report
from tocsin.model.record import Note
from tocsin.model.sentence import say


def verifier_key(reader: Reader, signer: Signer) -> str:
    """Return the key by which others check this log's heads."""
    return checkpoint.verifier_key(checkpoint.origin_of(reader.log.id), signer.public)


def sign_head(writer: Writer, signer: Signer, actor: str) -> str:
    """Sign the log as it stands, note that in the log, and return the checkpoint.

    Where nothing but the last signing itself has happened since that, its checkpoint is returned.
    """
    log = writer.log
    if (latest := _latest(writer)) is not None:
        return latest
    head = Head(checkpoint.origin_of(log.id), log.size, log.root())
    text = checkpoint.sign(head, signer)
    log.add_head(head.size, text, writer.now)
    signed = HeadSigned(size=head.size, root=head.root.hex(), key=verifier_key(writer, signer))
    writer.append(Draft(signed, actor))
    return text


def _latest(writer: Writer) -> str | None:
    """The last checkpoint, if the log has not moved but for the entry about it."""
    log = writer.log
    if (
        not log.size
        or not isinstance(next(log.read(log.size - 1)).event, HeadSigned)
        or not (signed := log.heads()[-1:])
    ):
        return None
    head = checkpoint.parse(signed[0])[0]
    return signed[0] if head.size == log.size - 1 and head.root == log.root_at(head.size) else None


def witnessed(writer: Writer, signer: Signer, text: str, witness: str, actor: str) -> None:
    """Note in the log that a checkpoint of it was given to somebody who keeps it. Raises LogError if it is not one."""
    head = checkpoint.verify(text, verifier_key(writer, signer))
    if writer.log.root_at(head.size) != head.root:
        raise LogError(say("the checkpoint is not of this log as it is now"), say("See what `tocsin log verify` says."))
    who = notes.keep(writer, Note(witness))
    writer.append(Draft(HeadWitnessed(size=head.size, root=head.root.hex(), witness=who), actor))


def prove(reader: Reader, signer: Signer, seq: int) -> Proof:
    """Return the proof that an entry is in the log, against the latest signed head that covers it."""
    log = reader.log
    latest = log.heads()[-1:]
    if not latest or (head := checkpoint.parse(latest[0])[0]).size <= seq:
        raise LogError(
            say("no signed head covers entry %(seq)s yet", seq=seq), say("`tocsin log heads --sign` signs one.")
        )
    hashes = tuple(log.inclusion(seq, head.size))
    return Proof(seq, log.raw(seq), hashes, latest[0], verifier_key(reader, signer))


def verify(reader: Reader, signer: Signer | None, kept: Iterable[str] = (), key: str | None = None) -> Report:
    """Check the whole log, its signed heads, and heads that were kept elsewhere.

    Those are checked by `key`, a verifier key, else by the node's own. Whoever rewrote a log would have signed it anew
    with the node's key: only what was kept elsewhere, checked by a key that was kept elsewhere, shows that.
    """
    mine = verifier_key(reader, signer) if signer else None
    heads: list[Head] = []
    wrong: list[Broken] = []
    for own, text in [*((True, text) for text in reader.log.heads()), *((False, text) for text in kept)]:
        by = mine if own else key or mine
        try:
            heads.append(checkpoint.verify(text, by) if by else checkpoint.parse(text)[0])
        except LogError:
            if not own and checkpoint.parse(text)[0].origin != checkpoint.origin_of(reader.log.id):
                raise LogError(
                    say("the checkpoint is of another log"), say("This is %(id)s.", id=reader.log.id)
                ) from None
            wrong.append(Broken("signature", checkpoint.parse(text)[0].size))
    report = reader.verify(heads)
    broken = tuple(sorted((*report.broken, *wrong), key=lambda one: one.seq))
    return Report(report.log, report.size, report.root, report.heads + len(wrong), broken)
