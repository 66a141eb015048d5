"""Evidence as numbers: log-odds of hypotheses over independent sources, each item graded, tempered and capped.

An item says for each hypothesis how strongly it speaks for or against it; that is its face value. It is then made
smaller three times: by the Admiralty grade, by TEMPER, and by the cap of its kind. Items of one source do not add up:
the strongest for and the strongest against a hypothesis count, so that one report counted thrice counts once. "False
flag" gains by whatever speaks for a named actor, as far as that could be planted; "another" gains by whatever speaks
against all of them. What rests on one source, or is easily planted, never makes an actor likely: see `held`.

What could be planted is decided for each source and hypothesis by the items that bear on it: an item that is hard to
plant vouches for as much as it gives itself to that hypothesis, and for nothing else that its source says.

FACE, RELIABILITY, CREDIBILITY, CAPS, PLANTABLE and the priors are judgements, set beforehand and not fitted; TEMPER is
near what was fitted on public reports (docs/why/attribution.md).
"""

from __future__ import annotations

import hashlib
import json
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
LEAST_SOURCES: Final = 2
"""Independent sources of what is hard to plant, without which nobody is likely."""
FALSE_FLAG_PRIOR: Final = 0.05


RULES: Final = 3
"""Raised whenever the way in which the numbers are put together changes what comes out."""
ENGINE: Final = hashlib.sha256(
    json.dumps(
        [RULES, FACE, TEMPER, RELIABILITY, CREDIBILITY, CAPS, PLANTABLE, EASILY, LEAST_SOURCES,
         FALSE_FLAG_PRIOR, LIKELY]
    ).encode()
).hexdigest()[:16]  # fmt: skip
"""By which two estimates were made by the same rules and numbers."""
_OTHERS: Final = (UNKNOWN, FALSE_FLAG)
"""The last two hypotheses of everything that is weighed."""


@dataclass(frozen=True)
class Part:
    """What S sources say on H hypotheses, by all items of each or by those that are hard to plant: S x H, in nats."""

    pro: Floats
    """The strongest item for each; 0 where there is none."""
    con: Floats
    """The strongest against each, at most 0."""
    planted: Floats
    """How much of `pro` may have been planted: each level of it as easily as the hardest item that reaches it."""

    def without(self, row: int) -> Part:
        """Return the same as if a source had said nothing."""
        return Part(
            *(np.where(np.arange(len(one))[:, None] == row, 0, one) for one in (self.pro, self.con, self.planted))
        )


@dataclass(frozen=True)
class Weighed:
    """S sources and H hypotheses, of which the last two are UNKNOWN and FALSE_FLAG."""

    hypotheses: tuple[str, ...]
    sources: tuple[str, ...]
    items: tuple[tuple[Evidence, ...], ...]
    """By source."""
    prior: Floats
    """H: log of the prior."""
    whole: Part
    firm: Part
    """By what is hard to plant alone."""
    trail: Floats
    """S x H: the most that one item alone may have been planted for each."""

    def totals(self) -> Floats:
        """Return S x H: nats with what FALSE_FLAG gains."""
        found = self.whole.pro + self.whole.con
        laid = np.minimum(self.whole.planted, found)
        found[:, -1] += laid[:, :-2].max(1, initial=0.0)
        return found

    def chances(self) -> Floats:
        """Return the chance of each hypothesis, without the rule on what was planted."""
        total = self.prior + self.totals().sum(0)
        raised = np.exp(total - total.max())
        found: Floats = raised / raised.sum()
        return found

    def without(self, row: int) -> Weighed:
        """Return the same as if a source had said nothing."""
        trail = self.trail.copy()
        trail[row] = 0
        return replace(self, whole=self.whole.without(row), firm=self.firm.without(row), trail=trail)

    def unplanted(self, first: int) -> float:
        """Return what a named hypothesis comes to by what is hard to plant alone.

        What is easily planted against it, or for its rivals, stays: it makes this smaller. So nothing that is easily
        planted makes it larger, however much there is of it.
        """
        totals = self.totals()
        apart = totals[:, [first]] - totals
        left = self.firm.pro[:, [first]] + self.whole.con[:, [first]] - self.whole.pro - self.firm.con
        laid = self.trail.copy()
        laid[:, first] = self.firm.planted[:, first]
        left[:, -1] -= laid[:, :-2].max(1, initial=0.0)
        ahead = self.prior[first] - self.prior + np.minimum(apart, left).sum(0)
        ahead[first] = 0
        return float(1 / np.exp(-ahead).sum())


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
    items = tuple(tuple(by_source[source]) for source in sources)
    every, hard = (
        [_values([one for one in several if wanted or PLANTABLE[one.kind] < EASILY], hypotheses) for several in items]
        for wanted in (True, False)
    )
    trail = [(easy[:, None] * np.maximum(values, 0)).max(0, initial=0.0) for values, easy in every]
    return Weighed(
        hypotheses, sources, items, _prior(given, named), _part(every, hypotheses), _part(hard, hypotheses),
        np.reshape(trail, (len(sources), len(hypotheses))),
    )  # fmt: skip


def _values(items: Sequence[Evidence], hypotheses: Sequence[str]) -> tuple[Floats, Floats]:
    """Return items x H: what each adds to each hypothesis; and how easily each item is planted."""
    values = [[value_of(one, one.bears.get(name, 0)) for name in hypotheses] for one in items]
    return np.reshape(values, (len(items), len(hypotheses))), np.array([PLANTABLE[one.kind] for one in items])


def _part(sources: Sequence[tuple[Floats, Floats]], hypotheses: Sequence[str]) -> Part:
    shape = (len(sources), len(hypotheses))
    pro = [values.max(0, initial=0.0) for values, _ in sources]
    con = [values.min(0, initial=0.0) for values, _ in sources]
    return Part(*(np.reshape(one, shape) for one in (pro, con, [_planted(*one) for one in sources])))


def _planted(values: Floats, easy: Floats) -> Floats:
    """Return H: how much of the strongest item for each may have been planted.

    To plant what a source gives up to some level is as hard as the hardest of its items that give as much.
    """
    order = np.argsort(-values, axis=0, kind="stable")
    levels = np.vstack([np.maximum(np.take_along_axis(values, order, 0), 0), np.zeros((1, values.shape[1]))])
    found: Floats = ((levels[:-1] - levels[1:]) * np.minimum.accumulate(easy[order], axis=0)).sum(0)
    return found


def _prior(given: Assessment, named: Sequence[str]) -> Floats:
    """The named ones share what UNKNOWN and FALSE_FLAG leave, by their weights."""
    weights = {one.id: one.prior for one in given.hypotheses}
    own = np.array([weights[name] for name in named])
    share = max(1 - given.unknown - FALSE_FLAG_PRIOR, 0.01) * own / own.sum()
    whole = np.array([*share, given.unknown, FALSE_FLAG_PRIOR])
    found: Floats = np.log(whole / whole.sum())
    return found


def held(weighed: Weighed) -> tuple[Floats, bool]:
    """Return the chances, and whether a rule has made that of the first smaller.

    Above LIKELY only what is hard to plant counts for a named one, and it takes LEAST_SOURCES of it. So nothing that is
    easily planted, however much and from however many sources, raises anybody above LIKELY, or higher where they are
    above it. What the first loses goes to UNKNOWN.
    """
    chances = weighed.chances()
    first = int(chances.argmax())
    if weighed.hypotheses[first] in _OTHERS or chances[first] <= LIKELY:
        return chances, False
    enough = int((weighed.firm.pro[:, first] > 0).sum()) >= LEAST_SOURCES
    most = max(LIKELY, weighed.unplanted(first)) if enough else LIKELY
    if chances[first] <= most:
        return chances, False
    lowered = chances.copy()
    lowered[first] = most
    lowered[-2] += chances[first] - most
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
