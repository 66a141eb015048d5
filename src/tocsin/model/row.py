"""What a scan says of one message: a row of its output."""

from __future__ import annotations

from msgspec import Struct

from tocsin.model.defect import Defect
from tocsin.model.sentence import Sentence
from tocsin.model.verdict import Span, Verdict


class Excerpt(Struct, frozen=True):
    """The words at a place of evidence, and a little of what stands around them."""

    span: Span
    before: str
    quote: str
    after: str


class Row(Struct, frozen=True):
    """One judged message. `verdict` is None only where the message could not be judged, and `problem` says why."""

    path: str
    message_id: str
    sender: str
    sender_name: str
    subject: str
    time: str
    """Arrival by the trusted hop, RFC 3339 in UTC; empty where unknown."""
    language: str
    verdict: Verdict | None
    defects: tuple[Defect, ...] = ()
    problem: str = ""
    """Why there is no verdict: a stable code."""
    hint: Sentence | None = None
    """Why, and what to do about it, where there is no verdict."""
    excerpts: tuple[Excerpt, ...] = ()
    """The words of the evidence, so that a report can show them in place; none where the message is clean."""
    recipients: tuple[str, ...] = ()
    """Addresses that it was written to, at most 50; none where the message is clean."""
    hosts: tuple[str, ...] = ()
    """Hosts that its findings name, at most 50."""
    urls: tuple[str, ...] = ()
    """Its links to those hosts, at most 50."""


class JudgedMail(Struct, frozen=True):
    """What a row that was written says of a message, for those who look for what became of it."""

    message_id: str
    path: str
    verdict: str | None = None
    time: str = ""
    """RFC 3339; empty where unknown."""
    sender: str = ""
    subject: str = ""
    recipients: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
