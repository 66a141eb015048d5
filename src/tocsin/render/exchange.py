"""What is told of objects of STIX on their way: why one was not taken, and when it was added."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from tocsin.model.exchange import DIFFERS, NAMES_VICTIM, NOT_THERE, OTHER_CONTENT, TOO_MANY, Outcome
from tocsin.render.words import N_, Words

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
NOT_TAKEN: Final = {
    NAMES_VICTIM: N_("it names the organisation or one of its people, or holds what never leaves"),
    OTHER_CONTENT: N_("you have brought another object with this id and version before"),
    TOO_MANY: N_("it came after as many objects as are taken at once"),
    NOT_THERE: N_("it is listed, and not there"),
    DIFFERS: N_("it is not the one that is listed"),
    "not-json": N_("it is no JSON"),
    "too-large": N_("it is too large"),
    "too-deep": N_("it is too deep: too many lists and objects within one another"),
    "stix-2.0": N_("it has no spec_version: it is of STIX 2.0"),
    "missing": N_("a property is missing"),
    "id": N_("its id is none, or is one of another type"),
    "reference": N_("it refers to what no object of STIX 2.1 is"),
    "time": N_("a time is not one of RFC 3339 in UTC"),
    "before": N_("an end is before its beginning"),
    "one-of-two": N_("of two properties exactly one must be there"),
    "value": N_("a value is of another type, or out of bounds"),
}
"""Why an object was not taken."""


def at_microsecond(microseconds: int) -> str:
    """Return a time with all six digits of its second."""
    when = _EPOCH + timedelta(microseconds=microseconds)
    return when.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def not_taken(one: Outcome, words: Words) -> str:
    """Return why an object was not taken, and where in it."""
    reason = words.gettext(NOT_TAKEN.get(one.why, one.why))
    return words.gettext("%(reason)s, at %(path)s", reason=reason, path=one.path) if one.path else reason
