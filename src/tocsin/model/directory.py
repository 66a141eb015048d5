"""How people sign in, as a provider's directory says: which second factor, which way back in."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class Enrolment(Struct, frozen=True):
    """One person at one provider. None is what the export does not tell; it never means no."""

    person: str
    """An address in lower case, else the provider's name."""
    provider: str
    name: str = ""
    second_factor: bool | None = None
    """Whether there is a second factor at all."""
    factors: tuple[str, ...] = ()
    """Kinds of second factors, in alphabetical order: sms, call, code, push, key, passkey, email, other."""
    passkey: bool | None = None
    """Whether one of them cannot be phished: a passkey or a security key."""
    second_factor_enforced: bool | None = None
    recovery_email: bool | None = None
    """Whether there is one; the address itself is not kept."""
    recovery_phone: bool | None = None
    last_sign_in: datetime | None = None
    never_signed_in: bool | None = None
    admin: bool | None = None
    suspended: bool | None = None
    file: str = ""
    offset: int = 0
    """Where it was read, as in `tocsin.model.activity.Activity`."""
