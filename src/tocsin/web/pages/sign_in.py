"""Coming in: signing in by passkey or by password and code, invitations, the first person of all; going out."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final, TypeVar

import anyio
import msgspec
from anyio.to_thread import run_sync
from litestar import Response, get, post
from litestar.params import FromQuery, JSONBody, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from tocsin.app import invitations, sessions, sign_in
from tocsin.model.actor import Opened
from tocsin.model.error import SignInError, TocsinError
from tocsin.model.profile import Person
from tocsin.model.sentence import LANGUAGES, say
from tocsin.web import security
from tocsin.web.node import HttpRequest, Node
from tocsin.web.respond import back_to, go, page
from tocsin.web.visitor import LANGUAGE, SignInNeededError, Visiting, enter_as_stranger, node_of, recognised

_YEAR: Final = 365 * 24 * 3600
ORGANISATION: Final = "tocsin-organisation"
"""Cookie with the id of the organisation that somebody last came in to."""
Answered = TypeVar("Answered", bound=Response[Any])
_LIMITED: Final = [security.Limit(security.SIGN_IN, 20)]
_OPEN: Final = {security.OPEN: True}
_SMALL: Final = security.LARGEST_OF_STRANGERS


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


@get("/sign-in", opt=_OPEN, sync_to_thread=True)
def show_sign_in(request: HttpRequest, to: FromQuery[str] = "/", organisation: FromQuery[str] = "") -> Response[str]:
    """Show the ways to sign in."""
    return show(request, back_to(to), organisation)


def show(request: HttpRequest, to: str, organisation: str, error: TocsinError | None = None) -> Response[str]:
    """Show them, and what went wrong before."""
    node = node_of(request)
    known = organisation or request.cookies.get(ORGANISATION, "") or only(node)
    status = 401 if error else 200
    return page(
        request, "sign-in.html.j2", status=status, to=to, organisation=known, error=error, only=only(node),
        provider=node.provider,
    )  # fmt: skip


def only(node: Node) -> str:
    """Return the organisation that can be meant where the node has one. Of several, none is named to a stranger."""
    known = node.store.organisations()
    return known[0] if len(known) == 1 else ""


@post("/sign-in", opt=_OPEN, middleware=_LIMITED, request_max_body_size=_SMALL)
async def by_password(request: HttpRequest, data: URLEncodedBody[SignIn]) -> Response[Any]:
    """Sign in by address, password and code. An account at which many try is answered slowly."""
    node = node_of(request)
    organisation = data.organisation or await run_sync(only, node)
    tries, account = node.tries, _account(organisation, data.address)
    if tries.is_over(account, security.caller_of(request.scope)):
        error = SignInError(say("this was tried too often"), say("Wait a while, or sign in with a passkey."))
        return await run_sync(show, request, back_to(data.to), data.organisation, error)
    if delay := tries.delay(account):
        await anyio.sleep(delay)
    return await run_sync(_by_password, request, data, account)


def _account(organisation: str, address: str) -> str:
    """What stands for an account where failures are counted."""
    return hashlib.sha256(f"{organisation}\n{address.strip().lower()}".encode()).hexdigest()


def _by_password(request: HttpRequest, data: SignIn, account: str) -> Response[Any]:
    node = node_of(request)
    try:
        stranger = enter_as_stranger(node, data.organisation or only(node))
        opened = sign_in.by_password(
            stranger, node.passwords, data.address.strip().lower(), data.password, data.code.strip(), device(request)
        )
    except TocsinError as error:
        node.tries.failed(account, security.caller_of(request.scope))
        return show(request, back_to(data.to), data.organisation, error)
    return come_in_to(request, go(back_to(data.to)), opened, stranger.actor.organisation)


@post(
    "/sign-in/passkey/new", opt=_OPEN, sync_to_thread=True, middleware=_LIMITED, status_code=200,
    request_max_body_size=_SMALL,
)  # fmt: skip
def ask_for_passkey(request: HttpRequest, data: JSONBody[dict[str, str]]) -> dict[str, Any]:
    """Tell a browser what to ask a passkey for."""
    node = node_of(request)
    question = sign_in.ask_for_passkey(enter_as_stranger(node, data.get("organisation") or only(node)), node.passkeys)
    return {"ticket": node.challenges.keep(question.challenge), "options": json.loads(question.options)}


@post(
    "/sign-in/passkey", opt=_OPEN, sync_to_thread=True, middleware=_LIMITED, status_code=200,
    request_max_body_size=_SMALL,
)  # fmt: skip
def sign_in_by_passkey(request: HttpRequest, data: JSONBody[Answer]) -> Response[Any]:
    """Sign in by what the passkey answered."""
    node = node_of(request)
    stranger = enter_as_stranger(node, data.organisation or only(node))
    challenge = node.challenges.take(data.ticket)
    answer = msgspec.json.encode(data.answer).decode()
    opened = sign_in.by_passkey(stranger, node.passkeys, answer, challenge, device(request))
    return come_in_to(request, Response({"to": "/"}), opened, stranger.actor.organisation)


@get("/come-in", opt=_OPEN, sync_to_thread=True)
def show_invitation(
    request: HttpRequest, organisation: FromQuery[str] = "", first: FromQuery[bool] = False
) -> Response[str]:
    """Show the form of an invitation."""
    known = organisation or only(node_of(request))
    return page(request, "come-in.html.j2", organisation=known, first=first, error=None, data=Invited())


@post("/come-in", opt=_OPEN, sync_to_thread=True, middleware=_LIMITED, request_max_body_size=_SMALL)
def come_in(request: HttpRequest, data: URLEncodedBody[Invited], first: FromQuery[bool] = False) -> Response[Any]:
    """Come in by an invitation, or as the first person of all."""
    node = node_of(request)
    stranger = enter_as_stranger(node, data.organisation or only(node))
    secret = data.secret.strip()
    try:
        if first:
            person = Person(data.name.strip(), tuple(filter(None, [data.address.strip().lower()])))
            opened = invitations.set_up(stranger, secret, person, device(request))
        else:
            opened = invitations.accept(stranger, secret, device(request))
    except TocsinError as error:
        shown = Invited(organisation=data.organisation, name=data.name, address=data.address)
        return page(
            request, "come-in.html.j2", status=401, organisation=data.organisation, first=first, error=error, data=shown
        )
    return come_in_to(request, go("/me"), opened, stranger.actor.organisation)


def come_in_to(request: HttpRequest, response: Answered, opened: Opened, organisation: str) -> Answered:
    """Let the browser have the session, in place of the one that it had."""
    node = node_of(request)
    _leave(request)
    seconds = int((opened.expires_at - node.clock()).total_seconds())
    response.set_cookie(security.session_cookie(node, opened.secret, seconds))
    response.set_cookie(
        key=ORGANISATION, value=organisation, max_age=_YEAR, secure=node.is_secure, httponly=True, samesite="lax"
    )
    return response


def _leave(request: HttpRequest) -> None:
    try:
        sessions.sign_out(recognised(request))
    except SignInNeededError:
        return


def device(request: HttpRequest) -> str:
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


@post("/language", opt=_OPEN, sync_to_thread=False, request_max_body_size=_SMALL)
def choose_language(request: HttpRequest, data: URLEncodedBody[Language]) -> Redirect:
    """Choose the language of the pages."""
    response = go(back_to(data.to))
    chosen = data.language if data.language in LANGUAGES else "en"
    secure = node_of(request).is_secure
    response.set_cookie(key=LANGUAGE, value=chosen, max_age=_YEAR, secure=secure, httponly=True, samesite="lax")
    return response
