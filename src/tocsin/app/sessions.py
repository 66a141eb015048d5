"""Sessions of people and tokens of programs: listed, made, ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from msgspec import Struct

from tocsin.app.access import Exempt, Grant, is_enrolled, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.sessions import end_of, issue
from tocsin.app.rights import PERSONAL, Right, rights_of
from tocsin.model.actor import Opened
from tocsin.model.error import AccessError, InputError
from tocsin.model.sentence import say
from tocsin.model.view import SessionItem

TOKEN_DAYS: Final = 365
"""A token lives so long at most."""
_DOCS: Final = "howto/let-people-in.md"
_CONSOLE: Final = f"{_DOCS}#in-the-console"
_BROWSER: Final = Exempt("a person does it in a browser, in the console; terminal and tokens are nobody's")


class SessionShown(Struct, frozen=True):
    """A session or token, as its owner sees it."""

    item: SessionItem
    about: str
    """Address and browser, or the name of a token."""


@use_case(Right.OWN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def sign_out(grant: Grant) -> None:
    """End the session of the one who asks."""
    with grant.write() as writer:
        writer.append(grant.draft(end_of("session", grant.actor.session)))


@use_case(Right.OWN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def sessions(grant: Grant) -> tuple[SessionShown, ...]:
    """Return one's own sessions and tokens that have not ended."""
    return _sessions(grant, grant.actor.person)


@use_case(Right.MANAGE_CREDENTIALS, cli="person sessions", http="GET /v1/people/{person}/sessions", docs=_DOCS)
def sessions_of(grant: Grant, person: str) -> tuple[SessionShown, ...]:
    """Return somebody's sessions and tokens that have not ended."""
    return _sessions(grant, person)


def _sessions(grant: Grant, person: str) -> tuple[SessionShown, ...]:
    with grant.read() as reader:
        if reader.views.person(person) is None:
            raise missing(person)
        live = [item for item in reader.views.sessions(person) if item.expires_at > grant.now]
        return tuple(SessionShown(item, notes.text(reader, item.record)) for item in live)


@use_case(Right.OWN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def revoke(grant: Grant, session: str) -> None:
    """End one of one's own sessions or tokens."""
    _revoke(grant, session, grant.actor.person)


@use_case(Right.MANAGE_CREDENTIALS, cli="token revoke", http="DELETE /v1/sessions/{session}", docs=_DOCS)
def revoke_of(grant: Grant, session: str) -> None:
    """End anybody's session, token or invitation."""
    _revoke(grant, session, None)


def _revoke(grant: Grant, session: str, person: str | None) -> None:
    with grant.write() as writer:
        item = writer.views.session(session)
        if item is None or item.revoked or (person is not None and item.person != person):
            raise missing(session)
        writer.append(grant.draft(end_of(item.kind, session)))


@use_case(Right.OWN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def make_token(grant: Grant, name: str, scopes: Iterable[str], days: int) -> Opened:
    """Make a token by which a program does, for the one who asks, what its scopes allow and they may do themselves.

    Raises AccessError for who has no way to sign in yet, and InputError for scopes beyond what they may do now.
    """
    grant.require_fresh()
    with grant.read() as reader:
        if not is_enrolled(reader.views, grant.actor.person):
            raise AccessError(
                say("a token takes a way to sign in, and you have none yet"),
                say("Add a passkey, a password or an account."),
            )
    return _make_token(grant, grant.actor.person, name, scopes, days, rights_of(grant.actor))


@use_case(
    Right.MANAGE_NODE, cli="token make", http=Exempt("only the terminal makes a token of somebody else"), docs=_DOCS
)
def make_token_for(grant: Grant, person: str, name: str, scopes: Iterable[str], days: int) -> Opened:
    """Make a token that does what a person may, within its scopes."""
    return _make_token(grant, person, name, scopes, days, frozenset(Right))


def _make_token(
    grant: Grant, person: str, name: str, scopes: Iterable[str], days: int, rights: frozenset[Right]
) -> Opened:  # fmt: skip
    wanted = sorted({str(scope) for scope in scopes})
    offered = {right.value for right in rights - PERSONAL}
    if not wanted or not set(wanted) <= offered or not 1 <= days <= TOKEN_DAYS:
        raise InputError(
            say("a token needs scopes that there are, and 1 to %(most)s days", most=TOKEN_DAYS),
            say("Scopes: %(scopes)s", scopes=", ".join(sorted(offered))),
        )
    return issue(grant, "token", person, tuple(wanted), name, timedelta(days=days))
