"""Whose name a display name is, among the people and organisations of the profile."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tocsin.common.text import fold
from tocsin.model.profile import Person, Profile

_WORD: Final = re.compile(r"[^\W\d_]+")
_MIN_NAME: Final = 4
"""Letters below which a name of one word says nothing."""
_TITLES: Final = frozenset(
    """mr mrs ms dr prof professor sir dear eng sheikh ing lic sr sra herr frau monsieur madame via office private
    personal iphone ceo director the of from الاستاذ الاستاذه الدكتور الدكتوره د م السيد السيده اقاي خانم دكتر
    مهندس""".split()
)


@lru_cache(maxsize=16_384)
def name_key(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded, without titles, in a fixed order: `Osman, Dana` equals `Dana OSMAN`."""
    return tuple(sorted(word for word in _WORD.findall(fold(name)) if word not in _TITLES))


def person_named(name: str, profile: Profile) -> Person | None:
    """Return the person of the profile whose name (in any known spelling) is `name`, or None.

    Names of a single word count only where they have at least four letters and are the whole display name.
    """
    key = name_key(name) if profile.person else ()
    if not key or (len(key) == 1 and len(key[0]) < _MIN_NAME):
        return None
    for person in profile.person:
        if not person.tips and any(name_key(spelling) == key for spelling in (person.name, *person.other_names)):
            return person
    return None


def is_address_of(address: str, person: Person) -> bool:
    """Whether an address (lower case) is one of the person's own, official or private."""
    return address in person.addresses or address in person.private_addresses


def names_organisation(name: str, profile: Profile) -> tuple[str, tuple[str, ...]] | None:
    """Return (name, domains) of the own organisation, partner or service that a display name contains, or None."""
    own = profile.organisation
    if not own.name and not profile.partner and not profile.brand:
        return None
    text = f" {' '.join(_WORD.findall(fold(name)))} "
    known = [(spelling, own.domains) for spelling in (own.name, *own.names)]
    known += [(partner.name, partner.domains) for partner in profile.partner]
    known += [(service.name, service.domains) for service in profile.brand]
    for spelling, domains in known:
        words = " ".join(_plain(spelling))
        if len(words) >= _MIN_NAME and f" {words} " in text:
            return spelling, domains
    return None


@lru_cache(maxsize=4096)
def _plain(name: str) -> tuple[str, ...]:
    """The words of an organisation's name without what stands in brackets."""
    return tuple(_WORD.findall(fold(re.sub(r"\([^)]*\)", "", name))))
