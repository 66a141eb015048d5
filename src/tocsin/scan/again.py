"""Lines that came too late to be put in their place: all that is kept is looked through once more, with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tocsin.model.activity import Activity, content_of
from tocsin.model.alert import Alert
from tocsin.scan.accounts import Item, Setup, Told, scan
from tocsin.scan.kept import Kept, load, save


@dataclass(frozen=True, slots=True)
class Late:
    """What lines that came late are."""

    known: int
    """How many were read before."""
    begins: datetime | None
    """Of when the first is that was not read before; None: all were."""


def sift(new: Iterable[Activity], earlier: Iterable[Activity], checkpoint: datetime) -> Late:
    """Tell which lines before `checkpoint` were read before. Memory grows with how many of them there are."""
    times: dict[int, datetime] = {}
    counts: Counter[int] = Counter()
    for line in new:
        if line.time < checkpoint:
            times[content := hash(content_of(line))] = line.time
            counts[content] += 1
    known = {content for line in earlier if (content := hash(content_of(line))) in times}
    return Late(
        sum(counts[content] for content in known),
        min((time for content, time in times.items() if content not in known), default=None),
    )


def scan_again(items: Iterable[Item], setup: Setup, told: Told, before: Kept, since: datetime) -> tuple[Alert, ...]:
    """Return the alerts that are news after `before`, all lines taken in order. What comes before `since` stands.

    `setup.state` is a folder that holds nothing yet. The detections remember afterwards what these lines taught them,
    and nothing of lines that are kept no more.
    """
    assert setup.state is not None  # noqa: S101 - what is remembered anew needs a place
    found = tuple(scan(items, setup, told))
    identities = {alert.id for alert in found}
    told.withdrawn = sorted(
        identity for identity, known in before.told.items() if known.time >= since and identity not in identities
    )
    after = load(setup.state)
    after.told = {**before.told, **after.told}
    for identity in told.withdrawn:
        del after.told[identity]
    save(setup.state, after)
    return tuple(alert for alert in found if alert.until >= since and before.is_news(alert))
