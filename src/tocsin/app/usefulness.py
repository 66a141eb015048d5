"""Of what use each source is, and how feeds do: what warnings met, how early they came, when they were last heard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.warnings import SHARED, receipts_of, sightings_of
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.model.event import FeedFailed, ObjectsAdded, ObjectsSent
from tocsin.model.exchange import RECEIVED, Feed
from tocsin.model.received import ReceivedRecord, Reliability, SightingState
from tocsin.model.view import ReceiptItem, SightingItem
from tocsin.share.known import Held

_DOCS: Final = "howto/take-warnings-in.md#of-what-use-a-source-is"
_TRANSFERS: Final = 100
"""The latest entries about the collection of a feed that are looked at."""


class SourceShown(Struct, frozen=True):
    """A source, and of what use it has been."""

    name: str
    reliability: Reliability
    """As it was held to be the last time."""
    last: datetime
    """When something last came from it."""
    receipts: int
    in_force: int
    """Indicators that are looked for now."""
    expired: int
    """Indicators that have lost their weight, or come to their end."""
    unused: int
    """That were never looked for, with reasons."""
    refused: int
    """Objects that could not be read."""
    seen: int
    """What met its indicators."""
    early: int
    """Of that, what was seen after the warning came; the rest had been here before."""
    attacks: int
    false: int
    lead: timedelta | None
    """From a warning to the attack, the middle of all; below zero where the attack came first."""
    shared: int
    """Indicators in force whose pattern another source has given too."""


class FeedShown(Struct, frozen=True):
    """A collection of another server, and how fetching from it or sending to it goes."""

    feed: Feed
    objects: int
    """Of the latest times, as far as they are among the latest 100 entries about its collection."""
    refused: int
    failures: int
    failed_at: datetime | None
    """When it last failed."""


@use_case(Right.SHARE, cli="share sources", http="GET /v1/sources", docs=_DOCS)
def sources(grant: Grant) -> tuple[SourceShown, ...]:
    """Return the sources of warnings, by name, with what they were of use for, as far as the actor is cleared."""
    with grant.read() as reader:
        items = {item.receipt: item for item in receipts_of(reader) if grant.cleared(item.tlp)}
        records = {name: notes.read(reader, item.record, ReceivedRecord) for name, item in items.items()}
        named: dict[str, list[ReceiptItem]] = {}
        for name, record in records.items():
            if record:
                named.setdefault(record.source, []).append(items[name])
        held = [one for one in SHARED.of(reader).held(reader.now) if one.receipt in items]
        givers = Counter(pattern for pattern, _ in {(one.pattern, one.source) for one in held if one.is_in_force})
        met = _by_receipt(reader, items)
        return tuple(
            _source(name, named[name], [one for one in held if one.source == name], met, givers)
            for name in sorted(named)
        )  # fmt: skip


def _by_receipt(reader: Reader, items: Iterable[str]) -> Mapping[str, Sequence[SightingItem]]:
    found: dict[str, list[SightingItem]] = {name: [] for name in items}
    for one in sightings_of(reader):
        if one.receipt in found:
            found[one.receipt].append(one)
    return found


def _source(
    name: str, items: Sequence[ReceiptItem], held: Sequence[Held], met: Mapping[str, Sequence[SightingItem]],
    givers: Mapping[str, int],
) -> SourceShown:  # fmt: skip
    seen = [(item, one) for item in items for one in met[item.receipt]]
    newest = max(items, key=lambda item: item.seq)
    attacks = [one.seen_at - item.at for item, one in seen if one.state is SightingState.ATTACK]
    in_force = [one for one in held if one.is_in_force]
    return SourceShown(
        name=name,
        reliability=newest.reliability,
        last=newest.at,
        receipts=len(items),
        in_force=len(in_force),
        expired=len(held) - len(in_force),
        unused=sum(item.unused for item in items),
        refused=sum(item.refused for item in items),
        seen=len(seen),
        early=sum(not one.past for _, one in seen),
        attacks=len(attacks),
        false=sum(one.state is SightingState.NONE for _, one in seen),
        lead=timedelta(seconds=median(one.total_seconds() for one in attacks)) if attacks else None,
        shared=sum(givers[one.pattern] > 1 for one in in_force),
    )


@use_case(Right.SHARE, cli="share feeds", http="GET /v1/feeds", docs=_DOCS)
def feeds(grant: Grant) -> tuple[FeedShown, ...]:
    """Return the collections of other servers that are fetched from or sent to, and how that goes."""
    with grant.read() as reader:
        return tuple(_feed(reader, one) for one in reader.shelves.feeds() if one.url != RECEIVED)


def _feed(reader: Reader, feed: Feed) -> FeedShown:
    journal = reader.views.journal(subject=feed.collection, limit=_TRANSFERS).items
    entries = [one for one in reader.log.several([item.seq for item in journal])
               if getattr(one.event, "feed", "") == feed.feed]  # fmt: skip
    moved = [one.event for one in entries if isinstance(one.event, ObjectsAdded | ObjectsSent)]
    failed = [one.occurred_at for one in entries if isinstance(one.event, FeedFailed)]
    return FeedShown(
        feed, sum(one.objects for one in moved), sum(one.refused for one in moved), len(failed),
        max(failed, default=None),
    )  # fmt: skip
