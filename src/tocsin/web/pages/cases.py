"""Cases: evidence in custody, with all that was done with it, and its export for somebody outside."""

from __future__ import annotations

import io
from typing import Any, Final

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

import tocsin
from tocsin.app import cases, evidence, people, tasks
from tocsin.model.error import InputError, TocsinError
from tocsin.model.people import Role, Tlp
from tocsin.render import cases as said
from tocsin.render import claims as ledger
from tocsin.web import security
from tocsin.web.node import HttpRequest
from tocsin.web.pages.queue import label_of, names
from tocsin.web.respond import attached, go, page
from tocsin.web.visitor import Visiting, Visitor

_LONGEST_IDS: Final = 4_000
_EXPORT: Final = [security.Limit("evidence.export", security.COSTLY["evidence.export"])]


class Case(Struct):
    """The form of a new case."""

    title: str = ""
    incidents: str = ""


class Incidents(Struct):
    """The form that adds incidents to a case: their ids."""

    incidents: str = ""


class Parting(Struct):
    """The form that takes an incident out."""

    reason: str = ""
    tlp: str = ""


class Purpose(Struct):
    """The form that reads or exports: what for."""

    purpose: str = ""


class Message(Struct):
    """The form that takes a message into custody."""

    message: str = ""


class Closing(Struct):
    """The form that closes one."""

    note: str = ""
    lessons: str = ""
    sure: str = ""


@get("/cases", sync_to_thread=True)
def show_cases(
    request: HttpRequest, visitor: Visiting, after: FromQuery[str | None] = None, ids: FromQuery[str] = ""
) -> Response[str]:  # fmt: skip
    """Show what is to be done, and list them, the newest first; with `ids`, ready to open one about these incidents."""
    return several(request, visitor, after=after, ids=ids)


def several(
    request: HttpRequest, visitor: Visitor, error: InputError | None = None, after: str | None = None, ids: str = ""
) -> Response[str]:  # fmt: skip
    """Return the page that lists them, with what was wrong about a form."""
    rows, todo = cases.cases(visitor.access), tasks.mine(visitor.access, after)
    titles = {one.item.case: one.title for one in rows}
    return page(
        request, "cases.html.j2", visitor, 400 if error else 200, rows=rows, error=error, todo=todo, titles=titles,
        is_further=after is not None, ids=ids[:_LONGEST_IDS], me=visitor.access.actor.person,
    )  # fmt: skip


@post("/cases", sync_to_thread=True)
def open_one(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Case]) -> Response[Any]:
    """Open one."""
    try:
        opened = cases.open_case(visitor.access, data.title, data.incidents.split())
    except InputError as error:
        return several(request, visitor, error)
    return go(f"/cases/{opened}")


@get("/cases/{case:str}", sync_to_thread=True)
def show_case(request: HttpRequest, visitor: Visiting, case: FromPath[str]) -> Response[str]:
    """Show one."""
    return one(request, visitor, case)


def one(request: HttpRequest, visitor: Visitor, case: str, error: TocsinError | None = None) -> Response[str]:
    """Return the page of a case, with what was wrong about a form."""
    actors = (
        [one for one in people.people(visitor.access) if one.item.roles == (Role.PARTICIPANT,)]
        if visitor.may("read-people")
        else []
    )
    return page(
        request, "case.html.j2", visitor, 400 if error else 200, case=cases.case(visitor.access, case),
        people=names(visitor), error=error, now=visitor.access.now, said=said, ledger=ledger, actors=actors,
        labels_of_tlp=tuple(Tlp), me=visitor.access.actor.person,
    )  # fmt: skip


@post("/cases/{case:str}/incidents", sync_to_thread=True)
def add_incidents(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], data: URLEncodedBody[Incidents]
) -> Response[Any]:  # fmt: skip
    """Add incidents to one."""
    try:
        cases.add_incidents(visitor.access, case, data.incidents.split())
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/incidents/{incident:str}/part", sync_to_thread=True)
def part_incident(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], incident: FromPath[str], data: URLEncodedBody[Parting]
) -> Response[Any]:  # fmt: skip
    """Take an incident out of one."""
    try:
        label = label_of(data.tlp) if data.tlp else None
        cases.part_incident(visitor.access, case, incident, data.reason, label)
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@get("/evidence/{piece:str}", sync_to_thread=True)
def find(visitor: Visiting, piece: FromPath[str]) -> Redirect:
    """Lead to a piece of evidence, on the page of its case."""
    found = evidence.piece(visitor.access, piece)
    return go(f"/cases/{found.case}#{found.evidence}")


@post("/cases/{case:str}/messages", sync_to_thread=True)
def add_message(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], data: URLEncodedBody[Message]
) -> Response[Any]:  # fmt: skip
    """Take a message of one of its incidents into custody."""
    try:
        evidence.add_message(visitor.access, case, data.message.strip(), tocsin.__version__)
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/export", sync_to_thread=True, middleware=_EXPORT, status_code=200)
def export(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], data: URLEncodedBody[Purpose]
) -> Response[Any]:  # fmt: skip
    """Return the archive of all its evidence, which others verify without Tocsin."""
    out = io.BytesIO()
    try:
        evidence.export(visitor.access, visitor.node.signer, case, tocsin.__version__, out, data.purpose)
    except InputError as error:
        return one(request, visitor, case, error)
    return attached(out.getvalue(), f"{case}.zip", "application/zip")


@post("/cases/{case:str}/close", sync_to_thread=True)
def close(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], data: URLEncodedBody[Closing]
) -> Response[Any]:  # fmt: skip
    """Close it."""
    try:
        cases.close_case(visitor.access, case, data.note, data.lessons, sure=bool(data.sure))
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/evidence/{piece:str}", sync_to_thread=True, status_code=200)
def read(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], piece: FromPath[str], data: URLEncodedBody[Purpose]
) -> Response[Any]:  # fmt: skip
    """Return a content as it was collected, after noting who reads it and what for."""
    try:
        content = evidence.read(visitor.access, piece, data.purpose)
    except InputError as error:
        return one(request, visitor, case, error)
    return attached(content, f"{piece}.bin", "application/octet-stream")
