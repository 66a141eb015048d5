"""The first page: the place where somebody's work is."""

from __future__ import annotations

from litestar import get
from litestar.response import Redirect

from tocsin.web.respond import go
from tocsin.web.visitor import Visiting

_FIRST = (("read-queue", "/queue"), ("ask", "/ask"), ("take-part", "/cases"), ("own", "/me"))


@get("/", sync_to_thread=True)
def home(visitor: Visiting) -> Redirect:
    """Go there."""
    return go(next((place for right, place in _FIRST if visitor.may(right)), "/me"))
