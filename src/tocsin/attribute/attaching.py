"""How incidents of others attach to one's own: they follow what one's own form, and join none of it to each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tocsin.attribute.grouping import operation_id
from tocsin.model.operation import Link, Operation


def attached(own: Iterable[Collection[str]], links: Iterable[Link], order: Mapping[str, object]) -> list[Operation]:
    """Return the operations that incidents form, by order of their ids.

    `own`: incidents that may be joined to each other, in the groups that they form by themselves; one alone is a group.
    `links`: those that hold with others or among others. They are taken the strongest first, and one that would bring
    two groups together is left out. `order`: by what incidents are put in order, the others too. An operation is
    called after the earliest that is one's own, so that no other changes its name.
    """
    part: dict[str, set[str]] = {name: {name} for name in order}
    base = set[str]()
    for group in own:
        one = set(group)
        base |= one
        part.update(dict.fromkeys(one, one))
    for link in sorted(links, key=lambda one: (-one.weight, one.one, one.other)):
        mine, theirs = part[link.one], part[link.other]
        if mine is theirs or not (base.isdisjoint(mine) or base.isdisjoint(theirs)):
            continue
        whole = mine | theirs
        part.update(dict.fromkeys(whole, whole))
    several = {id(one): one for one in part.values() if len(one) > 1}.values()
    made = (_operation(one, base, order) for one in several)
    return sorted(made, key=lambda one: one.id)


def _operation(members: Collection[str], base: Collection[str], order: Mapping[str, object]) -> Operation:
    names = sorted(members, key=lambda name: (order[name], name))
    first = next((name for name in names if name in base), names[0])
    return Operation(operation_id(first), tuple(names))
