"""Operations: what incidents show of who made them, what links two of them, and which belong together."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class FeatureKind(StrEnum):
    """What a feature is. What each weighs, and what it is called, stands in `tocsin.attribute.kinds`."""

    DOMAIN = "domain"
    """Of a link or a sender: what one owner registered, be it a name below a shared host."""
    HOST = "host"
    SENDER = "sender"
    """An address that answers go to, or from which its domain vouches that the message came."""
    MAILBOX = "mailbox"
    """The same at a service where anybody can open one."""
    ADDRESS = "address"
    """An IP address."""
    NETWORK = "network"
    """An IPv4 /24 or an IPv6 /48."""
    AS = "as"
    CERTIFICATE = "certificate"
    """SHA-256 of a TLS certificate, or its serial number with the issuer, as it was supplied."""
    REGISTRANT = "registrant"
    """Who registered a domain, by WHOIS or RDAP, as it was supplied: a name, an address, a handle."""
    NAME_SERVER = "name-server"
    APP = "app"
    """An app that was given access, or that wants it."""
    SESSION = "session"
    AGENT = "agent"
    FILE = "file"
    """SHA-256 of an attached file."""
    FILE_LIKE = "file-like"
    """A band of the MinHash of a file's bytes: files that are nearly the same share one."""
    PAGE = "page"
    """The make of a page: its forms, fields and scripts."""
    TEMPLATE = "url-template"
    """The path of a link without its host, and with what changes left out."""
    LURE = "lure"
    """A band of the MinHash of a text: texts that are nearly the same share one."""
    CLAIMED_SENDER = "claimed-sender"
    """A domain in From for which nobody vouches: anybody can write it."""
    HEADERS = "headers"
    """The order of the fields that the writer's program wrote."""
    MAILER = "mailer"
    BOUNDARY = "boundary"
    MESSAGE_ID = "message-id"
    """Shapes of what a program makes up by its own rule."""
    HELO = "helo"
    """What the sending machine called itself, numbers left out."""
    PATTERN = "pattern"
    """By what techniques, in which language, it wanted what."""
    HOURS = "hours"
    """The part of the day, and the clock's distance to UTC, at which it was written."""


class Track(StrEnum):
    """By what an organisation is attacked."""

    CYBER = "cyber"
    """Mail, sign-ins, accounts."""
    INFLUENCE = "influence"
    """What is posted and published."""


class Family(StrEnum):
    """Kinds that say the same thing twice. Of one family only the strongest counts."""

    NAMES = "names"
    MAILBOXES = "mailboxes"
    PLACES = "places"
    NEIGHBOURHOOD = "neighbourhood"
    """Networks: a provider has many customers, and one that looks away has the worst of them."""
    REGISTRATION = "registration"
    ACCESS = "access"
    FILES = "files"
    TEXT = "text"
    KIT = "kit"
    """Pages and links, as they are made and sold."""
    HABITS = "habits"
    PROGRAM = "program"
    """By what a message was written and sent: many have the same."""


class LinkTraits(Struct, frozen=True, order=True):
    """Where a link leads."""

    host: str
    template: str = ""
    """See `tocsin.common.shapes.url_template`."""


class FileTraits(Struct, frozen=True, order=True):
    """A file that came with a message."""

    sha256: str
    like: tuple[str, ...] = ()
    """Bands of its bytes (`tocsin.common.similar`)."""
    page: str = ""
    """Its make, where it is a page (`tocsin.common.shapes.page_make`)."""


class MailTraits(Struct, frozen=True):
    """What a message shows of who made it: addresses, digests and shapes, none of its words."""

    message: str
    """Its id, as evidence."""
    sender: str = ""
    """Address in From, lower case."""
    vouched: bool = False
    """Whether the sender's domain vouches for it."""
    reply_to: tuple[str, ...] = ()
    links: tuple[LinkTraits, ...] = ()
    files: tuple[FileTraits, ...] = ()
    lure: tuple[str, ...] = ()
    """Bands of its text."""
    address: str = ""
    """From which it entered the receiver's house."""
    helo: str = ""
    headers: str = ""
    mailer: str = ""
    boundary: str = ""
    message_id: str = ""
    pattern: str = ""
    hours: str = ""


class Feature(Struct, frozen=True, order=True):
    """Something that an incident shows, and on which evidence."""

    kind: FeatureKind
    value: str
    evidence: tuple[str, ...] = ()
    """Ids of the messages, alerts, lines or told facts that show it, sorted."""


class IncidentFeatures(Struct, frozen=True):
    """An incident as it is compared with others."""

    incident: str
    at: datetime
    """When it began: an operation is named after its earliest incident."""
    features: tuple[Feature, ...]


class Spread(Struct, frozen=True):
    """Who shows a feature."""

    holders: int
    """How many incidents."""
    agreed: bool = True
    """Whether they have other things in common too. A host that many share, and no list knows, is told by that."""


class LinkReason(Struct, frozen=True):
    """One shared feature, and what it adds to a link."""

    kind: FeatureKind
    value: str
    weight: float
    """Log-odds, natural logarithm; 0 where it follows from another or its family speaks more strongly already, or
    where too many show it."""
    spread: Spread


class Link(Struct, frozen=True):
    """How much speaks for two incidents being of one operation."""

    one: str
    other: str
    """Ids of the incidents; `one` is the smaller."""
    weight: float
    """Log-odds, natural logarithm: the start, and the reasons."""
    reasons: tuple[LinkReason, ...]
    """The largest first."""
    holds: bool
    """Whether it joins the two; else it is only shown."""


class TieKind(StrEnum):
    """What a person says of two incidents."""

    CONFIRMED = "confirmed"
    """They belong together."""
    CUT = "cut"
    """They do not."""


class Tie(Struct, frozen=True):
    """A person's word on two incidents, which binds."""

    one: str
    other: str
    kind: TieKind
    by: str
    """Id of the person."""
    at: datetime
    reason: str = ""


class Operation(Struct, frozen=True):
    """Incidents that belong together."""

    id: str
    """Made of its earliest incident."""
    incidents: tuple[str, ...]
    """At least two, the earliest first."""
