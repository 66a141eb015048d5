"""One-time codes by time: RFC 6238 over HOTP (RFC 4226), SHA-1, six digits, thirty seconds: what every app computes."""

from __future__ import annotations

import base64
import binascii
import hmac
import struct
from typing import Final
from urllib.parse import quote, urlencode

STEP: Final = 30
DIGITS: Final = 6
DRIFT: Final = 1
"""Steps by which a clock may be wrong (RFC 6238, section 5.2, recommends at most one)."""


def code(secret: bytes, step: int, digits: int = DIGITS) -> str:
    """Return the code of a step of time (seconds since 1970 divided by 30)."""
    mac = hmac.digest(secret, struct.pack(">Q", step), "sha1")
    at = mac[-1] & 15
    number = int.from_bytes(mac[at : at + 4], "big") & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def matching(secret: bytes, given: str, seconds: float, used: int = 0) -> int | None:
    """Return the step whose code was given, or None. Steps up to `used` are spent: no code is taken twice."""
    now = int(seconds) // STEP
    digits = "".join(sign for sign in given if sign.isdigit()).encode()
    found = [step for step in range(max(now - DRIFT, used + 1), now + DRIFT + 1)
             if hmac.compare_digest(code(secret, step).encode(), digits)]  # fmt: skip
    return found[0] if found else None


def encoded(secret: bytes) -> str:
    """Return a secret in base32, as apps take it."""
    return base64.b32encode(secret).decode().rstrip("=")


def decoded(text: str) -> bytes:
    """Return the secret of its base32. Raises ValueError."""
    try:
        return base64.b32decode(text + "=" * (-len(text) % 8))
    except binascii.Error as error:
        raise ValueError(text) from error


def address(secret: bytes, issuer: str, account: str) -> str:
    """Return the `otpauth` address that apps read from a QR code."""
    return f"otpauth://totp/{quote(issuer)}:{quote(account)}?{urlencode({'secret': encoded(secret), 'issuer': issuer})}"
