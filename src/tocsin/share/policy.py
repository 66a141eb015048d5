"""What may leave: nothing above its label, nothing of bystanders, nothing that names a victim.

The Traffic Light Protocol is asked where something is handed on, and fails closed: without a label it is RED.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from tocsin.common.bystanders import bystander
from tocsin.common.hosts import registrable
from tocsin.common.listed import Listed
from tocsin.common.text import fold
from tocsin.common.tlp import readable
from tocsin.model.error import AccessError
from tocsin.model.indicator import Indicator, LeftOut, Observable
from tocsin.model.people import Tlp
from tocsin.model.profile import Profile
from tocsin.model.sentence import say

_SHORT: Final = 4
"""A name with fewer letters counts only where it stands by itself: `ali` is in `quality`."""
_GAPS: Final = re.compile(r"[\W_]+")


def admit(label: Tlp | None, audience: Tlp, *, named: bool = True) -> None:
    """Raise AccessError where what bears a label must not reach those who may read up to another.

    `named`: the one who asks may know of what bears the label; else it is not told.
    """
    if not readable(label, audience):
        raise AccessError(
            say("this must not reach those who may read up to TLP:%(audience)s", audience=audience.value.upper())
            if not named
            else say(
                "TLP:%(label)s must not reach those who may read up to TLP:%(audience)s",
                label=(label or Tlp.RED).value.upper(),
                audience=audience.value.upper(),
            ),
            say("Choose others to give it to. Only the one from whom it came may give it another label."),
        )


def released(
    several: Iterable[Indicator], profile: Profile, is_known: Callable[[str], bool], never: Listed, *, named: bool
) -> tuple[tuple[Indicator, ...], tuple[LeftOut, ...]]:
    """Return what may leave, and what may not. `named`: the organisation agreed to be named; its people did not.

    `never`: lists of what must not leave.
    """
    given: list[Indicator] = []
    held: list[LeftOut] = []
    for one in several:
        reason = "listed" if never.named(one.value) else _held(one, profile, is_known, named)
        held.append(LeftOut(one.value, reason)) if reason else given.append(one)
    return tuple(given), tuple(held)


def _held(one: Indicator, profile: Profile, is_known: Callable[[str], bool], named: bool) -> str:
    if one.kind is not Observable.HOST:
        return ""
    whose = bystander(one.value, profile, is_known)
    return whose or ("victim" if names_victim(one.value, profile, named=named) else "")


class Victims:
    """Names of the organisation, unless it may be `named`, and of its people."""

    def __init__(self, profile: Profile, *, named: bool = False) -> None:
        names = _people(profile) if named else _people(profile) | _organisation(profile)
        self._short = frozenset(name for name in names if len(name) < _SHORT)
        self._long = tuple(sorted(names - self._short))

    def named_in(self, text: str) -> bool:
        """Say whether a text holds one of them."""
        folded = fold(text)
        whole = _GAPS.sub("", folded)
        return any(name in whole for name in self._long) or not self._short.isdisjoint(_GAPS.split(folded))


def names_victim(text: str, profile: Profile, *, named: bool = False) -> bool:
    """Say whether a text holds a name of the organisation (unless it may be named) or of one of its people."""
    return Victims(profile, named=named).named_in(text)


def _organisation(profile: Profile) -> frozenset[str]:
    ours = profile.organisation
    labels = [registrable(domain).partition(".")[0] for domain in ours.domains]
    return frozenset(filter(None, (_GAPS.sub("", fold(name)) for name in (ours.name, *ours.names, *labels))))


def _people(profile: Profile) -> frozenset[str]:
    found: set[str] = set()
    for person in profile.person:
        addresses = (*person.addresses, *person.private_addresses)
        locals_ = [address.partition("@")[0] for address in addresses]
        for text in (person.name, *person.other_names, *locals_):
            found |= {word for word in _GAPS.split(fold(text)) if len(word) > 1}
    return frozenset(found)
