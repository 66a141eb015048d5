"""Incidents: what happened to the organisation, written down as it becomes known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.listing import alerts_listed, listed
from tocsin.app.parts.listing import incident as shown
from tocsin.app.ports import Reader, Writer
from tocsin.app.rights import Right
from tocsin.common.tlp import MEMBER
from tocsin.model.desk import AlertShown, IncidentShown, Listed
from tocsin.model.error import InputError
from tocsin.model.event import IncidentChanged, IncidentClosed, IncidentOpened, IncidentParted, IncidentRelabelled
from tocsin.model.operation import Track
from tocsin.model.people import Tlp
from tocsin.model.record import Note
from tocsin.model.sentence import say
from tocsin.model.view import IncidentItem, JournalItem, Page

_DOCS: Final = "howto/run-the-desk.md"


class IncidentOpen(Struct, frozen=True):
    """An incident with all that is known of it."""

    item: IncidentItem
    title: str
    messages: tuple[Listed, ...]
    alerts: tuple[AlertShown, ...]
    notes: tuple[tuple[JournalItem, str], ...]
    """What was done, the newest first, with the words that were written."""


@use_case(Right.INCIDENTS, cli="incident list", http="GET /v1/incidents", docs=_DOCS)
def incidents(
    grant: Grant, state: str | None = None, after: str | None = None, limit: int = 50
) -> Page[IncidentShown]:  # fmt: skip
    """Return the incidents that the actor is cleared for, the newest first; a part may be shorter than `limit`."""
    with grant.read() as reader:
        page = reader.views.incidents(state, after, limit)
        items = [item for item in page.items if grant.cleared(item.tlp)]
        return Page(tuple(shown(reader, item) for item in items), page.after)


@use_case(Right.INCIDENTS, cli="incident show", http="GET /v1/incidents/{incident}", docs=_DOCS)
def incident(grant: Grant, incident: str) -> IncidentOpen:
    """Return an incident."""
    with grant.read() as reader:
        item = _item(grant, reader, incident)
        messages = reader.views.messages(incident=incident, limit=500).items
        done = reader.views.journal(subject=incident, limit=500).items
        words = tuple((one, _words(reader, one)) for one in done)
        raised = reader.views.alerts(incident=incident, limit=500).items
        return IncidentOpen(
            item, notes.text(reader, item.title), listed(grant, reader, messages),
            alerts_listed(grant, reader, raised), words,
        )  # fmt: skip


def _words(reader: Reader, done: JournalItem) -> str:
    event = next(reader.log.read(done.seq, done.seq + 1)).event
    if isinstance(event, IncidentRelabelled | IncidentParted):
        return notes.text(reader, event.reason)
    return notes.text(reader, event.note) if isinstance(event, IncidentChanged | IncidentClosed) else ""


@use_case(Right.INCIDENTS, cli="incident open", http="POST /v1/incidents", docs=_DOCS)
def open_incident(
    grant: Grant, title: str, messages: Sequence[str] = (), tlp: Tlp = MEMBER, alerts: Sequence[str] = (),
    track: Track = Track.CYBER,
) -> str:  # fmt: skip
    """Open an incident, with the messages and alerts that belong to it, and return its id.

    `track`: by what the organisation is attacked. What is posted and published is of the influence track.
    """
    if not title.strip():
        raise InputError(say("the incident has no title"), say("Say in a few words what happened."))
    _readable(grant, tlp)
    identity = grant.new_id("incident")
    with grant.write() as writer:
        _known(writer, messages, alerts)
        event = IncidentOpened(
            identity, notes.keep(writer, notes.title(title)), tuple(dict.fromkeys(messages)), tlp,
            tuple(dict.fromkeys(alerts)), track,
        )  # fmt: skip
        writer.append(grant.draft(event))
    return identity


@use_case(Right.INCIDENTS, cli="incident change", http="POST /v1/incidents/{incident}/changes", docs=_DOCS)
def change_incident(
    grant: Grant, incident: str, *, title: str = "", note: str = "", messages: Sequence[str] = (),
    alerts: Sequence[str] = (),
) -> None:  # fmt: skip
    """Write down what is known, give another title, add messages and alerts."""
    if not (title.strip() or note.strip() or messages or alerts):
        raise InputError(say("there is nothing to change"), say("Give a title, a note, messages or alerts."))
    with grant.write() as writer:
        until = _until(writer, _item(grant, writer, incident))
        _known(writer, messages, alerts)
        kept = notes.keep(writer, notes.title(title), until) if title.strip() else None
        words = notes.keep_note(writer, note, until)
        writer.append(
            grant.draft(
                IncidentChanged(incident, tuple(dict.fromkeys(messages)), kept, words, tuple(dict.fromkeys(alerts)))
            )
        )


@use_case(Right.INCIDENTS, cli="incident part", http="POST /v1/incidents/{incident}/parting", docs=_DOCS)
def part_incident(
    grant: Grant, incident: str, reason: str, *, messages: Sequence[str] = (), alerts: Sequence[str] = ()
) -> None:  # fmt: skip
    """Take out messages and alerts that do not belong to an incident after all, and say why."""
    if not reason.strip():
        raise InputError(say("there is no reason given"), say("Write why they do not belong to it."))
    with grant.write() as writer:
        item = _item(grant, writer, incident)
        with_messages, with_alerts = (
            writer.views.incidents_with(list(messages)), writer.views.incidents_with_alerts(list(alerts)),
        )  # fmt: skip
        several = {**{one: with_messages.get(one, ()) for one in messages},
                   **{one: with_alerts.get(one, ()) for one in alerts}}  # fmt: skip
        if not several:
            raise InputError(say("there is nothing to change"), say("Name the messages or alerts to take out."))
        for thing, found in several.items():
            if all(one.incident != incident for one in found):
                raise missing(thing)
        kept = notes.keep(writer, Note(reason.strip()), _until(writer, item))
        writer.append(grant.draft(IncidentParted(incident, kept, tuple(messages), tuple(alerts))))


@use_case(Right.SHARE, cli="incident relabel", http="POST /v1/incidents/{incident}/label", docs=_DOCS)
def relabel_incident(grant: Grant, incident: str, tlp: Tlp, reason: str) -> None:
    """Say anew who may know of an incident, and why: so that it can be handed on, or no longer."""
    if not reason.strip():
        raise InputError(say("there is no reason given"), say("Write why others may know of it, or no longer."))
    _readable(grant, tlp)
    with grant.write() as writer:
        item = _item(grant, writer, incident)
        if item.tlp is tlp:
            raise InputError(
                say("%(incident)s bears this label already", incident=incident), say("Nothing needs changing.")
            )
        kept = notes.keep(writer, Note(reason.strip()), _until(writer, item))
        writer.append(grant.draft(IncidentRelabelled(incident, item.tlp, tlp, kept)))


def _readable(grant: Grant, tlp: Tlp) -> None:
    if not grant.cleared(tlp):
        raise InputError(
            say("you could not read this incident yourself"), say("Choose a label up to the one you are cleared for.")
        )


def _until(writer: Writer, item: IncidentItem) -> datetime | None:
    """Until when words about an incident are kept; None while it is open."""
    return writer.now + notes.RETENTION if item.state == "closed" else None


@use_case(Right.INCIDENTS, cli="incident close", http="POST /v1/incidents/{incident}/closing", docs=_DOCS)
def close_incident(grant: Grant, incident: str, outcome: str, note: str = "") -> None:
    """Close an incident; `outcome` is one of a few words: stopped, harm, false-alarm, unknown."""
    if outcome not in OUTCOMES:
        raise InputError(
            say('"%(outcome)s" is no outcome', outcome=outcome),
            say("Choose of: %(choices)s", choices=", ".join(OUTCOMES)),
        )
    with grant.write() as writer:
        if _item(grant, writer, incident).state == "closed":
            raise InputError(say("%(incident)s is closed already", incident=incident), say("Open another one."))
        until = writer.now + notes.RETENTION
        writer.append(grant.draft(IncidentClosed(incident, outcome, notes.keep_note(writer, note, until))))
        notes.expire_about(writer, incident, until)


OUTCOMES: Final = ("stopped", "harm", "false-alarm", "unknown")
"""How an incident ended. Unknown is an answer: no log never means stopped."""


def _item(grant: Grant, reader: Reader, incident: str) -> IncidentItem:
    item = reader.views.incident(incident)
    if item is None or not grant.cleared(item.tlp):
        raise missing(incident)
    return item


def _known(reader: Reader, messages: Sequence[str], alerts: Sequence[str]) -> None:
    for message in messages:
        if reader.views.message(message) is None:
            raise missing(message)
    for alert in alerts:
        if reader.views.alert(alert) is None:
            raise missing(alert)
