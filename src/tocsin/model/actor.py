"""Who acts: a person who signed in, a program with a token, whoever sits at the node's terminal, or a stranger."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from tocsin.model.people import Role, Tlp


class Via(StrEnum):
    """How somebody came in."""

    TERMINAL = "terminal"
    """Has the node's files and keys: nothing more is known of them."""
    SESSION = "session"
    """A person who signed in."""
    TOKEN = "token"  # noqa: S105 - a name
    """A program that acts for a person."""
    PARTNER = "partner"
    """A program of an organisation with which is shared."""
    NONE = "none"
    """Nobody has said yet who it is."""


class Actor(Struct, frozen=True):
    """Who acts, as it was when they were recognised: ask again for each request, so that what was taken is taken."""

    id: str
    """What the log calls them: the id of a person or token, or `node`."""
    organisation: str
    via: Via
    person: str = ""
    """The id of the person; empty at the terminal and for a stranger."""
    roles: frozenset[Role] = frozenset()
    clearance: Tlp = Tlp.CLEAR
    """Up to which label they may read."""
    session: str = ""
    """The id of the session or token; empty at the terminal."""
    scopes: frozenset[str] | None = None
    """The rights to which a token, or a session, is limited. None: those of the roles."""
    since: datetime | None = None
    """When they signed in; None where nobody has."""
    language: str | None = None
    """ISO 639-1, if the person has chosen one."""


class Opened(Struct, frozen=True):
    """A session, a token or an invitation. The secret is told once and kept nowhere."""

    id: str
    secret: str
    person: str
    expires_at: datetime
