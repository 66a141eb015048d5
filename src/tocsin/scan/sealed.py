"""What the first pass of a scan found out of a message, kept for the second one.

Unlike the memory it quotes mail, as evidence. So each message's is sealed with a secret of this scan, which lives in
its processes alone: what is left of a scan that was broken off tells nobody what the mail said, nor which mail it was.
"""

from __future__ import annotations

import hmac
import os
import secrets
from typing import Final

import msgspec

from tocsin.identify.partial import Partial
from tocsin.model.defect import Defect

_NONCE: Final = 12
"""Bytes, as AES-GCM has them (NIST SP 800-38D)."""
_KEY: Final = 16
"""Bytes of a key: enough for no two messages of a scan to share one."""


class Met(msgspec.Struct, frozen=True, array_like=True):
    """What need not be worked out again of a message: a function of its bytes and of the setup, not of history."""

    partial: Partial
    language: str
    defects: tuple[Defect, ...]


class Seal:
    """Seals and opens with one secret."""

    def __init__(self, secret: bytes) -> None:
        # Only a scan with history needs the library, and loading it takes longer than judging many messages.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._secret = secret
        self._cipher = AESGCM(secret)
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(Met)

    @staticmethod
    def secret() -> bytes:
        """Return a new secret."""
        return secrets.token_bytes(32)

    def key(self, raw: bytes) -> bytes:
        """Return under which key a message's is kept: a keyed digest, which nobody else can guess from the mail."""
        return hmac.digest(self._secret, raw, "sha256")[:_KEY]

    def close(self, raw: bytes, met: Met) -> tuple[bytes, bytes] | None:
        """Return (key, sealed); None where it cannot be packed, since evidence may quote lone surrogates."""
        try:
            packed = self._encoder.encode(met)
        except UnicodeError:
            return None
        nonce, key = os.urandom(_NONCE), self.key(raw)
        return key, nonce + self._cipher.encrypt(nonce, packed, key)

    def open(self, key: bytes, sealed: bytes) -> Met | None:
        """Return what was sealed under a key; None where this secret did not seal it, or sealed it for another key."""
        from cryptography.exceptions import InvalidTag

        try:
            return self._decoder.decode(self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], key))
        except (InvalidTag, ValueError):
            return None
