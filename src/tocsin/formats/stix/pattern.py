"""What a pattern of STIX 2.1 says (section 9), as a tree. `tocsin.formats.stix.grammar` makes it of a text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from tocsin.model.error import InputError
from tocsin.model.sentence import say

Constant = str | int | float | bool | datetime | bytes
Step = str | int | None
"""A property's name, a place in a list, or None for any place."""


class Operator(StrEnum):
    """What is asked of a property (section 9.6)."""

    EQUAL = "="
    UNEQUAL = "!="
    MORE = ">"
    LESS = "<"
    LEAST = ">="
    MOST = "<="
    IN = "IN"
    LIKE = "LIKE"
    MATCHES = "MATCHES"
    SUBSET = "ISSUBSET"
    SUPERSET = "ISSUPERSET"
    EXISTS = "EXISTS"


class Path(Struct, frozen=True):
    """Which property of which object (section 9.7)."""

    kind: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        """As it is written, without places in lists: `email-message:from_ref.value`."""
        return f"{self.kind}:{'.'.join(step for step in self.steps if isinstance(step, str))}"


class Comparison(Struct, frozen=True):
    """One property and what is asked of it."""

    path: Path
    operator: Operator
    constants: tuple[Constant, ...] = ()
    """Several for `IN`, none for `EXISTS`, else one."""
    negated: bool = False


class Both(Struct, frozen=True):
    """Comparisons of one observation that all hold."""

    parts: tuple[Test, ...]


class Either(Struct, frozen=True):
    """Comparisons of one observation of which one holds."""

    parts: tuple[Test, ...]


Test = Comparison | Both | Either


class Seen(Struct, frozen=True):
    """One observation."""

    test: Test


class All(Struct, frozen=True):
    """Several, of different observations."""

    parts: tuple[Pattern, ...]


class OneOf(Struct, frozen=True):
    """One of several."""

    parts: tuple[Pattern, ...]


class Then(Struct, frozen=True):
    """Several, each not before the one in front of it."""

    parts: tuple[Pattern, ...]


class Within(Struct, frozen=True):
    """All of it within some seconds."""

    inner: Pattern
    seconds: float


class Repeats(Struct, frozen=True):
    """Several times, in different observations."""

    inner: Pattern
    times: int


class Between(Struct, frozen=True):
    """From one time on, and before another."""

    inner: Pattern
    start: datetime
    stop: datetime


Pattern = Seen | All | OneOf | Then | Within | Repeats | Between


class PatternError(InputError):
    """A text is no pattern, or one that is larger than what is read."""

    def __init__(self, place: int, wanted: str) -> None:
        super().__init__(
            say("this is no pattern of STIX 2.1: it cannot be read from character %(place)s on", place=place),
            say("Ask whoever made it to have it checked."),
        )
        self.place = place
        """In characters, from 0."""
        self.wanted = wanted
        """What the grammar asks for there."""


def comparisons(pattern: Pattern | Test) -> Iterator[Comparison]:
    """Yield all comparisons of a pattern, in their order."""
    match pattern:
        case Comparison():
            yield pattern
        case Both() | Either() | All() | OneOf() | Then():
            for part in pattern.parts:
                yield from comparisons(part)
        case Seen():
            yield from comparisons(pattern.test)
        case Within() | Repeats() | Between():
            yield from comparisons(pattern.inner)


def equalities(pattern: Pattern) -> tuple[Comparison, ...] | None:
    """Return the comparisons of which one has to hold, where a pattern asks for nothing but equality; else None.

    Whoever looks for many patterns can then look values up instead of trying each pattern.
    """
    match pattern:
        case Seen(test=Comparison() as one):
            parts: tuple[Test, ...] = (one,)
        case Seen(test=Either(parts=parts)):
            pass
        case OneOf(parts=several):
            found = [equalities(part) for part in several]
            return None if None in found else tuple(one for part in found if part for one in part)
        case _:
            return None
    plain = tuple(one for one in parts if isinstance(one, Comparison) and _is_plain(one))
    return plain if len(plain) == len(parts) else None


def _is_plain(one: Comparison) -> bool:
    texts = all(isinstance(constant, str) for constant in one.constants)
    return texts and not one.negated and one.operator in _PLAIN


_PLAIN: Final = (Operator.EQUAL, Operator.IN)
