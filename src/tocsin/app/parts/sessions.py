"""Sessions, tokens and invitations as they are opened and ended. Of a secret only its SHA-256 is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.app.access import Grant, digest, is_enrolled, missing
from tocsin.app.parts import notes
from tocsin.app.ports import Views, Writer
from tocsin.model.actor import Opened, Via
from tocsin.model.error import InputError, SignInError
from tocsin.model.event import Draft, SessionOpened, SessionRevoked, TokenMade, TokenRevoked
from tocsin.model.record import Note
from tocsin.model.sentence import say

SESSION: Final = timedelta(hours=12)


def end_of(kind: str, session: str) -> SessionRevoked | TokenRevoked:
    """Return the event that ends a session, a token or an invitation."""
    return SessionRevoked(session) if kind == "session" else TokenRevoked(session)


def open_session(grant: Grant, writer: Writer, person: str, counted: dict[str, int], device: str) -> Opened:
    """Open a session of a person, by credentials with what each of them counts now. Raises SignInError."""
    found = writer.views.person(person)
    if found is None or found.removed:
        raise refused()
    opened = Opened(grant.new_id("session"), grant.secret(), person, writer.now + SESSION)
    about = notes.keep_note(writer, device[:500], writer.now + notes.RETENTION)
    event = SessionOpened(
        opened.id, person, tuple(counted), digest(opened.secret), opened.expires_at, about, tuple(counted.values())
    )
    writer.append(Draft(event, person))
    return opened


def refused() -> SignInError:
    """Return the one answer, whatever was wrong."""
    return SignInError(
        say("signing in did not work"), say("Is all of it right? An administrator can send a new invitation.")
    )


def issue(grant: Grant, kind: str, person: str, scopes: tuple[str, ...], name: str, life: timedelta) -> Opened:
    """Make a token or an invitation. Raises NotFoundError for somebody who is not there."""
    with grant.write() as writer:
        found = writer.views.person(person) if person else None
        if person and (found is None or found.removed):
            raise missing(person)
        made = Opened(grant.new_id(kind), grant.secret(), person, writer.now + life)
        label = notes.keep(writer, Note(name[:80]))
        writer.append(grant.draft(TokenMade(made.id, person, scopes, digest(made.secret), made.expires_at, label)))
        return made


def refuse_invitation_again(grant: Grant, views: Views, person: str) -> None:
    """Raise InputError where somebody who could sign in before is to be invited anywhere but at the terminal."""
    if is_enrolled(views, person, ever=True) and grant.actor.via is not Via.TERMINAL:
        raise InputError(
            say("%(person)s could sign in before, and is invited again only at the terminal", person=person),
            say(
                "Whoever keeps the node does it there: `tocsin person invite`. So nobody locks out whom they then play."
            ),
        )
