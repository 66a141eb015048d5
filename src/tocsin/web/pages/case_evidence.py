"""Evidence that is brought to a case: by the desk, and by those who take part."""

from __future__ import annotations

import mimetypes
from typing import Any, Final

from anyio.to_thread import run_sync
from litestar import Response, post
from litestar.params import FromPath

import tocsin
from tocsin.app import evidence
from tocsin.app.evidence import Collected
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.record import EvidenceRecord
from tocsin.model.sentence import say
from tocsin.web import brought, security
from tocsin.web.node import HttpRequest
from tocsin.web.pages.cases import one
from tocsin.web.respond import go
from tocsin.web.visitor import Visiting, Visitor

_LIMITED: Final = [security.Limit("evidence.add", security.COSTLY["evidence.add"]), security.Brings()]


@post(
    "/cases/{case:str}/evidence", opt={security.RIGHT: Right.TAKE_PART}, middleware=_LIMITED,
    request_max_body_size=security.LARGEST_MAIL,
)  # fmt: skip
async def add(request: HttpRequest, visitor: Visiting, case: FromPath[str], data: brought.Form) -> Response[Any]:
    """Take files into custody."""
    files = await brought.files(data)
    fields = {name: brought.text(data, name) for name in ("by", "at", "source", "description", "participant")}
    return await run_sync(_add, request, visitor, case, files, fields)


def _add(
    request: HttpRequest, visitor: Visitor, case: str, files: list[tuple[str, bytes]], fields: dict[str, str]
) -> Response[Any]:  # fmt: skip
    try:
        if not files or not fields["by"]:
            raise InputError(
                say("there is no file, or it is not said who collected it"), say("Choose files, and write who it was.")
            )
        collected = [_collected(visitor, name, content, fields) for name, content in files]
        evidence.add(visitor.access, case, collected, fields["participant"] or None)
    except InputError as error:
        return one(request, visitor, case, error)
    return go(f"/cases/{case}")


def _collected(visitor: Visitor, name: str, content: bytes, fields: dict[str, str]) -> Collected:
    return Collected(
        content, EvidenceRecord(name, fields["by"], fields["source"], fields["description"]),
        mimetypes.guess_type(name)[0] or "application/octet-stream",
        brought.time(fields["at"]) if fields["at"] else visitor.access.now, "tocsin", tocsin.__version__,
    )  # fmt: skip
