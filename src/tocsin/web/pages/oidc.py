"""By an account at the organisation's OpenID provider: signing in, and adding the account to oneself before."""

from __future__ import annotations

import hmac
import logging
from typing import Any, Final

from litestar import Response, get
from litestar.datastructures import Cookie
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery
from litestar.response import Redirect

from tocsin.app import credentials, sign_in
from tocsin.app.ports import Provider
from tocsin.bootstrap import PROVIDER_BACK
from tocsin.model.account import Errand
from tocsin.model.error import SignInError, TocsinError
from tocsin.model.sentence import say
from tocsin.web import security
from tocsin.web.node import HttpRequest, Node, Sent
from tocsin.web.pages.sign_in import ORGANISATION, come_in_to, device, only, show
from tocsin.web.respond import back_to, go
from tocsin.web.visitor import Visiting, enter_as_stranger, node_of, recognised
from tocsin.web.waiting import WITHIN

log = logging.getLogger("tocsin.web")
_LIMITED: Final = [security.Limit(security.SIGN_IN, 20, reads=True)]
_OPEN: Final = {security.OPEN: True}


@get("/sign-in/oidc", opt=_OPEN, middleware=_LIMITED, sync_to_thread=True)
def begin(request: HttpRequest, to: FromQuery[str] = "/", organisation: FromQuery[str] = "") -> Response[Any]:
    """Send a browser to the provider, to sign in."""
    node = node_of(request)
    known = organisation or request.cookies.get(ORGANISATION, "") or only(node)
    try:
        errand = sign_in.ask_provider(enter_as_stranger(node, known))
        return _send(node, errand, known, "", back_to(to))
    except SignInError as error:
        return _failed(request, error, known)


@get("/me/oidc", middleware=_LIMITED, sync_to_thread=True)
def begin_to_add(visitor: Visiting) -> Redirect:
    """Send a browser to the provider, to add the account there to who has signed in."""
    actor = visitor.access.actor
    errand = credentials.ask_provider(visitor.access)
    return _send(visitor.node, errand, actor.organisation, actor.session, "/me?added=1")


def _send(node: Node, errand: Errand, organisation: str, session: str, to: str) -> Redirect:
    address = _provider(node).address(errand)
    response = Redirect(address, status_code=303)
    response.set_cookie(_cookie(node, node.sent.keep(Sent(errand, organisation, session, to))))
    return response


def _cookie(node: Node, ticket: str) -> Cookie:
    """Binds the answer to the browser that asked. Lax, for the browser comes back from another site."""
    return Cookie(
        _name(node), value=ticket, path="/", max_age=int(WITHIN.total_seconds()) if ticket else 0,
        secure=node.is_secure, httponly=True, samesite="lax",
    )  # fmt: skip


def _name(node: Node) -> str:
    return "__Host-tocsin-sent" if node.is_secure else "tocsin-sent"


def _provider(node: Node) -> Provider:
    if node.provider is None:
        raise NotFoundException
    return node.provider


@get(PROVIDER_BACK, opt=_OPEN, middleware=_LIMITED, sync_to_thread=True)
def come_back(request: HttpRequest, code: FromQuery[str] = "", error: FromQuery[str] = "") -> Response[Any]:
    """Take in the provider's answer, once, and only from the browser that was sent there."""
    node = node_of(request)
    _provider(node)
    organisation, state = "", request.query_params.get("state", "")
    try:
        sent = node.sent.take(request.cookies.get(_name(node), ""))
        organisation = sent.organisation
        if error or not code or not hmac.compare_digest(sent.errand.state.encode(), state.encode()):
            raise SignInError(say("the provider did not let you in"), say("Try again, or sign in another way."))
        response = _added(request, sent, code) if sent.session else _signed_in(request, sent, code)
    except SignInError as refused:
        return _failed(request, refused, organisation)
    response.set_cookie(_cookie(node, ""))
    return response


def _signed_in(request: HttpRequest, sent: Sent, code: str) -> Redirect:
    node = node_of(request)
    stranger = enter_as_stranger(node, sent.organisation)
    opened = sign_in.by_subject(stranger, _provider(node), code, sent.errand, device(request))
    return come_in_to(request, go(sent.to), opened, sent.organisation)


def _added(request: HttpRequest, sent: Sent, code: str) -> Redirect:
    access = recognised(request)
    if access.actor.session != sent.session:
        raise SignInError(say("this was begun in another session"), say("Begin again."))
    credentials.add_subject(access, _provider(node_of(request)), code, sent.errand)
    return go(sent.to)


def _failed(request: HttpRequest, error: TocsinError, organisation: str) -> Response[str]:
    """Show the ways to sign in; what was wrong with the answer is for the log."""
    kind = type(error.__cause__ or error).__name__
    log.warning("not signed in by the provider", extra={"said": {"kind": kind}})
    return show(request, "/", organisation, error)
