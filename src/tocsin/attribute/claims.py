"""The ledger of claims: what is well-formed, and what has become of each since it was made."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Final

from tocsin.model.claim import Answer, Answered, Claim, Ground, Says, Standing
from tocsin.model.error import InputError
from tocsin.model.sentence import say

_OWN: Final = frozenset({Ground.SHOWN, Ground.WITHHELD})
"""Grounds on which one claim confirms another."""
_NAMING: Final = (Says.BY, Says.NOT_BY, Says.SAME)
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LONG: Final = 200
_LONGEST: Final = 4_000
_SHORT: Final = ("speaker", "what", "subject", "confidence")


def checked(claim: Claim, today: date) -> Claim:
    """Return a claim without space around its words. Raises InputError for one that cannot be meant."""
    told = {name: getattr(claim, name).strip() for name in (*_SHORT, "said_on", "words", "source", "stix", "maker")}
    if not told["speaker"] or not told["what"]:
        raise InputError(
            say("a claim is somebody's, about somebody"), say("Give who says it, and of whom or what they say it.")
        )
    for name, most in (
        *((one, _LONG) for one in _SHORT),
        ("words", _LONGEST),
        ("source", 2_000),
        ("stix", 80),
        ("maker", 80),
    ):
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


def check_answer(earlier: Claim | None, later: Claim | None, how: Answer) -> None:
    """Raise InputError where a claim cannot do that to an earlier one; None is one whose words were erased."""
    if how is Answer.WITHDRAWS and not is_of_one_speaker(earlier, later):
        raise InputError(say("only who made a claim takes it back"), say("What others say against it contradicts it."))
    if earlier is None or later is None:
        return
    if is_before(later, earlier):
        raise InputError(
            say("what was said before a claim does not answer it"), say("Name the one that was said first as answered.")
        )
    if how in (Answer.CONFIRMS, Answer.AGREES) and not _say_the_same(earlier, later):
        raise InputError(
            say("the two do not say the same of the same one"),
            say("Names stay as they were said: what names another one stands for itself, or contradicts."),
        )
    if how is Answer.CONFIRMS and _OWN.isdisjoint(later.grounds):
        raise InputError(
            say("it has no grounds of its own, shown or withheld"), say("Say that it agrees, which adds nothing.")
        )


def is_before(one: Claim, other: Claim) -> bool:
    """Say whether a claim was certainly said before another: of a month or a year not all days are."""
    known = min(len(one.said_on), len(other.said_on))
    return one.said_on[:known] < other.said_on[:known]


def counts_as(answered: Answered, claims: Mapping[str, Claim]) -> Answer | None:
    """Return what an answer is, whatever it was called: what has no grounds of its own confirms nothing."""
    earlier, later = claims[answered.claim], claims[answered.by]
    if answered.answer is not Answer.CONFIRMS:
        return answered.answer
    if not _say_the_same(earlier, later):
        return None
    return Answer.AGREES if _OWN.isdisjoint(later.grounds) else Answer.CONFIRMS


def _say_the_same(one: Claim, other: Claim) -> bool:
    """Whose work it is, or what it belongs with, is said by a name; of all else the words may differ."""
    return one.says is other.says and (one.says not in _NAMING or _folded(one.what) == _folded(other.what))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def speaker_of(claim: Claim) -> str:
    """Return who says it, as speakers are compared."""
    return _folded(claim.speaker)


def standings(claims: Mapping[str, Claim], answers: Iterable[Answered]) -> dict[str, Standing]:
    """Return what has become of each claim.

    What only repeats others is no source of its own: all that comes from one speaker in the end counts once, and nobody
    confirms a claim of their own, or any without grounds. A claim that was withdrawn confirms and contradicts nothing
    any more, and neither does what only repeats it; what was withdrawn by a claim that was itself withdrawn stands.
    """
    known = [one for one in answers if one.claim in claims and one.by in claims]
    repeats: defaultdict[str, set[str]] = defaultdict(set)
    by: defaultdict[str, defaultdict[Answer, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(known, key=lambda one: (claims[one.by].said_on, one.by)):
        if how := counts_as(one, claims):
            by[one.claim][how].append(one.by)
        if one.answer is Answer.REPEATS:
            repeats[one.by].add(one.claim)
    gone = _gone(known)

    def speakers(names: Iterable[str]) -> set[str]:
        return {speaker_of(claims[name]) for name in names}

    def independent(claim: str, answer: Answer) -> tuple[str, ...]:
        own = speakers([claim]) if answer is not Answer.CONTRADICTS else set()
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
            independent(claim, Answer.AGREES),
            independent(claim, Answer.CONTRADICTS),
            tuple(by[claim][Answer.REPEATS]),
            tuple(one for one in by[claim][Answer.WITHDRAWS] if one not in gone),
            not confirmed,
        )
        for claim in claims
    }


def _gone(answers: Iterable[Answered]) -> set[str]:
    """Return the claims that were withdrawn, by one that was not withdrawn itself; in a circle all of them."""
    by: defaultdict[str, set[str]] = defaultdict(set)
    for one in answers:
        if one.answer is Answer.WITHDRAWS:
            by[one.claim].add(one.by)
    gone = set[str]()
    try:
        for claim in TopologicalSorter(by).static_order():
            if by[claim] - gone:
                gone.add(claim)
    except CycleError:
        return set(by)
    return gone


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
