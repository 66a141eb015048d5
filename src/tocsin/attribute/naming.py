"""Who may put a name on an operation: a person, with the role, with reasons; a victim or a party never alone.

What is assessed is a proposal. A name is an act of people, and these are the rules for it (design, section 4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from tocsin.attribute.likelihood import LIKELY
from tocsin.model.assessment import FALSE_FLAG, UNKNOWN, Assessed, Assessment, Question
from tocsin.model.people import Role
from tocsin.model.profile import Kind
from tocsin.model.sentence import Sentence, say

NEEDS_ANALYST: Final = say("it takes an analyst beside you who is not of the party")
"""What is lacking where all else is there."""
_PARTIES: Final = (Kind.CAMPAIGN, Kind.PARTY)


class Namer(Struct, frozen=True):
    """Somebody who puts their name under a name."""

    person: str
    """An id; empty for a program or for the node's terminal."""
    roles: frozenset[Role]
    organisation: str
    kind: Kind
    is_victim: bool
    """Whether their organisation was attacked in this operation."""

    @property
    def is_party(self) -> bool:
        """Whether their organisation has a stake in who is named."""
        return self.is_victim or self.kind in _PARTIES


class Naming(Struct, frozen=True):
    """A name that is to be put on an operation."""

    hypothesis: str
    by: Namer
    reasons: str
    evidence: tuple[str, ...]
    """Ids of the items that the reasons rest on."""
    beside: tuple[Namer, ...] = ()
    """Others who sign it too."""


def refusals(naming: Naming, given: Assessment, assessed: Assessed) -> tuple[Sentence, ...]:
    """Return why this may not be done; nothing where it may."""
    return (*_of_the_act(naming, given), *_of_the_chance(naming, assessed), *_of_a_party(naming, given, assessed))


def _of_the_act(naming: Naming, given: Assessment) -> Iterator[Sentence]:
    if not naming.by.person:
        yield say("only a person names an actor")
    if Role.LEAD not in naming.by.roles:
        yield say("it takes the role of a lead")
    if not naming.reasons.strip():
        yield say("no reasons are given")
    if not naming.evidence or not set(naming.evidence) <= {item.id for item in given.evidence}:
        yield say("the reasons do not say on which evidence they rest")
    if given.question is not Question.ACTOR:
        yield say("the question is not who did it")
    if naming.hypothesis in (UNKNOWN, FALSE_FLAG) or naming.hypothesis not in {one.id for one in given.hypotheses}:
        yield say("this hypothesis names nobody")


def _of_the_chance(naming: Naming, assessed: Assessed) -> Iterator[Sentence]:
    first = assessed.estimates[0]
    if first.hypothesis != naming.hypothesis:
        yield say("another hypothesis is more likely by this assessment")


def _of_a_party(naming: Naming, given: Assessment, assessed: Assessed) -> Iterator[Sentence]:
    """A victim or a party says likely or more only on evidence of others, and with an analyst of others."""
    if not naming.by.is_party or _chance(naming, assessed) <= LIKELY:
        return
    parties = {one.organisation for one in (naming.by, *naming.beside) if one.is_party}
    supporting = next(one.supported_by for one in assessed.estimates if one.hypothesis == naming.hypothesis)
    if not any(item.id in supporting and _is_independent(item.given_by, parties) for item in given.evidence):
        yield say("all evidence for it comes from the party itself: it takes independent evidence")
    if not any(_may_stand_beside(one, parties) for one in naming.beside):
        yield NEEDS_ANALYST


def _chance(naming: Naming, assessed: Assessed) -> float:
    return next((one.chance for one in assessed.estimates if one.hypothesis == naming.hypothesis), 0.0)


def _is_independent(given_by: str | None, parties: set[str]) -> bool:
    return given_by is not None and _plain(given_by) not in {_plain(one) for one in parties}


def _plain(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.casefold().split())


def _may_stand_beside(one: Namer, parties: set[str]) -> bool:
    return bool(one.person) and Role.ANALYST in one.roles and not one.is_party and one.organisation not in parties
