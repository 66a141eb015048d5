"""Evidence as numbers: log-odds of hypotheses over independent sources, each item graded, tempered and capped.

An item says for each hypothesis how strongly it speaks for or against it; that is its face value. It is then made
smaller three times: by the Admiralty grade, by TEMPER, and by the cap of its kind. Items of one source do not add up:
the strongest for and the strongest against a hypothesis count, so that one report counted thrice counts once. "False
flag" gains by whatever speaks for a named actor, as far as that could be planted; "another" gains by whatever speaks
against all of them. What rests on one source, or could be planted, never makes an actor likely alone: see `held`.

FACE, RELIABILITY, CREDIBILITY, CAPS, PLANTABLE and the priors are judgements, set beforehand and not fitted; TEMPER is
near what was fitted on public reports (docs/why/attribution.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from tocsin.attribute.likelihood import LIKELY
from tocsin.model.assessment import FALSE_FLAG, UNKNOWN, Assessment, Evidence, Kind
from tocsin.model.error import InputError
from tocsin.model.sentence import say

Floats = npt.NDArray[np.float64]

FACE: Final = float(np.log(10))
"""Nats of one step of `bears`: ten to one, so that "strongly" is a hundred to one."""
TEMPER: Final = 0.25
"""What an item is worth of its face value: the exponent that fits naive Bayes to public reports is about a fifth."""
RELIABILITY: Final = {"A": 1.0, "B": 0.8, "C": 0.6, "D": 0.3, "E": 0.1, "F": 0.4}
CREDIBILITY: Final = {"1": 1.0, "2": 0.8, "3": 0.6, "4": 0.3, "5": 0.1, "6": 0.4}
"""What is left by each half of the grade. F and 6, which cannot be judged, are no worse than doubtful."""
CAPS: Final = {
    Kind.ACCESS: 1.5, Kind.INFRASTRUCTURE: 1.5, Kind.TOOL: 1.0, Kind.BEHAVIOUR: 0.7, Kind.TEXT: 0.4,
    Kind.CLAIM: 0.3, Kind.MOTIVE: 0.2,
}  # fmt: skip
"""Nats that an item of a kind adds at most. Claims and motives are weak evidence only."""
PLANTABLE: Final = {
    Kind.ACCESS: 0.1, Kind.INFRASTRUCTURE: 0.3, Kind.TOOL: 0.6, Kind.BEHAVIOUR: 0.6, Kind.TEXT: 1.0,
    Kind.CLAIM: 1.0, Kind.MOTIVE: 1.0,
}  # fmt: skip
"""How much of what it adds to an actor it adds to "false flag" too."""
EASILY: Final = 0.5
"""From here on something is easily planted."""
PLANTED: Final = 3
"""Sources that somebody may have planted."""
LEAST_SOURCES: Final = 2
"""Independent sources without which nobody is likely."""
FALSE_FLAG_PRIOR: Final = 0.05


_OTHERS: Final = (UNKNOWN, FALSE_FLAG)
"""The last two hypotheses of everything that is weighed."""


@dataclass(frozen=True)
class Weighed:
    """S sources and H hypotheses, of which the last two are UNKNOWN and FALSE_FLAG."""

    hypotheses: tuple[str, ...]
    sources: tuple[str, ...]
    items: tuple[tuple[Evidence, ...], ...]
    """By source."""
    prior: Floats
    """H: log of the prior."""
    added: Floats
    """S x H: nats by what bears on each."""
    plantable: Floats
    """S: how easily what speaks for a named one is planted; 0 where nothing does."""

    def totals(self, added: Floats | None = None) -> Floats:
        """Return S x H: nats with what FALSE_FLAG gains, of `added` in place of all."""
        found: Floats = (self.added if added is None else added).copy()
        found[:, -1] += self.plantable * found[:, :-2].max(1, initial=0.0)
        return found

    def chances(self, added: Floats | None = None) -> Floats:
        """Return the chance of each hypothesis, without the rule on what was planted."""
        total = self.prior + self.totals(added).sum(0)
        raised = np.exp(total - total.max())
        found: Floats = raised / raised.sum()
        return found

    def without(self, row: int) -> Weighed:
        """Return the same as if a source had said nothing."""
        added = self.added.copy()
        added[row] = 0
        return replace(self, added=added)


def value_of(item: Evidence, bearing: int) -> float:
    """Return the nats that an item adds to a hypothesis on which it bears, graded, tempered and capped."""
    face = bearing * FACE * RELIABILITY[item.grade[0]] * CREDIBILITY[item.grade[1]] * TEMPER
    return float(np.clip(face, -CAPS[item.kind], CAPS[item.kind]))


def weigh(given: Assessment) -> Weighed:
    """Return the evidence as numbers. Raises InputError for ids that are there twice, or not at all."""
    _check(given)
    named = tuple(sorted(one.id for one in given.hypotheses if one.id not in _OTHERS))
    hypotheses = (*named, *_OTHERS)
    by_source: dict[str, list[Evidence]] = {}
    for item in sorted(given.evidence, key=lambda one: one.id):
        by_source.setdefault(item.origin, []).append(item)
    sources = tuple(sorted(by_source))
    added = np.zeros((len(sources), len(hypotheses)))
    plantable = np.zeros(len(sources))
    for row, source in enumerate(sources):
        added[row], plantable[row] = _of_source(by_source[source], hypotheses)
    items = tuple(tuple(by_source[source]) for source in sources)
    return Weighed(hypotheses, sources, items, _prior(given, named), added, plantable)


def _of_source(items: Sequence[Evidence], hypotheses: Sequence[str]) -> tuple[Floats, float]:
    """Return what one source adds to each hypothesis, and how easily its support for a named one is planted.

    To plant all that a source gives is as hard as the hardest item of it.
    """
    values = np.array([[value_of(one, one.bears.get(name, 0)) for name in hypotheses] for one in items])
    added = np.maximum(values.max(0), 0) + np.minimum(values.min(0), 0)
    easiest = (PLANTABLE[one.kind] for one, value in zip(items, values, strict=True) if (value[:-2] > 0).any())
    return added, min(easiest, default=0.0)


def _prior(given: Assessment, named: Sequence[str]) -> Floats:
    """The named ones share what UNKNOWN and FALSE_FLAG leave, by their weights."""
    weights = {one.id: one.prior for one in given.hypotheses}
    own = np.array([weights[name] for name in named])
    share = max(1 - given.unknown - FALSE_FLAG_PRIOR, 0.01) * own / own.sum()
    whole = np.array([*share, given.unknown, FALSE_FLAG_PRIOR])
    found: Floats = np.log(whole / whole.sum())
    return found


def held(weighed: Weighed) -> tuple[Floats, bool]:
    """Return the chances, and whether a rule has held the first at LIKELY.

    A named one is above LIKELY only if it would be so without the strongest PLANTED sources for it that are easily
    planted, with LEAST_SOURCES still speaking for it. What it loses goes to UNKNOWN.
    """
    chances = weighed.chances()
    first = int(chances.argmax())
    if weighed.hypotheses[first] in _OTHERS or chances[first] <= LIKELY:
        return chances, False
    easy = np.where(weighed.plantable >= EASILY, weighed.added[:, first], 0.0)
    strongest = [row for row in np.argsort(-easy, kind="stable")[:PLANTED] if easy[row] > 0]
    without = weighed.added.copy()
    without[strongest, first] = 0
    several = (without[:, first] > 0).sum() >= LEAST_SOURCES
    if several and weighed.chances(without)[first] > LIKELY:
        return chances, False
    lowered = chances.copy()
    lowered[first] = LIKELY
    lowered[-2] += chances[first] - LIKELY
    return lowered, True


def _check(given: Assessment) -> None:
    hypotheses = [one.id for one in given.hypotheses]
    known = {*hypotheses, *_OTHERS}
    _once(hypotheses)
    _once([one.id for one in given.evidence])
    if not any(name not in _OTHERS for name in hypotheses):
        raise InputError(say("no hypothesis is named"), say("Name at least one answer besides the two that are given."))
    used = {name: one.id for one in given.evidence for name in one.bears}
    used |= dict.fromkeys((given.resolved,) if given.resolved else (), "resolved")
    for name, where in sorted(used.items()):
        if name not in known:
            raise InputError(
                say("%(where)s speaks of the hypothesis %(id)s, which is not there", where=where, id=name),
                say("Write its id as it stands among the hypotheses."),
            )


def _once(names: Sequence[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise InputError(say("the id %(id)s is given twice", id=name), say("Give each an id of its own."))
        seen.add(name)
