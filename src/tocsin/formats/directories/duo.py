"""Duo: users of the Admin API, as JSON.

Fields: https://duo.com/docs/adminapi#retrieve-users.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from msgspec import Struct

from tocsin.formats.accounts.shape import Reading, Shape
from tocsin.model.directory import Enrolment

NAME: Final = "duo"
_CAPABILITIES: Final = {"auto": "", "push": "push", "phone": "call", "sms": "sms", "mobile_otp": "code"}


class Phone(Struct, frozen=True):
    """A telephone."""

    capabilities: tuple[str, ...] | None = None


class User(Struct, frozen=True):
    """A user. Bypass is a status in which no second factor is asked for."""

    username: str
    status: str | None
    is_enrolled: bool | None
    phones: tuple[Phone, ...] | None
    realname: str | None = None
    email: str | None = None
    last_login: int | None = None
    tokens: tuple[Any, ...] | None = None
    u2ftokens: tuple[Any, ...] | None = None
    webauthncredentials: tuple[Any, ...] | None = None


def _user(one: User, _reading: Reading) -> list[Enrolment]:
    factors = {_CAPABILITIES.get(word, "other") for phone in one.phones or () for word in phone.capabilities or ()} - {
        ""
    }
    factors |= {"code"} if one.tokens else set()
    factors |= {"key"} if one.u2ftokens else set()
    factors |= {"passkey"} if one.webauthncredentials else set()
    return [
        Enrolment(
            person=(one.email or one.username).lower(),
            provider=NAME,
            name=one.realname or "",
            second_factor=one.is_enrolled,
            factors=tuple(sorted(factors)),
            passkey=None if one.webauthncredentials is None else bool(factors & {"passkey", "key"}),
            second_factor_enforced=one.status != "bypass" if one.status else None,
            last_sign_in=datetime.fromtimestamp(one.last_login, UTC)
            if one.last_login and 0 < one.last_login < 1 << 35
            else None,
            never_signed_in=one.last_login is None,
            suspended=one.status in ("disabled", "locked out", "pending deletion") if one.status else None,
        )
    ]


SHAPES: Final = (Shape(User, ("username", "is_enrolled", "phones"), _user, "users"),)
