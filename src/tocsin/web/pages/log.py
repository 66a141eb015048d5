"""The audit trail, and the proof of each entry."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect
from msgspec import Struct

from tocsin.app import log as logs
from tocsin.model.error import LogError
from tocsin.model.event import Event, type_of
from tocsin.web import security
from tocsin.web.node import HttpRequest
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting

_TYPES = tuple(sorted(type_of(event) for event in Event.__args__))
_SIZE = 50
_VERIFY = "log.verify"


class Shown(Struct, frozen=True):
    """An entry as a row: what it says beside its place, its time and its subject."""

    entry: logs.Entry
    facts: tuple[tuple[str, str], ...]


@get("/log", sync_to_thread=True)
def show_log(
    request: HttpRequest, visitor: Visiting, kind: FromQuery[str] = "", actor: FromQuery[str] = "",
    subject: FromQuery[str] = "", after: FromQuery[str | None] = None,
) -> Response[str]:  # fmt: skip
    """List entries, the newest first."""
    wanted = {"kind": kind.strip(), "actor": actor.strip(), "subject": subject.strip()}
    found = logs.entries(
        visitor.access, type=wanted["kind"] or None, actor=wanted["actor"] or None, subject=wanted["subject"] or None,
        after=after, limit=_SIZE,
    )  # fmt: skip
    rows = [Shown(entry, _facts(entry.raw)) for entry in found.items]
    filters = {name: value for name, value in wanted.items() if value}
    more = f"/log?{urlencode({**filters, 'after': found.after})}" if found.after else ""
    return page(request, "log.html.j2", visitor, rows=rows, wanted=wanted, types=_TYPES, more=more)


def _facts(raw: bytes) -> tuple[tuple[str, str], ...]:
    """What the event itself says, in the names of its format: ids, digests, numbers; nobody's words."""
    event = msgspec.json.decode(raw).get("event", {})
    return tuple((key, _short(value)) for key, value in event.items() if key != "type")


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return text if len(text) <= 200 else f"{text[:199]}…"


@get("/log/{seq:int}", sync_to_thread=True)
def show_proof(request: HttpRequest, visitor: Visiting, seq: FromPath[int]) -> Response[str]:
    """Show the proof that an entry is in the log."""
    try:
        proof, problem = logs.prove(visitor.access, visitor.node.signer, seq), None
    except LogError as error:
        proof, problem = None, error
    return page(request, "proof.html.j2", visitor, seq=seq, proof=proof, problem=problem)


@post("/log/verify", sync_to_thread=True, middleware=[security.Limit(_VERIFY, security.COSTLY[_VERIFY])])
def verify(request: HttpRequest, visitor: Visiting) -> Response[str]:
    """Check the whole log, and show what came out."""
    report = logs.verify(visitor.access, visitor.node.signer)
    return page(request, "verified.html.j2", visitor, report=report)


@post("/log/sign", sync_to_thread=True)
def sign(visitor: Visiting) -> Redirect:
    """Sign the log as it stands, so that what is in it can be proved."""
    logs.sign_head(visitor.access, visitor.node.signer)
    return go("/log")
