"""The door: who comes is recognised by the headers alone, before anything of a request's body is read."""

from __future__ import annotations

from anyio.to_thread import run_sync
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from tocsin.app.access import Access, require
from tocsin.app.rights import Right
from tocsin.web import security
from tocsin.web.node import HttpRequest
from tocsin.web.visitor import recognised


class Door(ASGIMiddleware):
    """Lets in who is recognised and may do what they want, and strangers only where a handler is open to them.

    It stands before everything that reads a body: the handlers, and the guard against forged forms.
    """

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Recognise them and go on, or raise SignInNeededError or AccessError."""
        wanted = scope["route_handler"].opt
        if not wanted.get(security.OPEN):
            right: Right | None = wanted.get(security.RIGHT)
            scope["state"][security.ACCESS] = await run_sync(_admitted, HttpRequest(scope), right)
        await next_app(scope, receive, send)


def _admitted(request: HttpRequest, right: Right | None) -> Access:
    access = recognised(request)
    if right:
        require(access, right)
    return access
