"""Messages as people see them in lists, and which of them are behind glass."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

import msgspec

from tocsin.app.access import Grant
from tocsin.app.ports import Reader
from tocsin.model.desk import Listed
from tocsin.model.event import MailJudged
from tocsin.model.record import MessageRecord
from tocsin.model.verdict import Class
from tocsin.model.view import GrantItem, MessageItem

OPEN_FOR: Final = timedelta(days=7)
"""How long whoever broke the glass may look."""


def is_sealed(item: MessageItem) -> bool:
    """Say whether a message was neither flagged, by the judge or a person, nor reported by anybody."""
    flagged = item.judged is not Class.CLEAN or item.verdict is not Class.CLEAN
    return not (flagged or item.reported or item.clicked)


def opened(grants: Iterable[GrantItem], grant: Grant) -> GrantItem | None:
    """Return the breaking of the glass that lets the actor look now."""
    mine = [one for one in grants if one.actor == grant.actor.id and one.opened_at]
    return next((one for one in mine if one.opened_at and grant.now < one.opened_at + OPEN_FOR), None)


def judgement(reader: Reader, item: MessageItem) -> MailJudged:
    """Return the event that judged a message."""
    event = next(reader.log.read(item.seq, item.seq + 1)).event
    if not isinstance(event, MailJudged):
        raise TypeError(item.message)
    return event


def listed(reader: Reader, items: Iterable[MessageItem], *, copies: bool = False) -> tuple[Listed, ...]:
    """Return messages as they are listed. Of `copies` of a message that is open, also who received them."""
    shown = list(items)
    records = reader.vault.get_many([item.record for item in shown if item.record and not is_sealed(item)])
    return tuple(_listed(reader, item, records.get(item.record or ""), copies) for item in shown)


def _listed(reader: Reader, item: MessageItem, raw: bytes | None, copies: bool) -> Listed:
    sealed = is_sealed(item)
    record = msgspec.json.decode(raw, type=MessageRecord) if raw is not None else MessageRecord()
    people = judgement(reader, item).recipients if copies or not sealed else ()
    return Listed(item, sealed, record.sender, record.sender_name, record.subject, people)
