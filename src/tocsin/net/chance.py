"""Random ids and secrets from the operating system."""

from __future__ import annotations

import secrets


class SystemChance:
    """A `tocsin.app.ports.Chance`."""

    def id(self, kind: str) -> str:
        """Return a new id of 64 random bits: no two in a log."""
        return f"{kind}-{secrets.token_hex(8)}"

    def secret(self) -> str:
        """Return 32 random bytes in URL-safe base64, 43 characters."""
        return secrets.token_urlsafe(32)
