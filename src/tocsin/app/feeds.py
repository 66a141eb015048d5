"""Collections of other servers: fetched into ours, and filled from ours. What was reached is kept, page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Final

from msgspec import Struct

from tocsin.app.access import Exempt, Grant, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.arrivals import read_all, take_in
from tocsin.app.parts.leaving import Going, Recipient, looked, outgoing
from tocsin.app.parts.leaving import recipient as to
from tocsin.app.parts.retracting import follow
from tocsin.app.parts.shelved import feed_of, known, reached
from tocsin.app.ports import Remote, Writer
from tocsin.app.rights import Right
from tocsin.common.tlp import strictest
from tocsin.model.error import InputError
from tocsin.model.event import FeedFailed, ObjectsSent
from tocsin.model.exchange import Feed, Offer, Outcome, Sent
from tocsin.model.people import Tlp
from tocsin.model.record import SentRecord
from tocsin.share.policy import Why

_DOCS: Final = "howto/share-by-taxii.md"
_OUT: Final = Exempt("it calls other servers, which only who keeps the node lets it do")
_AT_ONCE: Final = 1_000
"""Objects that are sent between two notes of how far that went."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_AHEAD: Final = timedelta(minutes=10)
"""By so much the clock of another server may be ahead."""
_KEPT: Final = timedelta(days=365)
"""How long it is kept what exactly was sent."""
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
    withheld: Mapping[Why, int] = {}
    """How many did not leave, by why."""


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
    objects, refused = 0, _Refused()
    for page in remote.pages(feed.reached):
        last = _believed(page.last, grant.now)
        read = read_all(page.bodies, last)
        with grant.write() as writer:
            known(writer, collection)
            if page.bodies:
                brought = take_in(grant, writer, collection, read, feed.feed, feed.feed)
                follow(grant, writer, read.arrivals, feed.feed)
                objects += len(brought.added)
                refused.add(brought.refused, brought.more)
            feed = reached(writer, feed, last)
    return Pulled(feed.feed, objects, tuple(refused.named), refused.more)


@use_case(Right.SHARE, cli="share push", http=_OUT, docs=_DOCS)
def push(grant: Grant, remote: Remote, collection: str, recipient: str) -> Pushed:
    """Send what was added to one of our collections since the last time, to a collection of another server.

    `recipient`: whose server it is, a partner or a circle. What leaves to it is what `sending.preview` shows.
    """
    with grant.read() as reader:
        known(reader, collection)
        whom = to(reader, recipient)
    allowed = repr((whom.id, whom.way.given, sorted(whom.agreed)))
    feed = feed_of(grant, Feed("", remote.url, collection, True, -1, None), allowed)
    with _noted(grant, feed):
        return _push(grant, remote, feed, whom)


def _push(grant: Grant, remote: Remote, feed: Feed, whom: Recipient) -> Pushed:
    done = _Sending()
    while going := _part(grant, feed.collection, whom, feed.reached):
        leaving = [one.object for one in going if one.why is None]
        sent = remote.send([one.body for one in leaving]) if leaving else Sent(0, ())
        done.add(sent, going)
        with grant.write() as writer:
            writer.append(grant.draft(_sent(writer, feed, whom, sent, going)))
            feed = reached(writer, feed, going[-1].object.added)
    return done.pushed(feed.feed)


def _part(grant: Grant, collection: str, whom: Recipient, after: int) -> list[Going]:
    with grant.read() as reader:
        going, fresh = outgoing(reader, collection, whom, after, _AT_ONCE)
        until = looked(reader)
    if fresh:
        with grant.write() as writer:
            writer.shelves.keep_names(collection, fresh, until)
    return going


def _sent(writer: Writer, feed: Feed, whom: Recipient, sent: Sent, going: Sequence[Going]) -> ObjectsSent:
    leaving = [one.object for one in going if one.why is None]
    held = tuple((one.object.id, one.why.value) for one in going if one.why)
    kept = notes.keep(writer, SentRecord(tuple(one.id for one in leaving), held), writer.now + _KEPT)
    label = strictest([one.tlp for one in leaving]) if leaving else Tlp.CLEAR
    return ObjectsSent(
        feed.collection, feed.feed, sent.added, len(sent.refused) + sent.more, label, whom.id, len(held), kept
    )


class _Refused:
    """What was refused so far: the first are named, the others counted, however many there are."""

    def __init__(self) -> None:
        self.named: list[Outcome] = []
        self.more = 0

    def add(self, refused: Sequence[Outcome], more: int) -> None:
        room = _NAMED - len(self.named)
        self.named += refused[:room]
        self.more += len(refused[room:]) + more


class _Sending:
    """What was sent so far."""

    def __init__(self) -> None:
        self.objects, self.pending = 0, 0
        self.refused = _Refused()
        self.held: Counter[Why] = Counter()

    def add(self, sent: Sent, going: Sequence[Going]) -> None:
        self.objects += sent.added
        self.pending += sent.pending
        self.refused.add(sent.refused, sent.more)
        self.held.update(one.why for one in going if one.why)

    def pushed(self, feed: str) -> Pushed:
        refused = self.refused
        return Pushed(feed, self.objects, tuple(refused.named), refused.more, self.pending, dict(self.held))


def _believed(last: int | None, now: datetime) -> int | None:
    """When a server says that something was added; None for the future, or nothing would be later than that."""
    latest = (now + _AHEAD - _EPOCH) // timedelta(microseconds=1)
    return None if last is None or last > latest else last
