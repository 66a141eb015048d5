"""How far the attempts of an incident got, as a picture; and where it parted from another organisation's."""

from __future__ import annotations

import msgspec
from anyio.to_thread import run_sync
from litestar import Response, get, post
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from tocsin.app import outcomes
from tocsin.app.access import missing, require
from tocsin.app.outcomes import Known
from tocsin.app.rights import Right
from tocsin.identify.outcome.compare import compare
from tocsin.identify.outcome.lines import key
from tocsin.identify.outcome.logs import LOGS
from tocsin.identify.outcome.paragraph import paragraph
from tocsin.identify.outcome.stages import STAGES
from tocsin.model.activity import Activity
from tocsin.model.error import InputError
from tocsin.model.outcome import Side
from tocsin.model.sentence import say
from tocsin.render import outcome as shown
from tocsin.render.words import Words
from tocsin.web import brought, security
from tocsin.web.node import HttpRequest
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor

_MOST_SHOWN = 50
_MOST_ASKED = 100
_MOST_SIDE = 8 << 20


@get("/incidents/{incident:str}/outcome", sync_to_thread=True)
def show_outcome(request: HttpRequest, visitor: Visiting, incident: FromPath[str]) -> Response[str]:
    """Show it."""
    return _show(request, visitor, incident)


def _show(
    request: HttpRequest, visitor: Visitor, incident: str, other: Side | None = None, error: InputError | None = None
) -> Response[str]:  # fmt: skip
    known = outcomes.outcome(visitor.access, incident)
    words, asked = Words(visitor.words.language), _asked(known)
    return page(
        request, "outcome.html.j2", visitor, 400 if error else 200, known=known, error=error, other=other,
        chain=list(shown.sentences(known.chain, words)),
        rows=[(one, list(shown.sentences(one.stages, words))) for one in known.side.outcomes[:_MOST_SHOWN]],
        comparison=paragraph(compare(known.side, other), words.language) if other else "",
        missing=[name for name in LOGS if any(name in state.settles for state in known.chain)],
        disputed={name for one in known.side.outcomes for name in one.contradicted},
        asked=asked[:_MOST_ASKED], more_asked=len(asked[_MOST_ASKED:]),
        logs=LOGS, stages=STAGES, more=lambda state: shown.more(state, words),
    )  # fmt: skip


def _asked(known: Known) -> list[tuple[str, Activity]]:
    """The lines of which people can say whether they were theirs, those that got in first, and what they said of."""
    doubts = [name for one in known.side.outcomes for name in one.doubts]
    tries = [name for one in known.side.outcomes for name in one.tries]
    lines = {key(line): line for line in known.lines}
    wanted = dict.fromkeys((*doubts, *tries, *known.said))
    return [(name, lines[name]) for name in wanted if name in lines]


class SignInSaid(Struct):
    """The form of what a person says of a line."""

    line: str = ""
    was_them: str = ""


@post("/incidents/{incident:str}/sign-ins", sync_to_thread=True)
def tell_line(
    request: HttpRequest, visitor: Visiting, incident: FromPath[str], data: URLEncodedBody[SignInSaid]
) -> Response[str] | Redirect:  # fmt: skip
    """Write down what a person says of a line that is in doubt."""
    if data.was_them not in ("yes", "no"):
        raise missing(data.was_them)
    try:
        outcomes.tell_line(visitor.access, incident, data.line, data.was_them == "yes")
    except InputError as error:
        return _show(request, visitor, incident, error=error)
    return go(f"/incidents/{incident}/outcome#asked")


@post(
    "/incidents/{incident:str}/outcome", opt={security.RIGHT: Right.INCIDENTS}, request_max_body_size=_MOST_SIDE
)  # fmt: skip
async def compare_outcome(
    request: HttpRequest,
    visitor: Visiting,
    incident: FromPath[str],
    data: brought.Form,
) -> Response[str]:
    """Show it beside what another organisation has written of its own."""
    require(visitor.access, Right.INCIDENTS)
    content = await brought.file(data, "other")
    return await run_sync(_compared, request, visitor, incident, content)


def _compared(request: HttpRequest, visitor: Visitor, incident: str, content: bytes) -> Response[str]:
    try:
        other = msgspec.json.decode(content, type=Side)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        error = InputError(
            say("this is no outcome of another organisation"),
            say("It is the file that `tocsin outcome --format json --without-people` writes there."),
        )
        return _show(request, visitor, incident, error=error)
    return _show(request, visitor, incident, other)
