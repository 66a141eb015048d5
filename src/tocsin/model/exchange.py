"""Objects of STIX on their way between organisations: collections, partners, pages, what became of what was brought."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from tocsin.model.events.fact import Ref
from tocsin.model.people import Tlp


class Standing(StrEnum):
    """What a partner is to this organisation, which decides how far it is told what others said (TLP 2.0)."""

    COMMUNITY = "community"
    """One of those with whom we share."""
    CLIENT = "client"
    """One whom we look after."""
    ORGANISATION = "organisation"
    """A part of this organisation, with a node of its own."""


class Content(StrEnum):
    """Kinds of what is shared, by what it is for."""

    WARNINGS = "warnings"
    """What is looked for or blocked, and what belongs to it."""
    SIGHTINGS = "sightings"
    """What was seen, and what is thought of it."""
    REPORTS = "reports"
    """What happened, and who is said to be behind it."""
    OTHER = "other"
    """Everything else."""


OBSERVABLES: Final = frozenset({
    "artifact", "autonomous-system", "directory", "domain-name", "email-addr", "email-message", "file", "ipv4-addr",
    "ipv6-addr", "mac-addr", "mutex", "network-traffic", "process", "software", "url", "user-account",
    "windows-registry-key", "x509-certificate",
})  # fmt: skip
"""Types of what can be seen, whose ids are made from what they say (STIX 2.1, section 2.9): nobody's own."""
KINDS: Final[Mapping[Content, frozenset[str]]] = {
    Content.WARNINGS: OBSERVABLES | {
        "indicator", "attack-pattern", "malware", "malware-analysis", "tool", "infrastructure", "vulnerability",
        "course-of-action", "relationship", "grouping", "identity", "marking-definition", "extension-definition",
        "language-content",
    },
    Content.SIGHTINGS: frozenset({"sighting", "observed-data", "opinion"}),
    Content.REPORTS: frozenset({"report", "note", "incident", "campaign", "intrusion-set", "threat-actor", "location"}),
}  # fmt: skip
"""The types of STIX 2.1 that are of a kind of content; all others are `other`."""

OWN: Final = "node"
"""The source of what the organisation put into its collections itself."""
ORGANISATION: Final = "organisation"
"""Who agrees to be named, where it is the organisation itself and none of its people."""


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
    standing: Standing = Standing.COMMUNITY


class CircleItem(Struct, frozen=True):
    """A circle: partners to whom the same is told."""

    circle: str
    seq: int
    record: Ref
    tlp: Tlp
    """The strictest label that is told in it."""
    purposes: tuple[Content, ...]
    members: tuple[str, ...]
    """Ids of partners."""
    reads: tuple[str, ...]
    """Ids of collections that its members read."""
    added_at: datetime
    ended: bool


class ConsentItem(Struct, frozen=True):
    """Somebody's consent to be named."""

    consent: str
    seq: int
    subject: str
    """The id of a person, or `organisation`."""
    recipient: str
    """To whom: the id of a partner or circle; empty for everybody."""
    record: Ref
    given_at: datetime
    ended: bool


class ApprovalItem(Struct, frozen=True):
    """What somebody approved of leaving to a recipient."""

    recipient: str
    seq: int
    actor: str
    contents: tuple[Content, ...]
    tlp: Tlp
    record: Ref
    approved_at: datetime


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
    looked: int = -2
    """The last place in the log that had changed who could be named, when it was looked at; -2: it was not."""
    names: str = ""
    """Whom it names, with spaces between them."""


class Outcome(Struct, frozen=True):
    """What became of an object that was brought."""

    id: str
    version: str
    why: str = ""
    """Empty where it is in the collection now; else one of those below, or a `tocsin.formats.stix.Fault`."""
    path: str = ""
    """Where in the object."""


NAMES_VICTIM = "names-victim"
"""It names the organisation or one of its people without their consent, or holds what must never leave."""
STRICTER = "stricter"
"""Others brought it under a stricter label."""
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


class Reach(Struct, frozen=True):
    """What of a collection may leave to somebody: `tocsin.share.policy` says it."""

    labels: Mapping[Content, tuple[Tlp | None, Tlp | None]]
    """For each kind of content, the strictest label of what is this organisation's own, and of what others brought;
    None: nothing."""
    reader: str = ""
    """The partner that asks: what it brought itself it gets back, up to `own`."""
    own: Tlp | None = None
    agreed: frozenset[str] | None = frozenset()
    """Who agreed to be named; None: it does not leave the organisation."""
    looked: int = 0
    """The last place in the log that changed who could be named."""


EVERYTHING: Final = Reach(dict.fromkeys(Content, (Tlp.RED, Tlp.RED)), agreed=None)
"""For the organisation itself."""


class Lying(Struct, frozen=True, gc=False):
    """An object in a collection, with all that decides whether it leaves."""

    added: int
    id: str
    version: str
    kind: str
    tlp: Tlp
    source: str
    body: bytes
    looked: int
    names: str


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
    reached: int | None = None
    """Where there is more: after this it goes on. Later than `last` where some that may not leave were passed over, and
    then the slice may be empty."""
    looked: tuple[tuple[int, str], ...] = ()
    """Of objects that were looked at, when they were added and whom they name: to be kept (`Shelves.keep_names`)."""


class Receipt(Struct, frozen=True):
    """What became of all that was brought at one time (TAXII 2.1, section 4.3)."""

    id: str
    """A UUID."""
    at: datetime
    added: tuple[Outcome, ...]
    refused: tuple[Outcome, ...]
    more: int = 0
    """How many others were refused."""


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
    more: int = 0
    """How many others were refused."""


class Offer(Struct, frozen=True):
    """A collection that a server offers."""

    url: str
    title: str
    can_read: bool
    can_write: bool
