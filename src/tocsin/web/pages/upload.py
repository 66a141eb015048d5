"""Mail that is brought: files and mailboxes, judged in the background while their progress is shown."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from itertools import islice
from typing import Any, Final

from anyio.to_thread import run_sync
from litestar import Response, get, post
from litestar.params import FromPath

from tocsin.app import submission
from tocsin.app.access import missing, require
from tocsin.app.rights import Right
from tocsin.model.error import InputError, TocsinError
from tocsin.model.limits import Limits
from tocsin.model.sentence import say
from tocsin.model.source import RawMail
from tocsin.net.files import open_mail
from tocsin.net.spool import Spool
from tocsin.net.telling import fault
from tocsin.web import brought, security
from tocsin.web.jobs import Job, Result
from tocsin.web.node import HttpRequest
from tocsin.web.respond import go, page
from tocsin.web.visitor import Visiting, Visitor

log = logging.getLogger("tocsin.web")
_LIMITED: Final = [security.Limit("upload", 20), security.Brings()]
_BATCH: Final = 25
"""Messages that are judged before the progress is told and others have their turn."""
_LIMITS: Final = Limits()


@get("/upload", sync_to_thread=True)
def show_upload(request: HttpRequest, visitor: Visiting) -> Response[str]:
    """Show the form."""
    require(visitor.access, Right.JUDGE)
    return page(request, "upload.html.j2", visitor, error=None, most=security.LARGEST_MAIL >> 20)


@post(
    "/upload", opt={security.RIGHT: Right.JUDGE}, middleware=_LIMITED, request_max_body_size=security.LARGEST_MAIL
)  # fmt: skip
async def upload(
    request: HttpRequest,
    visitor: Visiting,
    data: brought.Form,
) -> Response[Any]:
    """Take files in, and go to where their progress is shown. They stay in memory (`tocsin serve` sees to it)."""
    require(visitor.access, Right.JUDGE)
    files = await brought.files(data)
    try:
        return go(f"/upload/{_begin(visitor, files, reported=bool(data.get('reported'))).id}")
    except InputError as error:
        shown = partial(page, request, "upload.html.j2", visitor, 400, error=error, most=security.LARGEST_MAIL >> 20)
        return await run_sync(shown)


def _begin(visitor: Visitor, files: list[tuple[str, bytes]], *, reported: bool) -> Job:
    if not files:
        raise InputError(say("there is no file to judge"), say("Choose mail files, mailboxes or archives of them."))
    actor = visitor.access.actor
    total = sum(len(content) for _, content in files)
    work = partial(_work, visitor, files, reported)
    return visitor.node.jobs.start(actor.organisation, actor.person, total, work)


def _work(visitor: Visitor, files: list[tuple[str, bytes]], reported: bool, job: Job) -> None:
    try:
        found = _mail(files, job)
        while batch := list(islice(found, _BATCH)):
            _judge(visitor, batch, reported, job)
            if job.is_to_end:
                job.failed = say("the server was ended before all was judged")
                break
    except TocsinError as error:
        job.failed = error.problem
    except Exception as error:  # noqa: BLE001 - the thread ends here; who waits for it must be told
        job.failed = say("something went wrong here, and it is not your fault")
        log.error("fault", extra={"said": fault(error)})
    finally:
        job.is_over = True


def _mail(files: list[tuple[str, bytes]], job: Job) -> Iterator[RawMail]:
    """Yield the messages; what could not be read is a result too. The progress counts each message as it is read."""
    before = 0
    for name, content in files:
        spool = Spool(_LIMITS, in_memory=True)
        for found in open_mail([name], _LIMITS, {name: BytesIO(content)}, spool):
            if isinstance(found, RawMail):
                job.read = min(job.read + len(found.raw), before + len(content))
                yield found
            else:
                job.add(Result(found.path, problem=found.code))
        before += len(content)
        job.read = before


def _judge(visitor: Visitor, batch: list[RawMail], reported: bool, job: Job) -> None:
    done = submission.submit(visitor.access, visitor.node.judge, [one.raw for one in batch], reported=reported)
    for one, result in zip(batch, done, strict=True):
        job.add(Result(one.path, result))


@get("/upload/{job:str}", sync_to_thread=True)
def show_job(request: HttpRequest, visitor: Visiting, job: FromPath[str]) -> Response[str]:
    """Show how far an upload is, and what came out so far."""
    actor = visitor.access.actor
    found = visitor.node.jobs.find(job, actor.organisation, actor.person)
    if found is None:
        if visitor.node.jobs.was_begun(job, actor.organisation, actor.person):
            return page(request, "upload-gone.html.j2", visitor, 410)
        raise missing(job)
    response = page(request, "uploaded.html.j2", visitor, job=found)
    if not found.is_over:
        response.headers["refresh"] = "2"
    return response
