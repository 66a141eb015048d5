"""Is this safe? Asked by anybody, answered at once in plain words; and what to do for those who clicked."""

from __future__ import annotations

from typing import Final

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import URLEncodedBody
from msgspec import Struct

from tocsin.app import ask
from tocsin.app.ask import Answer
from tocsin.app.rights import Right
from tocsin.model.error import InputError, TocsinError
from tocsin.model.sentence import say
from tocsin.model.verdict import Class, Danger, Verdict
from tocsin.render.findings import shown_findings
from tocsin.render.plain import defang, harmless
from tocsin.web import brought, security
from tocsin.web.node import HttpRequest
from tocsin.web.respond import page
from tocsin.web.visitor import Visiting, Visitor

_LIMITED: Final = [security.Limit("ask", 30)]
_PICTURES: Final = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")


class Text(Struct):
    """The form with words or a link."""

    text: str = ""


class Clicked(Struct):
    """The form of somebody who did what it wanted."""

    did: str = ""
    question: str = ""
    note: str = ""


@get("/ask", sync_to_thread=True)
def show_ask(request: HttpRequest, visitor: Visiting) -> Response[str]:
    """Show the forms, and what one has asked before."""
    return _form(request, visitor)


def _form(request: HttpRequest, visitor: Visitor, error: TocsinError | None = None) -> Response[str]:
    asked = ask.questions(visitor.access, limit=10).items
    return page(request, "ask.html.j2", visitor, 400 if error else 200, error=error, asked=asked)


@post("/ask", sync_to_thread=True, middleware=_LIMITED, status_code=200)
def ask_text(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Text]) -> Response[str]:
    """Answer about words or a link."""
    try:
        answer = ask.ask_text(visitor.access, visitor.node.judge, data.text)
    except InputError as error:
        return _form(request, visitor, error)
    return _answer(request, visitor, answer)


@post(
    "/ask/file",
    opt={security.RIGHT: Right.ASK},
    middleware=[*_LIMITED, security.Brings()],
    status_code=200,
    request_max_body_size=security.LARGEST_MAIL,
)
async def ask_file(
    request: HttpRequest,
    visitor: Visiting,
    data: brought.Form,
) -> Response[str]:
    """Answer about a mail or a picture."""
    from anyio.to_thread import run_sync

    content, sent = await brought.file(data), data.get("file")
    kind = sent.content_type if isinstance(sent, UploadFile) else ""
    return await run_sync(_about_file, request, visitor, content, kind)


def _about_file(request: HttpRequest, visitor: Visitor, content: bytes, kind: str) -> Response[str]:
    try:
        if not content:
            raise InputError(say("there is no file to judge"), say("Choose a saved mail, or a picture of a message."))
        if kind in _PICTURES:
            answer = ask.ask_picture(visitor.access, visitor.node.judge, visitor.node.ocr, content)
        else:
            answer = ask.ask_mail(visitor.access, visitor.node.judge, content)
    except InputError as error:
        return _form(request, visitor, error)
    return _answer(request, visitor, answer)


def _answer(request: HttpRequest, visitor: Visitor, answer: Answer) -> Response[str]:
    verdict = Verdict(answer.verdict, answer.probability, answer.probability, answer.findings, answer.advice)
    is_bad = answer.verdict in (Class.MALICIOUS, Class.SUSPICIOUS)
    return page(
        request, "answer.html.j2", visitor, answer=answer, text=defang(harmless(answer.text[:4_000])),
        findings=shown_findings(verdict, (), visitor.words.language)[:5],
        dangers=(answer.advice or (Danger.CONVERSATION,)) if is_bad else (),
    )  # fmt: skip


@post("/ask/clicked", sync_to_thread=True, middleware=_LIMITED, status_code=200)
def clicked(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Clicked]) -> Response[str]:
    """Note what somebody did, which the desk sees first, and show what to do now."""
    try:
        did = Danger(data.did)
        told = ask.clicked(visitor.access, did, question=data.question, note=data.note)
    except ValueError:
        return _form(request, visitor, InputError(say("it must be said what was done"), say("Choose what was done.")))
    except InputError as error:
        return _form(request, visitor, error)
    return page(request, "clicked.html.j2", visitor, did=did, told=told)
