"""The ledger of claims: who said what about whom, and what became of it."""

from __future__ import annotations

from typing import Any, Final

from anyio.to_thread import run_sync
from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, URLEncodedBody
from msgspec import Struct

from tocsin.app import claims
from tocsin.app.rights import Right
from tocsin.model.claim import Answer, Claim, Ground, Says, Speaker
from tocsin.model.error import InputError
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.render import claims as ledger
from tocsin.web import brought, security
from tocsin.web.node import HttpRequest
from tocsin.web.pages.queue import label_of, names
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor

_COSTLY: Final = security.Limit("claims.take_in", security.COSTLY["claims.take_in"])


class Said(Struct):
    """The form of a new claim."""

    speaker: str = ""
    kind: str = ""
    says: str = ""
    what: str = ""
    said_on: str = ""
    subject: str = ""
    grounds: list[str] | str = ""
    """None chosen: none were given."""
    confidence: str = ""
    words: str = ""
    source: str = ""
    source_grade: str = "F"
    information_grade: str = "6"
    about: str = ""
    tlp: str = Tlp.AMBER_STRICT.value
    answers: str = ""
    how: str = ""


class Tied(Struct):
    """The form that says what else one is about."""

    about: str = ""


class Answering(Struct):
    """The form that says what a later claim does to one."""

    by: str = ""
    how: str = ""


class Reason(Struct):
    """The form that strikes one."""

    reason: str = ""


@get("/claims", sync_to_thread=True)
def show_claims(
    request: HttpRequest, visitor: Visiting, about: FromQuery[str | None] = None, after: FromQuery[str | None] = None
) -> Response[str]:
    """List them, the newest entry first."""
    return _list(request, visitor, about, after)


def _list(
    request: HttpRequest, visitor: Visitor, about: str | None = None, after: str | None = None,
    error: InputError | None = None, said: Said | None = None, taken: claims.Imported | None = None,
) -> Response[str]:  # fmt: skip
    found = claims.claims(visitor.access, about, after)
    return page(
        request, "claims.html.j2", visitor, 400 if error else 200, rows=found.items, more=found.after or "",
        about=about or "", error=error, said=said or Said(about=about or ""), taken=taken, ledger=ledger,
        labels_of_tlp=tuple(Tlp),
    )  # fmt: skip


@post("/claims", sync_to_thread=True)
def record(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Said]) -> Response[Any]:
    """Write one down."""
    try:
        made = claims.record(
            visitor.access, _claim(data), data.about.split(), label_of(data.tlp), data.answers.strip() or None,
            _how(data.how) if data.how else None,
        )  # fmt: skip
    except InputError as error:
        return _list(request, visitor, None, None, error, data)
    return go(f"/claims/{made}")


def _claim(data: Said) -> Claim:
    try:
        return Claim(
            data.speaker, Speaker(data.kind), Says(data.says), data.what, data.said_on, data.subject,
            _grounds(data.grounds), data.confidence, data.words, data.source, source_grade=data.source_grade,
            information_grade=int(data.information_grade),
        )  # fmt: skip
    except ValueError as error:
        raise InputError(say("a field of the form is not filled in"), say("Choose one of what it offers.")) from error


def _grounds(chosen: list[str] | str) -> tuple[Ground, ...]:
    several = [one for one in (chosen if isinstance(chosen, list) else [chosen]) if one]
    return tuple(map(Ground, several)) or (Ground.NONE,)


def _how(text: str) -> Answer:
    try:
        return Answer(text)
    except ValueError as error:
        raise InputError(say("a field of the form is not filled in"), say("Choose one of what it offers.")) from error


@post(
    "/claims/bundle", opt={security.RIGHT: Right.ATTRIBUTE}, middleware=[_COSTLY, security.Brings()],
    request_max_body_size=security.LARGEST_MAIL,
)  # fmt: skip
async def take_in(request: HttpRequest, visitor: Visiting, data: brought.Form) -> Response[Any]:
    """Take those of a STIX bundle in, and show what was taken."""
    raw = await brought.file(data)
    return await run_sync(_take_in, request, visitor, raw, data)


def _take_in(request: HttpRequest, visitor: Visitor, raw: bytes, form: brought.Form) -> Response[Any]:
    tlp, about, speaker = (brought.text(form, field) for field in ("tlp", "about", "speaker"))
    try:
        taken = claims.take_in(visitor.access, raw, about.split(), label_of(tlp), speaker)
    except InputError as error:
        return _list(request, visitor, error=error)
    return _list(request, visitor, taken=taken)


@get("/claims/{claim:str}", sync_to_thread=True)
def show_claim(request: HttpRequest, visitor: Visiting, claim: FromPath[str]) -> Response[str]:
    """Show one."""
    return _one(request, visitor, claim)


def _one(request: HttpRequest, visitor: Visitor, claim: str, error: InputError | None = None) -> Response[str]:
    return page(
        request, "claim.html.j2", visitor, 400 if error else 200, found=claims.claim(visitor.access, claim),
        ledger=ledger, people=names(visitor), error=error,
    )  # fmt: skip


@post("/claims/{claim:str}/about", sync_to_thread=True)
def tie(request: HttpRequest, visitor: Visiting, claim: FromPath[str], data: URLEncodedBody[Tied]) -> Response[Any]:
    """Say what else it is about."""
    try:
        claims.tie(visitor.access, claim, data.about.split())
    except InputError as error:
        return _one(request, visitor, claim, error)
    return go(f"/claims/{claim}")


@post("/claims/{claim:str}/answers", sync_to_thread=True)
def answer(
    request: HttpRequest, visitor: Visiting, claim: FromPath[str], data: URLEncodedBody[Answering]
) -> Response[Any]:  # fmt: skip
    """Say what a later claim does to it."""
    try:
        claims.answer(visitor.access, claim, data.by.strip(), _how(data.how))
    except InputError as error:
        return _one(request, visitor, claim, error)
    return go(f"/claims/{claim}")


@post("/claims/{claim:str}/strike", sync_to_thread=True)
def strike(
    request: HttpRequest, visitor: Visiting, claim: FromPath[str], data: URLEncodedBody[Reason]
) -> Response[Any]:  # fmt: skip
    """Say that it was written down by mistake."""
    try:
        claims.strike(visitor.access, claim, data.reason)
    except InputError as error:
        return _one(request, visitor, claim, error)
    return go(f"/claims/{claim}")
