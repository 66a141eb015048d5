"""Accounts: what was found in their logs, what happened around it, logs that are brought, and cards to print."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from anyio.to_thread import run_sync
from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from tocsin.app import accounts, directory, incidents
from tocsin.app.access import missing, require
from tocsin.app.ports import LogFile
from tocsin.app.rights import Right
from tocsin.common import periods
from tocsin.identify.advice import ADVICE
from tocsin.identify.cards import CLICKED, FIVE
from tocsin.identify.detections import all_detections
from tocsin.model.activity import Exported
from tocsin.model.alert import Severity
from tocsin.model.error import InputError
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.model.verdict import Class
from tocsin.render.card import KINDS
from tocsin.render.exports import sentence
from tocsin.web import brought, security
from tocsin.web.node import HttpRequest
from tocsin.web.pages.queue import label_of, names
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor

_LIMITED: Final = [security.Limit("upload", 20)]
_SIZE: Final = 50
FILTERS: Final = ("state", "detection", "severity", "person")
STATES: Final = ("waiting", "quiet", "confirmed", "dismissed", "replaced", "explained")


class AlertDecision(Struct):
    """The form of what is decided about an alert."""

    action: str = ""
    note: str = ""
    title: str = ""
    tlp: str = Tlp.AMBER_STRICT.value


@get("/alerts", sync_to_thread=True)
def show_alerts(request: HttpRequest, visitor: Visiting, after: FromQuery[str | None] = None) -> Response[str]:
    """List them, the newest first."""
    return _list(request, visitor, after)


def _list(
    request: HttpRequest, visitor: Visitor, after: str | None = None, error: InputError | None = None,
    taken: accounts.Taken | None = None,
) -> Response[str]:  # fmt: skip
    wanted = {name: request.query_params.get(name, "")[:80].strip() for name in FILTERS}
    found = accounts.alerts(visitor.access, **{k: v for k, v in wanted.items() if v}, after=after, limit=_SIZE)
    return page(
        request, "alerts.html.j2", visitor, 400 if error else 200, rows=found.items, more=found.after or "",
        error=error,
        wanted=wanted, people=names(visitor), detections=all_detections(), severities=tuple(Severity), states=STATES,
        coverage=accounts.coverage(visitor.access)[:_SIZE], taken=taken, most=security.LARGEST_MAIL >> 20,
        stated_as=sentence,
    )  # fmt: skip


@get("/alerts/{alert:str}", sync_to_thread=True)
def show_alert(request: HttpRequest, visitor: Visiting, alert: FromPath[str]) -> Response[str]:
    """Show one, with its events and what happened around them."""
    return _one(request, visitor, alert)


def _one(request: HttpRequest, visitor: Visitor, alert: str, error: InputError | None = None) -> Response[str]:
    opened = accounts.alert(visitor.access, alert)
    based_on = {(line.provider, line.id) for line in opened.lines}
    return page(
        request, "alert.html.j2", visitor, 400 if error else 200, opened=opened, item=opened.shown.item, error=error,
        detection=all_detections().get(opened.shown.item.detection), people=names(visitor), based_on=based_on,
        labels_of_tlp=tuple(Tlp), kinds={kind.value: kind for kind in Class},
    )  # fmt: skip


@post("/alerts/{alert:str}/decide", sync_to_thread=True)
def decide_alert(
    request: HttpRequest, visitor: Visiting, alert: FromPath[str], data: URLEncodedBody[AlertDecision]
) -> Response[Any] | Redirect:  # fmt: skip
    """Do what was decided about it."""
    if data.action == "confirm":
        accounts.confirm(visitor.access, [alert], data.note)
    elif data.action == "dismiss":
        accounts.dismiss(visitor.access, [alert], data.note)
    elif data.action == "incident":
        try:
            opened = incidents.open_incident(visitor.access, data.title, (), label_of(data.tlp), [alert])
        except InputError as error:
            return _one(request, visitor, alert, error)
        return go(f"/incidents/{opened}")
    else:
        raise missing(data.action)
    return go(f"/alerts/{alert}")


@post(
    "/alerts/logs", opt={security.RIGHT: Right.JUDGE}, middleware=_LIMITED, request_max_body_size=security.LARGEST_MAIL
)  # fmt: skip
async def bring_logs(
    request: HttpRequest,
    visitor: Visiting,
    data: brought.Form,
) -> Response[Any]:
    """Look through logs that are brought."""
    require(visitor.access, Right.JUDGE)
    files = [LogFile(name, content) for name, content in await brought.files(data)]
    period = brought.text(data, "begins"), brought.text(data, "ends")
    return await run_sync(_looked_through, request, visitor, files, period)


def _looked_through(
    request: HttpRequest, visitor: Visitor, files: list[LogFile], period: tuple[str, str]
) -> Response[str]:  # fmt: skip
    try:
        taken = accounts.take_in_files(visitor.access, visitor.node.accounts, files, "console", _exported(*period))
    except InputError as error:
        return _list(request, visitor, error=error)
    return _list(request, visitor, taken=taken)


def _exported(begins: str, ends: str) -> Exported | None:
    """What is stated of the files: that they have all lines from one day to another, both whole."""
    if not begins and not ends:
        return None
    try:
        first, last = date.fromisoformat(begins), date.fromisoformat(ends)
    except ValueError as error:
        raise InputError(
            say("a period has a first and a last day"), say("Give both days, as the export was made, or neither.")
        ) from error
    return periods.exported(periods.first_hour(first), periods.last_hour(last))


@get("/me/activities", sync_to_thread=True)
def show_mine(request: HttpRequest, visitor: Visiting) -> Response[str]:
    """Show what happened in one's own accounts."""
    return page(request, "mine.html.j2", visitor, lines=accounts.mine(visitor.access, days=90))


@get("/cards/{kind:str}", sync_to_thread=True)
def show_card(request: HttpRequest, visitor: Visiting, kind: FromPath[str]) -> Response[str]:
    """Show a card to print."""
    if kind not in KINDS:
        raise missing(kind)
    return page(
        request, "card.page.html.j2", visitor, kind=kind, five=FIVE, done=directory.my_card(visitor.access),
        clicked=[(danger, ADVICE[danger]) for danger in CLICKED],
    )  # fmt: skip
