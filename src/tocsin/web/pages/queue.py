"""The queue: what needs a person now, the worst first; or any messages, by filters that stand in the address."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import AsyncIterator
from typing import Final
from urllib.parse import parse_qsl, urlencode

import anyio.to_thread
import msgspec
from litestar import Response, get, post
from litestar.exceptions import TooManyRequestsException
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, ServerSentEvent
from msgspec import Struct

from tocsin.app import answers, incidents, mail, people, queue
from tocsin.app.mail import Wanted
from tocsin.common.tlp import MEMBER
from tocsin.model.desk import Waiting
from tocsin.model.error import InputError, TocsinError
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.model.verdict import Class
from tocsin.model.view import Work
from tocsin.web.counting import STREAMS
from tocsin.web.node import HttpRequest
from tocsin.web.respond import back_to, go, page
from tocsin.web.security import caller_of
from tocsin.web.visitor import Visiting, Visitor, node_of, recognised

_SIZE: Final = 50
_EVERY: Final = 3.0
"""Seconds between two looks at the queue for those who watch it."""
_QUIET: Final = 5
"""Looks without a change after which a line is sent that says nothing: proxies keep what speaks, and who has gone is
noticed."""
_VIEWS: Final = "tocsin-views"
_MOST_VIEWS: Final = 12
_YEAR: Final = 365 * 24 * 3600
FILTERS: Final = ("kind", "state", "verdict", "technique", "recipient", "sender", "incident")
STATES: Final = ("waiting", "quiet", "confirmed", "corrected", "dismissed")


class Decision(Struct):
    """The form of what is decided about what was chosen."""

    action: str = ""
    several: list[str] | str = ""
    """Ids of messages."""
    clicks: list[str] | str = ""
    questions: list[str] | str = ""
    note: str = ""
    title: str = ""
    tlp: str = MEMBER.value
    """Of an incident that is opened."""
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
    only = {name: value for name, value in wanted.items() if name != "kind"}
    counts = queue.counts(visitor.access)
    if only:
        found = mail.messages(visitor.access, Wanted(**only), after, _SIZE)
        rows = tuple(Waiting(Work.MESSAGE, one.item.message, one.item.at, 0, one) for one in found.items)
        after = found.after
    else:
        kind = Work(given["kind"]) if given["kind"] in tuple(Work) else None
        waiting = queue.queue(visitor.access, kind, after, _SIZE)
        rows, after = waiting.items, waiting.after
    query, is_first = urlencode(wanted), not request.query_params.get("after")
    more = urlencode({**wanted, "after": after}) if after else ""
    return page(
        request, "queue.html.j2", visitor, rows=rows, wanted=given, query=query, more=more, states=STATES,
        classes=tuple(Class), learnable=mail.LEARNABLE, views=_views(request, visitor), people=names(visitor),
        counts=counts, me=visitor.access.actor.person, is_list=bool(only),
        is_live=not only and is_first, labels_of_tlp=tuple(Tlp),
    )  # fmt: skip


def names(visitor: Visitor) -> dict[str, str]:
    """Names of people by id, for those who may know them."""
    if not visitor.may("read-people"):
        return {}
    return {one.item.person: one.record.name for one in people.people(visitor.access) if one.record}


@get("/events")
async def events(request: HttpRequest, mark: FromQuery[str] = "") -> ServerSentEvent:
    """Tell a page that shows the queue how much waits when it changes. Who asks is asked anew: rights may end."""
    streams, who = node_of(request).streams, caller_of(request.scope)
    if streams.is_full(who, STREAMS):
        raise TooManyRequestsException

    async def changes() -> AsyncIterator[dict[str, str | None]]:
        with streams.one(who):
            last, quiet = mark, 0
            while True:
                try:
                    now = await anyio.to_thread.run_sync(lambda: queue.counts(recognised(request)))
                except TocsinError:
                    return
                if now.mark != last:
                    last, quiet = now.mark, 0
                    yield {"event": "changed", "data": str(sum(now.kinds.values()))}
                elif (quiet := quiet + 1) % _QUIET == 0:
                    yield {"comment": "still here", "data": None}
                await asyncio.sleep(_EVERY)

    return ServerSentEvent(changes())


@post("/queue/decide", sync_to_thread=True)
def decide(visitor: Visiting, data: URLEncodedBody[Decision]) -> Redirect:
    """Do what was decided about the messages that were chosen, all of them or none."""
    return decided(visitor, data, back_to(data.to, "/queue"))


def decided(visitor: Visitor, data: Decision, to: str) -> Redirect:
    """Do what a form says about messages, clicks or questions, and go on."""
    several, clicks, questions = (_chosen(ids) for ids in (data.several, data.clicks, data.questions))
    meant = clicks if data.action == "handled" else questions if data.action == "close" else several
    if len(meant) < len(several) + len(clicks) + len(questions):
        raise InputError(
            say("some of what is chosen is of another kind"), say("Choose only what this can be done with.")
        )
    if data.action == "handled":
        answers.handle(visitor.access, clicks, data.note)
    elif data.action == "close":
        answers.close(visitor.access, questions)
    elif data.action == "incident":
        return go(f"/incidents/{_opened(visitor, data, several)}")
    elif data.action == "confirm":
        mail.confirm(visitor.access, several, data.note)
    elif data.action == "dismiss":
        mail.dismiss(visitor.access, several, data.note)
    elif data.action in tuple(Class):
        mail.correct(visitor.access, several, Class(data.action), data.note)
    return go(to)


def _opened(visitor: Visitor, data: Decision, several: list[str]) -> str:
    return incidents.open_incident(visitor.access, data.title, several, label_of(data.tlp))


def label_of(chosen: str) -> Tlp:
    """Return the label that was chosen in a form; RED for what is none."""
    return Tlp(chosen) if chosen in tuple(Tlp) else Tlp.RED


def _chosen(ids: list[str] | str) -> list[str]:
    return [one for one in ([ids] if isinstance(ids, str) else ids) if one][:500]


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
