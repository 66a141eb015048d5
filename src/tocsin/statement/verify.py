"""Checking a statement, offline: signatures, digests, equal facts, and that the log vouches for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tocsin.common.merkle import leaf_hash, verify_inclusion
from tocsin.formats import checkpoint, dsse, entry
from tocsin.model.error import InputError, TocsinError
from tocsin.model.event import StatementDrafted
from tocsin.model.sentence import Sentence, say
from tocsin.model.statement import Checked
from tocsin.statement import seal
from tocsin.statement.text import facts_in

Files = Mapping[str, bytes]
"""The files of a statement, by the names in `tocsin.statement.seal`."""


def verify(files: Files, keys: Sequence[str], threshold: int, log_key: str | None = None) -> Checked:
    """Check that at least `threshold` of some verifier keys signed, and that what they signed holds together.

    `log_key`, where it was had by another way, is the key of the log; else it is the one that was signed.
    Raises InputError for a threshold that the keys cannot meet.
    """
    publics = {checkpoint.public_of(key)[1]: checkpoint.public_of(key)[0] for key in keys}
    if not 1 <= threshold <= len(publics):
        raise InputError(
            say("%(count)s different keys cannot give %(most)s signatures", count=len(publics), most=threshold),
            say("Give the key of every signer that you trust, each had from its owner."),
        )  # fmt: skip
    if seal.ENVELOPE not in files:
        return Checked("", (), (say("nobody has signed it"),))
    try:
        raw = dsse.opened(files[seal.ENVELOPE])
        ids = dsse.accepted(files[seal.ENVELOPE], publics)
        signed = seal.read(raw)
    except TocsinError as error:
        return Checked("", (), (error.problem,))
    signers = tuple(name for public, name in publics.items() if dsse.key_id(public) in ids)
    few = say("signed by %(count)s of the %(threshold)s keys that it takes", count=len(signers), threshold=threshold)
    problems = [few] * (len(signers) < threshold) + list(_draft(files, raw)) + list(unsound(files, signed, log_key))
    return Checked(signed.predicate.statement, signers, tuple(problems))


def _draft(files: Files, raw: bytes) -> Iterator[Sentence]:
    if files.get(seal.PAYLOAD, raw) != raw:
        yield say("%(file)s is not what was signed", file=seal.PAYLOAD)


def unsound(files: Files, signed: seal.Payload, log_key: str | None = None) -> Iterator[Sentence]:
    """Yield what is wrong with a statement, whoever signed it."""
    yield from _digests(files, signed)
    if _facts(files.get(seal.ENGLISH, b"")) != _facts(files.get(seal.ARABIC, b"")):
        yield say("the two texts do not carry the same facts")
    try:
        yield from _log(files, signed, log_key)
    except TocsinError as error:
        yield error.problem


def _digests(files: Files, signed: seal.Payload) -> Iterator[Sentence]:
    named = {subject.name: subject.digest.get("sha256") for subject in signed.subject}
    if set(named) != set(seal.SUBJECTS) or len(signed.subject) != len(seal.SUBJECTS):
        yield say("what was signed names other files than a statement has")
    for name in seal.SUBJECTS:
        if name not in files:
            yield say("%(file)s is missing", file=name)
        elif seal.sha256(files[name]) != named.get(name):
            yield say("%(file)s is not what was signed", file=name)


def _facts(raw: bytes) -> tuple[str, ...]:
    return facts_in(raw.decode("utf-8", "replace"))


def _log(files: Files, signed: seal.Payload, log_key: str | None) -> Iterator[Sentence]:
    logged = signed.predicate.log
    head = checkpoint.verify(files.get(seal.HEAD, b"").decode("utf-8", "replace"), log_key or logged.key)
    leaf = leaf_hash(logged.entry)
    if not verify_inclusion(leaf, logged.seq, head.size, logged.hashes, head.root):
        yield say("the entry about the statement is not in the log under its signed head")
    vouched = entry.decode(logged.entry)
    event, digests = vouched.event, {subject.name: subject.digest.get("sha256") for subject in signed.subject}
    if checkpoint.origin_of(vouched.log) != head.origin or vouched.seq != logged.seq:
        yield say("the entry about the statement is of another log, or of another place in it")
    if not isinstance(event, StatementDrafted) or (event.statement, event.english, event.arabic, event.bundle) != (
        signed.predicate.statement, digests.get(seal.ENGLISH), digests.get(seal.ARABIC), digests.get(seal.BUNDLE),
    ):  # fmt: skip
        yield say("the log vouches for other texts, or for another bundle")
