"""Statements that wait for signatures: both texts beside one another, who has signed, and how a signature comes here.

Signing keys stay with their owners: what is to be signed is taken along, and the signed envelope brought back.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from anyio.to_thread import run_sync
from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, URLEncodedBody
from msgspec import Struct

from tocsin.app import signing
from tocsin.app.rights import Right
from tocsin.model.error import InputError, LogError, NotFoundError, StatementError, TocsinError
from tocsin.model.sentence import say
from tocsin.statement import seal
from tocsin.web import brought, security
from tocsin.web.node import HttpRequest
from tocsin.web.pages.queue import names
from tocsin.web.respond import attached, go, page
from tocsin.web.visitor import Visiting, Visitor

_WRONG = (InputError, StatementError, LogError)
"""What is told on the form itself."""
_MOST = 50


class Reason(Struct):
    """The form that withdraws one."""

    reason: str = ""


@get("/statements", sync_to_thread=True)
def show_statements(request: HttpRequest, visitor: Visiting, after: FromQuery[str | None] = None) -> Response[str]:
    """List them, the newest first."""
    found = signing.statements(visitor.access, None, after, _MOST)
    return page(request, "statements.html.j2", visitor, rows=found.items, more=found.after or "")


@get("/statements/{statement:str}", sync_to_thread=True)
def show_statement(request: HttpRequest, visitor: Visiting, statement: FromPath[str]) -> Response[str]:
    """Show one."""
    return _show(request, visitor, statement)


def _show(
    request: HttpRequest, visitor: Visitor, statement: str, error: TocsinError | None = None
) -> Response[str]:  # fmt: skip
    found = signing.statement(visitor.access, statement)
    return page(
        request, "statement.html.j2", visitor, 400 if error else 200, stated=found, item=found.item, error=error,
        english=found.files.get(seal.ENGLISH, ""), arabic=found.files.get(seal.ARABIC, ""), payload=seal.PAYLOAD,
        envelope=seal.ENVELOPE, people=names(visitor),
    )  # fmt: skip


@get("/statements/{statement:str}/files.zip", sync_to_thread=True)
def files(visitor: Visiting, statement: FromPath[str]) -> Response[bytes]:
    """Return its files, to be signed elsewhere."""
    found = signing.statement(visitor.access, statement)
    if not found.files:
        raise NotFoundError(
            say("the content of %(evidence)s is gone: %(state)s", evidence=statement, state="erased"),
            say("The log says when, and why."),
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in found.files.items():
            archive.writestr(f"{statement}/{name}", text.encode())
    return attached(out.getvalue(), f"{statement}.zip", "application/zip")


@post("/statements/{statement:str}/signatures", opt={security.RIGHT: Right.SIGN_STATEMENT})
async def take(
    request: HttpRequest,
    visitor: Visiting,
    statement: FromPath[str],
    data: brought.Form,
) -> Response[Any]:
    """Take in a signature: an envelope as a file or pasted, and the verifier key of who signed."""
    envelope = await brought.file(data)
    pasted = data.get("envelope")
    envelope = envelope or (pasted.strip().encode() if isinstance(pasted, str) else b"")
    return await run_sync(_take, request, visitor, statement, envelope, str(data.get("key") or ""))


def _take(request: HttpRequest, visitor: Visitor, statement: str, envelope: bytes, key: str) -> Response[Any]:
    try:
        if not envelope:
            raise InputError(say("there is no envelope"), say("Bring what `tocsin statement sign` wrote."))
        signing.take(visitor.access, statement, envelope, key)
    except _WRONG as error:
        return _show(request, visitor, statement, error)
    return go(f"/statements/{statement}")


@post("/statements/{statement:str}/withdraw", sync_to_thread=True)
def withdraw(
    request: HttpRequest, visitor: Visiting, statement: FromPath[str], data: URLEncodedBody[Reason]
) -> Response[Any]:  # fmt: skip
    """Say that it is not to be signed any more."""
    try:
        signing.withdraw(visitor.access, statement, data.reason)
    except InputError as error:
        return _show(request, visitor, statement, error)
    return go(f"/statements/{statement}")
