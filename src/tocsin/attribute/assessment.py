"""Assessments: their outcome, how they moved from one version to the next, and how good they turned out to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tocsin.attribute.sensitivity import confidence, drops, flip, needed
from tocsin.attribute.weighing import ENGINE, PLANTABLE, Weighed, held, value_of, weigh
from tocsin.model.assessment import (
    FALSE_FLAG,
    UNKNOWN,
    Assessed,
    Assessment,
    Estimate,
    Evidence,
    Forecast,
    Move,
    Score,
    Version,
)


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


def forecast(assessed: Assessed) -> Forecast:
    """Return what is kept of an outcome, so that it can be scored as it was told."""
    return Forecast({one.hypothesis: one.chance for one in assessed.estimates}, ENGINE)


def moves(versions: Sequence[Version]) -> tuple[Move, ...]:
    """Return how an assessment came to be what it is, one move for each version, the oldest first."""
    ordered = _ordered(versions)
    found = []
    for before, version in zip([None, *ordered], ordered, strict=False):
        old = {item.id: item for item in before.given.evidence} if before else {}
        new = {item.id: item for item in version.given.evidence}
        found.append(
            Move(
                version.given.as_of,
                _estimated(version).chances,
                version.forecast.engine if version.forecast else None,
                added=tuple(sorted(new.keys() - old.keys())),
                removed=tuple(sorted(old.keys() - new.keys())),
                changed=tuple(sorted(key for key in new.keys() & old.keys() if new[key] != old[key])),
            )
        )
    return tuple(found)


def brier(chances: Mapping[str, float], outcome: str) -> float:
    """Return the Brier score of a forecast over several answers: 0 is perfect, 2 the worst (Brier 1950).

    An outcome that is not among the answers was none of those named.
    """
    true = outcome if outcome in chances else UNKNOWN
    return sum((chance - (name == true)) ** 2 for name, chance in chances.items())


def scores(versions: Sequence[Version]) -> tuple[Score, ...]:
    """Return the Brier score of each version that was told before it was known what is true, oldest first.

    What counts is when the log recorded it (`Version.time`): who writes a version afterwards, as of an earlier time,
    has foretold nothing. The latest that says so counts for what is true. Nothing while none does.
    """
    ordered = sorted(versions, key=lambda one: one.time)
    known = [one for one in ordered if one.given.resolved]
    return tuple(
        Score(one.time, brier(_estimated(one).chances, known[-1].given.resolved or UNKNOWN), one.forecast is not None)
        for one in ordered
        if known and one.time < known[0].time
    )


def _ordered(versions: Sequence[Version]) -> list[Version]:
    return sorted(versions, key=lambda one: one.given.as_of)


def _estimated(version: Version) -> Forecast:
    """Return what was estimated then, or, where it was not kept, what is by the rules of today."""
    return version.forecast or forecast(assess(version.given))
