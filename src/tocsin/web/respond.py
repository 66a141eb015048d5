"""How a page is answered: a template with the words of the reader, or a way to another page."""

from __future__ import annotations

from functools import cache
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from jinja2 import ChoiceLoader, Environment, PackageLoader
from litestar import MediaType, Response
from litestar.response import Redirect
from litestar.template.base import csrf_token
from markupsafe import Markup

import tocsin
from tocsin.identify.detections import all_detections
from tocsin.render import alerts, enrolments, html
from tocsin.render.acts import described
from tocsin.web import assets
from tocsin.web.node import HttpRequest
from tocsin.web.visitor import Visitor, words_of

_LONGEST: Final = 1_000
"""Characters of a query that is taken along."""


@cache
def environment() -> Environment:
    """The templates of the console, on top of those that it shares with the command line."""
    shared = html.environment()
    loaders = [PackageLoader("tocsin.web"), *filter(None, (shared.loader,))]
    made = shared.overlay(loader=ChoiceLoader(loaders))
    made.globals = {
        **shared.globals, "version": tocsin.__version__, "assets": assets, "described": described,
        "enrolments": enrolments, "detections": all_detections(), "alerts": alerts,
    }  # fmt: skip
    return made


def page(
    request: HttpRequest, template: str, visitor: Visitor | None = None, status: int = 200, **context: Any
) -> Response[str]:
    """Return a page in the reader's language. A visitor sees the ways to all that they may do."""
    words = visitor.words if visitor else words_of(request)
    shown = environment().get_template(template).render(
        words=words, gettext=words.gettext, ngettext=words.ngettext, language=words.language,
        direction=words.direction, visitor=visitor, token=_token(request), here=request.url.path,
        place=place_of(request),
        comma="، " if words.language == "ar" else ", ", **context,
    )  # fmt: skip
    return Response(shown, media_type=MediaType.HTML, status_code=status)


def place_of(request: HttpRequest) -> str:
    """Return where a page is, with its query, so that somebody comes back to the very same; a long one without it.

    Of the query is left out what would lead elsewhere.
    """
    given = parse_qsl(request.url.query[: _LONGEST + 1], keep_blank_values=True)
    query = urlencode([(name, value) for name, value in given if name != "to" or back_to(value, "") == value])
    return f"{request.url.path}?{query}" if query and len(request.url.query) <= _LONGEST else request.url.path


def _token(request: HttpRequest) -> Markup:
    """The hidden field that a form needs."""
    return Markup('<input type="hidden" name="_csrf_token" value="{}">').format(csrf_token({"request": request}))


def attached(content: bytes, name: str, media_type: str) -> Response[bytes]:
    """Return a file to be saved, never shown. `name` is one of ours: it stands in a header as it is."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, headers=headers, media_type=media_type)


def go(path: str) -> Redirect:
    """Send a browser on after it has posted something."""
    return Redirect(path, status_code=303)


def back_to(path: str | None, otherwise: str = "/") -> str:
    """Return a path of this console, whatever a form said: no other host, and nothing that a browser takes for one."""
    parts = urlsplit(path or "")
    is_ours = not parts.scheme and not parts.netloc and (path or "").startswith("/") and "\\" not in (path or "")
    return path if path and is_ours and not path.startswith("//") else otherwise
