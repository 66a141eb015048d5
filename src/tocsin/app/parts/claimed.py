"""Claims of the ledger, and by what answers they hang together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final

import msgspec

from tocsin.app.parts.labels import labelled
from tocsin.app.ports import Reader
from tocsin.attribute.claims import standings
from tocsin.model.case import ClaimShown
from tocsin.model.claim import Answer, Answered, Claim, Standing
from tocsin.model.error import InputError
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


def with_answers(reader: Reader, claims: Collection[str]) -> list[str]:
    """Return claims with all that says what became of them: who answers them, and whom they repeat, and so on.

    What was struck leads no further. Raises InputError for too many.
    """
    known, left = dict.fromkeys(claims), list(claims)
    while left:
        left = [one.claim for one in reader.views.several_claims(left) if not one.struck]
        answers = reader.views.claim_answers(left)
        more = [one.by for one in answers] + [one.claim for one in answers if one.answer is Answer.REPEATS]
        left = [one for one in dict.fromkeys(more) if one not in known]
        known |= dict.fromkeys(left)
        if len(known) - len(claims) > MOST_RELATED:
            raise InputError(
                say("more than %(count)s claims answer those about this case", count=MOST_RELATED),
                say("Strike those that were written down by mistake."),
            )
    return list(known)
