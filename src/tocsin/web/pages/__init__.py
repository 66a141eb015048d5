"""The pages of the console, one file for each place in it."""

from __future__ import annotations

from typing import Final

from litestar.handlers import HTTPRouteHandler

from tocsin.web.pages import home, log, me, sign_in

PAGES: Final[list[HTTPRouteHandler]] = [
    handler for module in (home, sign_in, me, log) for handler in vars(module).values()
    if isinstance(handler, HTTPRouteHandler)
]  # fmt: skip
