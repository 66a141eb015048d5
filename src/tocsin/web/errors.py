"""What is answered when something is wrong: a page or JSON, in the reader's language, and never what mail said."""

from __future__ import annotations

import logging
from typing import Any, Final
from urllib.parse import urlencode

from litestar import MediaType, Response
from litestar.exceptions import HTTPException
from msgspec import Struct

from tocsin.model.error import (
    AccessError,
    BreakGlassError,
    FreshSignInError,
    KeyFileError,
    NotFoundError,
    SignInError,
    StoreError,
    TocsinError,
)
from tocsin.model.sentence import Sentence, say
from tocsin.net.telling import fault
from tocsin.render.words import Words
from tocsin.web.node import HttpRequest
from tocsin.web.respond import go, page, place_of
from tocsin.web.security import API, NoRoomError, TooMuchError
from tocsin.web.visitor import SignInNeededError, language_of

log = logging.getLogger("tocsin.web")
_STATUS: Final[dict[type[TocsinError], int]] = {
    SignInNeededError: 401,
    SignInError: 401,
    BreakGlassError: 403,
    AccessError: 403,
    NotFoundError: 404,
    TooMuchError: 429,
    NoRoomError: 503,
    StoreError: 503,
    KeyFileError: 503,
}
_SAID: Final = {
    400: say("the request is not one that this place understands"),
    401: say("you are not signed in, or your session is over"),
    403: say("the request could not be checked to come from a page of the console"),
    404: say("there is no such page"),
    405: say("this cannot be done here"),
    413: say("that is too large"),
    429: say("that was too often"),
}
_HINTS: Final = {
    403: say("Go back, load the page anew, and try again."),
    404: say("The ways to everything there is stand at the top of each page."),
    413: say("A file may have 64 MB here; `tocsin scan` reads larger ones."),
    429: say("Wait a minute, and try again."),
}
_FAULT: Final = say("something went wrong here, and it is not your fault")
_FAULT_HINT: Final = say("Try again. The log of the server says where it happened, and nothing of what mail says.")
_OTHERWISE: Final = say("Go back, and see what is different.")


class Problem(Struct, frozen=True):
    """What the API answers when something is wrong."""

    status: int
    problem: str
    hint: str


def told(request: HttpRequest, error: TocsinError) -> Response[Any]:
    """Answer an error that was written for people."""
    if isinstance(error, SignInNeededError) and request.method == "GET" and not request.url.path.startswith(API + "/"):
        return go(f"/sign-in?{urlencode({'to': place_of(request)})}")
    kinds = (kind for kind in type(error).__mro__ if kind in _STATUS)
    status = next((_STATUS[kind] for kind in kinds), 400)
    return _answer(request, status, error.problem, error.hint, sign_in=isinstance(error, FreshSignInError))


def refused(request: HttpRequest, error: HTTPException) -> Response[Any]:
    """Answer a request that did not get as far as a use case."""
    status = error.status_code
    if status >= 500:
        return broken(request, error)
    return _answer(request, status, _SAID.get(status, _SAID[400]), _HINTS.get(status, _OTHERWISE))


def broken(request: HttpRequest, error: Exception) -> Response[Any]:
    """Answer a fault of the program, and note where it happened: places in the code only, for words may be mail's."""
    log.error("fault", extra={"said": fault(error)})
    return _answer(request, 500, _FAULT, _FAULT_HINT)


def _answer(
    request: HttpRequest, status: int, problem: Sentence, hint: Sentence, *, sign_in: bool = False
) -> Response[Any]:
    if request.url.path.startswith(API + "/"):
        words = Words(language_of(request))
        body = Problem(status, words.tell(problem), words.tell(hint))
        return Response(body, status_code=status, media_type=MediaType.JSON)
    return page(
        request,
        "error.html.j2",
        status=status,
        code=status,
        problem=problem,
        hint=hint,
        sign_in=sign_in or status == 401,
    )
