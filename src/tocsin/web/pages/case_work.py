"""The work on a case: who takes part and sees what, what is to be done, whom it must be told."""

from __future__ import annotations

import io
from typing import Any, Final

from anyio.to_thread import run_sync
from litestar import Response, post
from litestar.params import FromPath, URLEncodedBody
from msgspec import Struct

import tocsin
from tocsin.app import handover, participants, tasks, victims
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.event import Ending
from tocsin.model.people import Tlp
from tocsin.web import brought, security
from tocsin.web.node import HttpRequest
from tocsin.web.pages.cases import one, several
from tocsin.web.pages.queue import label_of
from tocsin.web.respond import attached, go
from tocsin.web.visitor import Visiting, Visitor

_COSTLY: Final = security.Limit("handover.hand_over", security.COSTLY["handover.hand_over"])


class Participant(Struct):
    """The form that lets somebody take part, or says anew who they are."""

    name: str = ""
    contact: str = ""
    tlp: str = Tlp.AMBER.value
    people: list[str] | str = ""
    participant: str = ""


class Restriction(Struct):
    """The form that says who needs to know of a thing."""

    item: str = ""
    only: list[str] | str = ""
    everybody: str = ""


class Task(Struct):
    """The form of a new task."""

    title: str = ""
    due: str = ""
    participant: str = ""
    tlp: str = ""


class Change(Struct):
    """The form that gives a task to somebody else, or moves when it is due."""

    participant: str = ""
    due: str = ""
    tlp: str = ""


class End(Struct):
    """The form that ends a task, or says that a victim was told."""

    how: str = Ending.DONE.value
    note: str = ""


class Victim(Struct):
    """The form of somebody who has to be told."""

    name: str = ""
    note: str = ""


class Lead(Struct):
    """The form that hands the lead over."""

    to: str = ""
    to_key: str = ""
    note: str = ""
    sure: str = ""


class Back(Struct):
    """The form that takes the lead back."""

    reason: str = ""


class Contact(Struct):
    """The form that verifies how a victim is reached."""

    contact: str = ""
    source: str = ""
    called_at: str = ""
    sure: str = ""


def _how(text: str) -> Ending:
    return Ending(text) if text in tuple(Ending) else Ending.DONE


def _several(ids: list[str] | str) -> list[str]:
    return [one for one in ([ids] if isinstance(ids, str) else ids) if one][:100]


@post("/cases/{case:str}/participants", sync_to_thread=True)
def join(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], data: URLEncodedBody[Participant]
) -> Response[Any]:  # fmt: skip
    """Let somebody take part."""
    try:
        participants.join(
            visitor.access, case, data.name, label_of(data.tlp), _several(data.people), data.contact,
            data.participant or None,
        )  # fmt: skip
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/participants/{participant:str}/leave", sync_to_thread=True)
def leave(visitor: Visiting, case: FromPath[str], participant: FromPath[str]) -> Response[Any]:
    """Let them see nothing of it any more."""
    participants.leave(visitor.access, case, participant)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/restrict", sync_to_thread=True)
def restrict(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], data: URLEncodedBody[Restriction]
) -> Response[Any]:  # fmt: skip
    """Say who needs to know of a thing."""
    try:
        participants.restrict(visitor.access, case, data.item, None if data.everybody else _several(data.only))
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/tasks", sync_to_thread=True)
def set_task(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], data: URLEncodedBody[Task]
) -> Response[Any]:  # fmt: skip
    """Say what is to be done."""
    try:
        label = label_of(data.tlp) if data.tlp else None
        tasks.set_task(visitor.access, case, data.title, brought.time(data.due), data.participant or None, label)
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/tasks/{task:str}/change", sync_to_thread=True)
def change_task(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], task: FromPath[str], data: URLEncodedBody[Change]
) -> Response[Any]:  # fmt: skip
    """Give it to somebody else, or move when it is due."""
    try:
        due = brought.time(data.due) if data.due else None
        label = label_of(data.tlp) if data.tlp else None
        tasks.change_task(visitor.access, task, data.participant, due, label)
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/tasks/{task:str}/end", sync_to_thread=True)
def end_task(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], task: FromPath[str], data: URLEncodedBody[End]
) -> Response[Any]:  # fmt: skip
    """Say that it was done, or dropped."""
    try:
        tasks.end_task(visitor.access, task, _how(data.how), data.note)
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/victims", sync_to_thread=True)
def found(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], data: URLEncodedBody[Victim]
) -> Response[Any]:  # fmt: skip
    """Write down that somebody has to be told."""
    try:
        victims.found(visitor.access, case, data.name, data.note)
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/victims/{victim:str}/contact", sync_to_thread=True)
def verify_contact(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], victim: FromPath[str], data: URLEncodedBody[Contact]
) -> Response[Any]:  # fmt: skip
    """Write down how they are reached, and how that is known."""
    try:
        victims.verify_contact(
            visitor.access, victim, data.contact, data.source, brought.time(data.called_at), sure=bool(data.sure)
        )
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/victims/{victim:str}/told", sync_to_thread=True)
def told(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], victim: FromPath[str], data: URLEncodedBody[End]
) -> Response[Any]:  # fmt: skip
    """Write down that they were told, or cannot be."""
    try:
        victims.told(visitor.access, victim, data.note, _how(data.how))
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post("/cases/{case:str}/hand-over", sync_to_thread=True, status_code=200, middleware=[_COSTLY])
def hand_over(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], data: URLEncodedBody[Lead]
) -> Response[Any]:  # fmt: skip
    """Return the archive by which another node leads it from now on."""
    out = io.BytesIO()
    try:
        handover.hand_over(
            visitor.access, visitor.node.signer, case, data.to, data.to_key, tocsin.__version__, out, data.note,
            sure=bool(data.sure),
        )  # fmt: skip
    except InputError as error:
        return one(request, visitor, case, error)
    return attached(out.getvalue(), f"{case}.zip", "application/zip")


@post("/cases/{case:str}/take-back", sync_to_thread=True)
def take_back(
    request: HttpRequest, visitor: Visiting, case: FromPath[str], data: URLEncodedBody[Back]
) -> Response[Any]:  # fmt: skip
    """Lead it here again."""
    try:
        handover.take_back(visitor.access, case, data.reason)
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


@post(
    "/cases/archive", opt={security.RIGHT: Right.EVIDENCE}, middleware=[security.Brings()],
    request_max_body_size=security.LARGEST_MAIL,
)  # fmt: skip
async def take(request: HttpRequest, visitor: Visiting, data: brought.Form) -> Response[Any]:
    """Check an archive, and open the case whose lead was handed over by it."""
    raw = await brought.file(data)
    return await run_sync(_take, request, visitor, raw, str(data.get("key") or ""))


def _take(request: HttpRequest, visitor: Visitor, raw: bytes, key: str) -> Response[Any]:
    try:
        taken = handover.take(visitor.access, visitor.node.signer, raw, key)
    except InputError as error:
        return several(request, visitor, error)
    return go(f"/cases/{taken.case}")
