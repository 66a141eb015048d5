"""Finds things in what is publicly known. A name may be claimed for several actors: all of them are returned."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.model.knowledge import Campaign, Entry, Group, Knowledge, Software, State, Technique

MOST_STEPS = 10
"""How often what replaces an entry may have been replaced in its turn."""


def find(knowledge: Knowledge, wanted: str) -> tuple[Entry, ...]:
    """Return the entries that have an id or a name, or of which somebody says that they have it."""
    key = wanted.strip().casefold()
    return tuple(one for one in entries(knowledge) if key in (one.id.casefold(), *map(str.casefold, _called(one))))


def entries(knowledge: Knowledge) -> Iterator[Entry]:
    """Yield everything that has an id."""
    yield from knowledge.groups
    yield from knowledge.software
    yield from knowledge.techniques
    yield from knowledge.campaigns


def _called(one: Entry) -> Iterator[str]:
    yield one.name
    if isinstance(one, Group):
        yield from (claim.name for claim in one.names)
    elif isinstance(one, Software):
        yield from one.names


def standing(knowledge: Knowledge, entry: Entry) -> Entry | None:
    """Return what stands in the place of an entry: itself, what replaces it in the end, or None."""
    by_id = {one.id: one for one in entries(knowledge) if one.state is State.LIVE or one.replaced_by}
    found: Entry | None = entry
    for _ in range(MOST_STEPS):
        if found is None or found.state is State.LIVE:
            return found
        found = by_id.get(found.replaced_by)
    return None


def profile_of(knowledge: Knowledge, group: str) -> frozenset[str]:
    """Return ids of what a group used, itself or in campaigns that are attributed to it."""
    by = {group} | {one.id for one in knowledge.campaigns if any(claim.name == group for claim in one.actors)}
    return frozenset(use.what for use in knowledge.uses if use.by in by)


def users_of(knowledge: Knowledge, what: str) -> tuple[Group | Campaign, ...]:
    """Return the groups and campaigns that are said to have used a technique or software."""
    by = {use.by for use in knowledge.uses if use.what == what}
    groups = (one for one in knowledge.groups if one.id in by)
    return (*groups, *(one for one in knowledge.campaigns if one.id in by))


def parts_of(knowledge: Knowledge, technique: Technique) -> tuple[Technique, ...]:
    """Return the techniques that are parts of one."""
    return tuple(one for one in knowledge.techniques if one.parent == technique.id and one.state is State.LIVE)
