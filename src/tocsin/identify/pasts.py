"""Pasts for the examples of history checks: what a mailbox knew before the message came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from tocsin.identify.examples import PROFILE
from tocsin.model.context import Context, SenderFacts, ThreadFacts

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
"""When the messages of `tocsin.identify.examples.message` came."""


def past(
    messages: int = 0,
    *,
    days: int = 200,
    silent: int = 3,
    sender: Mapping[str, Any] = {},
    thread: Mapping[str, Any] = {},
) -> Context:
    """Return a context whose sender has written `messages` times since `days` ago, last `silent` days ago.

    `sender` and `thread` set further fields of the facts. The mailbox holds 100 messages, 40 of them sent by our side.
    """
    seen = {"first_seen": NOW - timedelta(days), "last_seen": NOW - timedelta(silent)} if messages else {}
    return Context(
        profile=PROFILE,
        as_of=NOW,
        sender=SenderFacts(**{"messages": messages, **seen, **sender}),
        thread=ThreadFacts(**{"mailbox": 100, "sent": 40, **thread}),
    )
