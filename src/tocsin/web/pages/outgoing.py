"""What leaves: looked at before, approved, and told afterwards."""

from __future__ import annotations

from typing import Any

from litestar import Response, get, post
from litestar.params import FromQuery, URLEncodedBody
from msgspec import Struct

from tocsin.app import circles, collecting, partners, sending
from tocsin.app.access import Access, require
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.exchange import Content
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.render import sending as render
from tocsin.web.node import HttpRequest
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor


class Approval(Struct):
    """The form that approves."""

    collection: str = ""
    recipient: str = ""
    contents: list[str] | str = ""
    tlp: str = ""
    note: str = ""


def recipients(access: Access) -> list[tuple[str, str]]:
    """Return ids and names of partners and circles."""
    found = [(one.item.partner, one.name) for one in partners.partners(access)]
    return found + [(one.item.circle, one.name) for one in circles.circles(access)]


@get("/outgoing", sync_to_thread=True)
def show_outgoing(
    request: HttpRequest, visitor: Visiting, collection: FromQuery[str] = "", recipient: FromQuery[str] = ""
) -> Response[str]:  # fmt: skip
    """Show what of a collection would leave to a recipient."""
    return _show(request, visitor, collection, recipient)


def _show(
    request: HttpRequest, visitor: Visitor, collection: str, recipient: str, error: InputError | None = None
) -> Response[str]:  # fmt: skip
    require(visitor.access, Right.SHARE)
    made = sending.preview(visitor.access, collection, recipient) if collection and recipient else None
    approval = made.recipient.approval if made else None
    return page(
        request, "outgoing.html.j2", visitor, 400 if error else 200, made=made, error=error, render=render,
        collections=collecting.collections(visitor.access), recipients=recipients(visitor.access), approval=approval,
        collection=collection, recipient=recipient, contents=tuple(Content), labels_of_tlp=tuple(Tlp),
    )  # fmt: skip


@post("/outgoing", sync_to_thread=True)
def approve(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Approval]) -> Response[Any]:
    """Approve that such contents leave."""
    ticked = [data.contents] if isinstance(data.contents, str) else data.contents
    try:
        contents = [one for one in Content if one.value in ticked]
        if data.tlp not in tuple(Tlp):
            raise InputError(say("a field of the form is not filled in"), say("Choose one of what it offers."))
        sending.approve(visitor.access, data.recipient, contents, Tlp(data.tlp), data.note, data.collection)
    except InputError as error:
        return _show(request, visitor, data.collection, data.recipient, error)
    return go("/left")


@get("/left", sync_to_thread=True)
def show_left(
    request: HttpRequest, visitor: Visiting, after: FromQuery[str | None] = None
) -> Response[str]:  # fmt: skip
    """List what left, to whom, and why."""
    return page(
        request, "left.html.j2", visitor, found=sending.left(visitor.access, after), render=render,
        may_read_log=visitor.may(Right.READ_LOG.value),
    )  # fmt: skip
