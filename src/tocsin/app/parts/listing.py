"""Things of the desk as people see them in lists, and which messages are behind glass."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final

import msgspec

from tocsin.app.access import Grant, missing
from tocsin.app.parts import notes
from tocsin.app.ports import Reader
from tocsin.model.alert import Alert
from tocsin.model.desk import AlertShown, Asked, Breaking, Click, IncidentShown, Listed, SightingShown
from tocsin.model.error import BreakGlassError
from tocsin.model.event import AlertRaised, BreakGlassAsked, MailJudged
from tocsin.model.received import SightingRecord
from tocsin.model.record import AlertRecord, MessageRecord
from tocsin.model.sentence import say
from tocsin.model.verdict import Class
from tocsin.model.view import AlertItem, ClickItem, GrantItem, IncidentItem, MessageItem, QuestionItem, SightingItem

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


def openable(grant: Grant, reader: Reader, message: str) -> MessageItem:
    """Return a message that the actor may open.

    Also what is decided about a message takes that: a correction would open it to everybody. Raises BreakGlassError for
    one that was neither reported nor flagged, until the glass is broken.
    """
    if (item := reader.views.message(message)) is None:
        raise missing(message)
    if is_sealed(item) and opened(reader.views.grants(message), grant) is None:
        raise BreakGlassError(
            say("%(message)s was neither reported nor flagged", message=message),
            say("It stays closed, unless a second person agrees that there is a reason to open it."),
        )
    return item


def judgement(reader: Reader, item: MessageItem) -> MailJudged:
    """Return the event that judged a message."""
    event = next(reader.log.read(item.seq, item.seq + 1)).event
    if not isinstance(event, MailJudged):
        raise TypeError(item.message)
    return event


def _recipients(reader: Reader, items: list[MessageItem]) -> dict[str, tuple[str, ...]]:
    """Who received messages, by message: read at one go."""
    events = (entry.event for entry in reader.log.several([item.seq for item in items]))
    return {event.message: event.recipients for event in events if isinstance(event, MailJudged)}


def listed(
    grant: Grant, reader: Reader, items: Iterable[MessageItem], *, copies: bool = False
) -> tuple[Listed, ...]:  # fmt: skip
    """Return messages as they are listed. Of `copies` of a message that is open, also who received them."""
    shown = list(items)
    records = reader.vault.get_many([item.record for item in shown if item.record and not is_sealed(item)])
    incidents = incidents_of(grant, reader, [item.message for item in shown])
    people = _recipients(reader, [item for item in shown if copies or not is_sealed(item)])
    return tuple(
        _listed(item, records.get(item.record or ""), people.get(item.message, ()), incidents.get(item.message, ()))
        for item in shown
    )


def incidents_of(grant: Grant, reader: Reader, messages: list[str]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the incidents of messages that the actor is cleared for, by message."""
    found = reader.views.incidents_with(messages)
    return {
        message: tuple(item.incident for item in items if grant.cleared(item.tlp)) for message, items in found.items()
    }


def _listed(item: MessageItem, raw: bytes | None, people: tuple[str, ...], incidents: tuple[str, ...]) -> Listed:
    record = msgspec.json.decode(raw, type=MessageRecord) if raw is not None else MessageRecord()
    return Listed(item, is_sealed(item), record.sender, record.sender_name, record.subject, people, incidents)


def asked(reader: Reader, items: Iterable[QuestionItem]) -> tuple[Asked, ...]:
    """Return questions as they are listed."""
    return tuple(
        Asked(item, notes.text(reader, item.record), _stands(reader, item), notes.text(reader, item.answer))
        for item in items
    )


def _stands(reader: Reader, item: QuestionItem) -> Class | None:
    message = reader.views.message(item.message) if item.message else None
    return message.verdict if message else item.verdict


def click(reader: Reader, item: ClickItem) -> Click:
    """Return what somebody said that they did."""
    return Click(item, notes.text(reader, item.record))


def incident(reader: Reader, item: IncidentItem) -> IncidentShown:
    """Return an incident as it is listed."""
    return IncidentShown(item, notes.text(reader, item.title))


def alerts_listed(grant: Grant, reader: Reader, items: Iterable[AlertItem]) -> tuple[AlertShown, ...]:
    """Return alerts as they are listed."""
    shown = list(items)
    records = reader.vault.get_many([item.record for item in shown if item.record])
    belong = reader.views.incidents_with_alerts([item.alert for item in shown])
    raised = {entry.seq: entry.event for entry in reader.log.several([item.seq for item in shown])}
    return tuple(
        AlertShown(
            item, _alert(records.get(item.record or "")), _concerns(raised.get(item.seq)),
            tuple(one.incident for one in belong.get(item.alert, ()) if grant.cleared(one.tlp)),
        )
        for item in shown
    )  # fmt: skip


def _alert(raw: bytes | None) -> Alert | None:
    return msgspec.json.decode(raw, type=AlertRecord).alert if raw is not None else None


def _concerns(event: Any) -> tuple[str, ...]:
    return event.people if isinstance(event, AlertRaised) else ()


def breaking(reader: Reader, item: GrantItem) -> Breaking:
    """Return a breaking of the glass. Whom it concerns is not said before a second person has agreed."""
    asked = next(reader.log.read(item.seq, item.seq + 1)).event
    reason = notes.text(reader, asked.reason) if isinstance(asked, BreakGlassAsked) else ""
    return Breaking(item, reason, concerned(reader, item) if item.opened_at else ())


def concerned(reader: Reader, item: GrantItem) -> tuple[str, ...]:
    """Return the ids of the people who received a message that is to be opened."""
    message = reader.views.message(item.message)
    return judgement(reader, message).recipients if message else ()


def sighting(grant: Grant, reader: Reader, item: SightingItem) -> SightingShown:
    """Return what was sighted, with the message where it is one."""
    several = reader.views.several([item.message]) if item.message else ()
    shown = listed(grant, reader, several)
    return SightingShown(item, notes.read(reader, item.record, SightingRecord), shown[0] if shown else None)
