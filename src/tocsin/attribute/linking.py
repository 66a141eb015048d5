"""Links: how much speaks for two incidents being of one operation.

The weight of a shared feature rests on who shows it, and on nothing else. So what two incidents do not share leaves
their link alone, and so does the order in which incidents came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from tocsin.attribute.kinds import COPIED, COPIED_CAP, JOINS, KINDS, START, weight_of
from tocsin.model.operation import Family, Feature, FeatureKind, IncidentFeatures, Link, LinkReason, Spread

Key = tuple[FeatureKind, str]
"""By what a feature is found again."""
MAX_FEATURES: Final = 64
"""Features by which one incident is compared: those that can weigh most."""
FEWEST_FAMILIES: Final = 2
"""Families that have to agree. One thing alone may be a host that many share and nobody has listed."""
HEARD: Final = 0.4
"""What a family must add to be one of them: working hours are shared by chance."""


def compared(features: Iterable[Feature]) -> tuple[Key, ...]:
    """Return by what an incident is compared, each once, at most MAX_FEATURES, those that can weigh most first."""
    keys = {(feature.kind, feature.value) for feature in features}
    if len(keys) <= MAX_FEATURES:
        return tuple(keys)
    return tuple(sorted(keys, key=lambda key: (-KINDS[key[0]].weight, key))[:MAX_FEATURES])


def link(one: IncidentFeatures, other: IncidentFeatures, spread: Callable[[Key], Spread]) -> Link:
    """Return the link of two incidents; `spread`: who shows a feature."""
    one, other = (one, other) if one.incident < other.incident else (other, one)
    best: dict[FeatureKind, LinkReason] = {}
    for kind, value in sorted({*compared(one.features)} & {*compared(other.features)}):
        found = spread((kind, value))
        weight = weight_of(kind, found)
        if kind not in best or weight > best[kind].weight:
            best[kind] = LinkReason(kind, value, weight, found)
    total, families = summed({kind: reason.weight for kind, reason in best.items() if reason.weight > 0})
    return Link(one.incident, other.incident, total, tuple(_counted(best.values())), holds(total, families))


def _counted(reasons: Iterable[LinkReason]) -> Iterator[LinkReason]:
    """Yield reasons with what each adds, the largest first: together with START they make the weight of the link."""
    several = sorted(reasons, key=lambda reason: (-reason.weight, reason.kind))
    spoken = {KINDS[reason.kind].family for reason in several if reason.weight > 0}
    counted: set[Family] = set()
    left, silent = COPIED_CAP, []
    for reason in several:
        its = KINDS[reason.kind]
        given = reason.weight if its.family not in counted and its.follows.isdisjoint(spoken) else 0.0
        if its.family in COPIED:
            given = min(given, left)
            left -= given
        if given > 0:
            counted.add(its.family)
            yield replace(reason, weight=round(given, 3))
        else:
            silent.append(replace(reason, weight=0.0))
    yield from silent


def summed(weights: Mapping[FeatureKind, float]) -> tuple[float, frozenset[Family]]:
    """Return the log-odds of a link, and the families that are heard in it, each by its strongest kind."""
    families: dict[Family, float] = {}
    spoken = {KINDS[kind].family for kind in weights}
    for kind, weight in weights.items():
        family = KINDS[kind].family
        if KINDS[kind].follows.isdisjoint(spoken) and weight > families.get(family, 0.0):
            families[family] = weight
    copied = sum(weight for family, weight in families.items() if family in COPIED)
    own = sum(weight for family, weight in families.items() if family not in COPIED)
    heard = frozenset(family for family, weight in families.items() if weight >= HEARD)
    return round(START + own + min(copied, COPIED_CAP), 3), heard


def holds(total: float, families: frozenset[Family]) -> bool:
    """Whether a link joins: enough in sum, of several families, and not by what can be copied alone."""
    return total >= JOINS and len(families) >= FEWEST_FAMILIES and not families <= COPIED
