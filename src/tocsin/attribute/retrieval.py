"""Which profiles of ATT&CK are nearest to what was seen. It is retrieval of published profiles, and no attribution.

The utility of a group is a weighted sum of four things that can each be shown: the face value of the techniques and of
the software that its profile shares with what was seen, how much was published of it lately, and the size of its
profile. The face value of a feature f is the log of p(f | group) / p(f), where p(f | group) mixes the profile with how
common f is in all profiles (MIX): a rare feature weighs much, a common one little. What is missing from a profile is
no evidence against it, for profiles are sparse. Shares are a softmax over groups; the chance of the first is its share
after a logistic map.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from msgspec import Struct

from tocsin.attribute.likelihood import LIKELY
from tocsin.attribute.profiles import Floats, Profiles

MIX: Final = 0.5
"""How much of p(f | group) is the profile."""
PLANTED: Final = 3
"""Features that somebody may have planted: only what holds without the strongest so many is called likely."""
FEWEST: Final = 100
"""Profiles from which on the map from shares to chances holds, which was fitted where there are 172: a share is one of
all groups, and of two even the wrong one has half."""
TERMS: Final = ("technique", "software", "recent", "size")


class Weights(Struct, frozen=True):
    """What was fitted: one weight for each term, and the logistic map of the first share."""

    technique: float
    software: float
    recent: float
    size: float
    offset: float
    slope: float

    def terms(self) -> Floats:
        """The weights of TERMS."""
        return np.array([getattr(self, name) for name in TERMS])


FITTED: Final = Weights(0.1319, 0.5783, 1.0558, -0.7017, 0.0934, 0.6375)
"""As `make bench-attribution` fits them on all of its reports (`fitted_on_all`), of release 18.1 of November 2025."""


@dataclass(frozen=True)
class Support:
    """How what was seen bears on each group."""

    face: Floats
    """G x Q: face value of each seen feature, in nats, 0 where the profile does not hold it."""
    software: Floats
    """Q: 1 for software, 0 for a technique."""
    size: Floats
    """G."""
    recent: Floats
    """G."""

    def terms(self) -> Floats:
        """G x TERMS."""
        return np.stack(
            [self.face @ (1 - self.software), self.face @ self.software, np.log1p(self.recent), np.log1p(self.size)],
            axis=1,
        )

    def items(self, weights: Weights) -> Floats:
        """Return G x Q: what each seen feature adds to each group."""
        return self.face * np.where(self.software > 0, weights.software, weights.technique)


class Near(Struct, frozen=True):
    """A group whose profile is near."""

    group: str
    share: float
    """Of all groups in the release, 0 to 1; not calibrated."""
    items: tuple[tuple[str, float], ...]
    """The seen features that speak for it, the strongest first, with what each adds in nats."""


class Ranking(Struct, frozen=True):
    """The answer to a query."""

    near: tuple[Near, ...]
    chance: float | None
    """That the first is the right one, if the right one is in the release and nothing was planted. None where nothing
    can be said of it: the first has nothing of what was seen, or there are fewer profiles than FEWEST."""
    enough: int | None
    """The fewest items that are enough, if they were planted, to make the first likely, up to PLANTED: no likelihood is
    said then. None where it takes more, or where it is not likely."""
    unknown: tuple[str, ...]
    """Asked for, and in no profile."""


def support(profiles: Profiles, columns: Sequence[int]) -> Support:
    """Return how some features, by their columns, bear on each group. p(f) has half a count for each feature."""
    seen = np.array(columns, np.int64)
    size = profiles.used.sum(1).astype(np.float64)
    counts = profiles.used.sum(0).astype(np.float64)
    common = (counts[seen] + 0.5) / (counts.sum() + 0.5 * len(counts))
    own = MIX * profiles.used[:, seen] / np.maximum(size, 1)[:, None]
    face = np.log1p(own / ((1 - MIX) * common))
    return Support(face, profiles.software[seen].astype(np.float64), size, profiles.recent)


def shares(utility: Floats) -> Floats:
    """Return the softmax over groups (the last axis)."""
    raised = np.exp(utility - utility.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found


def chance(share: Floats | np.float64, weights: Weights) -> Floats:
    """Return the calibrated chance of first groups by their shares."""
    share = np.clip(share, 1e-9, 1 - 1e-9)
    found: Floats = 1 / (1 + np.exp(-(weights.offset + weights.slope * np.log(share / (1 - share)))))
    return found


def without_strongest(found: Support, weights: Weights, first: int, count: int = PLANTED) -> float:
    """Return the share of a group if the `count` features that add the most to it did not speak for it; 0 where another
    would then be first.

    For the others they still do, so that no choice of planted features makes this share larger than it was before.
    """
    utility = found.terms() @ weights.terms()
    utility[first] -= np.sort(found.items(weights)[first])[::-1][:count].sum()
    return float(shares(utility)[first]) if utility.argmax() == first else 0.0


def rank(
    profiles: Profiles, wanted: Sequence[str], weights: Weights, most: int = 5, *, fewest: int = FEWEST
) -> Ranking:
    """Return the nearest groups to some techniques and software, by their ids; order and repetition do not matter.

    With fewer profiles than `fewest` no chance is told.
    """
    asked = sorted(set(wanted))
    columns = [profiles.place[name] for name in asked if name in profiles.place]
    found = support(profiles, columns)
    share = shares(found.terms() @ weights.terms())
    order = np.argsort(-share, kind="stable")[:most]
    first = int(order[0])
    items = found.items(weights)
    near = tuple(Near(profiles.groups[row], float(share[row]), _items(profiles, columns, items[row])) for row in order)
    is_known = bool(near[0].items) and len(profiles.groups) >= fewest
    likely = float(chance(share[first], weights)) if is_known else None
    return Ranking(
        near,
        likely,
        enough(found, weights, first) if likely is not None and likely > LIKELY else None,
        tuple(name for name in asked if name not in profiles.place),
    )


def holds(found: Support, weights: Weights, first: int, planted: int = PLANTED) -> bool:
    """Say whether the chance of a group is above LIKELY even without the strongest items for it."""
    return float(chance(np.float64(without_strongest(found, weights, first, planted)), weights)) > LIKELY


def enough(found: Support, weights: Weights, first: int) -> int | None:
    """Return the fewest planted items, up to PLANTED, without which a group would not be likely; None for more."""
    return next((count for count in range(1, PLANTED + 1) if not holds(found, weights, first, count)), None)


def _items(profiles: Profiles, columns: Sequence[int], added: Floats) -> tuple[tuple[str, float], ...]:
    pairs = ((profiles.features[column], float(value)) for column, value in zip(columns, added, strict=True))
    return tuple(sorted((pair for pair in pairs if pair[1] > 0), key=lambda pair: (-pair[1], pair[0])))
