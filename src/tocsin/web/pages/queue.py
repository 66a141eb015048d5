"""The queue: what needs a person now, the worst first; or any messages, by filters that stand in the address."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

import anyio.to_thread
import msgspec
from litestar import Response, get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, ServerSentEvent
from msgspec import Struct

from tocsin.app import glass, incidents, mail, people
from tocsin.app.mail import Wanted
from tocsin.model.error import TocsinError
from tocsin.model.verdict import Class
from tocsin.web.node import HttpRequest
from tocsin.web.respond import back_to, go, page
from tocsin.web.visitor import Visiting, Visitor, recognised

_SIZE: Final = 50
_EVERY: Final = 3.0
"""Seconds between two looks at the queue for those who watch it."""
_QUIET: Final = 5
"""Looks without a change after which a line is sent that says nothing: proxies keep what speaks, and who has gone is
noticed."""
_VIEWS: Final = "tocsin-views"
_MOST_VIEWS: Final = 12
_YEAR: Final = 365 * 24 * 3600
FILTERS: Final = ("state", "verdict", "technique", "recipient", "sender", "incident")
STATES: Final = ("waiting", "quiet", "confirmed", "corrected", "dismissed")


class Decision(Struct):
    """The form of what is decided about messages."""

    action: str = ""
    several: list[str] | str = ""
    note: str = ""
    title: str = ""
    to: str = "/queue"


class View(Struct):
    """The form that saves a view or drops it."""

    name: str = ""
    query: str = ""
    drop: str = ""


@get("/queue", sync_to_thread=True)
def show_queue(request: HttpRequest, visitor: Visiting, after: FromQuery[str | None] = None) -> Response[str]:
    """Show it."""
    given = {name: request.query_params.get(name, "")[:254].strip() for name in FILTERS}
    wanted = {name: value for name, value in given.items() if value}
    if wanted:
        found = mail.messages(visitor.access, Wanted(**wanted), after, _SIZE)
    else:
        found = mail.queue(visitor.access, after, _SIZE)
    query = urlencode(wanted)
    more = urlencode({**wanted, "after": found.after}) if found.after else ""
    return page(
        request, "queue.html.j2", visitor, rows=found.items, wanted=given, query=query, more=more, states=STATES,
        classes=tuple(Class), learnable=mail.LEARNABLE, views=_views(request, visitor), people=names(visitor),
        breakings=glass.breakings(visitor.access), me=visitor.access.actor.person, mark=_mark(found.items),
        is_live=not wanted and after is None,
    )  # fmt: skip


def names(visitor: Visitor) -> dict[str, str]:
    """Names of people by id, for those who may know them."""
    if not visitor.may("read-people"):
        return {}
    return {one.item.person: one.record.name for one in people.people(visitor.access) if one.record}


def _mark(rows: tuple[Any, ...]) -> str:
    """What changes when the queue does."""
    said = "".join(f"{row.item.message}{row.item.state}{row.item.urgency:.4f}" for row in rows)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


@get("/events")
async def events(request: HttpRequest, mark: FromQuery[str] = "") -> ServerSentEvent:
    """Tell a page that shows the queue when it changes. Who asks is asked anew each time: rights may end."""

    async def changes() -> AsyncIterator[dict[str, str | None]]:
        last, quiet = mark, 0
        while True:
            try:
                now = await anyio.to_thread.run_sync(lambda: _mark(mail.queue(recognised(request), None, _SIZE).items))
            except TocsinError:
                return
            if now != last:
                last = now
                yield {"event": "changed", "data": now}
            elif (quiet := quiet + 1) % _QUIET == 0:
                yield {"comment": "still here", "data": None}
            await asyncio.sleep(_EVERY)

    return ServerSentEvent(changes())


@post("/queue/decide", sync_to_thread=True)
def decide(visitor: Visiting, data: URLEncodedBody[Decision]) -> Redirect:
    """Do what was decided about the messages that were chosen, all of them or none."""
    return decided(visitor, data, back_to(data.to, "/queue"))


def decided(visitor: Visitor, data: Decision, to: str) -> Redirect:
    """Do what a form says about messages, and go on."""
    several = [data.several] if isinstance(data.several, str) else data.several
    several = [message for message in several if message][:500]
    if data.action == "incident":
        return go(f"/incidents/{incidents.open_incident(visitor.access, data.title, several)}")
    if data.action == "confirm":
        mail.confirm(visitor.access, several, data.note)
    elif data.action == "dismiss":
        mail.dismiss(visitor.access, several, data.note)
    elif data.action in tuple(Class):
        mail.correct(visitor.access, several, Class(data.action), data.note)
    return go(to)


@post("/queue/views", sync_to_thread=False)
def save_view(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[View]) -> Redirect:
    """Save the filters of now under a name, or drop a saved view. The browser keeps views, signed for the person."""
    kept = {name: value for name, value in _views(request, visitor).items() if name != data.drop}
    query = urlencode([(key, value[:200]) for key, value in parse_qsl(data.query[:1_000]) if key in FILTERS])
    if data.name.strip() and query:
        kept = dict([*kept.items(), (data.name.strip()[:40], query)][-_MOST_VIEWS:])
    response = go(f"/queue?{query}" if query and not data.drop else "/queue")
    packed = json.dumps(kept).encode().hex()
    response.set_cookie(
        key=_VIEWS, value=f"{packed}.{_seal(visitor, packed)}", max_age=_YEAR, secure=visitor.node.is_secure,
        httponly=True, samesite="lax",
    )  # fmt: skip
    return response


def _seal(visitor: Visitor, packed: str) -> str:
    """What shows that views are this person's and were packed here: another's links are nobody's saved view."""
    actor = visitor.access.actor
    said = "\n".join((_VIEWS, actor.organisation, actor.person, packed))
    return hmac.digest(visitor.node.cookie_key.encode(), said.encode(), "sha256").hex()


def _views(request: HttpRequest, visitor: Visitor) -> dict[str, str]:
    packed, _, seal = request.cookies.get(_VIEWS, "").partition(".")
    if not hmac.compare_digest(_seal(visitor, packed).encode(), seal.encode()):
        return {}
    try:
        return msgspec.json.decode(bytes.fromhex(packed), type=dict[str, str])
    except (ValueError, msgspec.MsgspecError):
        return {}


class Which(Struct):
    """The form of a button about a breaking of the glass."""

    id: str = ""


@post("/glass/agree", sync_to_thread=True)
def agree(visitor: Visiting, data: URLEncodedBody[Which]) -> Redirect:
    """Agree, as the second person, that a message is opened."""
    glass.confirm_glass(visitor.access, data.id)
    return go("/queue")


@post("/glass/told", sync_to_thread=True)
def told(visitor: Visiting, data: URLEncodedBody[Which]) -> Redirect:
    """Note that the ones concerned were told."""
    glass.tell_of_glass(visitor.access, data.id)
    return go("/queue")
