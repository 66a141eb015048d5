"""Assessments: their outcome, how they moved from one version to the next, and how good they turned out to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tocsin.attribute.sensitivity import confidence, drops, flip, needed
from tocsin.attribute.weighing import PLANTABLE, Weighed, held, value_of, weigh
from tocsin.model.assessment import FALSE_FLAG, UNKNOWN, Assessed, Assessment, Estimate, Evidence, Move


def assess(given: Assessment) -> Assessed:
    """Return the outcome. The order of evidence and of hypotheses does not matter. Raises InputError."""
    weighed = weigh(given)
    chances, held_back = held(weighed)
    lost = drops(weighed)
    order = sorted(range(len(chances)), key=lambda place: (-chances[place], weighed.hypotheses[place]))
    return Assessed(
        tuple(_estimate(weighed, place, float(chances[place])) for place in order),
        confidence(given, weighed, lost),
        int((weighed.totals()[:, order[0]] > 0).sum()),
        held_back,
        lost,
        flip(weighed),
        needed(weighed),
    )


def _estimate(weighed: Weighed, place: int, chance: float) -> Estimate:
    name = weighed.hypotheses[place]
    items = [item for of_source in weighed.items for item in of_source]
    values = {item.id: _speaks(item, name) for item in items}
    supporting = sorted((key for key, value in values.items() if value > 0), key=lambda key: (-values[key], key))
    opposing = sorted((key for key, value in values.items() if value < 0), key=lambda key: (values[key], key))
    return Estimate(name, chance, tuple(supporting), tuple(opposing))


def _speaks(item: Evidence, hypothesis: str) -> float:
    """Return what an item by itself adds to a hypothesis; to FALSE_FLAG also what it adds by what could be planted."""
    own = value_of(item, item.bears.get(hypothesis, 0))
    if hypothesis != FALSE_FLAG:
        return own
    named = (value_of(item, bearing) for name, bearing in item.bears.items() if name not in (UNKNOWN, FALSE_FLAG))
    return own + PLANTABLE[item.kind] * max(0.0, max(named, default=0.0))


def moves(versions: Sequence[Assessment]) -> tuple[Move, ...]:
    """Return how an assessment came to be what it is, one move for each version, the oldest first."""
    ordered = sorted(versions, key=lambda one: one.as_of)
    found = []
    for before, after in zip([None, *ordered], ordered, strict=False):
        old = {item.id: item for item in before.evidence} if before else {}
        new = {item.id: item for item in after.evidence}
        found.append(
            Move(
                after.as_of,
                {one.hypothesis: one.chance for one in assess(after).estimates},
                added=tuple(sorted(new.keys() - old.keys())),
                removed=tuple(sorted(old.keys() - new.keys())),
                changed=tuple(sorted(key for key in new.keys() & old.keys() if new[key] != old[key])),
            )
        )
    return tuple(found)


def brier(chances: Mapping[str, float], outcome: str) -> float:
    """Return the Brier score of a forecast over several answers: 0 is perfect, 2 the worst (Brier 1950)."""
    return sum((chance - (name == outcome)) ** 2 for name, chance in chances.items())


def scores(versions: Sequence[Assessment]) -> tuple[tuple[Assessment, float], ...]:
    """Return the Brier score of each version, by how the latest that says so was resolved; nothing while none does."""
    ordered = sorted(versions, key=lambda one: one.as_of)
    outcome = next((one.resolved for one in reversed(ordered) if one.resolved), None)
    if outcome is None:
        return ()
    return tuple((one, brier({e.hypothesis: e.chance for e in assess(one).estimates}, outcome)) for one in ordered)
