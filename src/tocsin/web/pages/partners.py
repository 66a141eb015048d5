"""With whom is shared: partners, circles, and who agreed to be named to them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

from litestar import Response, get, post
from litestar.params import FromPath, URLEncodedBody
from msgspec import Struct

from tocsin.app import circles, collecting, consents, partners
from tocsin.app import people as staff
from tocsin.app.access import require
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.exchange import ORGANISATION, Content, Standing
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.render import sending as render
from tocsin.web.node import HttpRequest
from tocsin.web.pages.outgoing import recipients
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor

E = TypeVar("E", bound=StrEnum)
_MOST = 500


class Partner(Struct):
    """The form of a new partner."""

    name: str = ""
    contact: str = ""
    tlp: str = ""
    standing: str = ""
    reads: list[str] | str = ""
    writes: list[str] | str = ""


class Circle(Struct):
    """The form of a new circle."""

    name: str = ""
    tlp: str = ""
    purposes: list[str] | str = ""
    members: list[str] | str = ""
    reads: list[str] | str = ""


class Consent(Struct):
    """The form that writes down that somebody agrees."""

    subject: str = ORGANISATION
    recipient: str = ""
    how: str = ""


@get("/partners", sync_to_thread=True)
def show_partners(request: HttpRequest, visitor: Visiting) -> Response[str]:
    """List them all."""
    return _show(request, visitor)


def _show(
    request: HttpRequest, visitor: Visitor, error: InputError | None = None, made: partners.Admitted | None = None
) -> Response[str]:  # fmt: skip
    require(visitor.access, Right.SHARE)
    names = dict(recipients(visitor.access))
    return page(
        request, "partners.html.j2", visitor, 400 if error else 200, partners=partners.partners(visitor.access),
        circles=circles.circles(visitor.access), consents=consents.consents(visitor.access), names=names, error=error,
        collections=collecting.collections(visitor.access), people=staff.people(visitor.access), made=made,
        render=render, contents=tuple(Content), standings=tuple(Standing), labels_of_tlp=tuple(Tlp),
    )  # fmt: skip


@post("/partners", sync_to_thread=True)
def add_partner(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Partner]) -> Response[Any]:
    """Add a partner, and show its token once."""
    try:
        made = partners.add_partner(
            visitor.access, data.name, data.contact, chosen(Tlp, data.tlp), several(data.reads), several(data.writes),
            chosen(Standing, data.standing),
        )  # fmt: skip
    except InputError as error:
        return _show(request, visitor, error)
    return _show(request, visitor, made=made)


@post("/partners/{partner:str}/end", sync_to_thread=True)
def end_partner(visitor: Visiting, partner: FromPath[str]) -> Response[Any]:
    """Share nothing with one any more."""
    partners.end_partner(visitor.access, partner)
    return go("/partners")


@post("/circles", sync_to_thread=True)
def add_circle(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Circle]) -> Response[Any]:
    """Make a circle."""
    try:
        purposes = [chosen(Content, one) for one in several(data.purposes)]
        circles.add_circle(
            visitor.access, data.name, chosen(Tlp, data.tlp), purposes, several(data.members), several(data.reads)
        )  # fmt: skip
    except InputError as error:
        return _show(request, visitor, error)
    return go("/partners")


@post("/circles/{circle:str}/end", sync_to_thread=True)
def end_circle(visitor: Visiting, circle: FromPath[str]) -> Response[Any]:
    """Tell nothing in it any more."""
    circles.end_circle(visitor.access, circle)
    return go("/partners")


@post("/consents", sync_to_thread=True)
def give_consent(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Consent]) -> Response[Any]:
    """Write down that somebody agrees to be named."""
    try:
        consents.give_consent(visitor.access, data.how, data.subject or ORGANISATION, data.recipient)
    except InputError as error:
        return _show(request, visitor, error)
    return go("/partners")


@post("/consents/{consent:str}/end", sync_to_thread=True)
def end_consent(visitor: Visiting, consent: FromPath[str]) -> Response[Any]:
    """Write down that they agree no longer."""
    consents.end_consent(visitor.access, consent)
    return go("/partners")


def chosen(kind: type[E], text: str) -> E:
    """Return what a form chose. Raises InputError for what it does not offer."""
    try:
        return kind(text)
    except ValueError as error:
        raise InputError(say("a field of the form is not filled in"), say("Choose one of what it offers.")) from error


def several(given: list[str] | str) -> list[str]:
    """Return what was ticked."""
    return [one for one in ([given] if isinstance(given, str) else given) if one][:_MOST]
