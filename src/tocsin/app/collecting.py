"""Collections of objects of STIX: opened, filled and closed by the organisation whose they are."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.arrivals import Brought, new_uuid, read_all, take_in
from tocsin.app.parts.leaving import admitted
from tocsin.app.parts.shelved import CollectionShown, known, shown
from tocsin.app.rights import Right
from tocsin.formats.stix import apart
from tocsin.model.event import CollectionClosed, CollectionOpened
from tocsin.model.exchange import OWN, Feed, Origin
from tocsin.model.record import CollectionRecord

_DOCS: Final = "howto/share-by-taxii.md"
_LONGEST_ID: Final = 300


class Whence(Struct, frozen=True):
    """Where a version of an object came from."""

    origin: Origin
    feed: Feed | None
    """The collection of another server, where it was fetched from one."""


@use_case(Right.SHARE, cli="share collection open", http="POST /v1/collections", docs=_DOCS)
def open_collection(grant: Grant, title: str, description: str = "") -> str:
    """Open a collection, and return its id. No partner reads or writes it yet."""
    identity = new_uuid(grant)
    with grant.write() as writer:
        record = CollectionRecord(notes.title(title).text, notes.title(description).text)
        writer.append(grant.draft(CollectionOpened(identity, notes.keep(writer, record))))
    return identity


@use_case(Right.SHARE, cli="share collection list", http="GET /v1/collections", docs=_DOCS)
def collections(grant: Grant) -> tuple[CollectionShown, ...]:
    """Return the collections that are open, in the order in which they were opened."""
    with grant.read() as reader:
        return tuple(shown(reader, item) for item in reader.views.collections())


@use_case(Right.SHARE, cli="share collection close", http="DELETE /v1/collections/{collection}", docs=_DOCS)
def close_collection(grant: Grant, collection: str) -> None:
    """Close a collection for good, and delete its objects."""
    with grant.write() as writer:
        known(writer, collection)
        writer.shelves.clear(collection)
        writer.append(grant.draft(CollectionClosed(collection)))


@use_case(Right.SHARE, cli="share put", http="POST /v1/collections/{collection}/objects", docs=_DOCS)
def put(grant: Grant, collection: str, bundle: bytes) -> Brought:
    """Put the objects of a bundle, or of what else STIX comes in, into a collection, as the organisation's own.

    What names the organisation or one of its people, in any text of it, is withheld unless they agreed to it, and so
    is what is on a list of what never leaves, and what others brought under a stricter label. Who gets the rest is
    decided when it is read: by its label, by what was approved, and by to whom consent was given.
    """
    read = read_all(apart(bundle.removeprefix(b"\xef\xbb\xbf").strip())[1])
    with grant.read() as reader:
        kept = admitted(reader, read)
    with grant.write() as writer:
        known(writer, collection)
        return take_in(grant, writer, collection, kept, OWN)


@use_case(
    Right.SHARE, cli="share origin", http="GET /v1/collections/{collection}/objects/{identity}", docs=_DOCS
)  # fmt: skip
def origin(grant: Grant, collection: str, identity: str) -> tuple[Whence, ...]:
    """Return where the versions of an object in a collection came from, in the order in which they were added."""
    with grant.read() as reader:
        known(reader, collection)
        found = reader.shelves.origins(collection, identity)
        if not found:
            raise missing(identity)
        return tuple(Whence(one, reader.shelves.feed(one.source)) for one in found)
