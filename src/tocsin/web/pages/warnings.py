"""What partners warn of: taken in, and judged by what it finds."""

from __future__ import annotations

from typing import Any, Final

from anyio.to_thread import run_sync
from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, URLEncodedBody
from msgspec import Struct

from tocsin.app import collecting, overrides, receiving, telling, usefulness
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.event import Purpose
from tocsin.model.people import Tlp
from tocsin.model.received import Reliability, SightingState
from tocsin.model.sentence import say
from tocsin.render import claims as ledger
from tocsin.render import receiving as render
from tocsin.web import brought, security
from tocsin.web.node import HttpRequest
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor

_COSTLY: Final = security.Limit("receiving.receive", security.COSTLY["receiving.receive"])


class Judged(Struct):
    """The form that says whether what was sighted is an attack."""

    is_attack: str = ""


class Aside(Struct):
    """The form that sets lists aside."""

    value: str = ""
    reason: str = ""
    purpose: str = ""
    days: str = ""


class Where(Struct):
    """The form that tells a source."""

    collection: str = ""


class Reason(Struct):
    """The form that drops what came."""

    reason: str = ""


@get("/warnings", sync_to_thread=True)
def show_sightings(
    request: HttpRequest, visitor: Visiting, receipt: FromQuery[str | None] = None,
    after: FromQuery[str | None] = None,
) -> Response[str]:  # fmt: skip
    """List what was seen here and meets what partners warn of."""
    return page(
        request, "warnings.html.j2", visitor, found=receiving.sightings(visitor.access, None, receipt, after),
        receipt=receipt or "", render=render, states=SightingState,
    )  # fmt: skip


@post("/warnings/{sighting:str}", sync_to_thread=True)
def judge(visitor: Visiting, sighting: FromPath[str], data: URLEncodedBody[Judged]) -> Response[Any]:
    """Say whether what was sighted is an attack."""
    receiving.judge_sighting(visitor.access, sighting, data.is_attack == "yes")
    return go("/warnings")


@get("/received", sync_to_thread=True)
def show_receipts(
    request: HttpRequest, visitor: Visiting, after: FromQuery[str | None] = None
) -> Response[str]:  # fmt: skip
    """List what came from partners, and the lists that spare."""
    return _list(request, visitor, after)


def _list(
    request: HttpRequest, visitor: Visitor, after: str | None = None, error: InputError | None = None,
    taken: receiving.Received | None = None,
) -> Response[str]:  # fmt: skip
    return page(
        request, "received.html.j2", visitor, 400 if error else 200, found=receiving.receipts(visitor.access, after),
        lists=receiving.lists(visitor.access), overrides=overrides.overrides(visitor.access), error=error,
        taken=taken, render=render, ledger=ledger,
        purposes=tuple(Purpose), labels_of_tlp=tuple(Tlp),
    )  # fmt: skip


@post(
    "/received", opt={security.RIGHT: Right.SHARE}, middleware=[_COSTLY, security.Brings()],
    request_max_body_size=security.LARGEST_MAIL,
)  # fmt: skip
async def receive(request: HttpRequest, visitor: Visiting, data: brought.Form) -> Response[Any]:
    """Take a bundle of a partner in, and show what became of it."""
    raw = await brought.file(data)
    fields = {name: brought.text(data, name) for name in ("source", "reliability", "tlp")}
    return await run_sync(_receive, request, visitor, raw, fields)


def _receive(request: HttpRequest, visitor: Visitor, raw: bytes, fields: dict[str, str]) -> Response[Any]:
    try:
        reliability, label = _chosen(fields)
        taken = receiving.receive(visitor.access, raw, fields["source"], reliability, label)
    except InputError as error:
        return _list(request, visitor, error=error)
    return _list(request, visitor, taken=taken)


def _chosen(fields: dict[str, str]) -> tuple[Reliability, Tlp | None]:
    try:
        return Reliability(fields["reliability"] or "F"), Tlp(fields["tlp"]) if fields["tlp"] else None
    except ValueError as error:
        raise InputError(say("a field of the form is not filled in"), say("Choose one of what it offers.")) from error


@post(
    "/received/lists", opt={security.RIGHT: Right.SHARE}, middleware=[_COSTLY, security.Brings()],
    request_max_body_size=security.LARGEST_MAIL,
)  # fmt: skip
async def keep_list(request: HttpRequest, visitor: Visiting, data: brought.Form) -> Response[Any]:
    """Let a warninglist count."""
    raw = await brought.file(data)
    return await run_sync(_keep_list, request, visitor, raw, brought.text(data, "purpose"))


def _keep_list(request: HttpRequest, visitor: Visitor, raw: bytes, purpose: str) -> Response[Any]:
    try:
        chosen = next(iter(one for one in Purpose if one.value == purpose), Purpose.NO_SIGN)
        receiving.keep_list(visitor.access, raw, chosen)
    except InputError as error:
        return _list(request, visitor, error=error)
    return go("/received")


@post("/received/lists/{list_id:str}/drop", sync_to_thread=True)
def drop_list(visitor: Visiting, list_id: FromPath[str]) -> Response[Any]:
    """Let one count no longer."""
    receiving.drop_list(visitor.access, list_id)
    return go("/received")


@post("/received/overrides", sync_to_thread=True)
def set_aside(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Aside]) -> Response[Any]:
    """Let lists not count for one value."""
    try:
        purpose = next(iter(one for one in Purpose if one.value == data.purpose), Purpose.NO_SIGN)
        days = int(data.days) if data.days.isdecimal() and len(data.days) < 4 else 0
        overrides.override(visitor.access, data.value, data.reason, purpose, days)
    except InputError as error:
        return _list(request, visitor, error=error)
    return go("/received")


@post("/received/overrides/{override:str}/end", sync_to_thread=True)
def end_override(visitor: Visiting, override: FromPath[str]) -> Response[Any]:
    """Let them count again."""
    overrides.end_override(visitor.access, override)
    return go("/received")


@get("/sources", sync_to_thread=True)
def show_sources(request: HttpRequest, visitor: Visiting) -> Response[str]:
    """Show of what use each source is, and how other servers do."""
    return page(
        request, "sources.html.j2", visitor, sources=usefulness.sources(visitor.access),
        feeds=usefulness.feeds(visitor.access), render=render,
    )  # fmt: skip


@post("/received/{receipt:str}/answer", sync_to_thread=True)
def tell_source(visitor: Visiting, receipt: FromPath[str], data: URLEncodedBody[Where]) -> Response[Any]:
    """Tell a source what was seen of its warnings."""
    telling.tell(visitor.access, receipt, data.collection)
    return go(f"/received/{receipt}")


@get("/received/{receipt:str}", sync_to_thread=True)
def show_receipt(request: HttpRequest, visitor: Visiting, receipt: FromPath[str]) -> Response[str]:
    """Show what came at once, and what of it is not looked for."""
    return _one(request, visitor, receipt)


def _one(request: HttpRequest, visitor: Visitor, receipt: str, error: InputError | None = None) -> Response[str]:
    return page(
        request, "receipt.html.j2", visitor, 400 if error else 200, opened=receiving.receipt(visitor.access, receipt),
        error=error, render=render, answer=telling.preview(visitor.access, receipt),
        collections=collecting.collections(visitor.access),
    )  # fmt: skip


@post("/received/{receipt:str}/drop", sync_to_thread=True)
def drop(
    request: HttpRequest, visitor: Visiting, receipt: FromPath[str], data: URLEncodedBody[Reason]
) -> Response[Any]:  # fmt: skip
    """Look for it no longer."""
    try:
        receiving.drop(visitor.access, receipt, data.reason)
    except InputError as error:
        return _one(request, visitor, receipt, error)
    return go(f"/received/{receipt}")
