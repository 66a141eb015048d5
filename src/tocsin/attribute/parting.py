"""What is left of joined incidents where a person has cut some."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Pair = tuple[int, int]


def parts(members: Iterable[int], links: Sequence[Pair], cuts: Iterable[Pair]) -> list[set[int]]:
    """Return the parts that incidents form where no two that were cut may be in one.

    Links are taken in order, the strongest first; one that would bring together what was cut is left out.
    """
    several = tuple(cuts)
    part = {number: {number} for number in members}
    for one, other in links:
        mine, theirs = part[one], part[other]
        if mine is theirs or any(_between(cut, mine, theirs) for cut in several):
            continue
        mine |= theirs
        part.update(dict.fromkeys(theirs, mine))
    return list({id(found): found for found in part.values()}.values())


def _between(cut: Pair, mine: set[int], theirs: set[int]) -> bool:
    one, other = cut
    return (one in mine and other in theirs) or (other in mine and one in theirs)
