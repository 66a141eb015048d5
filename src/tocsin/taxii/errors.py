"""What is answered when something is wrong: the error resource of TAXII 2.1 (section 3.6.1)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Final

from litestar import Response
from litestar.exceptions import HTTPException

from tocsin.model.error import AccessError, NotFoundError, StoreError, TocsinError
from tocsin.model.sentence import LANGUAGES, Sentence, say
from tocsin.net.telling import fault
from tocsin.render.words import Words
from tocsin.taxii import resources
from tocsin.taxii.asked import TAXII, MediaTypeError, NotAcceptableError
from tocsin.taxii.node import BusyError, HttpRequest, SlowError, StrangerError
from tocsin.taxii.resources import LARGEST

log = logging.getLogger("tocsin.taxii")
_STATUS: Final[dict[type[TocsinError], int]] = {
    StrangerError: 401,
    AccessError: 403,
    NotFoundError: 404,
    NotAcceptableError: 406,
    SlowError: 408,
    MediaTypeError: 415,
    BusyError: 503,
}
_AGAIN: Final = 5
"""Seconds after which who was sent away is to try again."""
_SAID: Final = {
    400: say("the request is not one that this place understands"),
    404: say("there is no such resource"),
    405: say("this cannot be done here"),
    413: say("that is larger than %(size)s MB", size=LARGEST >> 20),
}
_HINT: Final = say("The discovery at %(place)s says what there is.", place=resources.BASE)
_HINTS: Final = {413: say("Send the objects in several requests.")}
_FAULT: Final = say("something went wrong here, and it is not your fault")
_STORE: Final = say("the store of this node does not answer")
_STORE_HINT: Final = say("Try again in a few seconds.")
_FAULT_HINT: Final = say("Try again. The log of the server says where it happened.")


def answer(body: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> Response[bytes]:
    """Return an answer of TAXII 2.1."""
    fixed = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
    return Response(body, status_code=status, media_type=TAXII, headers={**fixed, **(headers or {})})


def words_of(request: HttpRequest) -> Words:
    """Return the words in which to answer: of the first language that is wanted and known, else English."""
    wanted = (one.strip()[:2].lower() for one in request.headers.get("accept-language", "")[:200].split(","))
    return Words(next((one for one in wanted if one in LANGUAGES), "en"))


def told(request: HttpRequest, error: TocsinError) -> Response[bytes]:
    """Answer an error that was written for people; of one of the store, whose cause is nobody else's business, less."""
    if isinstance(error, StoreError):
        log.error("fault", extra={"said": fault(error)})
        return _answer(request, 503, _STORE, _STORE_HINT)
    status = next((_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS), 400)
    return _answer(request, status, error.problem, error.hint)


def refused(request: HttpRequest, error: HTTPException) -> Response[bytes]:
    """Answer a request that did not get as far as a use case."""
    if error.status_code >= 500:
        return broken(request, error)
    said = _SAID.get(error.status_code, _SAID[400])
    return _answer(request, error.status_code, said, _HINTS.get(error.status_code, _HINT))


def broken(request: HttpRequest, error: Exception) -> Response[bytes]:
    """Answer a fault of the program, and note where it happened."""
    log.error("fault", extra={"said": fault(error)})
    return _answer(request, 500, _FAULT, _FAULT_HINT)


def _answer(request: HttpRequest, status: int, problem: Sentence, hint: Sentence) -> Response[Any]:
    words = words_of(request)
    headers: dict[str, str] = {}
    if status == 401:
        headers["www-authenticate"] = 'Basic realm="taxii", charset="UTF-8", Bearer realm="taxii"'
    if status == 503:
        headers["retry-after"] = str(_AGAIN)
    return answer(resources.error(status, words.tell(problem), words.tell(hint)), status, headers)
