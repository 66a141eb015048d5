"""What every answer bears, and what slows a caller down."""

from __future__ import annotations

import hashlib
from typing import Final

from litestar.config.csrf import CSRFConfig
from litestar.datastructures import Cookie, MutableScopeHeaders
from litestar.middleware import DefineMiddleware
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.types import Message, Scope

from tocsin.web.node import HttpRequest, Node

LARGEST: Final = 1 << 20
"""Bytes of a request that brings no mail."""
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
SIGN_IN: Final = "sign-in"
"""The limit that counts addresses, for whoever signs in has no session yet."""
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


def limit(name: str, a_minute: int) -> DefineMiddleware:
    """Return what refuses more than so many requests a minute from one session or token, else from one address."""

    def counted(request: HttpRequest) -> bool:
        return request.method not in ("GET", "HEAD")

    def who(request: HttpRequest) -> str:
        secret = request.cookies.get(session_name(request.app.state.node)) or request.headers.get("authorization")
        if secret and name != SIGN_IN:
            return hashlib.sha256(secret.encode()).hexdigest()
        return request.client.host if request.client else ""

    return RateLimitConfig(
        ("minute", a_minute),
        identifier_for_request=who,
        store=f"limit-{name}",
        check_throttle_handler=counted,
        set_rate_limit_headers=False,
    ).middleware
