"""Times that are given on the command line."""

from __future__ import annotations

from datetime import UTC, datetime

from tocsin.model.error import InputError
from tocsin.model.sentence import say


def time_of(text: str) -> datetime:
    """Return a time in ISO 8601; one without a zone is in UTC. Raises InputError."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(say('"%(value)s" is no time', value=text), say("Write it as 2026-03-01T09:30:00Z.")) from error
    return time if time.tzinfo else time.replace(tzinfo=UTC)
