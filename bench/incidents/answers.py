"""What people say when they are asked whether a sign-in was them: what is so, or something else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random
from typing import Final

RIGHT, ALL_MINE, NONE_MINE, MISTAKEN = "right", "all-mine", "none-mine", "mistaken"
WRONG: Final = {ALL_MINE: 4, MISTAKEN: 4, NONE_MINE: 2}
"""Who answers wrongly, of ten: those who say yes to all, the attacker's among them; those who are mistaken about every
third, either way; those who say no to all, their own among them."""
_MISTAKEN: Final = 1 / 3
_WRITTEN: Final = timedelta(seconds=20)
"""How long after an attempt its last line is written."""


def is_of_attacker(tries: Iterable[tuple[str, str, datetime]], person: str, ip: str, at: datetime) -> bool:
    """Say whether a line of a person's, from an address at a time, is of one of the attacker's attempts."""
    return any(
        (whose, where) == (person, ip) and timedelta(seconds=-1) <= at - when <= _WRITTEN
        for whose, where, when in tries
    )


def says_mine(kind: str, draw: Random, *, is_mine: bool) -> bool:
    """Return what somebody answers."""
    if kind in (ALL_MINE, NONE_MINE):
        return kind == ALL_MINE
    return is_mine != (kind == MISTAKEN and draw.random() < _MISTAKEN)
