"""Who asks, and in which language: of pages by the session's cookie, of the API by a token."""

from __future__ import annotations

from typing import Final

from litestar.di import NamedDependency

from tocsin.app import access, people, react
from tocsin.app.access import Access
from tocsin.app.rights import Right, rights_of
from tocsin.model.actor import Via
from tocsin.model.error import SignInError, TocsinError
from tocsin.model.sentence import LANGUAGES, say
from tocsin.render.html import HtmlWords
from tocsin.web.node import HttpRequest, Node
from tocsin.web.security import ACCESS, API, session_name

LANGUAGE: Final = "tocsin-language"
"""Name of the cookie."""
_LONGEST: Final = 200


class SignInNeededError(TocsinError):
    """Nobody has said yet who they are, or their session is over."""


class Visitor:
    """Somebody who signed in, as a page sees them."""

    def __init__(self, node: Node, access: Access, words: HtmlWords) -> None:
        self.node = node
        self.access = access
        self.words = words

    @property
    def rights(self) -> frozenset[Right]:
        """What they may do: pages show nothing that would be refused."""
        return rights_of(self.access.actor)

    @property
    def organisation(self) -> str:
        """What the organisation is called, which heads every page."""
        return people.organisation_name(self.access)

    def may(self, *rights: str) -> bool:
        """Say whether they have one of some rights, which templates name."""
        return bool(self.rights & {Right(right) for right in rights})


Visiting = NamedDependency[Visitor]
"""The visitor of a request, as a handler asks for them."""


def node_of(request: HttpRequest) -> Node:
    """Return the node that answers."""
    node: Node = request.app.state.node
    return node


def language_of(request: HttpRequest, wanted_by: str | None = None) -> str:
    """Return the language chosen in this browser, else the person's, else the first of the browser's, else English."""
    for chosen in (request.cookies.get(LANGUAGE), wanted_by):
        if chosen in LANGUAGES:
            return str(chosen)
    wanted = request.headers.get("accept-language", "")[:_LONGEST].lower().split(",")
    weighed = sorted((part.partition(";") for part in wanted), key=lambda part: -_weight(part[2]))
    codes = (part[0].strip()[:2] for part in weighed)
    return next((code for code in codes if code in LANGUAGES), "en")


def _weight(quality: str) -> float:
    try:
        return float(quality.strip().removeprefix("q=")) if quality else 1.0
    except ValueError:
        return 0.0


def words_of(request: HttpRequest) -> HtmlWords:
    """Return the words in which to answer."""
    return HtmlWords(language_of(request))


def visit(request: HttpRequest) -> Visitor:
    """Return who was let in with the request."""
    entered = access_of(request)
    return Visitor(node_of(request), entered, HtmlWords(language_of(request, entered.actor.language)))


def access_of(request: HttpRequest) -> Access:
    """Return the access of who was let in at the door. Raises SignInNeededError."""
    access: Access | None = request.scope["state"].get(ACCESS)
    if access is None:
        raise _nobody()
    return access


def recognised(request: HttpRequest) -> Access:
    """Return the access of who has the session of a page's request, or the token of one of the API (RFC 6750).

    It is asked anew each time, for rights may end. Raises SignInNeededError.
    """
    node = node_of(request)
    if request.scope["path"].startswith(f"{API}/"):
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        return _entered(node, secret.strip() if scheme.lower() == "bearer" else "", Via.TOKEN)
    return _entered(node, request.cookies.get(session_name(node), ""), Via.SESSION)


def _entered(node: Node, secret: str, via: Via) -> Access:
    actor = access.recognise(node.store, secret, node.clock()) if 0 < len(secret) <= _LONGEST else None
    if actor is None or actor.via is not via:
        raise _nobody()
    return access.enter(node.store, actor, node.clock, node.chance, react.react)


def _nobody() -> SignInNeededError:
    return SignInNeededError(
        say("you are not signed in, or your session is over"), say("Sign in, or send a token that is valid.")
    )


def enter_as_stranger(node: Node, organisation: str) -> Access:
    """Return the access of somebody who is about to say who they are.

    Raises SignInError for an organisation that there is not, with the words for everything that may be wrong.
    """
    if organisation not in node.store.organisations():
        raise SignInError(
            say("signing in did not work"), say("Is all of it right? An administrator can send a new invitation.")
        )
    return access.enter(node.store, access.stranger(organisation), node.clock, node.chance, react.react)
