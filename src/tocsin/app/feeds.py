"""Collections of other servers: fetched into ours, and filled from ours. What was reached is kept, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Final

from msgspec import Struct

from tocsin.app.access import Exempt, Grant, use_case
from tocsin.app.parts.arrivals import read_all, take_in
from tocsin.app.parts.retracting import follow
from tocsin.app.parts.shelved import feed_of, known, reached
from tocsin.app.ports import Remote
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.event import FeedFailed, ObjectsSent
from tocsin.model.exchange import Feed, Offer, Outcome, Wanted
from tocsin.model.people import Tlp

_DOCS: Final = "howto/share-by-taxii.md"
_OUT: Final = Exempt("it calls other servers, which only who keeps the node lets it do")
_AT_ONCE: Final = 1_000
"""Objects that are sent between two notes of how far that went."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_AHEAD: Final = timedelta(minutes=10)
"""By so much the clock of another server may be ahead."""
_NAMED: Final = 1_000
"""Objects that were not taken, and are named; the others are counted."""


class Pulled(Struct, frozen=True):
    """What was fetched."""

    feed: str
    objects: int
    """That are in the collection now, those that were there before among them."""
    refused: tuple[Outcome, ...]
    """The first 1,000."""
    more: int
    """How many others were refused."""


class Pushed(Struct, frozen=True):
    """What was sent."""

    feed: str
    objects: int
    """That the server has now."""
    refused: tuple[Outcome, ...]
    """By the server, the first 1,000."""
    more: int
    """How many others were refused."""
    pending: int
    """Of which it has not said anything in time."""


@use_case(Right.SHARE, cli="share look", http=_OUT, docs=_DOCS)
def look(grant: Grant, remote: Remote) -> tuple[Offer, ...]:
    """Return what another server offers."""
    del grant
    return tuple(remote.offers())


@use_case(Right.SHARE, cli="share pull", http=_OUT, docs=_DOCS)
def pull(grant: Grant, remote: Remote, collection: str) -> Pulled:
    """Fetch what was added to a collection of another server since the last time, into one of ours.

    Each object keeps from which server it came and when it was added there. Each page is kept before the next one is
    asked for, so that what breaks off goes on from there.
    """
    feed = feed_of(grant, Feed("", remote.url, collection, False, -1, None), "")
    with _noted(grant, feed):
        return _pull(grant, remote, feed)


@contextmanager
def _noted(grant: Grant, feed: Feed) -> Iterator[None]:
    """Note in the log where it breaks off: what came before stays."""
    try:
        yield
    except InputError:
        with grant.write() as writer:
            writer.shelves.keep_feed(writer.shelves.feed(feed.feed) or feed)
            writer.append(grant.draft(FeedFailed(feed.collection, feed.feed)))
        raise


def _pull(grant: Grant, remote: Remote, feed: Feed) -> Pulled:
    collection = feed.collection
    objects, refused = 0, list[Outcome]()
    for page in remote.pages(feed.reached):
        last = _believed(page.last, grant.now)
        read = read_all(page.bodies, last)
        with grant.write() as writer:
            known(writer, collection)
            if page.bodies:
                brought = take_in(grant, writer, collection, read, feed.feed, feed.feed)
                follow(grant, writer, read.arrivals, feed.feed)
                objects += len(brought.added)
                refused += brought.refused
            feed = reached(writer, feed, last)
    return Pulled(feed.feed, objects, tuple(refused[:_NAMED]), max(len(refused) - _NAMED, 0))


@use_case(Right.SHARE, cli="share push", http=_OUT, docs=_DOCS)
def push(grant: Grant, remote: Remote, collection: str, audience: Tlp = Tlp.GREEN) -> Pushed:
    """Send what was added to one of our collections since the last time, to a collection of another server.

    Only what bears a label up to `audience` is sent, and nothing without one.
    """
    feed = feed_of(grant, Feed("", remote.url, collection, True, -1, None), audience.value)
    with _noted(grant, feed):
        return _push(grant, remote, feed, audience)


def _push(grant: Grant, remote: Remote, feed: Feed, audience: Tlp) -> Pushed:
    collection = feed.collection
    objects, pending, refused = 0, 0, list[Outcome]()
    while True:
        with grant.read() as reader:
            known(reader, collection)
            part = reader.shelves.objects(collection, Wanted(feed.reached, limit=_AT_ONCE), audience)
        if not part.bodies:
            break
        sent = remote.send(part.bodies)
        objects += sent.added
        pending += sent.pending
        refused += sent.refused
        with grant.write() as writer:
            event = ObjectsSent(collection, feed.feed, sent.added, len(sent.refused), audience)
            writer.append(grant.draft(event))
            feed = reached(writer, feed, part.last)
    return Pushed(feed.feed, objects, tuple(refused[:_NAMED]), max(len(refused) - _NAMED, 0), pending)


def _believed(last: int | None, now: datetime) -> int | None:
    """When a server says that something was added; None for the future, or nothing would be later than that."""
    latest = (now + _AHEAD - _EPOCH) // timedelta(microseconds=1)
    return None if last is None or last > latest else last
