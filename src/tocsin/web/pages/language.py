"""The language in which a person wants to be spoken to, wherever they sign in."""

from __future__ import annotations

from litestar import post
from litestar.params import URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from tocsin.app import people
from tocsin.web.respond import go
from tocsin.web.visitor import LANGUAGE, Visiting


class Chosen(Struct):
    """The form of the choice."""

    language: str = ""


@post("/me/language", sync_to_thread=True)
def choose(visitor: Visiting, data: URLEncodedBody[Chosen]) -> Redirect:
    """Keep it for the person; what was chosen in this browser alone gives way."""
    people.choose_language(visitor.access, data.language)
    response = go("/me")
    response.delete_cookie(LANGUAGE)
    return response
