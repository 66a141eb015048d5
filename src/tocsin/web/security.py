"""What every answer bears, and what slows a caller down."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Final

from litestar.config.csrf import CSRFConfig
from litestar.datastructures import Cookie, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.exceptions import TooManyRequestsException
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from tocsin.model.error import TocsinError
from tocsin.model.sentence import say
from tocsin.web.counting import network_of
from tocsin.web.node import Node

LARGEST: Final = 1 << 20
"""Bytes of a request that brings no mail."""
LARGEST_OF_STRANGERS: Final = 128 << 10
"""Bytes of one from somebody who has not said yet who they are."""
LARGEST_MAIL: Final = 64 << 20
"""Bytes of one that does."""
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types tocsin"
)
"""Content security policy: everything comes from here, nothing stands in the page itself, nobody frames it."""
_HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "x-frame-options": "DENY",
}
COSTLY: Final = {
    "log.verify": 6, "mail.corrections": 30, "evidence.add": 60, "evidence.export": 6,
    "handover.hand_over": 6, "claims.take_in": 6, "receiving.receive": 6, "receiving.hunt": 6, "receiving.keep_list": 6,
    "operations.operations": 30, "operations.operation": 30, "operations.near": 30, "likely.of_mail": 30,
    "likely.of_accounts": 30, "outcomes.outcome": 60, "outcomes.tell_line": 60, "accounts.alert": 120,
    "share.preview": 30,
    "share.bundle": 30, "disrupt.preview": 30, "disrupt.response_policy": 30, "statement.draft": 30,
}  # fmt: skip
"""Use cases that read much at one go, and how often a minute one session or token may ask for each."""
SIGN_IN: Final = "sign-in"
"""The limit on what strangers may do."""
OPEN: Final = "open"
"""In a handler's `opt`: anybody may call it. Whatever does not say so is for those who are recognised."""
RIGHT: Final = "right"
"""In a handler's `opt`: the right that it takes, decided before its body is read."""
ACCESS: Final = "tocsin_access"
"""In the state of a request: the access of who was recognised."""
API: Final = "/v1"
STATIC: Final = "/static"


async def add_headers(message: Message, scope: Scope) -> None:
    """Put the headers on every answer, whoever made it."""
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
    if scope["litestar_app"].state.node.is_secure:
        headers.setdefault("strict-transport-security", "max-age=31536000")
    if not scope["path"].startswith(STATIC):
        headers.setdefault("cache-control", "no-store")


def session_name(node: Node) -> str:
    """Return the name of the session's cookie; by the prefix browsers see to it that no other host has set it."""
    return "__Host-tocsin" if node.is_secure else "tocsin"


def session_cookie(node: Node, secret: str, seconds: int) -> Cookie:
    """Return the cookie of a session. No script reads it, and no other site makes a browser post with it."""
    return Cookie(
        session_name(node), value=secret, path="/", max_age=seconds, secure=node.is_secure, httponly=True,
        samesite="lax",
    )  # fmt: skip


def csrf(node: Node) -> CSRFConfig:
    """Return the guard against forged requests. The HTTP API takes no cookies, so there is nothing to forge there."""
    return CSRFConfig(
        secret=node.cookie_key,
        cookie_name="__Host-tocsin-form" if node.is_secure else "tocsin-form",
        cookie_secure=node.is_secure,
        cookie_httponly=True,
        cookie_samesite="strict",
        exclude=f"^{API}/",
    )


class Limit(ASGIMiddleware):
    """Refuses more than so many requests a minute from one session or token, else from one address.

    Sessions and tokens are those that were recognised (`tocsin.web.door`): what a header merely says, counts for
    nothing.
    """

    scopes = (ScopeType.HTTP,)

    def __init__(self, name: str, a_minute: int, *, reads: bool = False) -> None:
        self._name, self._most, self._reads = name, a_minute, reads

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Count the request, and go on or refuse it."""
        if self._reads or scope.get("method") not in ("GET", "HEAD"):
            node: Node = scope["litestar_app"].state.node
            if node.counts.is_over(self._name, caller_of(scope), self._most):
                raise TooManyRequestsException
        await next_app(scope, receive, send)


class TooMuchError(TocsinError):
    """Somebody brings as much at one time already as they may."""


class NoRoomError(TocsinError):
    """All together bring as much at one time as this server takes."""


class Brings(ASGIMiddleware):
    """Refuses to take in more large requests at one time than fit: each is held in memory, from its first byte on."""

    scopes = (ScopeType.HTTP,)
    OF_PERSON = 2
    OF_ORGANISATION = 4
    OF_ALL = 6

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Count the request while it is there, and go on or refuse it. Nothing waits between asking and counting."""
        node: Node = scope["litestar_app"].state.node
        actor = scope["state"][ACCESS].actor
        kept = {"": self.OF_ALL, actor.organisation: self.OF_ORGANISATION}
        kept[f"{actor.organisation} {actor.person or actor.id}"] = self.OF_PERSON
        for who, most in kept.items():
            if node.brought.is_full(who, most):
                raise (TooMuchError if who else NoRoomError)(
                    say("too many uploads come in at this moment"),
                    say("Wait until one of them is over, and try again."),
                )
        with ExitStack() as counted:
            for who in kept:
                counted.enter_context(node.brought.one(who))
            await next_app(scope, receive, send)


def caller_of(scope: Scope) -> str:
    """Return as whom a request is counted."""
    if access := scope["state"].get(ACCESS):
        return f"{access.actor.organisation} {access.actor.session}"
    client = scope.get("client")
    return network_of(client[0]) if client else ""
