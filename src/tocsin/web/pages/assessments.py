"""Assessments: how likely each answer is, why, what would change it, how it moved; and names that people put."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from anyio.to_thread import run_sync
from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, URLEncodedBody
from markupsafe import Markup
from msgspec import Struct

from tocsin.app import assessments
from tocsin.app.rights import Right
from tocsin.formats import assessment as files
from tocsin.model.assessment import FALSE_FLAG, UNKNOWN, Dissent, Evidence, Kind
from tocsin.model.error import InputError
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.render import assessment as render
from tocsin.render.words import Words
from tocsin.web import brought, security
from tocsin.web.node import HttpRequest
from tocsin.web.pages.queue import label_of, names
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor

_WITHOUT_HEADING: Final = 2
"""Paragraphs, after the title, that have no heading: how likely each answer is, and how sure we are."""
_IDS: Final = re.compile(r"\[([a-z0-9][a-z0-9._-]*(?:, [a-z0-9][a-z0-9._-]*)*)\]")
_PLACES: Final = {
    "mail": "/messages/", "alert": "/alerts/", "claim": "/claims/", "incident": "/incidents/", "case": "/cases/",
    "question": "/questions/", "ev": "/evidence/",
}  # fmt: skip
"""Pages of what an item rests on, by the beginning of its id."""


class Item(Struct):
    """The form of an item of evidence; how it bears on hypotheses stands in `bears`, one on a line."""

    id: str = ""
    en: str = ""
    ar: str = ""
    source: str = ""
    grade: str = ""
    kind: str = ""
    bears: str = ""
    given_by: str = ""
    rests_on: str = ""


class Said(Struct):
    """The form of a dissent."""

    by: str = ""
    en: str = ""
    ar: str = ""
    evidence: str = ""


class Name(Struct):
    """The form by which a person names an actor."""

    version: str = ""
    hypothesis: str = ""
    reasons: str = ""
    evidence: str = ""


class Truth(Struct):
    """The form that says what turned out to be true."""

    hypothesis: str = ""


class Reason(Struct):
    """The form that takes a name back."""

    reason: str = ""


@get("/assessments", sync_to_thread=True)
def show_assessments(
    request: HttpRequest, visitor: Visiting, about: FromQuery[str | None] = None, after: FromQuery[str | None] = None,
    ids: FromQuery[str] = "",
) -> Response[str]:  # fmt: skip
    """List them, the newest first. `ids`: of what one that is brought now would be about."""
    return _list(request, visitor, about, after, ids=ids)


def _list(
    request: HttpRequest, visitor: Visitor, about: str | None = None, after: str | None = None,
    error: InputError | None = None, ids: str = "",
) -> Response[str]:  # fmt: skip
    found = assessments.assessments(visitor.access, about, after)
    return page(
        request, "assessments.html.j2", visitor, 400 if error else 200, rows=found.items, more=found.after or "",
        about=about or "", ids=ids[:2000] or about or "", error=error, render=render,
        plain=Words(visitor.words.language), labels_of_tlp=tuple(Tlp),
    )  # fmt: skip


@post(
    "/assessments", opt={security.RIGHT: Right.ATTRIBUTE}, middleware=[security.Brings()],
    request_max_body_size=security.LARGEST_MAIL,
)  # fmt: skip
async def bring(request: HttpRequest, visitor: Visiting, data: brought.Form) -> Response[Any]:
    """Take one in that was written in a file."""
    raw = await brought.file(data)
    told = {name: str(data.get(name) or "").strip() for name in ("about", "tlp", "assessment")}
    return await run_sync(_bring, request, visitor, raw, told)


def _bring(request: HttpRequest, visitor: Visitor, raw: bytes, told: dict[str, str]) -> Response[Any]:
    try:
        if not raw:
            raise InputError(say("there is no file"), say("Bring an assessment as JSON or TOML."))
        given = files.read(raw, "JSON, TOML")
        made = assessments.make(
            visitor.access, given, told["about"].split(), label_of(told["tlp"]), told["assessment"] or None
        )  # fmt: skip
    except InputError as error:
        return _list(request, visitor, error=error)
    return go(f"/assessments/{made}")


@get("/assessments/{assessment:str}", sync_to_thread=True)
def show_assessment(request: HttpRequest, visitor: Visiting, assessment: FromPath[str]) -> Response[str]:
    """Show one."""
    return _one(request, visitor, assessment)


def _one(request: HttpRequest, visitor: Visitor, assessment: str, error: InputError | None = None) -> Response[str]:
    found = assessments.assessment(visitor.access, assessment)
    given = found.given
    return page(
        request, "assessment.html.j2", visitor, 400 if error else 200, found=found, error=error, render=render,
        parts=[*_paragraphs(found, visitor)], named=[one.id for one in given.hypotheses],
        hypotheses=[*(one.id for one in given.hypotheses), UNKNOWN, FALSE_FLAG], kinds=tuple(Kind), link=_link,
        resting={one.id for one in given.evidence if any(map(_link, one.rests_on))},
        plain=Words(visitor.words.language), people=names(visitor),
    )  # fmt: skip


def _paragraphs(found: assessments.AssessmentOpen, visitor: Visitor) -> Iterator[tuple[str, list[Markup]]]:
    """(heading, lines) of the page: each line leads to the evidence that it rests on, else to the version's entry."""
    known = {item.id for item in found.given.evidence}
    words = Words(visitor.words.language)  # isolates by characters, so that a line is text
    lines = [*render.page(found.given, found.assessed, words, found.history), *render.scored(found.scores, words)]
    entry = Markup("")
    if visitor.may(Right.READ_LOG):
        entry = Markup(' <a href="/log/{0}">[{1}]</a>').format(found.item.seq, words.gettext("proof"))
    parts = [text.split("\n") for text in "\n".join(lines).split("\n\n")]
    for place, part in enumerate(parts[1:]):
        heading, *rest = ("", *part) if place < _WITHOUT_HEADING else part
        if heading != words.gettext("Evidence"):  # which the page shows with what it rests on
            linked = [_linked(line, known) for line in rest if line]
            yield heading, [line if "<a " in line else line + entry for line in linked]


def _linked(line: str, known: Iterable[str]) -> Markup:
    """A line with each id of evidence in it as a link to the item."""
    out, at = Markup(), 0
    for one in _IDS.finditer(line):
        ids = one[1].split(", ")
        if set(ids) <= set(known):
            links = Markup(", ").join(Markup('<a href="#item-{0}">{0}</a>').format(key) for key in ids)
            out += Markup("{}[{}]").format(line[at : one.start()], links)
            at = one.end()
    return out + line[at:]


def _link(thing: str) -> str:
    """Where what an item rests on is shown; empty for what has no page here."""
    return next(
        (place + thing for kind, place in _PLACES.items() if re.fullmatch(rf"{kind}-[0-9a-f]{{16,32}}", thing)), ""
    )


@post("/assessments/{assessment:str}/evidence", sync_to_thread=True)
def add_evidence(
    request: HttpRequest, visitor: Visiting, assessment: FromPath[str], data: URLEncodedBody[Item]
) -> Response[Any]:  # fmt: skip
    """Add an item of evidence, or read one anew."""
    try:
        assessments.add_evidence(visitor.access, assessment, _item(data))
    except InputError as error:
        return _one(request, visitor, assessment, error)
    return go(f"/assessments/{assessment}")


def _item(data: Item) -> Evidence:
    pairs = (line.partition("=") for line in data.bears.split())
    try:
        bears = {name: int(value) for name, _, value in pairs}
        kind = Kind(data.kind)
    except ValueError as error:
        raise InputError(say("a field of the form is not filled in"), say("Choose one of what it offers.")) from error
    return files.item(
        Evidence(
            data.id.strip(),
            {"en": data.en.strip(), "ar": data.ar.strip()},
            data.source.strip(),
            data.grade.strip(),
            kind,
            bears,
            data.given_by.strip() or None,
            tuple(data.rests_on.split()),
        )
    )


@post("/assessments/{assessment:str}/dissents", sync_to_thread=True)
def dissent(
    request: HttpRequest, visitor: Visiting, assessment: FromPath[str], data: URLEncodedBody[Said]
) -> Response[Any]:  # fmt: skip
    """Write down that somebody sees it otherwise."""
    try:
        said = files.said(Dissent(data.by.strip(), {"en": data.en, "ar": data.ar}, tuple(data.evidence.split())))
        assessments.dissent(visitor.access, assessment, said)
    except InputError as error:
        return _one(request, visitor, assessment, error)
    return go(f"/assessments/{assessment}")


@post("/assessments/{assessment:str}/resolution", sync_to_thread=True)
def resolve(
    request: HttpRequest, visitor: Visiting, assessment: FromPath[str], data: URLEncodedBody[Truth]
) -> Response[Any]:  # fmt: skip
    """Say what turned out to be true."""
    try:
        assessments.resolve(visitor.access, assessment, data.hypothesis)
    except InputError as error:
        return _one(request, visitor, assessment, error)
    return go(f"/assessments/{assessment}")


@post("/assessments/{assessment:str}/names", sync_to_thread=True)
def name(
    request: HttpRequest, visitor: Visiting, assessment: FromPath[str], data: URLEncodedBody[Name]
) -> Response[Any]:  # fmt: skip
    """Put a name on what happened."""
    try:
        version = int(data.version) if data.version.isdecimal() else -1
        items = data.evidence.split()
        assessments.name(visitor.access, assessment, version, data.hypothesis, data.reasons, items)
    except InputError as error:
        return _one(request, visitor, assessment, error)
    return go(f"/assessments/{assessment}")


@post("/assessments/{assessment:str}/names/{naming:str}/withdraw", sync_to_thread=True)
def unname(
    request: HttpRequest, visitor: Visiting, assessment: FromPath[str], naming: FromPath[str],
    data: URLEncodedBody[Reason],
) -> Response[Any]:  # fmt: skip
    """Take a name back."""
    try:
        assessments.unname(visitor.access, naming, data.reason)
    except InputError as error:
        return _one(request, visitor, assessment, error)
    return go(f"/assessments/{assessment}")
