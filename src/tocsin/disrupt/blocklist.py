"""What is blocked: hosts of an attack, never those of bystanders, each with its reason and its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from msgspec import Struct

from tocsin.common.bystanders import bystander
from tocsin.model.indicator import Indicator, LeftOut, Observable
from tocsin.model.profile import Profile


class Blocked(Struct, frozen=True):
    """A host that is blocked, with all names below it, until a time."""

    host: str
    reason: str
    """In one line: techniques and checks."""
    until: datetime


def blocked(
    several: Iterable[Indicator], profile: Profile, is_known: Callable[[str], bool], until: datetime
) -> tuple[tuple[Blocked, ...], tuple[LeftOut, ...]]:
    """Return what is blocked, and which hosts are not and why."""
    entries: list[Blocked] = []
    spared: list[LeftOut] = []
    for one in several:
        if one.kind is not Observable.HOST:
            continue
        if reason := bystander(one.value, profile, is_known):
            spared.append(LeftOut(one.value, reason))
        else:
            entries.append(Blocked(one.value, f"{' '.join(one.attack)} ({', '.join(one.checks)})", until))
    return tuple(entries), tuple(spared)
