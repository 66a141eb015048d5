"""Operations: which incidents belong together and why, whether attacks became more; and people's word on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from litestar import Response, get, post
from litestar.params import FromPath, URLEncodedBody
from markupsafe import Markup
from msgspec import Struct

from tocsin.app import assessments, cases, claims, comparing, operations
from tocsin.app.operations import OperationOpen
from tocsin.attribute import explain
from tocsin.attribute.features import TOLD
from tocsin.attribute.kinds import KINDS
from tocsin.attribute.matrix import matrix
from tocsin.model.case import CaseShown
from tocsin.model.desk import Compared, is_others
from tocsin.model.error import InputError, NotFoundError
from tocsin.model.operation import FeatureKind, TieKind
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.model.view import Page
from tocsin.render import assessment as assessing
from tocsin.render import claims as ledger
from tocsin.render import drawn
from tocsin.render import operations as render
from tocsin.render.plain import one_line
from tocsin.render.words import Words
from tocsin.web import security
from tocsin.web.node import HttpRequest
from tocsin.web.pages.queue import label_of, names
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor

T = TypeVar("T")
_MOST_LISTED: Final = 100
"""Operations of the list, and incidents of one of them."""
_MOST_ASKED: Final = 20
"""Cases and incidents whose claims and assessments are looked for: the cases, then the latest incidents."""

_LIMITED: Final = [security.Limit("operations", security.COSTLY["operations.operations"], reads=True)]
"""All incidents are compared for each of these pages."""
_CHANGES: Final = [security.Limit("operations-changed", 60)]
"""What is refused shows the page anew."""


class Word(Struct):
    """The form that says whether two incidents belong together; without a kind it takes that back."""

    one: str = ""
    other: str = ""
    kind: str = ""
    reason: str = ""


class Letting(Struct):
    """The form that lets another organisation compare, or no longer."""

    receiver: str = ""
    tlp: str = ""
    named: str = ""
    end: str = ""


class Accepting(Struct):
    """The form that accepts what another organisation lets be compared, or refuses it."""

    giver: str = ""
    reason: str = ""
    end: str = ""


class Fact(Struct):
    """The form of a fact about an incident."""

    incident: str = ""
    kind: str = ""
    value: str = ""
    source: str = ""


@get("/operations", sync_to_thread=True, middleware=_LIMITED)
def show_operations(request: HttpRequest, visitor: Visiting) -> Response[str]:
    """List them, the latest first; and who else may compare the organisation's incidents."""
    return _list(request, visitor)


def _list(request: HttpRequest, visitor: Visitor, error: InputError | None = None) -> Response[str]:
    found = operations.operations(visitor.access)
    plain = Words(visitor.words.language)
    tracks = [(one, drawn.bars(one.trend, plain) if one.trend else "") for one in found.tracks]
    return page(
        request, "operations.html.j2", visitor, 400 if error else 200, rows=found.operations[:_MOST_LISTED],
        render=render, plain=plain, left=len(found.operations[_MOST_LISTED:]), found=found, tracks=tracks,
        letting=comparing.letting(visitor.access), givers=found.givers, error=error,
        labels_of_tlp=(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER),
    )  # fmt: skip


@post("/operations/comparing", sync_to_thread=True, middleware=_CHANGES)
def let(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Letting]) -> Response[Any]:
    """Let another organisation compare, or no longer."""
    try:
        if data.end:
            comparing.stop_letting(visitor.access, data.receiver)
        else:
            comparing.let(visitor.access, data.receiver, named=bool(data.named), tlp=label_of(data.tlp))
    except InputError as error:
        return _list(request, visitor, error)
    return go("/operations")


@post("/operations/givers", sync_to_thread=True, middleware=_CHANGES)
def take_from(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Accepting]) -> Response[Any]:
    """Accept what another organisation lets be compared, or no longer."""
    try:
        if data.end:
            comparing.refuse(visitor.access, data.giver)
        else:
            comparing.accept(visitor.access, data.giver, data.reason)
    except InputError as error:
        return _list(request, visitor, error)
    return go("/operations")


@get("/operations/{operation:str}", sync_to_thread=True, middleware=_LIMITED)
def show_operation(request: HttpRequest, visitor: Visiting, operation: FromPath[str]) -> Response[str]:
    """Show one, by its id or that of one of its incidents."""
    return _one(request, visitor, operation)


def _one(request: HttpRequest, visitor: Visitor, operation: str, error: InputError | None = None) -> Response[str]:
    plain = Words(visitor.words.language)
    try:
        found = operations.operation(visitor.access, operation)
    except NotFoundError:
        near = operations.near(visitor.access, operation)  # it is missing too unless it is an incident that is alone
        return page(
            request, "incident-alone.html.j2", visitor, 400 if error else 200, incident=operation, near=near,
            error=error, explain=explain, plain=plain, told=TOLD, kinds=KINDS, is_others=is_others,
        )  # fmt: skip
    several = found.shown.incidents
    own = [one for one in several if one.item is not None]
    joint = _cases(visitor, own)
    about = [*joint, *(one.id for one in reversed(own))][:_MOST_ASKED]
    return page(
        request, "operation.html.j2", visitor, 400 if error else 200, found=found, error=error, render=render,
        plain=plain, people=names(visitor), explain=explain, kinds=KINDS, told=TOLD, most=drawn, listed=_MOST_LISTED,
        numbers={one.id: number for number, one in enumerate(several, 1)},
        timeline=drawn.timeline([(one.features.at, render.whose(one.organisation, plain)) for one in several], plain),
        graph=_graph(found, plain), trend=drawn.bars(found.trend, plain), hit=_hit(several), ledger=ledger,
        choices=[(one.id, one.title) for one in own[-_MOST_LISTED:]], is_others=is_others, assessing=assessing,
        knowledge=(known := visitor.node.knowledge()), columns=matrix(found.shown.techniques, known),
        joint=joint, free=[one.id for one in own if one.item and one.item.case is None][:_MOST_LISTED],
        claims=_about(about, lambda one: claims.claims(visitor.access, one), lambda one: one.item.claim),
        assessments=_about(
            about, lambda one: assessments.assessments(visitor.access, one), lambda one: one.item.assessment
        ),
        unasked=len(joint) + len(own) - len(about),
    )  # fmt: skip


def _cases(visitor: Visitor, own: Sequence[Compared]) -> dict[str, CaseShown]:
    """The cases in which its incidents are worked on, as far as they may be known of, the newest first."""
    if not visitor.may("take-part"):
        return {}
    theirs = {one.item.case for one in own if one.item}
    return {one.item.case: one for one in cases.cases(visitor.access) if one.item.case in theirs}


def _graph(found: OperationOpen, words: Words) -> Markup:
    boxes = []
    for one in found.shown.incidents:
        said = one.title or one.id if one.item else render.whose(one.organisation, words)
        boxes.append((one.id, one_line(said, 30), words.isolate(f"{one.features.at:%Y-%m-%d}")))
    return drawn.graph(boxes, [(one.kind, one.value, one.incidents) for one in found.shared], words)


def _hit(several: Sequence[Compared]) -> list[tuple[str, list[Compared]]]:
    """(organisation, its incidents), in order of names: nobody is ranked by how often they were hit."""
    found: dict[str, list[Compared]] = {}
    for one in several:
        found.setdefault(one.organisation, []).append(one)
    return sorted(found.items(), key=lambda one: (not one[0], one[0]))


class Said(Struct):
    """What is said about an operation, each once."""

    items: list[Any]
    more: list[str]
    """Its incidents and cases of which there is more than the first part, which is shown."""


def _about(things: Sequence[str], ask: Callable[[str], Page[T]], name: Callable[[T], str]) -> Said:
    """What is said about its cases and incidents."""
    parts = {one: ask(one) for one in things}
    found = {name(said): said for part in parts.values() for said in part.items}
    return Said(list(found.values()), [one for one, part in parts.items() if part.after])


@post("/operations/{operation:str}/ties", sync_to_thread=True, middleware=_CHANGES)
def tie(
    request: HttpRequest, visitor: Visiting, operation: FromPath[str], data: URLEncodedBody[Word]
) -> Response[Any]:  # fmt: skip
    """Say whether two incidents belong together, or take that back; and show where the first is now."""
    try:
        if data.kind:
            operations.tie(visitor.access, data.one, data.other, _kind(data.kind), data.reason)
        else:
            operations.untie(visitor.access, data.one, data.other)
    except InputError as error:
        return _one(request, visitor, operation, error)
    return go(f"/operations/{data.one}")


def _kind(given: str) -> TieKind:
    try:
        return TieKind(given)
    except ValueError as error:
        raise InputError(say("a field of the form is not filled in"), say("Choose one of what it offers.")) from error


@post("/operations/{operation:str}/facts", sync_to_thread=True, middleware=_CHANGES)
def tell(
    request: HttpRequest, visitor: Visiting, operation: FromPath[str], data: URLEncodedBody[Fact]
) -> Response[Any]:  # fmt: skip
    """Tell a fact about one of its incidents."""
    try:
        if data.kind not in TOLD:
            raise InputError(say("a field of the form is not filled in"), say("Choose one of what it offers."))
        operations.tell_fact(visitor.access, data.incident, FeatureKind(data.kind), data.value, data.source)
    except InputError as error:
        return _one(request, visitor, operation, error)
    return go(f"/operations/{data.incident}")
