"""Passwords by Argon2id (RFC 9106, the second recommended option: 64 MiB, three passes)."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY


class Argon2:
    """A `tocsin.app.ports.Passwords`."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)

    def hash(self, password: str) -> str:
        """Return the hash with its salt and parameters."""
        return self._hasher.hash(password)

    def matches(self, hashed: str, password: str) -> bool:
        """Say whether a password is the one that was hashed."""
        try:
            return self._hasher.verify(hashed, password)
        except (VerificationError, InvalidHashError):
            return False
