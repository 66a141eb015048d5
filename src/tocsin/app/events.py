"""Events of MISP elsewhere, in an instance or in a feed: fetched into our collections, and made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Final

import msgspec
from msgspec import Struct

from tocsin.app.access import Exempt, Grant, use_case
from tocsin.app.parts.arrivals import MOST, Read, read_all, take_in
from tocsin.app.parts.leaving import Recipient, outgoing
from tocsin.app.parts.leaving import recipient as to
from tocsin.app.parts.shelved import feed_of, known, reached
from tocsin.app.ports import Events, Reader, Writer
from tocsin.app.rights import Right
from tocsin.formats import misp, stix
from tocsin.model.error import InputError
from tocsin.model.event import ObjectsSent
from tocsin.model.exchange import EVERYTHING, OTHER_CONTENT, Feed, FetchedEvent, Outcome, Wanted
from tocsin.model.sentence import say

_DOCS: Final = "howto/share-with-misp.md"
_OUT: Final = Exempt("it calls other servers or writes files, which only who keeps the node lets it do")
_MOST: Final = 200_000
"""Objects of a collection that are made events at once."""
_PAGE: Final = 5_000
_NAMED: Final = 1_000
"""What was not taken and is named; the others are counted."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class PulledEvents(Struct, frozen=True):
    """What was fetched."""

    feed: str
    events: int
    unchanged: int
    """That were here already, as they are there."""
    objects: int
    """That are in the collection now."""
    gone: int
    """Indicators that an event does not hold any more: they are taken back."""
    kept: tuple[tuple[str, int], ...]
    """Types of attributes that are only kept as they came, each with how many there were."""
    left_out: tuple[tuple[str, int], ...]
    """What is not for others or has no place here, by MISP's names of it, each with how many there were."""
    refused: tuple[Outcome, ...]
    """The first 1,000."""
    more: int


class PushedEvents(Struct, frozen=True):
    """What was sent."""

    feed: str
    events: int
    left_out: tuple[tuple[str, int], ...]
    """Types of objects that have no place in an event, each with how many there were."""
    refused: tuple[Outcome, ...]
    """By the other side, the first 1,000."""
    more: int


@use_case(Right.SHARE, cli="share pull", http=_OUT, docs=_DOCS)
def pull_events(grant: Grant, elsewhere: Events, collection: str) -> PulledEvents:
    """Fetch the events that are new or changed into a collection, as objects of STIX 2.1.

    Each event is kept before the next one is asked for, so that what breaks off goes on from there. What an event
    held the last time and does not hold any more is taken back: feeds leave out what was deleted.
    """
    feed = feed_of(grant, Feed("", elsewhere.url, collection, False, -1, None), "")
    listed = elsewhere.listed()
    with grant.read() as reader:
        wanted = [uuid for uuid, time in listed.items() if not _is_here(reader, feed, uuid, time)]
    wanted.sort(key=lambda uuid: listed[uuid])
    pulling = _Pulling(grant, feed)
    for found in elsewhere.fetch(wanted):
        pulling.take(found)
    with grant.write() as writer:
        reached(writer, feed, None)
    return pulling.done(len(listed) - len(wanted))


def _is_here(reader: Reader, feed: Feed, uuid: str, time: int) -> bool:
    version = stix.canonical(stix.timestamp(datetime.fromtimestamp(time, UTC)))
    origins = reader.shelves.origins(feed.collection, f"grouping--{uuid}")
    return any(one.source == feed.feed and one.version == version for one in origins)


class _Pulling:
    """What becomes of events, while they come."""

    def __init__(self, grant: Grant, feed: Feed) -> None:
        self.grant, self.feed = grant, feed
        self.events = self.objects = self.gone = 0
        self.kept: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.refused: list[Outcome] = []

    def take(self, found: FetchedEvent) -> None:
        if found.why:
            self.refused.append(Outcome(found.uuid, "", found.why))
            return
        try:
            read = misp.read(found.raw)
        except InputError:
            self.refused.append(Outcome(found.uuid, "", "not-json"))
            return
        if read.objects[-1]["id"] != f"grouping--{found.uuid}" or read.events != 1:
            self.refused.append(Outcome(found.uuid, "", "differs"))
            return
        self.refused += [Outcome(one.id or found.uuid, "", one.fault.value, one.path) for one in read.refused]
        self._add(read)

    def _add(self, read: misp.Read) -> None:
        with self.grant.read() as reader:
            gone = list(_gone(reader, self.feed, read.objects[-1]))
        *held, around = read.bodies
        parts, last = list(_pieces([*gone, *held])), read_all([around])
        with self.grant.write() as writer:
            known(writer, self.feed.collection)
            # A grouping says that its event is here. While part of it stands as it was before, it is fetched again.
            are_here = [self._take_in(writer, part) for part in parts]
            if all(are_here):
                self._take_in(writer, last)
        self.events += 1
        self.gone += len(gone)
        self.kept.update(dict(read.kept))
        self.left_out.update(dict(read.left_out))

    def _take_in(self, writer: Writer, part: Read) -> bool:
        """Return whether all is here as it is there now."""
        brought = take_in(self.grant, writer, self.feed.collection, part, self.feed.feed, self.feed.feed)
        self.objects += len(brought.added)
        self.refused += brought.refused
        return all(one.why != OTHER_CONTENT for one in brought.refused)

    def done(self, unchanged: int) -> PulledEvents:
        named, more = tuple(self.refused[:_NAMED]), max(len(self.refused) - _NAMED, 0)
        kept, left_out = (tuple(sorted(one.items())) for one in (self.kept, self.left_out))
        return PulledEvents(
            self.feed.feed, self.events, unchanged, self.objects, self.gone, kept, left_out, named, more
        )  # fmt: skip


def _pieces(bodies: Sequence[bytes]) -> Iterator[Read]:
    left = iter(bodies)
    while part := list(islice(left, MOST)):
        yield read_all(part)


def _gone(reader: Reader, feed: Feed, grouping: Mapping[str, Any]) -> Iterator[bytes]:
    """Yield, taken back, the indicators that an event held when it came last and does not hold any more."""
    before = _bodies(reader, feed, [str(grouping["id"])])
    held = [ref for one in before for ref in one.get("object_refs", ()) if str(ref).startswith("indicator--")]
    missing = sorted(set(held) - set(grouping["object_refs"]))
    for at in range(0, len(missing), _PAGE):
        for one in _bodies(reader, feed, missing[at : at + _PAGE]):
            if not one.get("revoked") and str(one["modified"]) < str(grouping["modified"]):
                yield msgspec.json.encode({**one, "revoked": True, "modified": grouping["modified"]})


def _bodies(reader: Reader, feed: Feed, ids: list[str]) -> list[dict[str, Any]]:
    """The newest versions of objects that came from the same place."""
    ours = [one for one in ids if any(at.source == feed.feed for at in reader.shelves.origins(feed.collection, one))]
    wanted = Wanted(ids=tuple(ours), limit=_PAGE)
    found = reader.shelves.objects(feed.collection, wanted, EVERYTHING) if ours else None
    return [msgspec.json.decode(body) for body in found.bodies] if found else []


@use_case(Right.SHARE, cli="share push", http=_OUT, docs=_DOCS)
def push_events(
    grant: Grant, elsewhere: Events, collection: str, recipient: str, *, published: bool = False
) -> PushedEvents:
    """Send the events that a collection holds, as far as they are new or changed; a feed is written whole.

    `recipient`: whose it is, a partner or a circle; what leaves to it is what `sending.preview` shows.
    `published`: they say so, and an instance hands them on from there; those of a feed always do.
    """
    with grant.read() as reader:
        known(reader, collection)
        whom = to(reader, recipient)
        places, objects = _all(reader, collection, whom)
    allowed = repr(("misp", whom.id, whom.way.given, sorted(whom.agreed)))
    feed = feed_of(grant, Feed("", elsewhere.url, collection, True, -1, None), allowed)
    made = misp.write(objects, published=published or elsewhere.whole)
    batches = [list(made.events)] if elsewhere.whole else _batches(made.events, places, feed.reached)
    added, refused = 0, list[Outcome]()
    for part in batches:
        sent = elsewhere.send(part)
        added += sent.added
        refused += sent.refused
        count = sum(len(one.objects) for one in part)
        with grant.write() as writer:
            event = ObjectsSent(collection, feed.feed, count, len(sent.refused), whom.way.ours, whom.id)
            writer.append(grant.draft(event))
            # What was refused is sent once more the next time, and with it all that came later.
            feed = reached(writer, feed, None if refused else max((_place(one, places) for one in part), default=None))
    named = tuple(refused[:_NAMED])
    return PushedEvents(feed.feed, added, made.left_out, named, len(refused) - len(named))


def _all(reader: Reader, collection: str, whom: Recipient) -> tuple[dict[str, int], list[stix.Kept]]:
    """All objects that may leave to somebody, and by their ids when the page that each was on ends."""
    places: dict[str, int] = {}
    objects: list[stix.Kept] = []
    last = -1
    while True:
        going, _ = outgoing(reader, collection, whom, last, _PAGE)
        last = going[-1].object.added if going else last
        found = [stix.read_one(one.object.body) for one in going if one.why is None]
        objects += found
        places |= {one.known.id: last for one in found}
        if len(objects) > _MOST:
            raise InputError(
                say("there are more than %(count)s objects in this", count=_MOST),
                say("Open a collection for each circle of partners, or for each month."),
            )
        if len(going) < _PAGE:
            return places, objects


def _place(one: misp.Event, places: Mapping[str, int]) -> int:
    return max((places.get(name, -1) for name in one.objects), default=-1)


def _batches(events: Sequence[misp.Event], places: Mapping[str, int], after: int) -> list[list[misp.Event]]:
    """What is sent between two notes of how far that went: no note stands before all that it says was sent."""
    found: dict[int, list[misp.Event]] = {}
    for one in events:
        found.setdefault(_place(one, places), []).append(one)
    return [found[place] for place in sorted(found) if place > after]
