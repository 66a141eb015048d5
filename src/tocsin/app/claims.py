"""The ledger of claims: who said what about whom, on what grounds, and what became of it.

A claim is kept as it was said. Two that call an actor by different names stay two, and no claim becomes what Tocsin
holds: an assessment does that, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.labels import label_of, labelled
from tocsin.app.ports import Reader, Writer
from tocsin.app.rights import Right
from tocsin.attribute.claims import checked, reaches_itself, speaker_of, standings
from tocsin.common.tlp import MEMBER, strictest
from tocsin.formats import misp, stix_claims
from tocsin.model.claim import Answer, Answered, Claim, Standing
from tocsin.model.error import InputError
from tocsin.model.event import ClaimAnswered, ClaimRecorded, ClaimStruck, Draft
from tocsin.model.indicator import LeftOut
from tocsin.model.people import Tlp
from tocsin.model.record import Note
from tocsin.model.sentence import say
from tocsin.model.view import ClaimItem, JournalItem, Page

LARGEST: Final = stix_claims.LARGEST
_DOCS: Final = "howto/weigh-claims.md"
_MOST_RELATED: Final = 500
"""Claims that are looked at to say what has become of one."""


class ClaimShown(Struct, frozen=True):
    """A claim with what has become of it."""

    item: ClaimItem
    claim: Claim | None
    """None where it was erased."""
    standing: Standing
    left_out: int = 0
    """Claims that hang together with those that were asked for, and were not looked at: there are too many."""


class ClaimOpen(Struct, frozen=True):
    """A claim with those that answer it, and what was done with it."""

    shown: ClaimShown
    answers: tuple[tuple[Answered, ClaimShown], ...]
    """What others do to it, and it to others, each with the other claim."""
    done: tuple[JournalItem, ...]
    """The newest first."""
    reason: str
    """Why it was struck, if it was."""


class Imported(Struct, frozen=True):
    """What was taken from a bundle."""

    claims: tuple[str, ...]
    """Ids of the new ones."""
    known: int
    """Claims that had been taken before."""
    left_out: tuple[LeftOut, ...]
    more: int
    """How many others were left out, which are not named."""


@use_case(Right.ATTRIBUTE, cli="claim list", http="GET /v1/claims", docs=_DOCS)
def claims(grant: Grant, about: str | None = None, after: str | None = None, limit: int = 50) -> Page[ClaimShown]:
    """Return claims, or those about an incident or a case, the newest entry first; a part may be shorter."""
    with grant.read() as reader:
        page = reader.views.claims(about, after, limit)
        seen = [one for one in labelled(reader, page.items) if grant.cleared(one.tlp)]
        return Page(tuple(_shown(grant, reader, seen)), page.after)


@use_case(Right.ATTRIBUTE, cli="claim show", http="GET /v1/claims/{claim}", docs=_DOCS)
def claim(grant: Grant, claim: str) -> ClaimOpen:
    """Return a claim with what others said of it since."""
    with grant.read() as reader:
        item = _item(grant, reader, claim)
        (shown,) = _shown(grant, reader, [item])
        answers = reader.views.claim_answers([claim])
        others = [one.by if one.claim == claim else one.claim for one in answers]
        found = {one.item.claim: one for one in _shown(grant, reader, _seen(grant, reader, others))}
        paired = tuple(
            (one, found[other])
            for one, other in zip(answers, others, strict=True)
            if other in found and not found[other].item.struck
        )
        done = reader.views.journal(subject=claim, limit=100).items
        struck = next((one for one in done if one.type == "claim-struck"), None)
        event = next(reader.log.read(struck.seq, struck.seq + 1)).event if struck else None
        reason = notes.text(reader, event.reason) if isinstance(event, ClaimStruck) else ""
        return ClaimOpen(shown, paired, done, reason)


@use_case(Right.ATTRIBUTE, cli="claim add", http="POST /v1/claims", docs=_DOCS)
def record(
    grant: Grant, said: Claim, about: Sequence[str] = (), tlp: Tlp = MEMBER, answers: str | None = None,
    how: Answer | None = None,
) -> str:  # fmt: skip
    """Write down what somebody said, and return the claim's id.

    `about`: ids of incidents and cases; it is at least as confidential as they are. `answers`: the claim that it
    confirms, repeats, contradicts or takes back (`how`). Raises InputError for a claim that cannot be meant.
    """
    if (answers is None) != (how is None):
        raise InputError(
            say("it is not clear what this claim does to the other"),
            say("Name both the other claim, and whether this one confirms, repeats, contradicts or withdraws it."),
        )
    kept = checked(said, grant.now.date())
    identity = grant.new_id("claim")
    with grant.write() as writer:
        _append(grant, writer, identity, kept, about, tlp)
        if answers is not None and how is not None:
            _answer(grant, writer, answers, identity, how)
    return identity


@use_case(Right.ATTRIBUTE, cli="claim answer", http="POST /v1/claims/{claim}/answers", docs=_DOCS)
def answer(grant: Grant, claim: str, later: str, how: Answer) -> None:
    """Say what a later claim does to an earlier one; what was said of the two before is replaced."""
    with grant.write() as writer:
        _answer(grant, writer, claim, later, how)


@use_case(Right.ATTRIBUTE, cli="claim strike", http="POST /v1/claims/{claim}/striking", docs=_DOCS)
def strike(grant: Grant, claim: str, reason: str) -> None:
    """Say that a claim was written down by mistake. What its speaker takes back is another claim, which says so."""
    if not reason.strip():
        raise InputError(say("there is no reason given"), say("Write what is wrong with the entry."))
    with grant.write() as writer:
        if _item(grant, writer, claim).struck:
            raise InputError(say("%(claim)s was struck before", claim=claim), say("Nothing needs doing."))
        writer.append(grant.draft(ClaimStruck(claim, notes.keep(writer, Note(reason.strip())))))


@use_case(Right.ATTRIBUTE, cli="claim import", http="POST /v1/claims/bundle", docs=_DOCS)
def take_in(
    grant: Grant, bundle: bytes, about: Sequence[str] = (), tlp: Tlp = MEMBER, speaker: str = ""
) -> Imported:  # fmt: skip
    """Take the claims of a STIX 2.1 bundle, or of events of MISP, into the ledger, each object once.

    `tlp` is the least strict label; that of an object, of what it is about and of their makers counts where it is
    stricter. `speaker`: who says what bears no maker. What is not taken is told with the reason.
    """
    content = misp.read(bundle).bundle if misp.is_misp(bundle) else bundle
    found = stix_claims.read(content, speaker.strip())
    left_out = list(found.left_out)
    with grant.write() as writer:
        known = {one.claim for one in writer.views.several_claims(list(found.claims))}
        least = _label(grant, writer, about, tlp)
        drafts: dict[str, Draft] = {}
        for identity, claim in found.claims.items():
            label = strictest([least, found.labels[identity] or least])
            if identity in known:
                continue
            if reason := _reason_to_leave(grant, claim, label):
                left_out.append(LeftOut(claim.stix, reason))
            else:
                drafts[identity] = _draft(grant, writer, identity, checked(claim, grant.now.date()), about, label)
        answered = [one for one in found.answers if one.by in drafts]
        earlier = {one.claim for one in _seen(grant, writer, [one.claim for one in answered])} | drafts.keys()
        writer.append(
            *drafts.values(),
            *(grant.draft(ClaimAnswered(one.claim, one.by, one.answer)) for one in answered if one.claim in earlier),
        )
    alone = (found.claims[one.by].stix for one in answered if one.claim not in earlier)
    left_out += (LeftOut(stix, "answers-nothing") for stix in alone)
    named = left_out[: stix_claims.MOST_LEFT_OUT]
    return Imported(tuple(drafts), len(known), tuple(named), found.more + len(left_out) - len(named))


def _reason_to_leave(grant: Grant, claim: Claim, label: Tlp) -> str:
    if not grant.cleared(label):
        return "beyond-clearance"
    try:
        checked(claim, grant.now.date())
    except InputError:
        return "malformed"
    return ""


def _append(grant: Grant, writer: Writer, identity: str, claim: Claim, about: Sequence[str], tlp: Tlp) -> None:
    writer.append(_draft(grant, writer, identity, claim, about, _label(grant, writer, about, tlp)))


def _label(grant: Grant, reader: Reader, about: Sequence[str], tlp: Tlp) -> Tlp:
    label = strictest([tlp, *(label_of(grant, reader, thing) for thing in dict.fromkeys(about))])
    if not grant.cleared(label):
        raise InputError(
            say("you could not read this claim yourself"), say("Choose a label up to the one you are cleared for.")
        )
    return label


def _draft(
    grant: Grant, writer: Writer, identity: str, claim: Claim, about: Sequence[str], label: Tlp
) -> Draft:  # fmt: skip
    things = tuple(dict.fromkeys(about))
    return grant.draft(ClaimRecorded(identity, claim.says, notes.keep(writer, claim), things, label))


def _answer(grant: Grant, writer: Writer, claim: str, by: str, how: Answer) -> None:
    earlier, later = (_shown(grant, writer, [_item(grant, writer, one)])[0] for one in (claim, by))
    related, left_out = _related(writer, [claim])
    if left_out:
        raise InputError(
            say("more than %(count)s claims hang together with this one", count=_MOST_RELATED),
            say("Strike those that were written down by mistake."),
        )
    if claim == by or reaches_itself(claim, by, related):
        raise InputError(
            say("a claim cannot answer itself, also not by way of others"), say("Name the earlier claim first.")
        )
    if how is Answer.WITHDRAWS and not _is_of_one_speaker(earlier.claim, later.claim):
        raise InputError(say("only who made a claim takes it back"), say("What others say against it contradicts it."))
    writer.append(grant.draft(ClaimAnswered(claim, by, how)))


def _is_of_one_speaker(one: Claim | None, other: Claim | None) -> bool:
    return one is not None and other is not None and speaker_of(one) == speaker_of(other)


def _item(grant: Grant, reader: Reader, claim: str) -> ClaimItem:
    found = _seen(grant, reader, [claim])
    if not found:
        raise missing(claim)
    return found[0]


def _seen(grant: Grant, reader: Reader, claims: Sequence[str]) -> list[ClaimItem]:
    return [one for one in labelled(reader, reader.views.several_claims(claims)) if grant.cleared(one.tlp)]


def _related(reader: Reader, claims: Sequence[str]) -> tuple[list[Answered], int]:
    """Return the answers by which claims hang together with some, from one to the next; and how many are left out."""
    known, left, answers = set(claims), list(claims), dict[tuple[str, str], Answered]()
    while left and len(known) <= _MOST_RELATED:
        answers |= {(one.claim, one.by): one for one in reader.views.claim_answers(left)}
        left = [one for pair in answers for one in pair if one not in known]
        known.update(left)
    return list(answers.values()), len(set(left))


def _shown(grant: Grant, reader: Reader, items: Sequence[ClaimItem]) -> list[ClaimShown]:
    """Return claims with what has become of them, as far as the actor may know of those that answer them."""
    answers, left_out = _related(reader, [one.claim for one in items])
    others = _seen(grant, reader, [one for pair in answers for one in (pair.claim, pair.by)])
    every = {one.claim: one for one in (*others, *items)}
    kept = reader.vault.get_many([one.record for one in every.values()])
    records = {
        one.claim: msgspec.json.decode(kept[one.record], type=Claim) if one.record in kept else None
        for one in every.values()
    }
    standing = standings(
        {key: record for key, record in records.items() if record and not every[key].struck}, answers
    )  # fmt: skip
    return [ClaimShown(one, records[one.claim], standing.get(one.claim, Standing()), left_out) for one in items]
