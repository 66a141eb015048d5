"""What the desk does about questions, and about glass that is to be broken."""

from __future__ import annotations

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from tocsin.app import answers, glass
from tocsin.model.error import InputError
from tocsin.render.plain import defang, harmless
from tocsin.web.node import HttpRequest
from tocsin.web.pages.queue import names
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor


class Answer(Struct):
    """The form of an answer."""

    text: str = ""


class Which(Struct):
    """The form of a button about a breaking of the glass."""

    id: str = ""


@get("/questions/{question:str}", sync_to_thread=True)
def show_question(request: HttpRequest, visitor: Visiting, question: FromPath[str]) -> Response[str]:
    """Show a question, and the form for an answer."""
    return _show(request, visitor, question)


def _show(request: HttpRequest, visitor: Visitor, question: str, error: InputError | None = None) -> Response[str]:
    asked = answers.question(visitor.access, question)
    return page(
        request, "question.html.j2", visitor, 400 if error else 200, asked=asked, error=error, people=names(visitor),
        text=defang(harmless(asked.text)),
    )  # fmt: skip


@post("/questions/{question:str}/answer", sync_to_thread=True)
def answer(
    request: HttpRequest, visitor: Visiting, question: FromPath[str], data: URLEncodedBody[Answer]
) -> Response[Any] | Redirect:  # fmt: skip
    """Answer it, so that the one who asked sees it."""
    try:
        answers.answer(visitor.access, question, data.text)
    except InputError as error:
        return _show(request, visitor, question, error)
    return go("/queue")


@post("/questions/{question:str}/close", sync_to_thread=True)
def close(visitor: Visiting, question: FromPath[str]) -> Redirect:
    """Close it without a word."""
    answers.close(visitor.access, [question])
    return go("/queue")


@post("/glass/agree", sync_to_thread=True)
def agree(visitor: Visiting, data: URLEncodedBody[Which]) -> Redirect:
    """Agree, as the second person, that a message is opened."""
    glass.confirm_glass(visitor.access, data.id)
    return go("/queue")


@post("/glass/told", sync_to_thread=True)
def told(visitor: Visiting, data: URLEncodedBody[Which]) -> Redirect:
    """Note that the ones concerned were told."""
    glass.tell_of_glass(visitor.access, data.id)
    return go("/queue")
