"""Names of the organisation and of its people: who must not be named without consent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tocsin.common.hosts import registrable
from tocsin.common.text import fold
from tocsin.model.exchange import ORGANISATION
from tocsin.model.profile import Person, Profile

_SHORT: Final = 4
"""A name with fewer letters counts only where it stands by itself: `ali` is in `quality`."""
_GAPS: Final = re.compile(r"[\W_]+")


class Victims:
    """Names of the organisation and of its people. `ids` are those of the people, in their order."""

    def __init__(self, profile: Profile, ids: Sequence[str] = ()) -> None:
        of: dict[str, set[str]] = {name: {ORGANISATION} for name in _organisation(profile)}
        for identity, person in zip(ids or map(str, range(len(profile.person))), profile.person, strict=True):
            for name in _names(person):
                of.setdefault(name, set()).add(identity)
        self._short = {name: ids for name, ids in of.items() if len(name) < _SHORT}
        self._long = tuple(sorted((name, ids) for name, ids in of.items() if len(name) >= _SHORT))

    def named_in(self, text: str) -> set[str]:
        """Return whom a text names: ids of people, and `organisation`."""
        folded = fold(text)
        whole = _GAPS.sub("", folded)
        found = [ids for name, ids in self._long if name in whole]
        found += [self._short[word] for word in self._short.keys() & set(_GAPS.split(folded))]
        return set[str]().union(*found)


def names_victim(text: str, profile: Profile, *, named: bool = False) -> bool:
    """Say whether a text holds a name of the organisation (unless it may be named) or of one of its people."""
    return bool(Victims(profile).named_in(text) - ({ORGANISATION} if named else set()))


def _organisation(profile: Profile) -> frozenset[str]:
    ours = profile.organisation
    labels = [registrable(domain).partition(".")[0] for domain in ours.domains]
    return frozenset(filter(None, (_GAPS.sub("", fold(name)) for name in (ours.name, *ours.names, *labels))))


def _names(person: Person) -> frozenset[str]:
    locals_ = [address.partition("@")[0] for address in (*person.addresses, *person.private_addresses)]
    words = (word for text in (person.name, *person.other_names, *locals_) for word in _GAPS.split(fold(text)))
    return frozenset(word for word in words if len(word) > 1)
