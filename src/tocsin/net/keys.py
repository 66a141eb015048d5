"""Keys of the node: in a file that nobody else may read, or in the environment."""

from __future__ import annotations

import base64
import binascii
import hmac
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tocsin.common.causes import cause_of
from tocsin.model.error import KeyFileError
from tocsin.model.sentence import say

KEY_BYTES: Final = 32


def load_key(file: Path, variable: str, environment: Mapping[str, str] = os.environ) -> bytes | None:
    """Return a key of 32 bytes from a variable, else from a file, both in base64; None where neither is there.

    Raises KeyFileError for a key that is malformed, or that others may read.
    """
    if variable in environment:
        return _decoded(environment[variable], variable)
    try:
        text = read_private(file).decode("ascii")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        return _decoded("", str(file))
    return _decoded(text, str(file))


def read_private(file: Path) -> bytes:
    """Return what a file of secrets holds. Raises FileNotFoundError, and KeyFileError for one that others may read."""
    try:
        mode, content = file.stat().st_mode, file.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise unreadable(file, error) from error
    if os.name == "posix" and mode & 0o077:
        raise KeyFileError(
            say("%(file)s can be read by others", file=file), say("Close it: chmod 600 %(file)s", file=file)
        )
    return content


def unreadable(file: Path, error: OSError) -> KeyFileError:
    """Return the error about a file of secrets that cannot be read."""
    return KeyFileError(
        say("%(file)s cannot be read: %(cause)s", file=file, cause=cause_of(error)),
        say("Look at its owner and rights."),
    )


def make_key(file: Path) -> bytes:
    """Write a new random key into a file that only its owner may read, and return it. Never writes over one."""
    key = os.urandom(KEY_BYTES)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(base64.b64encode(key) + b"\n")
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise KeyFileError(
            say("%(file)s cannot be written: %(cause)s", file=file, cause=cause_of(error)),
            say("Choose another TOCSIN_HOME."),
        ) from error
    return key


class SigningKey:
    """An Ed25519 key made of 32 secret bytes (RFC 8032)."""

    def __init__(self, secret: bytes) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._key = Ed25519PrivateKey.from_private_bytes(secret)
        self._secret = secret

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Return the signature, 64 bytes."""
        return self._key.sign(message)

    def derived(self, purpose: bytes) -> bytes:
        """Return a key of 32 bytes for another purpose, from which this one cannot be found."""
        return hmac.digest(self._secret, purpose, "sha256")


def _decoded(text: str, where: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyFileError(
            say("%(where)s holds no key", where=where),
            say("A key is 32 bytes in base64; `tocsin store init` makes one."),
        )
    return key
