"""Incidents: what happened, written down as it becomes known."""

from __future__ import annotations

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from tocsin.app import incidents, operations
from tocsin.attribute.kinds import KINDS
from tocsin.model.error import InputError
from tocsin.model.operation import Track
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.render import operations as render
from tocsin.web.node import HttpRequest
from tocsin.web.pages.queue import label_of, names
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor


class Incident(Struct):
    """The form of a new incident, or of what is added to one."""

    title: str = ""
    note: str = ""
    messages: str = ""
    alerts: str = ""
    tlp: str = Tlp.AMBER_STRICT.value
    track: str = Track.CYBER.value


class Parting(Struct):
    """The form that takes messages and alerts out of one."""

    messages: str = ""
    alerts: str = ""
    reason: str = ""


class Label(Struct):
    """The form that gives it another label."""

    tlp: str = ""
    reason: str = ""


class FactBack(Struct):
    """The form that takes back a fact."""

    fact: str = ""
    reason: str = ""


class Closing(Struct):
    """The form that closes one."""

    outcome: str = ""
    note: str = ""


@get("/incidents", sync_to_thread=True)
def show_incidents(request: HttpRequest, visitor: Visiting, after: FromQuery[str | None] = None) -> Response[str]:
    """List them, the newest first."""
    return _list(request, visitor, request.query_params.get("state", "")[:20], after)


def _list(
    request: HttpRequest, visitor: Visitor, state: str, after: str | None, error: InputError | None = None
) -> Response[str]:
    found = incidents.incidents(visitor.access, state or None, after, 50)
    return page(
        request, "incidents.html.j2", visitor, 400 if error else 200, rows=found.items, state=state, error=error,
        more=found.after or "", labels_of_tlp=tuple(Tlp), tracks=render.ABOUT, names=render.TRACKS,
    )  # fmt: skip


@post("/incidents", sync_to_thread=True)
def open_one(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Incident]) -> Response[Any]:
    """Open one."""
    try:
        opened = incidents.open_incident(
            visitor.access, data.title, data.messages.split(), label_of(data.tlp), (), _track(data.track)
        )
    except InputError as error:
        return _list(request, visitor, "", None, error)
    return go(f"/incidents/{opened}")


def _track(text: str) -> Track:
    if text not in set(Track):
        raise InputError(say("there is no such track"), say("Choose one of the list."))
    return Track(text)


@get("/incidents/{incident:str}", sync_to_thread=True)
def show_incident(request: HttpRequest, visitor: Visiting, incident: FromPath[str]) -> Response[str]:
    """Show one."""
    return _one(request, visitor, incident)


def _one(request: HttpRequest, visitor: Visitor, incident: str, error: InputError | None = None) -> Response[str]:
    return page(
        request, "incident.html.j2", visitor, 400 if error else 200, people=names(visitor), error=error,
        incident=incidents.incident(visitor.access, incident), outcomes=incidents.OUTCOMES, labels_of_tlp=tuple(Tlp),
        names=render.TRACKS, kinds=KINDS,
        facts=operations.facts(visitor.access, incident) if visitor.may("attribute") else (),
    )  # fmt: skip


@post("/incidents/{incident:str}/facts/taking-back", sync_to_thread=True)
def take_fact_back(
    request: HttpRequest, visitor: Visiting, incident: FromPath[str], data: URLEncodedBody[FactBack]
) -> Response[Any]:  # fmt: skip
    """Take back a fact that was told of it."""
    try:
        number = int(data.fact) if data.fact.isascii() and data.fact.isdigit() and len(data.fact) < 19 else -1
        operations.take_fact_back(visitor.access, incident, number, data.reason)
    except InputError as error:
        return _one(request, visitor, incident, error)
    return go(f"/incidents/{incident}")


@post("/incidents/{incident:str}", sync_to_thread=True)
def change_one(
    request: HttpRequest,
    visitor: Visiting,
    incident: FromPath[str],
    data: URLEncodedBody[Incident],
) -> Response[Any]:
    """Write down what is known."""
    try:
        incidents.change_incident(
            visitor.access,
            incident,
            title=data.title,
            note=data.note,
            messages=data.messages.split(),
            alerts=data.alerts.split(),
        )
    except InputError as error:
        return _one(request, visitor, incident, error)
    return go(f"/incidents/{incident}")


@post("/incidents/{incident:str}/part", sync_to_thread=True)
def part(
    request: HttpRequest,
    visitor: Visiting,
    incident: FromPath[str],
    data: URLEncodedBody[Parting],
) -> Response[Any]:
    """Take out what does not belong to it."""
    try:
        incidents.part_incident(
            visitor.access, incident, data.reason, messages=data.messages.split(), alerts=data.alerts.split()
        )
    except InputError as error:
        return _one(request, visitor, incident, error)
    return go(f"/incidents/{incident}")


@post("/incidents/{incident:str}/label", sync_to_thread=True)
def relabel(
    request: HttpRequest,
    visitor: Visiting,
    incident: FromPath[str],
    data: URLEncodedBody[Label],
) -> Response[Any]:
    """Give it another label."""
    try:
        incidents.relabel_incident(visitor.access, incident, label_of(data.tlp), data.reason)
    except InputError as error:
        return _one(request, visitor, incident, error)
    return go(f"/incidents/{incident}")


@post("/incidents/{incident:str}/close", sync_to_thread=True)
def close(
    request: HttpRequest,
    visitor: Visiting,
    incident: FromPath[str],
    data: URLEncodedBody[Closing],
) -> Response[Any] | Redirect:
    """Close it."""
    try:
        incidents.close_incident(visitor.access, incident, data.outcome, data.note)
    except InputError as error:
        return _one(request, visitor, incident, error)
    return go(f"/incidents/{incident}")
