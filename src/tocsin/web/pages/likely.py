"""To which incidents a message or an alert probably belongs, looked for when somebody asks: it takes a while."""

from __future__ import annotations

from litestar import Response, get
from litestar.middleware import ASGIMiddleware
from litestar.params import FromPath

from tocsin.app import likely
from tocsin.app.likely import Looked
from tocsin.attribute.explain import shared
from tocsin.render.likely import came_of_it
from tocsin.render.words import Words
from tocsin.web import security
from tocsin.web.node import HttpRequest
from tocsin.web.respond import page
from tocsin.web.visitor import Visiting, Visitor


def _limited(case: str) -> list[ASGIMiddleware]:
    return [security.Limit(case, security.COSTLY[case], reads=True)]


@get("/messages/{message:str}/incidents", sync_to_thread=True, middleware=_limited("likely.of_mail"))
def of_mail(request: HttpRequest, visitor: Visiting, message: FromPath[str]) -> Response[str]:
    """Look for incidents like a message."""
    return _found(request, visitor, likely.of_mail(visitor.access, message), f"/messages/{message}", "messages")


@get("/alerts/{alert:str}/incidents", sync_to_thread=True, middleware=_limited("likely.of_accounts"))
def of_accounts(request: HttpRequest, visitor: Visiting, alert: FromPath[str]) -> Response[str]:
    """Look for incidents like an alert."""
    return _found(request, visitor, likely.of_accounts(visitor.access, alert), f"/alerts/{alert}", "alerts")


def _found(request: HttpRequest, visitor: Visitor, looked: Looked, back: str, field: str) -> Response[str]:
    return page(
        request, "likely.html.j2", visitor, looked=looked, back=back, field=field, thing=back.rpartition("/")[2],
        came_of_it=came_of_it(looked, Words(visitor.words.language)), shared=shared,
    )  # fmt: skip
