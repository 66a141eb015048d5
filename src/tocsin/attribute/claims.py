"""The ledger of claims: what is well-formed, and what has become of each since it was made."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Final

from tocsin.model.claim import Answer, Answered, Claim, Standing
from tocsin.model.error import InputError
from tocsin.model.sentence import say

_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LONG: Final = 200
_LONGEST: Final = 4_000
_SHORT: Final = ("speaker", "what", "subject", "confidence")


def checked(claim: Claim, today: date) -> Claim:
    """Return a claim without space around its words. Raises InputError for one that cannot be meant."""
    told = {name: getattr(claim, name).strip() for name in (*_SHORT, "said_on", "words", "source", "stix")}
    if not told["speaker"] or not told["what"]:
        raise InputError(
            say("a claim is somebody's, about somebody"), say("Give who says it, and of whom or what they say it.")
        )
    for name, most in (*((one, _LONG) for one in _SHORT), ("words", _LONGEST), ("source", 2_000), ("stix", 80)):
        if len(told[name]) > most:
            raise InputError(
                say("that is longer than %(count)s characters", count=most),
                say("Shorten it; what is longer belongs into evidence, as a file."),
            )
    _check_day(told["said_on"], today)
    if claim.source_grade not in "ABCDEF" or len(claim.source_grade) != 1 or not 1 <= claim.information_grade <= 6:
        raise InputError(
            say("there is no such grade"), say("A source is graded A to F, and what it says 1 to 6 (Admiralty code).")
        )
    if not claim.grounds:
        raise InputError(say("the grounds are missing"), say("Where none were given, say so: that is one of them."))
    return Claim(
        **told, kind=claim.kind, says=claim.says, grounds=tuple(dict.fromkeys(claim.grounds)),
        source_grade=claim.source_grade, information_grade=claim.information_grade,
    )  # fmt: skip


def _check_day(text: str, today: date) -> None:
    found = _DAY.fullmatch(text)
    try:
        first = date(*(int(part or 1) for part in found.groups())) if found else None
    except ValueError:
        first = None
    if first is None or first > today:
        raise InputError(
            say("that is no day on which something can have been said"),
            say("Write it as 2024-08-19, 2024-08 or 2024; it cannot lie ahead."),
        )


def reaches_itself(claim: str, by: str, answers: Iterable[Answered]) -> bool:
    """Say whether one claim would answer itself, by way of others, if `by` answered `claim`."""
    answered_by: defaultdict[str, set[str]] = defaultdict(set)
    for one in answers:
        answered_by[one.by].add(one.claim)
    seen, left = set[str](), [claim]
    while left:
        if (at := left.pop()) == by:
            return True
        if at not in seen:
            seen.add(at)
            left += answered_by[at]
    return False


def circle(answers: Iterable[Answered]) -> str | None:
    """Return a claim that answers itself, by way of others, if there is one."""
    sorter = TopologicalSorter[str]()
    for one in answers:
        sorter.add(one.claim, one.by)
    try:
        sorter.prepare()
    except CycleError as error:
        return str(error.args[1][0])
    return None


def is_of_one_speaker(one: Claim | None, other: Claim | None) -> bool:
    """Say whether two claims are known to be said by the same one."""
    return one is not None and other is not None and speaker_of(one) == speaker_of(other)


def speaker_of(claim: Claim) -> str:
    """Return who says it, as speakers are compared."""
    return " ".join(claim.speaker.casefold().split())


def standings(claims: Mapping[str, Claim], answers: Iterable[Answered]) -> dict[str, Standing]:
    """Return what has become of each claim.

    What only repeats others is no source of its own: all that comes from one speaker in the end counts once, and nobody
    confirms a claim of their own. A claim that was withdrawn confirms and contradicts nothing any more, and neither
    does what only repeats it.
    """
    known = [one for one in answers if one.claim in claims and one.by in claims]
    repeats: defaultdict[str, set[str]] = defaultdict(set)
    by: defaultdict[str, defaultdict[Answer, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(known, key=lambda one: (claims[one.by].said_on, one.by)):
        by[one.claim][one.answer].append(one.by)
        if one.answer is Answer.REPEATS:
            repeats[one.by].add(one.claim)
    gone = {one.claim for one in known if one.answer is Answer.WITHDRAWS}

    def speakers(names: Iterable[str]) -> set[str]:
        return {speaker_of(claims[name]) for name in names}

    def independent(claim: str, answer: Answer) -> tuple[str, ...]:
        own = speakers([claim]) if answer is Answer.CONFIRMS else set()
        sources, spoke, counted = own | speakers(_sources(claim, repeats) if own else ()), own, set()
        for other in sorted(by[claim][answer], key=lambda one: one in repeats):
            more = speakers(_sources(other, repeats) - gone) - sources
            if other not in gone and more and not speakers([other]) <= spoke:
                sources |= more
                spoke = spoke | speakers([other])
                counted.add(other)
        return tuple(one for one in by[claim][answer] if one in counted)

    return {
        claim: Standing(
            confirmed := independent(claim, Answer.CONFIRMS),
            independent(claim, Answer.CONTRADICTS),
            tuple(by[claim][Answer.REPEATS]),
            tuple(by[claim][Answer.WITHDRAWS]),
            not confirmed,
        )
        for claim in claims
    }


def _sources(claim: str, repeats: Mapping[str, set[str]]) -> set[str]:
    """Return the claims that one repeats in the end, by way of others; itself where it repeats none."""
    sources, seen, left = set[str](), set[str](), [claim]
    while left:
        if (at := left.pop()) in seen:
            continue
        seen.add(at)
        if earlier := repeats.get(at):
            left += earlier
        else:
            sources.add(at)
    return sources or {claim}
