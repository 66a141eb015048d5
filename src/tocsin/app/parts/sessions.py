"""The end of a session, whatever it is."""

from __future__ import annotations

from tocsin.model.event import SessionRevoked, TokenRevoked


def end_of(kind: str, session: str) -> SessionRevoked | TokenRevoked:
    """Return the event that ends a session, a token or an invitation."""
    return SessionRevoked(session) if kind == "session" else TokenRevoked(session)
