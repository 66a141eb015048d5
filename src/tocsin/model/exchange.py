"""Objects of STIX on their way between organisations: collections, partners, pages, what became of what was brought."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from tocsin.model.event import Ref
from tocsin.model.people import Tlp


class Form(StrEnum):
    """How what is shared is written."""

    STIX = "stix"
    """A bundle of STIX 2.1."""
    MISP = "misp"
    """An event of MISP."""


class PartnerItem(Struct, frozen=True):
    """An organisation with which is shared, and what it may do."""

    partner: str
    seq: int
    record: Ref
    tlp: Tlp
    """The strictest label that it is told of."""
    reads: tuple[str, ...]
    """Ids of collections."""
    writes: tuple[str, ...]
    added_at: datetime
    ended: bool
    organisation: str = ""


class CollectionItem(Struct, frozen=True):
    """A collection of objects."""

    collection: str
    """A UUID."""
    seq: int
    record: Ref
    opened_at: datetime
    closed: bool


class Arrival(Struct, frozen=True, gc=False):
    """An object that is to be added to a collection."""

    id: str
    version: str
    """The time that tells its versions apart, as `tocsin.formats.stix.versions.canonical` writes it; empty for an
    object without times."""
    kind: str
    """Its type."""
    tlp: Tlp
    body: bytes
    """Its JSON."""
    sent_at: int | None = None
    """When the server that it came from had added it, in microseconds since 1970."""


class Outcome(Struct, frozen=True):
    """What became of an object that was brought."""

    id: str
    version: str
    why: str = ""
    """Empty where it is in the collection now; else one of those below, or a `tocsin.formats.stix.Fault`."""
    path: str = ""
    """Where in the object."""


NAMES_VICTIM = "names-victim"
"""It names the organisation or one of its people, or holds what must never leave."""
OTHER_CONTENT = "other-content"
"""The same source has brought another object with this id and version already."""
TOO_MANY = "too-many"
"""It stood after as many objects as are taken at once."""


NOT_THERE = "not-there"
"""It was listed, and is not there."""
DIFFERS = "differs"
"""It is not the one that was listed: its digest or its uuid is another."""


class Wanted(Struct, frozen=True):
    """Which objects of a collection are asked for (TAXII 2.1, section 3.4)."""

    after: int = -1
    """Added later than this, in microseconds since 1970."""
    ids: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    versions: tuple[str, ...] = ("last",)
    """`last`, `first`, `all`, or times as in `Arrival.version`."""
    limit: int = 1_000
    """At most so many."""
    nothing: bool = False
    """What is asked for cannot be here: another version of STIX."""


class Stored(Struct, frozen=True, gc=False):
    """An object in a collection, without its content."""

    added: int
    """Microseconds since 1970; later than that of every object that was added before, and no other has it."""
    id: str
    version: str


class Slice(Struct, frozen=True):
    """A part of what was asked for, in the order in which it was added."""

    bodies: tuple[bytes, ...]
    """The objects, where they were asked for."""
    rows: tuple[Stored, ...]
    """What is known of them, where that was asked for."""
    first: int | None
    """When the first was added; None where there is none."""
    last: int | None
    more: bool


class Receipt(Struct, frozen=True):
    """What became of all that was brought at one time (TAXII 2.1, section 4.3)."""

    id: str
    """A UUID."""
    at: datetime
    added: tuple[Outcome, ...]
    refused: tuple[Outcome, ...]


class Feed(Struct, frozen=True):
    """A collection of another server, and how far it was read."""

    feed: str
    url: str
    collection: str
    """The one of ours that is filled from it, or that it is filled from."""
    sends: bool
    """Ours are sent there; else theirs are fetched."""
    reached: int
    """Theirs: `date_added` of the last that was read; ours: when the last that was sent was added. -1 at first."""
    at: datetime | None


RECEIVED = "received"
"""In place of an address: not another server, but how far a collection was looked for."""


class Origin(Struct, frozen=True):
    """Where a version of an object came from."""

    source: str
    """The id of a partner or a feed, or `node`."""
    version: str
    added: int
    """When it was added here, in microseconds since 1970."""
    sent_at: int | None
    """No later than then the server that it was fetched from had added it."""


class Fetched(Struct, frozen=True):
    """A page of another server's collection."""

    bodies: tuple[bytes, ...]
    last: int | None
    """When the last of them was added there, in microseconds since 1970; None where the server does not say."""


class FetchedEvent(Struct, frozen=True):
    """An event of MISP from elsewhere."""

    uuid: str
    raw: bytes
    """Its JSON; empty where it could not be had."""
    why: str = ""
    """Why it could not: one of those below."""


class Sent(Struct, frozen=True):
    """What another server says became of objects."""

    added: int
    refused: tuple[Outcome, ...]
    pending: int = 0
    """Of which it has not said anything in time."""


class Offer(Struct, frozen=True):
    """A collection that a server offers."""

    url: str
    title: str
    can_read: bool
    can_write: bool
