"""Accounts at an OpenID provider, and the errand on which a browser is sent there."""

from __future__ import annotations

from msgspec import Struct


class Errand(Struct, frozen=True):
    """What an answer of the provider has to match. It stays on this side; the provider is told only what it needs."""

    state: str
    """Comes back with the browser (RFC 6749, section 10.12)."""
    nonce: str
    """Comes back in the signed token (OpenID Connect Core 1.0, section 3.1.2.1)."""
    verifier: str
    """Its SHA-256 goes out with the browser, itself with the code (RFC 7636)."""


class Account(Struct, frozen=True):
    """Who somebody is at a provider."""

    issuer: str
    subject: str
    """Of the provider's making, and never given to anybody else there."""
    name: str = ""
    """As the provider calls them; proves nothing."""

    @property
    def handle(self) -> str:
        """By what a way to sign in is found (`tocsin.model.record.CredentialRecord`)."""
        return f"{self.issuer}\n{self.subject}"
