"""The end of a session, whatever it is."""

from __future__ import annotations

from tocsin.app.access import Grant, is_enrolled
from tocsin.app.ports import Views
from tocsin.model.actor import Via
from tocsin.model.error import InputError
from tocsin.model.event import SessionRevoked, TokenRevoked
from tocsin.model.sentence import say


def end_of(kind: str, session: str) -> SessionRevoked | TokenRevoked:
    """Return the event that ends a session, a token or an invitation."""
    return SessionRevoked(session) if kind == "session" else TokenRevoked(session)


def refuse_invitation_again(grant: Grant, views: Views, person: str) -> None:
    """Raise InputError where somebody who could sign in before is to be invited anywhere but at the terminal."""
    if is_enrolled(views, person, ever=True) and grant.actor.via is not Via.TERMINAL:
        raise InputError(
            say("%(person)s could sign in before, and is invited again only at the terminal", person=person),
            say(
                "Whoever keeps the node does it there: `tocsin person invite`. So nobody locks out whom they then play."
            ),
        )
