"""What is handed on from an incident: indicators, a blocklist, a statement. Looked at first, then given, and noted."""

from __future__ import annotations

from typing import Any, Final

from litestar import Response, get, post
from litestar.params import FromPath, URLEncodedBody
from msgspec import Struct

from tocsin.app import disrupt, incidents, share, signing, statement
from tocsin.app.access import require
from tocsin.app.disrupt import Blocklist
from tocsin.app.rights import Right
from tocsin.app.share import Shared
from tocsin.model.error import AccessError, InputError, NotFoundError, TocsinError
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.model.statement import Agency
from tocsin.web import security
from tocsin.web.node import HttpRequest
from tocsin.web.pages.outgoing import recipients
from tocsin.web.respond import attached, go, page
from tocsin.web.visitor import Visiting, Visitor

_HANDED: Final = ("bundle-made", "blocklist-made", "statement-drafted")
_PREVIEW: Final = [security.Limit("hand-on", security.COSTLY["share.preview"], reads=True)]
_NOT_CLEAR: Final = InputError(
    say("a statement is public, and this incident is not TLP:CLEAR"),
    say("Give it that label first, if it is yours to give."),
)


class Chosen(Struct):
    """What is handed on, to whom: as the page shows it and as a form repeats it."""

    audience: str = Tlp.GREEN.value
    recipient: str = ""
    named: str = ""
    synthetic: str = ""
    days: str = "90"

    @property
    def label(self) -> Tlp:
        """Up to which label those who get it may read; the widest for what is none, which lets the least through."""
        return Tlp(self.audience) if self.audience in tuple(Tlp) else Tlp.CLEAR

    @property
    def span(self) -> int:
        """Days; 0, which is refused, for what is no number."""
        return int(self.days) if self.days.isascii() and self.days.isdecimal() and len(self.days) < 5 else 0


class Draft(Struct):
    """The form of a statement."""

    agencies: str = ""
    signatures: str = ""
    synthetic: str = ""


@get("/incidents/{incident:str}/hand-on", sync_to_thread=True, middleware=_PREVIEW)
def show_hand_on(request: HttpRequest, visitor: Visiting, incident: FromPath[str]) -> Response[str]:
    """Show what would be handed on, with what is chosen in the address."""
    given = {name: request.query_params.get(name, "")[:80] for name in Chosen.__struct_fields__}
    return _show(request, visitor, incident, Chosen(**{name: value for name, value in given.items() if value}))


def _show(
    request: HttpRequest, visitor: Visitor, incident: str, chosen: Chosen, error: TocsinError | None = None,
    draft: Draft | None = None,
) -> Response[str]:  # fmt: skip
    require(visitor.access, Right.SHARE)
    known = incidents.incident(visitor.access, incident)
    bundle, no_bundle = _bundle(visitor, incident, chosen)
    zone, no_zone = _zone(visitor, incident, chosen)
    return page(
        request, "hand-on.html.j2", visitor, 400 if error else 200, incident=known, chosen=chosen, error=error,
        bundle=bundle, no_bundle=no_bundle, zone=zone, no_zone=no_zone, labels_of_tlp=(Tlp.CLEAR, Tlp.GREEN),
        recipients=recipients(visitor.access), draft=draft or Draft(), not_clear=_NOT_CLEAR,
        done=[one for one, _ in known.notes if one.type in _HANDED],
        is_clear=known.item.tlp is Tlp.CLEAR, statements=signing.statements(visitor.access, incident).items,
    )  # fmt: skip


def _bundle(visitor: Visitor, incident: str, chosen: Chosen) -> tuple[Shared | None, TocsinError | None]:
    try:
        return share.preview(
            visitor.access, incident, chosen.label, recipient=chosen.recipient, named=bool(chosen.named),
            synthetic=bool(chosen.synthetic),
        ), None  # fmt: skip
    except (AccessError, InputError, NotFoundError) as error:
        return None, error


def _zone(visitor: Visitor, incident: str, chosen: Chosen) -> tuple[Blocklist | None, TocsinError | None]:
    try:
        return disrupt.preview(visitor.access, incident, chosen.span, synthetic=bool(chosen.synthetic)), None
    except (AccessError, InputError) as error:
        return None, error


@post("/incidents/{incident:str}/bundle", sync_to_thread=True, middleware=_PREVIEW, status_code=200)
def give_bundle(
    request: HttpRequest, visitor: Visiting, incident: FromPath[str], data: URLEncodedBody[Chosen]
) -> Response[Any]:  # fmt: skip
    """Write the bundle, and note it."""
    try:
        made = share.bundle(
            visitor.access, incident, data.label, recipient=data.recipient, named=bool(data.named),
            synthetic=bool(data.synthetic),
        )  # fmt: skip
    except InputError as error:
        return _show(request, visitor, incident, data, error)
    return attached(made.content.encode(), f"{incident}.stix.json", "application/stix+json;version=2.1")


@post("/incidents/{incident:str}/rpz", sync_to_thread=True, middleware=_PREVIEW, status_code=200)
def give_zone(
    request: HttpRequest, visitor: Visiting, incident: FromPath[str], data: URLEncodedBody[Chosen]
) -> Response[Any]:  # fmt: skip
    """Write the blocklist, and note it."""
    try:
        made = disrupt.response_policy(visitor.access, incident, data.span, synthetic=bool(data.synthetic))
    except InputError as error:
        return _show(request, visitor, incident, data, error)
    return attached(made.content.encode(), f"{incident}.rpz", "text/dns")


@post("/incidents/{incident:str}/statement", sync_to_thread=True, middleware=_PREVIEW)
def draft_statement(
    request: HttpRequest, visitor: Visiting, incident: FromPath[str], data: URLEncodedBody[Draft]
) -> Response[Any]:  # fmt: skip
    """Write a statement, which then waits for signatures."""
    agencies = [
        Agency(*map(str.strip, line.partition("=")[::2])) for line in data.agencies.splitlines() if line.strip()
    ]
    number = data.signatures.strip()
    needed = (int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else 0) if number else None
    try:
        made = statement.draft(
            visitor.access, visitor.node.signer, incident, agencies, synthetic=bool(data.synthetic), needed=needed
        )  # fmt: skip
    except InputError as error:
        return _show(request, visitor, incident, Chosen(), error, data)
    return go(f"/statements/{made.statement}")
