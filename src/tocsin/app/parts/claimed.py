"""Claims of the ledger, and by what answers they hang together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final

import msgspec

from tocsin.app.parts.labels import labelled
from tocsin.app.ports import Reader
from tocsin.attribute.claims import standings
from tocsin.common.tlp import readable
from tocsin.model.case import ClaimShown
from tocsin.model.claim import Answer, Answered, Claim, Standing
from tocsin.model.error import InputError
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.model.view import ClaimItem

MOST_RELATED: Final = 500
"""Claims that are looked at to say what has become of one."""


def related(reader: Reader, claims: Sequence[str]) -> tuple[list[Answered], int]:
    """Return the answers by which claims hang together with some, from one to the next; and how many are left out."""
    known, left, answers = set(claims), list(claims), dict[tuple[str, str], Answered]()
    while left and len(known) <= MOST_RELATED:
        answers |= {(one.claim, one.by): one for one in reader.views.claim_answers(left)}
        left = [one for pair in answers for one in pair if one not in known]
        known.update(left)
    return list(answers.values()), len(set(left))


def answered_by(reader: Reader, claim: str) -> tuple[list[Answered], int]:
    """Return what a claim answers, and what that answers, and so on; and how many claims are left out.

    Who answers the claim counts for nothing here: others can be many, and it is not they who are asked about.
    """
    known, left, found = {claim}, [claim], list[Answered]()
    while left and len(known) <= MOST_RELATED:
        more = [one for one in reader.views.claim_answers(left) if one.by in left]
        found += more
        left = [one for one in dict.fromkeys(one.claim for one in more) if one not in known]
        known.update(left)
    return found, len(left)


def shown(reader: Reader, items: Sequence[ClaimItem], see: Callable[[ClaimItem], bool]) -> list[ClaimShown]:
    """Return claims with what has become of them, by those that answer them and may be seen (`see`)."""
    answers, left_out = related(reader, [one.claim for one in items])
    several = reader.views.several_claims([one for pair in answers for one in (pair.claim, pair.by)])
    every = {one.claim: one for one in (*filter(see, labelled(reader, several)), *items)}
    kept = reader.vault.get_many([one.record for one in every.values()])
    records = {
        one.claim: msgspec.json.decode(kept[one.record], type=Claim) if one.record in kept else None
        for one in every.values()
    }
    standing = standings(
        {key: record for key, record in records.items() if record and not every[key].struck}, answers
    )  # fmt: skip
    return [ClaimShown(one, records[one.claim], standing.get(one.claim, Standing()), left_out) for one in items]


def with_answers(reader: Reader, claims: Collection[str], label: Tlp) -> list[str]:
    """Return claims with what says what became of them: who answers them, whom they repeat, and who took that back.

    What others say of a source that is repeated is theirs: it stays, and so does whatever is stricter than `label` or
    that is for some participants of another case only. With a source stays who repeats it: without it they would look
    as if they spoke for themselves. What was struck leads no further. Raises InputError for too many.
    """
    known, left, stays = dict.fromkeys(claims), list(claims), set[str]()
    while left:
        standing = {one.claim for one in reader.views.several_claims(left) if not one.struck}
        answers = reader.views.claim_answers(list(standing))
        of_them = (one for one in answers if one.claim in standing)
        more = [one.by for one in of_them if one.claim in claims or one.answer is Answer.WITHDRAWS]
        more += [one.claim for one in answers if one.by in standing and one.answer is Answer.REPEATS]
        fresh = reader.views.several_claims([one for one in dict.fromkeys(more) if one not in known])
        left = [one.claim for one in labelled(reader, fresh) if _may_go(reader, one, label)]
        stays |= {one.claim for one in fresh} - set(left)
        known |= dict.fromkeys(left)
        if len(known) - len(claims) > MOST_RELATED:
            raise InputError(
                say("more than %(count)s claims answer those about this case", count=MOST_RELATED),
                say("Strike those that were written down by mistake."),
            )
    while stays:
        repeated = reader.views.claim_answers(list(stays))
        by = {one.by for one in repeated if one.claim in stays and one.answer is Answer.REPEATS}
        stays = (by & known.keys()) - set(claims)
        known = {one: None for one in known if one not in stays}
    return list(known)


def _may_go(reader: Reader, item: ClaimItem, label: Tlp) -> bool:
    return readable(item.tlp, label) and not any(item.claim in reader.views.restrictions(one) for one in item.about)
