"""What follows from what was written down, by itself: the one table from an entry to what is done about it.

It runs in the transaction that wrote the entry, so that both count or neither. What it writes names that entry as its
cause and "tocsin" as its actor, and a person can undo it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from tocsin.app.access import Grant
from tocsin.app.parts import gathering
from tocsin.app.parts.gathering import Gathering, Sign
from tocsin.app.ports import Reader, Writer
from tocsin.model.event import (
    AlertConfirmed,
    AlertRaised,
    ClickReported,
    Envelope,
    MailJudged,
    VerdictConfirmed,
    VerdictCorrected,
)

OPENS: Final[Mapping[type, Callable[[Reader, Any], Sign | None]]] = {
    MailJudged: gathering.of_verdict,
    VerdictCorrected: gathering.of_correction,
    VerdictConfirmed: gathering.of_confirmation,
    AlertRaised: gathering.of_alert,
    AlertConfirmed: gathering.of_confirmed_alert,
    ClickReported: gathering.of_click,
}
"""Entries that open an incident, or join one: what each says happened, or nothing."""


def react(grant: Grant, writer: Writer, since: int) -> None:
    """Do what follows from the entries of a transaction, from `since` on."""
    signs = [(entry, sign) for entry in writer.log.read(since, writer.log.size) if (sign := _sign(writer, entry))]
    if signs:
        gathered = Gathering(grant, writer)
        for entry, sign in signs:
            gathered.take(entry, sign)


def _sign(reader: Reader, entry: Envelope) -> Sign | None:
    of = OPENS.get(type(entry.event))
    return of(reader, entry.event) if of else None
