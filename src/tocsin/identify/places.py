"""Where evidence from headers stands."""

from __future__ import annotations

from tocsin.identify.mail import Mail
from tocsin.model.verdict import Span


def sender_span(mail: Mail) -> Span:
    """The display name in From (empty where there is none)."""
    return Span("", "header:from", 0, len(mail.sender.name))


def subject_span(mail: Mail) -> Span:
    """The whole subject."""
    return Span("", "header:subject", 0, len(mail.subject))


def header_span(mail: Mail, name: str) -> Span | None:
    """The first field of that name (given in lower case), or None where there is none."""
    if name == "from":
        return sender_span(mail)
    return Span("", f"header:{name}", 0, len(mail.header(name))) if mail.has(name) else None
