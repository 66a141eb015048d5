"""One message with all that is known of it, shown harmless; and what people decide about it."""

from __future__ import annotations

from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from tocsin.app import glass, mail, people
from tocsin.app.mail import Opened
from tocsin.app.rights import ROLES, Right
from tocsin.formats.mime import parse
from tocsin.identify.excerpts import excerpts_of
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.error import BreakGlassError
from tocsin.model.limits import Limits
from tocsin.model.people import Tlp
from tocsin.model.verdict import Class, Danger
from tocsin.render import receiving as warnings
from tocsin.render.findings import shown_findings
from tocsin.render.html import paragraphs
from tocsin.render.message import View
from tocsin.render.pictures import route
from tocsin.web.node import HttpRequest
from tocsin.web.pages.queue import Decision, decided, names
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor

_LIMITS: Final = Limits()


class Warning_(Struct):  # noqa: N801 - the plain name is Python's own
    """The form of a warning."""

    text: str = ""
    people: list[str] | str = ""


class Glass(Struct):
    """The form that asks for the glass to be broken."""

    reason: str = ""
    second: str = ""


@get("/messages/{message:str}", sync_to_thread=True)
def show_message(request: HttpRequest, visitor: Visiting, message: FromPath[str]) -> Response[str]:
    """Show it, or the form for breaking the glass."""
    try:
        opened = mail.message(visitor.access, message)
    except BreakGlassError as error:
        return page(request, "glass.html.j2", visitor, 403, error=error, message=message, seconds=_seconds(visitor))
    verdict = opened.record.verdict if opened.record else None
    view = _view(opened)
    is_bad = opened.item.verdict in (Class.MALICIOUS, Class.SUSPICIOUS)
    excerpts = excerpts_of(view.mail, verdict.findings) if view and verdict else ()
    return page(
        request, "message.page.html.j2", visitor, message=opened, item=opened.item, record=opened.record,
        verdict=verdict, view=view, body=paragraphs(view.body) if view else None,
        picture=route(view.route) if view and view.route else None,
        findings=shown_findings(verdict, excerpts, visitor.words.language) if verdict else (),
        dangers=(verdict.advice or (Danger.CONVERSATION,)) if verdict and is_bad else (),
        others=mail.others(visitor.access, message), people=names(visitor), learnable=mail.LEARNABLE,
        labels_of_tlp=tuple(Tlp), warnings=warnings,
    )  # fmt: skip


def _view(opened: Opened) -> View | None:
    if opened.raw is None or opened.record is None or opened.record.verdict is None:
        return None
    parsed = Mail(parse(opened.raw[: _LIMITS.max_message_bytes], _LIMITS), _LIMITS)
    return View(parsed, opened.record.verdict, opened.record.context or Context())


def _seconds(visitor: Visitor) -> list[tuple[str, str]]:
    """Who could agree: (id, name)."""
    if not visitor.may("read-people"):
        return []
    return [
        (one.item.person, one.record.name if one.record else one.item.person)
        for one in people.people(visitor.access)
        if one.item.person != visitor.access.actor.person
        and any(Right.OPEN_MAIL in ROLES[role] for role in one.item.roles)
    ]


@post("/messages/{message:str}/decide", sync_to_thread=True)
def decide_one(visitor: Visiting, message: FromPath[str], data: URLEncodedBody[Decision]) -> Redirect:
    """Do what was decided about it."""
    data.several = message
    return decided(visitor, data, f"/messages/{message}")


@post("/messages/{message:str}/warn", sync_to_thread=True)
def warn(
    request: HttpRequest,
    visitor: Visiting,
    message: FromPath[str],
    data: URLEncodedBody[Warning_],
) -> Response[str]:
    """Note that people are told, and show whom to tell and by which addresses."""
    chosen = [data.people] if isinstance(data.people, str) else data.people
    told = mail.warn(visitor.access, message, data.text, [one for one in chosen if one])
    return page(request, "warned.html.j2", visitor, message=message, told=told, text=data.text)


@post("/messages/{message:str}/glass", sync_to_thread=True)
def ask_for_glass(visitor: Visiting, message: FromPath[str], data: URLEncodedBody[Glass]) -> Redirect:
    """Ask a second person to agree that it is opened."""
    glass.open_glass(visitor.access, message, data.reason, data.second)
    return go("/queue")
