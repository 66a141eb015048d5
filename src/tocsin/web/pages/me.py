"""One's own ways to sign in, sessions and tokens."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from litestar import Response, get, post
from litestar.params import FromQuery, JSONBody, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from tocsin.app import credentials, sessions
from tocsin.app.access import is_fresh, is_whole
from tocsin.app.rights import PERSONAL, Right
from tocsin.model.actor import Opened
from tocsin.model.error import TocsinError
from tocsin.model.sentence import say
from tocsin.render.pictures import qr
from tocsin.web.node import HttpRequest
from tocsin.web.pages.sign_in import Answer
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor

_ADDED: Final = "/me?added=1"


class Password(Struct):
    """The form of a new password with its codes."""

    password: str = ""
    secret: str = ""
    code: str = ""


class Token(Struct):
    """The form of a new token."""

    name: str = ""
    scopes: list[str] | str = ""
    days: str = "90"


class Which(Struct):
    """The form of a button that ends something."""

    id: str = ""


@get("/me", sync_to_thread=True)
def me(request: HttpRequest, visitor: Visiting, added: FromQuery[bool] = False) -> Response[str]:
    """Show them."""
    return _show(request, visitor, added=added)


def _show(
    request: HttpRequest, visitor: Visitor, *, error: TocsinError | None = None, made: Opened | None = None,
    secret: str = "", added: bool = False,
) -> Response[str]:  # fmt: skip
    ways = credentials.ways(visitor.access)
    codes = credentials.new_codes(visitor.access)
    address = codes.address.replace(codes.secret, secret) if secret else codes.address
    scopes = sorted(right.value for right in visitor.rights - PERSONAL)
    return page(
        request, "me.html.j2", visitor, status=400 if error else 200, ways=ways, error=error, made=made, added=added,
        sessions=sessions.sessions(visitor.access), secret=secret or codes.secret, picture=qr(address), scopes=scopes,
        is_enrolled=is_whole(way.item.kind for way in ways), provider=visitor.node.provider,
        current=visitor.access.actor.session, is_fresh=is_fresh(visitor.access), shortest=credentials.SHORTEST,
    )  # fmt: skip


@post("/me/password", sync_to_thread=True)
def set_password(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Password]) -> Response[str] | Redirect:
    """Set password and codes, which are of use only together; other sessions end."""
    try:
        credentials.set_password(visitor.access, visitor.node.passwords, data.password, data.secret, data.code.strip())
    except TocsinError as error:
        return _show(request, visitor, error=error, secret=data.secret[:64])
    return go(_ADDED)


@post("/me/passkey/new", sync_to_thread=True, status_code=200)
def new_passkey(visitor: Visiting) -> dict[str, Any]:
    """Tell a browser what passkey to make."""
    question = credentials.new_passkey(visitor.access, visitor.node.passkeys)
    return {
        "ticket": visitor.node.challenges.keep(question.challenge),
        "options": msgspec.json.decode(question.options),
    }


@post("/me/passkey", sync_to_thread=True, status_code=200)
def add_passkey(visitor: Visiting, data: JSONBody[Answer]) -> dict[str, str]:
    """Add the passkey that the browser made."""
    challenge = visitor.node.challenges.take(data.ticket)
    answer = msgspec.json.encode(data.answer).decode()
    credentials.add_passkey(visitor.access, visitor.node.passkeys, answer, challenge, data.name.strip())
    return {"to": _ADDED}


@post("/me/ways/remove", sync_to_thread=True)
def remove_way(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Which]) -> Response[str] | Redirect:
    """Remove a way to sign in."""
    try:
        credentials.remove_way(visitor.access, data.id)
    except TocsinError as error:
        return _show(request, visitor, error=error)
    return go("/me")


@post("/me/sessions/revoke", sync_to_thread=True)
def revoke(visitor: Visiting, data: URLEncodedBody[Which]) -> Redirect:
    """End a session or a token."""
    sessions.revoke(visitor.access, data.id)
    return go("/me" if data.id != visitor.access.actor.session else "/sign-in")


@post("/me/tokens", sync_to_thread=True)
def make_token(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Token]) -> Response[str]:
    """Make a token, and show it once."""
    scopes = [data.scopes] if isinstance(data.scopes, str) else data.scopes
    try:
        wanted = {Right(scope).value for scope in scopes if scope} & {right.value for right in visitor.rights}
        made = sessions.make_token(visitor.access, data.name.strip(), wanted, int(data.days))
    except ValueError:
        error = TocsinError(say("this is no number of days, or no scope"), say("Choose again."))
        return _show(request, visitor, error=error)
    except TocsinError as error:
        return _show(request, visitor, error=error)
    return _show(request, visitor, made=made)
