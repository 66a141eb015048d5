"""The organisation and its people, and how they sign in to Tocsin itself."""

from __future__ import annotations

from datetime import datetime

from tocsin.model.events.fact import Fact, Ref
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Brand, Organisation, Partner


class OrganisationCreated(Fact, frozen=True, tag="organisation-created"):
    """The log begins."""

    name: str
    kind: str


class ProfileChanged(Fact, frozen=True, tag="profile-changed"):
    """The profile without its people, who are events of their own."""

    organisation: Organisation
    partner: tuple[Partner, ...] = ()
    brand: tuple[Brand, ...] = ()


class PersonAdded(Fact, frozen=True, tag="person-added"):
    """Somebody of the organisation, or an address of it."""

    person: str
    record: Ref
    """A `tocsin.model.profile.Person`."""
    high_risk: bool = False
    tips: bool = False


class PersonChanged(Fact, frozen=True, tag="person-changed"):
    """What is known of a person was replaced."""

    person: str
    record: Ref
    high_risk: bool = False
    tips: bool = False


class PersonRemoved(Fact, frozen=True, tag="person-removed"):
    """A person belongs to the organisation no longer; roles, sessions and credentials end."""

    person: str


class RoleGiven(Fact, frozen=True, tag="role-given"):
    """A person may do what the role allows."""

    person: str
    role: Role


class RoleTaken(Fact, frozen=True, tag="role-taken"):
    """A person may no longer."""

    person: str
    role: Role


class ClearanceSet(Fact, frozen=True, tag="clearance-set"):
    """Up to which label of the Traffic Light Protocol a person may read what came from partners."""

    person: str
    tlp: Tlp


class LanguageChosen(Fact, frozen=True, tag="language-chosen"):
    """A person wants to be spoken to in this language."""

    person: str
    language: str
    """ISO 639-1."""


# Sign-in to Tocsin itself


class CredentialAdded(Fact, frozen=True, tag="credential-added"):
    """A person can sign in by it. Keys, hashes and names lie in the vault."""

    credential: str
    person: str
    kind: str
    """passkey, password, totp, oidc."""
    record: Ref
    """A `tocsin.model.record.CredentialRecord`."""
    counter: int = 0
    """Where its counter began."""


class CredentialRemoved(Fact, frozen=True, tag="credential-removed"):
    """It can be used no longer."""

    credential: str


class SessionOpened(Fact, frozen=True, tag="session-opened"):
    """Somebody signed in. `secret` is the SHA-256 of 32 random bytes, which cannot be guessed."""

    session: str
    person: str
    credentials: tuple[str, ...]
    secret: str
    expires_at: datetime
    record: Ref | None = None
    """A `tocsin.model.record.Note`: address and browser."""
    counters: tuple[int, ...] = ()
    """What each of the credentials counts: a step of time (RFC 6238) or signatures (WebAuthn). None is used twice."""


class SessionRevoked(Fact, frozen=True, tag="session-revoked"):
    """A session ended before its time."""

    session: str


class TokenMade(Fact, frozen=True, tag="token-made"):
    """A program may use the API, or a person may come in once (scope `invitation`). `secret` as in a session."""

    token: str
    person: str
    scopes: tuple[str, ...]
    secret: str
    expires_at: datetime
    name: Ref


class TokenRevoked(Fact, frozen=True, tag="token-revoked"):
    """It may no longer."""

    token: str
