"""Coming in: signing in by passkey or by password and code, invitations, the first person of all; going out."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final, TypeVar

import msgspec
from litestar import Response, get, post
from litestar.params import FromQuery, JSONBody, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from tocsin.app import sessions
from tocsin.app.sessions import SESSION, Opened
from tocsin.model.error import SignInError, TocsinError
from tocsin.model.profile import Person
from tocsin.model.sentence import LANGUAGES, say
from tocsin.web import security
from tocsin.web.node import HttpRequest, Node
from tocsin.web.respond import back_to, go, page
from tocsin.web.visitor import LANGUAGE, Visiting, enter_as_stranger, node_of

_YEAR: Final = 365 * 24 * 3600
_ORGANISATION: Final = "tocsin-organisation"
"""Cookie with the id of the organisation that somebody last came in to."""
Answered = TypeVar("Answered", bound=Response[Any])
_LIMITED: Final = [security.limit(security.SIGN_IN, 20)]


class SignIn(Struct):
    """The form of a password."""

    address: str = ""
    password: str = ""
    code: str = ""
    organisation: str = ""
    to: str = "/"


class Invited(Struct):
    """The form of an invitation; the first person of all also says who they are."""

    secret: str = ""
    organisation: str = ""
    name: str = ""
    address: str = ""


class Answer(Struct):
    """What a browser answers about a passkey, and the ticket it was given."""

    ticket: str
    answer: dict[str, Any]
    organisation: str = ""
    name: str = ""


class Language(Struct):
    """The form that chooses a language."""

    language: str = "en"
    to: str = "/"


@get("/sign-in", sync_to_thread=True)
def show_sign_in(request: HttpRequest, to: FromQuery[str] = "/", organisation: FromQuery[str] = "") -> Response[str]:
    """Show the ways to sign in."""
    return _show(request, back_to(to), organisation)


def _show(request: HttpRequest, to: str, organisation: str, error: TocsinError | None = None) -> Response[str]:
    node = node_of(request)
    known = organisation or request.cookies.get(_ORGANISATION, "") or _only(node)
    status = 401 if error else 200
    return page(request, "sign-in.html.j2", status=status, to=to, organisation=known, error=error, only=_only(node))


def _only(node: Node) -> str:
    """The organisation that can be meant where the node has one. Of several, none is named to a stranger."""
    known = node.store.organisations()
    return known[0] if len(known) == 1 else ""


@post("/sign-in", sync_to_thread=True, middleware=_LIMITED)
def sign_in(request: HttpRequest, data: URLEncodedBody[SignIn]) -> Response[Any]:
    """Sign in by address, password and code."""
    node = node_of(request)
    tried = hashlib.sha256(f"{data.organisation}\n{data.address.strip().lower()}".encode()).hexdigest()
    try:
        if node.tries.is_over(tried):
            raise SignInError(
                say("this was tried too often"), say("Wait a quarter of an hour, or sign in with a passkey.")
            )
        stranger = enter_as_stranger(node, data.organisation or _only(node))
        opened = sessions.sign_in(
            stranger, node.passwords, data.address.strip().lower(), data.password, data.code.strip(), _device(request)
        )
    except TocsinError as error:
        node.tries.failed(tried)
        return _show(request, back_to(data.to), data.organisation, error)
    return _come_in(node, go(back_to(data.to)), opened, stranger.actor.organisation)


@post("/sign-in/passkey/new", sync_to_thread=True, middleware=_LIMITED, status_code=200)
def ask_for_passkey(request: HttpRequest, data: JSONBody[dict[str, str]]) -> dict[str, Any]:
    """Tell a browser what to ask a passkey for."""
    node = node_of(request)
    question = sessions.ask_for_passkey(enter_as_stranger(node, data.get("organisation") or _only(node)), node.passkeys)
    return {"ticket": node.challenges.keep(question.challenge), "options": json.loads(question.options)}


@post("/sign-in/passkey", sync_to_thread=True, middleware=_LIMITED, status_code=200)
def sign_in_by_passkey(request: HttpRequest, data: JSONBody[Answer]) -> Response[Any]:
    """Sign in by what the passkey answered."""
    node = node_of(request)
    stranger = enter_as_stranger(node, data.organisation or _only(node))
    challenge = node.challenges.take(data.ticket)
    answer = msgspec.json.encode(data.answer).decode()
    opened = sessions.sign_in_by_passkey(stranger, node.passkeys, answer, challenge, _device(request))
    return _come_in(node, Response({"to": "/"}), opened, stranger.actor.organisation)


@get("/come-in", sync_to_thread=True)
def show_invitation(
    request: HttpRequest, organisation: FromQuery[str] = "", first: FromQuery[bool] = False
) -> Response[str]:
    """Show the form of an invitation."""
    known = organisation or _only(node_of(request))
    return page(request, "come-in.html.j2", organisation=known, first=first, error=None, data=Invited())


@post("/come-in", sync_to_thread=True, middleware=_LIMITED)
def come_in(request: HttpRequest, data: URLEncodedBody[Invited], first: FromQuery[bool] = False) -> Response[Any]:
    """Come in by an invitation, or as the first person of all."""
    node = node_of(request)
    stranger = enter_as_stranger(node, data.organisation or _only(node))
    device, secret = _device(request), data.secret.strip()
    try:
        if first:
            person = Person(data.name.strip(), tuple(filter(None, [data.address.strip().lower()])))
            opened = sessions.set_up(stranger, secret, person, device)
        else:
            opened = sessions.accept(stranger, secret, device)
    except TocsinError as error:
        shown = Invited(organisation=data.organisation, name=data.name, address=data.address)
        return page(
            request, "come-in.html.j2", status=401, organisation=data.organisation, first=first, error=error, data=shown
        )
    return _come_in(node, go("/me"), opened, stranger.actor.organisation)


def _come_in(node: Node, response: Answered, opened: Opened, organisation: str) -> Answered:
    response.set_cookie(security.session_cookie(node, opened.secret, int(SESSION.total_seconds())))
    response.set_cookie(
        key=_ORGANISATION, value=organisation, max_age=_YEAR, secure=node.is_secure, httponly=True, samesite="lax"
    )
    return response


def _device(request: HttpRequest) -> str:
    """What a person can tell their sessions apart by."""
    address = request.client.host if request.client else ""
    return f"{address} {request.headers.get('user-agent', '')}".strip()


@post("/sign-out", sync_to_thread=True)
def sign_out(visitor: Visiting) -> Redirect:
    """End the session."""
    sessions.sign_out(visitor.access)
    response = go("/sign-in")
    response.delete_cookie(security.session_name(visitor.node))
    return response


@post("/language", sync_to_thread=False)
def choose_language(request: HttpRequest, data: URLEncodedBody[Language]) -> Redirect:
    """Choose the language of the pages."""
    response = go(back_to(data.to))
    chosen = data.language if data.language in LANGUAGES else "en"
    secure = node_of(request).is_secure
    response.set_cookie(key=LANGUAGE, value=chosen, max_age=_YEAR, secure=secure, httponly=True, samesite="lax")
    return response
