"""Okta: users and their factors, as JSON of the API.

Fields: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/ and .../tag/UserFactor/. A list of
factors names its person only by `profile.credentialId`, which is the login for most kinds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from msgspec import Struct

from tocsin.formats.accounts.shape import UNKNOWN_VALUE, Reading, Shape, in_utc
from tocsin.model.directory import Enrolment

NAME: Final = "okta"
_KINDS: Final = {
    "push": "push", "sms": "sms", "call": "call", "email": "email", "question": "other", "token": "code",
    "token:software:totp": "code", "token:hotp": "code", "token:hardware": "code", "webauthn": "passkey", "u2f": "key",
    "signed_nonce": "passkey", "web": "other", "claims_provider": "other",
}  # fmt: skip
_STOPPED: Final = ("SUSPENDED", "DEPROVISIONED", "LOCKED_OUT")


class Profile(Struct, frozen=True, rename="camel"):
    """What is known of a person."""

    login: str | None
    email: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    second_email: str | None = None
    mobile_phone: str | None = None


class User(Struct, frozen=True, rename="camel"):
    """A user."""

    profile: Profile
    status: str | None
    last_login: datetime | None = None


class Owner(Struct, frozen=True, rename="camel"):
    """Whose factor it is."""

    credential_id: str | None = None
    email: str | None = None


class Factor(Struct, frozen=True, rename="camel"):
    """A factor of a user."""

    factor_type: str
    status: str | None
    profile: Owner | None


def _user(one: User, _reading: Reading) -> list[Enrolment]:
    profile = one.profile
    return [
        Enrolment(
            person=(profile.login or profile.email or "").lower(),
            provider=NAME,
            name=" ".join(filter(None, (profile.first_name, profile.last_name))),
            recovery_email=bool(profile.second_email),
            last_sign_in=in_utc(one.last_login) if one.last_login else None,
            never_signed_in=one.last_login is None,
            suspended=one.status in _STOPPED if one.status else None,
        )
    ]


def _factor(one: Factor, reading: Reading) -> list[Enrolment]:
    kind = _KINDS.get(one.factor_type)
    if kind is None:
        reading.wrong("factorType", UNKNOWN_VALUE, one.factor_type)
    owner = one.profile or Owner()
    active = one.status == "ACTIVE" and kind != "other"
    return [
        Enrolment(
            person=(owner.credential_id or owner.email or "").lower(),
            provider=NAME,
            second_factor=True if active else None,
            factors=(kind or "other",) if active else (),
            passkey=True if active and kind in ("passkey", "key") else None,
        )
    ]


def _is_user(folded: Mapping[str, Any]) -> bool:
    return isinstance(folded["profile"], dict) and "login" in folded["profile"]


SHAPES: Final = (
    Shape(User, ("profile", "status"), _user, "users", _is_user),
    Shape(Factor, ("factorType", "provider", "status"), _factor, "factors"),
)
