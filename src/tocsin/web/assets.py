"""Style, script and icon: our own, small, and told apart by their digest so that browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Final

from litestar import Response, get

from tocsin.render import html
from tocsin.web import security

STYLE: Final = "/static/console.css"
SCRIPT: Final = "/static/console.js"
ICON: Final = "/static/icon.svg"
_TYPES: Final = {
    STYLE: "text/css; charset=utf-8",
    SCRIPT: "text/javascript; charset=utf-8",
    ICON: "image/svg+xml",
}


@cache
def _content(path: str) -> bytes:
    own = (files("tocsin.web") / path.strip("/")).read_bytes()
    return html.style().encode() + own if path == STYLE else own


@cache
def address(path: str) -> str:
    """Return the address of an asset, which changes with its content."""
    return f"{path}?v={hashlib.sha256(_content(path)).hexdigest()[:16]}"


def _answer(path: str) -> Response[bytes]:
    headers = {"content-type": _TYPES[path], "cache-control": "public, max-age=31536000, immutable"}
    return Response(_content(path), headers=headers)


@get(STYLE, include_in_schema=False, opt={security.OPEN: True}, sync_to_thread=False)
def style() -> Response[bytes]:
    """Return the style sheet: that of the reports, and what the console adds."""
    return _answer(STYLE)


@get(SCRIPT, include_in_schema=False, opt={security.OPEN: True}, sync_to_thread=False)
def script() -> Response[bytes]:
    """Return the script. Every reading page works without it."""
    return _answer(SCRIPT)


@get(ICON, include_in_schema=False, opt={security.OPEN: True}, sync_to_thread=False)
def icon() -> Response[bytes]:
    """Return the icon."""
    return _answer(ICON)


HANDLERS: Final = (style, script, icon)
