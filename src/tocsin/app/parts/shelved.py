"""Collections looked up: what use cases on both sides of them share."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tocsin.app.access import missing
from tocsin.app.parts import notes
from tocsin.app.ports import Reader
from tocsin.model.exchange import CollectionItem
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


def known_all(reader: Reader, collections: Sequence[str]) -> None:
    """Raise NotFoundError for a collection that there is not."""
    there = {item.collection for item in reader.views.collections()}
    for one in collections:
        if one not in there:
            raise missing(one)
