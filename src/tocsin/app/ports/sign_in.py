"""What signing in needs from outside: chance, hashes of passwords, passkeys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tocsin.model.account import Account, Errand


class Chance(Protocol):
    """Where random ids and secrets come from."""

    def id(self, kind: str) -> str:
        """Return a new id that begins with its kind and tells nothing else."""

    def secret(self) -> str:
        """Return 32 random bytes in URL-safe base64."""


class Passwords(Protocol):
    """A slow hash for passwords, with its own salt in it."""

    def hash(self, password: str) -> str:
        """Return what is kept of a password."""

    def matches(self, hashed: str, password: str) -> bool:
        """Say whether a password is the one that was hashed."""


class Passkeys(Protocol):
    """WebAuthn for one site. Options and answers are the JSON that browsers take and give; bytes are raw."""

    def to_register(self, person: str, name: str, challenge: bytes, known: Sequence[bytes]) -> str:
        """Return the options for a new passkey; `known` are the credential ids that the person has already."""

    def registered(self, answer: str, challenge: bytes) -> tuple[bytes, bytes, int]:
        """Return (credential id, public key, counter) of a new passkey. Raises SignInError for a wrong answer."""

    def to_sign_in(self, challenge: bytes) -> str:
        """Return the options for signing in with any passkey of this site."""

    def credential_of(self, answer: str) -> bytes:
        """Return the credential id that an answer names. Raises SignInError."""

    def signed_in(self, answer: str, challenge: bytes, key: bytes, counter: int) -> int:
        """Check a signature and return the new counter. Raises SignInError."""


class Provider(Protocol):
    """An OpenID provider, asked by the authorization code flow with PKCE."""

    @property
    def name(self) -> str:
        """What people call it."""

    def address(self, errand: Errand) -> str:
        """Return where a browser is sent. Raises SignInError where the provider cannot be asked."""

    def account(self, code: str, errand: Errand) -> Account:
        """Redeem a code and return whose it is. Raises SignInError for anything that is not as it must be."""
