"""Collections looked up, and how far those of others were read: what use cases on both sides of them share."""

from __future__ import annotations

import hashlib

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Grant, missing
from tocsin.app.parts import notes
from tocsin.app.ports import Reader, Writer
from tocsin.model.exchange import CollectionItem, Feed
from tocsin.model.record import CollectionRecord


class CollectionShown(Struct, frozen=True):
    """A collection, with its title."""

    item: CollectionItem
    title: str
    """Empty where it was erased."""
    description: str


def shown(reader: Reader, item: CollectionItem) -> CollectionShown:
    """Return a collection with its title."""
    record = notes.read(reader, item.record, CollectionRecord)
    return CollectionShown(item, record.title if record else "", record.description if record else "")


def known(reader: Reader, collection: str) -> CollectionItem:
    """Return a collection that is open. Raises NotFoundError."""
    item = reader.views.collection(collection)
    if item is None or item.closed:
        raise missing(collection)
    return item


def feed_of(grant: Grant, new: Feed, audience: str) -> Feed:
    """Return how far it went before. The id says which two collections, which way and for whom: the same each time."""
    told = "\0".join((new.url, new.collection, str(new.sends), audience))
    identity = f"feed-{hashlib.sha256(told.encode()).hexdigest()[:16]}"
    with grant.read() as reader:
        known(reader, new.collection)
        return reader.shelves.feed(identity) or replace(new, feed=identity)


def reached(writer: Writer, feed: Feed, last: int | None) -> Feed:
    """Note that it went so far, and return that. `last`: when the last object was added; None: no further."""
    now = replace(feed, reached=max(feed.reached, -1 if last is None else last), at=writer.now)
    writer.shelves.keep_feed(now)
    return now
