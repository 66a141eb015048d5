"""The ledger of claims: who said what about whom, on what grounds, and what became of it.

A claim is kept as it was said. Two that call an actor by different names stay two, and no claim becomes what Tocsin
holds: an assessment does that, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import bundled, claimed, notes
from tocsin.app.parts.labels import label_of, labelled
from tocsin.app.ports import Reader, Writer
from tocsin.app.rights import Right
from tocsin.attribute.claims import check_answer, checked, counts_as, reaches_itself
from tocsin.common.tlp import MEMBER, strictest
from tocsin.formats import misp, stix_claims
from tocsin.model.case import ClaimShown
from tocsin.model.claim import Answer, Answered, Claim
from tocsin.model.error import InputError
from tocsin.model.event import ClaimAnswered, ClaimRecorded, ClaimStruck, ClaimTied, Draft
from tocsin.model.indicator import LeftOut
from tocsin.model.people import Tlp
from tocsin.model.record import Note
from tocsin.model.sentence import say
from tocsin.model.view import ClaimItem, JournalItem, Page

LARGEST: Final = stix_claims.LARGEST
_DOCS: Final = "howto/weigh-claims.md"


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
    tied: int
    """Those of them that are from now on about more than before."""
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
        records = {key: one.claim for key, one in {**found, claim: shown}.items() if one.claim}
        paired = tuple(
            (_as_it_counts(one, records), found[other])
            for one, other in zip(answers, others, strict=True)
            if other in found and not found[other].item.struck
        )
        done = reader.views.journal(subject=claim, limit=100).items
        struck = next((one for one in done if one.type == "claim-struck"), None)
        event = next(reader.log.read(struck.seq, struck.seq + 1)).event if struck else None
        reason = notes.text(reader, event.reason) if isinstance(event, ClaimStruck) else ""
        return ClaimOpen(shown, paired, done, reason)


def _as_it_counts(one: Answered, claims: Mapping[str, Claim]) -> Answered:
    """Where words were erased, and where it counts as nothing, as it was called."""
    how = counts_as(one, claims) if one.claim in claims and one.by in claims else None
    return Answered(one.claim, one.by, how or one.answer)


@use_case(Right.ATTRIBUTE, cli="claim add", http="POST /v1/claims", docs=_DOCS)
def record(
    grant: Grant, said: Claim, about: Sequence[str] = (), tlp: Tlp = MEMBER, answers: str | None = None,
    how: Answer | None = None,
) -> str:  # fmt: skip
    """Write down what somebody said, and return the claim's id.

    `about`: ids of incidents and cases; it is at least as confidential as they are. `answers`: the claim that it
    confirms, agrees with, repeats, contradicts or takes back (`how`). Raises InputError for a claim that cannot be
    meant, and for an answer that it cannot be.
    """
    if (answers is None) != (how is None):
        raise InputError(
            say("it is not clear what this claim does to the other"),
            say("Name both the other claim, and what this one does to it."),
        )
    kept = checked(said, grant.now.date())
    identity = grant.new_id("claim")
    with grant.write() as writer:
        _append(grant, writer, identity, kept, about, tlp)
        if answers is not None and how is not None:
            _answer(grant, writer, answers, identity, how)
    return identity


@use_case(Right.ATTRIBUTE, cli="claim tie", http="POST /v1/claims/{claim}/about", docs=_DOCS)
def tie(grant: Grant, claim: str, about: Sequence[str]) -> None:
    """Say which incidents and cases (ids) a claim is about too; it is from now on at least as confidential as they."""
    if not about:
        raise InputError(say("it is not said what the claim is about"), say("Name an incident or a case."))
    with grant.write() as writer:
        if _item(grant, writer, claim).struck:
            raise InputError(say("%(claim)s was struck before", claim=claim), say("Name one that counts."))
        _label(grant, writer, about, Tlp.CLEAR)
        ties, _ = _ties(grant, writer, [claim], about)
        writer.append(*(grant.draft(one) for one in ties))


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

    Those that are known are about `about` as well. `tlp` is the least strict label; that of an
    object, of what it is about and of their makers counts where it is
    stricter. `speaker`: who says what bears no maker. What is not taken is told with the reason.
    """
    content = misp.read(bundle).bundle if misp.is_misp(bundle) else bundle
    found = stix_claims.read(content, speaker.strip())
    left_out = list(found.left_out)
    with grant.write() as writer:
        known = {one.claim: one for one in writer.views.several_claims([*found.claims, *found.later])}
        least = _label(grant, writer, about, tlp)
        offered, others = bundled.offered(grant, writer, found, known)
        left_out += others
        drafts: dict[str, Draft] = {}
        for identity, one in offered.items():
            label = strictest([least, one.label or least])
            if reason := _reason_to_leave(grant, one.claim, label):
                left_out.append(LeftOut(one.claim.stix, reason))
            else:
                drafts[identity] = _draft(grant, writer, identity, checked(one.claim, grant.now.date()), about, label)
        ties, struck = _ties(grant, writer, list(known), about)
        left_out += struck
        answers, alone = _answers(grant, writer, {key: offered[key] for key in drafts})
        left_out += alone
        writer.append(*drafts.values(), *(grant.draft(one) for one in (*answers, *ties)))
    named = left_out[: stix_claims.MOST_LEFT_OUT]
    return Imported(
        tuple(drafts), len(known) - len(struck), len(ties), tuple(named), found.more + len(left_out) - len(named)
    )


def _ties(
    grant: Grant, reader: Reader, known: Sequence[str], about: Sequence[str]
) -> tuple[list[ClaimTied], list[LeftOut]]:  # fmt: skip
    """Return what known claims are also about, and which of them were struck."""
    seen = _seen(grant, reader, known)
    more = [(one.claim, tuple(thing for thing in dict.fromkeys(about) if thing not in one.about)) for one in seen]
    struck = {one.claim for one in seen if one.struck}
    ties = [ClaimTied(claim, things) for claim, things in more if things and claim not in struck]
    return ties, [LeftOut(claim, "struck") for claim in struck]


def _answers(
    grant: Grant, reader: Reader, taken: Mapping[str, bundled.Offered]
) -> tuple[list[ClaimAnswered], list[LeftOut]]:  # fmt: skip
    """Return what claims that are taken do to others, and which do something to one that is not there."""
    told = [ClaimAnswered(claim, by, how) for by, one in taken.items() for claim, how in one.answers]
    seen = _seen(grant, reader, [one.claim for one in told])
    there = {one.claim for one in seen if not one.struck} | taken.keys()
    alone = [LeftOut(taken[one.by].claim.stix, "answers-nothing") for one in told if one.claim not in there]
    return [one for one in told if one.claim in there], alone


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
    return grant.draft(ClaimRecorded(identity, claim.says, notes.keep(writer, claim), things, label, claim.stix))


def _answer(grant: Grant, writer: Writer, claim: str, by: str, how: Answer) -> None:
    earlier, later = (_shown(grant, writer, [_item(grant, writer, one)])[0] for one in (claim, by))
    for one in (earlier.item, later.item):
        if one.struck:
            raise InputError(say("%(claim)s was struck before", claim=one.claim), say("Name one that counts."))
    answered, left_out = claimed.answered_by(writer, claim)
    if left_out:
        raise InputError(
            say("more than %(count)s claims hang together with this one", count=claimed.MOST_RELATED),
            say("Strike those that were written down by mistake."),
        )
    if claim == by or reaches_itself(claim, by, answered):
        raise InputError(
            say("a claim cannot answer itself, also not by way of others"), say("Name the earlier claim first.")
        )
    check_answer(earlier.claim, later.claim, how)
    writer.append(grant.draft(ClaimAnswered(claim, by, how)))


def _item(grant: Grant, reader: Reader, claim: str) -> ClaimItem:
    found = _seen(grant, reader, [claim])
    if not found:
        raise missing(claim)
    return found[0]


def _seen(grant: Grant, reader: Reader, claims: Sequence[str]) -> list[ClaimItem]:
    return [one for one in labelled(reader, reader.views.several_claims(claims)) if grant.cleared(one.tlp)]


def _shown(grant: Grant, reader: Reader, items: Sequence[ClaimItem]) -> list[ClaimShown]:
    """Return claims with what has become of them, as far as the actor may know of those that answer them."""
    return claimed.shown(reader, items, lambda one: grant.cleared(one.tlp))
