"""What follows from what was written down, by itself: the one table from an entry to what is done about it.

It runs in the transaction that wrote the entry, so that both count or neither. What it writes names that entry as its
cause and "tocsin" as its actor, and a person can undo it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    LogsRead,
    MailJudged,
    VerdictConfirmed,
    VerdictCorrected,
)

OPENS: Final[Mapping[type, Callable[[Reader, Any], Iterable[Sign] | Sign | None]]] = {
    MailJudged: gathering.of_verdict,
    VerdictCorrected: gathering.of_correction,
    VerdictConfirmed: gathering.of_confirmation,
    AlertRaised: gathering.of_alert,
    AlertConfirmed: gathering.of_confirmed_alert,
    ClickReported: gathering.of_click,
    LogsRead: gathering.of_logs,
}
"""Entries that open an incident, or join one: what each says happened, or nothing."""


def react(grant: Grant, writer: Writer, since: int) -> None:
    """Do what follows from the entries of a transaction, from `since` on."""
    signs = [(entry, sign) for entry in writer.log.read(since, writer.log.size) for sign in _signs(writer, entry)]
    if signs:
        gathered = Gathering(grant, writer)
        for entry, sign in signs:
            gathered.take(entry, sign)


def _signs(reader: Reader, entry: Envelope) -> Iterable[Sign]:
    of = OPENS.get(type(entry.event))
    found = of(reader, entry.event) if of else None
    return () if found is None else (found,) if isinstance(found, Sign) else found
