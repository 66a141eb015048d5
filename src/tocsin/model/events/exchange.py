"""With whom objects of STIX are exchanged, in which collections, and what came and went."""

from __future__ import annotations

from tocsin.model.events.fact import Fact, Ref
from tocsin.model.exchange import Content, Standing
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
    standing: Standing = Standing.COMMUNITY


class PartnerEnded(Fact, frozen=True, tag="partner-ended"):
    """Nothing is shared with a partner any more, and its token is nobody's."""

    partner: str


class CircleSet(Fact, frozen=True, tag="circle-set"):
    """From now on a circle is this and nothing else."""

    circle: str
    record: Ref
    """A `tocsin.model.record.CircleRecord`."""
    tlp: Tlp
    """The strictest label that is told in it."""
    purposes: tuple[Content, ...]
    members: tuple[str, ...] = ()
    """Ids of partners. Without any it reaches nobody."""
    reads: tuple[str, ...] = ()
    """Ids of collections."""


class CircleEnded(Fact, frozen=True, tag="circle-ended"):
    """Nothing is told in a circle any more."""

    circle: str


class ConsentGiven(Fact, frozen=True, tag="consent-given"):
    """Somebody agrees to be named in what leaves. The actor is who wrote it down."""

    consent: str
    subject: str
    """The id of a person, or `organisation`."""
    record: Ref
    """A `tocsin.model.record.Note`: how they said so."""
    recipient: str = ""
    """To whom: a partner or a circle; empty for everybody."""


class ConsentEnded(Fact, frozen=True, tag="consent-ended"):
    """They agree no longer. What has left cannot be called back."""

    consent: str


class SendingApproved(Fact, frozen=True, tag="sending-approved"):
    """A person has seen what leaves to a recipient: from now on this may, and nothing else."""

    recipient: str
    """A partner or a circle."""
    contents: tuple[Content, ...]
    """None: nothing may any more."""
    tlp: Tlp
    """The strictest label among what was seen."""
    record: Ref
    """A `tocsin.model.record.Note`: why."""
    collection: str = ""
    """Whose objects were shown."""


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
    recipient: str = ""
    """Whose server it is: a partner or a circle."""
    withheld: int = 0
    record: Ref | None = None
    """A `tocsin.model.record.SentRecord`: what went and what was withheld, and why."""
