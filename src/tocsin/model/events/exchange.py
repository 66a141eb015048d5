"""With whom objects of STIX are exchanged, in which collections, and what came and went."""

from __future__ import annotations

from tocsin.model.events.fact import Fact, Ref
from tocsin.model.people import Tlp


class PartnerAdded(Fact, frozen=True, tag="partner-added"):
    """An organisation with which is shared. It may do nothing yet. `secret` as in a session."""

    partner: str
    record: Ref
    """A `tocsin.model.record.PartnerRecord`."""
    secret: str
    """SHA-256 of the token by which its programs are recognised."""


class PartnerAllowed(Fact, frozen=True, tag="partner-allowed"):
    """From now on a partner may do this and nothing else."""

    partner: str
    tlp: Tlp
    """The strictest label that it is told of."""
    reads: tuple[str, ...] = ()
    """Ids of collections."""
    writes: tuple[str, ...] = ()


class PartnerEnded(Fact, frozen=True, tag="partner-ended"):
    """Nothing is shared with a partner any more, and its token is nobody's."""

    partner: str


class CollectionOpened(Fact, frozen=True, tag="collection-opened"):
    """A collection of objects that partners read or write."""

    collection: str
    """A UUID, as TAXII 2.1 asks for (section 5.2)."""
    record: Ref
    """A `tocsin.model.record.CollectionRecord`."""


class CollectionClosed(Fact, frozen=True, tag="collection-closed"):
    """Nobody reads or writes a collection any more; its objects were deleted."""

    collection: str


class ObjectsAdded(Fact, frozen=True, tag="objects-added"):
    """Objects came into a collection: from a partner (the actor), from a server that was asked, or from a file."""

    collection: str
    objects: int
    refused: int
    digest: Ref
    """In the vault: the SHA-256 of all their bytes, in the order in which they came. Ids may tell whom they are of."""
    feed: str = ""
    """The id of the collection of another server that they came from."""


class ObjectsDeleted(Fact, frozen=True, tag="objects-deleted"):
    """Versions of an object were deleted from a collection by who had brought them."""

    collection: str
    versions: int


class FeedFailed(Fact, frozen=True, tag="feed-failed"):
    """A collection of another server could not be read or filled to the end."""

    collection: str
    feed: str


class ObjectTakenBack(Fact, frozen=True, tag="object-taken-back"):
    """An object that was shared is revoked wherever it lies: a newer version says so."""

    retraction: str
    record: Ref
    """A `tocsin.model.record.RetractionRecord`."""
    collections: tuple[str, ...]
    by_source: bool = False
    """Its source took it back, and it had been passed on; else the organisation took back its own."""


class ObjectsSent(Fact, frozen=True, tag="objects-sent"):
    """Objects of a collection were sent to another server."""

    collection: str
    feed: str
    """The id of the collection of another server that they went to."""
    objects: int
    refused: int
    """By the server."""
    tlp: Tlp
    """The strictest label that was sent."""
