"""Claims of a STIX bundle on their way into a ledger that may know what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Grant
from tocsin.app.parts import notes
from tocsin.app.parts.labels import labelled
from tocsin.app.ports import Reader
from tocsin.attribute.claims import is_before, is_of_one_speaker
from tocsin.common.tlp import strictest
from tocsin.formats.stix_claims import Later, Taken
from tocsin.model.claim import Answer, Claim, Says
from tocsin.model.indicator import LeftOut
from tocsin.model.people import Tlp
from tocsin.model.view import ClaimItem

Known: TypeAlias = dict[str, list[tuple[ClaimItem, Claim]]]
"""Claims of the ledger by the STIX object that they were taken from, the newest entry first."""


class Offered(Struct, frozen=True):
    """A claim that can be taken."""

    claim: Claim
    label: Tlp | None
    """The strictest of what it was taken from and is about; None where that bears none."""
    answers: tuple[tuple[str, Answer], ...] = ()
    """What it does to which other claims."""


def offered(
    grant: Grant, reader: Reader, found: Taken, known: Collection[str]
) -> tuple[dict[str, Offered], list[LeftOut]]:  # fmt: skip
    """Return the claims of a bundle by their ids, but for those that are `known`, and what cannot be taken.

    What is about a claim that came before is tied to that; a revocation takes back what the same one said.
    """
    later = {key: one for key, one in found.later.items() if key not in known}
    several = {key: one for key, one in found.claims.items() if key not in known}
    ledger = _ledger(grant, reader, [*(one.stix for one in several.values()), *(one.about for one in later.values())])
    answers: defaultdict[str, list[tuple[str, Answer]]] = defaultdict(list)
    left_out: list[LeftOut] = []
    for one in found.answers:
        if one.by in several and is_before(several[one.by], found.claims[one.claim]):
            left_out.append(LeftOut(several[one.by].stix, "before"))
        else:
            answers[one.by].append((one.claim, one.answer))
    made = {
        key: Offered(_dated(claim, found.changed_on[key], ledger), found.labels[key], tuple(answers[key]))
        for key, claim in several.items()
    }
    for key, waiting in later.items():
        if result := _tied(waiting, ledger):
            made[key] = result
        else:
            reason = "revoked" if waiting.answer is Answer.WITHDRAWS else "about-no-claim"
            left_out.append(LeftOut(waiting.claim.stix, reason))
    return made, left_out


def _ledger(grant: Grant, reader: Reader, stix: Collection[str]) -> Known:
    """What the actor may know of, but for what was struck and what only takes another back."""
    taken = [(one, item) for one, item in reader.views.claims_from(stix) if not item.struck]
    answers = reader.views.claim_answers([item.claim for _, item in taken])
    back = {one.by for one in answers if one.answer is Answer.WITHDRAWS}
    found = [(one, item) for one, item in taken if item.claim not in back]
    now = labelled(reader, [item for _, item in found])
    ledger: defaultdict[str, list[tuple[ClaimItem, Claim]]] = defaultdict(list)
    for (one, _), item in zip(found, now, strict=True):
        if grant.cleared(item.tlp) and (claim := notes.read(reader, item.record, Claim)):
            ledger[one].append((item, claim))
    return ledger


def _dated(claim: Claim, changed_on: str, ledger: Known) -> Claim:
    """What is known in another version is dated by the change; the first version by when it was first said."""
    return replace(claim, said_on=changed_on) if ledger.get(claim.stix) else claim


def _tied(later: Later, ledger: Known) -> Offered | None:
    """Return what is said of claims of the ledger, with their words for whom and what it is about."""
    several = ledger.get(later.about, [])
    if later.answer is Answer.WITHDRAWS:
        several = [(item, said) for item, said in several if _is_makers(later.claim, said)]
        several = [(item, said) for item, said in several if is_of_one_speaker(said, several[0][1])]
    else:
        several = [(item, said) for item, said in several if said.says is Says.BY][:1]
    if not several:
        return None
    newest = several[0][1]
    claim = replace(later.claim, what=newest.what, subject=newest.subject)
    if later.answer is Answer.WITHDRAWS:
        claim = replace(claim, speaker=newest.speaker, kind=newest.kind)
    several = [(item, said) for item, said in several if not is_before(claim, said)]
    labels = [*(item.tlp for item, _ in several), *([later.label] if later.label else [])]
    answers = tuple((item.claim, later.answer) for item, _ in several) if later.answer else ()
    return Offered(claim, strictest(labels), answers) if several else None


def _is_makers(revocation: Claim, said: Claim) -> bool:
    """Only who made an object revokes it; who that is may be told by its id alone."""
    same = bool(said.maker) and said.maker == revocation.maker
    return same or (is_of_one_speaker(revocation, said) and not (said.maker and revocation.maker))
