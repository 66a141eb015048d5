"""What was known when a message was judged. A verdict is a pure function of message and context."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from tocsin.model.profile import Profile
from tocsin.model.received import Warned


class SenderFacts(Struct, frozen=True):
    """What the mailbox knew, before this message, about its sender. Mail judged bad has left no trace here."""

    messages: int = 0
    """Messages from this address, counted up to 30; habits are those of the latest ones."""
    first_seen: datetime | None = None
    last_seen: datetime | None = None
    written_to: int = 0
    """Messages that our side sent to this address."""
    domain_messages: int = 0
    """Messages from any address of its registrable domain."""
    names: tuple[str, ...] = ()
    """Folded display names this address has used."""
    addresses_of_name: tuple[str, ...] = ()
    """Other addresses that have used this display name."""
    mailers: tuple[str, ...] = ()
    """Values of X-Mailer / User-Agent (product only), or the Message-ID shape, seen from this address."""
    zones: tuple[int, ...] = ()
    """UTC offsets in minutes seen in its Date headers."""
    hours: tuple[int, ...] = ()
    """UTC hours in which it has written."""
    languages: tuple[str, ...] = ()
    reply_to: tuple[str, ...] = ()
    """Reply-To addresses it has used."""
    authenticated: int = 0
    """Messages from this address whose domain was authenticated and aligned."""
    greetings: tuple[str, ...] = ()
    """Folded opening words it has used."""
    link_domains: tuple[str, ...] = ()
    """Domains (customers of shared hosts apart) that its links have opened."""
    files: int = 0
    """Messages from this address with a file attached."""
    similar_domains: tuple[str, ...] = ()
    """Domains of correspondents, known longer than this sender's, that its own or its Reply-To domain resembles."""


class ThreadFacts(Struct, frozen=True):
    """What the mailbox knew about the conversation this message says it belongs to."""

    references: int = 0
    """Message-IDs that this message refers to."""
    known: int = 0
    """How many of them the mailbox has seen."""
    ours: int = 0
    """How many of them our side sent."""
    participants: tuple[str, ...] = ()
    """Addresses that took part before."""
    findings: tuple[str, ...] = ()
    """Ids of findings on earlier messages of this thread or of this sender: what was prepared."""
    dangers: tuple[str, ...] = ()
    """What those findings want (`tocsin.model.verdict.Danger`)."""
    link_domains: tuple[str, ...] = ()
    """Domains that links of those earlier messages opened."""
    personas: tuple[tuple[str, str], ...] = ()
    """(folded display name, address) of those who wrote the messages that this one refers to."""
    messages: int = 0
    """Earlier messages of this thread or exchange with this sender."""
    mailbox: int = 0
    """Earlier messages in the mailbox as a whole, counted up to 100: how much its silence about a sender says."""
    sent: int = 0
    """Earlier messages that our side sent, counted up to 100: whether sent mail is kept here at all."""


class Context(Struct, frozen=True):
    """Facts that `app` fetched for one message. The default context knows nothing, which is an answer too."""

    profile: Profile = Profile()
    as_of: datetime | None = None
    """The trusted-hop time of the message, or the time of judgement."""
    sender: SenderFacts | None = None
    """None: no history is kept (not the same as: never seen)."""
    thread: ThreadFacts | None = None
    dns: dict[str, tuple[str, ...]] | None = None
    """Answers by query (`TXT sel._domainkey.example.org`); None: DNS was not asked. An empty tuple: no such record."""
    warned: tuple[Warned, ...] = ()
    """What partners warn of and the message shows."""
    yara: tuple[tuple[str, str], ...] = ()
    """(rule, part) of the user's own YARA rules that matched."""
