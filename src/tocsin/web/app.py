"""The console as an ASGI application."""

from __future__ import annotations

from urllib.parse import urlsplit

from anyio.to_thread import run_sync
from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException

from tocsin import bootstrap
from tocsin.model.error import TocsinError
from tocsin.net.telling import speak
from tocsin.web import api, assets, errors, security, watch
from tocsin.web.daily import Daily
from tocsin.web.door import Door
from tocsin.web.node import Node
from tocsin.web.pages import PAGES
from tocsin.web.visitor import visit


def create(node: Node, daily: Daily | None = None) -> Litestar:
    """Return the application on a node, and let it do the work of each day while it is served."""
    pages = Router(
        "/",
        route_handlers=PAGES,
        include_in_schema=False,
        dependencies={"visitor": Provide(visit, sync_to_thread=False)},
    )

    async def close() -> None:
        await run_sync(node.jobs.close)

    return Litestar(
        route_handlers=[pages, *api.HANDLERS, *assets.HANDLERS, *watch.HANDLERS],
        state=State({"node": node, "metrics": watch.Metrics()}),
        csrf_config=security.csrf(node),
        before_send=[security.add_headers, watch.answered],
        exception_handlers={
            TocsinError: errors.told, HTTPException: errors.refused, Exception: errors.broken,
        },
        request_max_body_size=security.LARGEST,
        logging_config=None,
        on_startup=[daily.start] if daily else [],
        on_shutdown=[daily.stop, close] if daily else [close],
        openapi_config=api.openapi(),
        middleware=[watch.Clock(), Door()],
    )  # fmt: skip


def serve() -> Litestar:
    """Return the application of this machine's node, and let its log speak JSON: what a server is told to run."""
    speak()
    origin = bootstrap.console_origin()
    node = Node(
        store=bootstrap.make_store(),
        clock=bootstrap.now,
        chance=bootstrap.make_chance(),
        passwords=bootstrap.make_passwords(),
        passkeys=bootstrap.make_passkeys(urlsplit(origin).hostname or "", origin),
        signer=bootstrap.make_signer(),
        origin=origin,
        cookie_key=bootstrap.make_cookie_key(),
        judge=bootstrap.make_judge(),
        ocr=bootstrap.make_ocr(),
        accounts=bootstrap.make_account_reader(),
        provider=bootstrap.make_provider(origin),
        knowledge=bootstrap.make_known(),
    )
    return create(node, Daily(node))
