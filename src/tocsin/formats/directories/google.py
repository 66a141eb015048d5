"""Google Workspace: the admin console's "Download users" (CSV), and users of the Directory API (JSON).

Columns: https://support.google.com/a/answer/7348070; fields:
https://developers.google.com/workspace/admin/directory/reference/rest/v1/users. Neither says which kind of second step.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec import Struct, field

from tocsin.formats.accounts.shape import BAD_VALUE, Reading, Shape, in_utc
from tocsin.formats.accounts.times import read_time
from tocsin.model.directory import Enrolment

NAME: Final = "google"
_NEVER: Final = ("never logged in", "1970-01-01t00:00:00.000z", "1970-01-01t00:00:00z")


class Row(Struct, frozen=True):
    """A row of the CSV."""

    address: str = field(name="Email Address [Required]")
    first: str | None = field(default=None, name="First Name [Required]")
    last: str | None = field(default=None, name="Last Name [Required]")
    status: str | None = field(default=None, name="Status [READ ONLY]")
    signed_in: str | None = field(default=None, name="Last Sign In [READ ONLY]")
    recovery_email: str | None = field(default=None, name="Recovery Email")
    recovery_phone: str | None = field(default=None, name="Recovery Phone [MUST BE IN THE E.164 FORMAT]")
    enrolled: bool | None = field(default=None, name="2sv Enrolled [READ ONLY]")
    enforced: bool | None = field(default=None, name="2sv Enforced [READ ONLY]")


class Full(Struct, frozen=True, rename="camel"):
    """A name."""

    full_name: str | None = None


class User(Struct, frozen=True, rename="camel"):
    """A user of the Directory API."""

    primary_email: str
    suspended: bool | None
    is_admin: bool | None
    name: Full | None = None
    is_delegated_admin: bool | None = None
    archived: bool | None = None
    last_login_time: str | None = None
    recovery_email: str | None = None
    recovery_phone: str | None = None
    is_enrolled_in2_sv: bool | None = field(default=None, name="isEnrolledIn2Sv")
    is_enforced_in2_sv: bool | None = field(default=None, name="isEnforcedIn2Sv")


def _row(one: Row, reading: Reading) -> list[Enrolment]:
    signed_in, never = _signed_in(one.signed_in, "Last Sign In [READ ONLY]", reading)
    return [
        Enrolment(
            person=one.address.lower(),
            provider=NAME,
            name=" ".join(filter(None, (one.first, one.last))),
            second_factor=one.enrolled,
            factors=("other",) if one.enrolled else (),
            second_factor_enforced=one.enforced,
            recovery_email=_given(one.recovery_email),
            recovery_phone=_given(one.recovery_phone),
            last_sign_in=signed_in,
            never_signed_in=never,
            suspended=None if not one.status else one.status.lower() != "active",
        )
    ]


def _user(one: User, reading: Reading) -> list[Enrolment]:
    signed_in, never = _signed_in(one.last_login_time, "lastLoginTime", reading)
    return [
        Enrolment(
            person=one.primary_email.lower(),
            provider=NAME,
            name=(one.name.full_name or "") if one.name else "",
            second_factor=one.is_enrolled_in2_sv,
            factors=("other",) if one.is_enrolled_in2_sv else (),
            second_factor_enforced=one.is_enforced_in2_sv,
            # The API leaves out what is empty, and to who may not see it: that it is not there says nothing.
            recovery_email=True if one.recovery_email else None,
            recovery_phone=True if one.recovery_phone else None,
            last_sign_in=signed_in,
            never_signed_in=never,
            admin=bool(one.is_admin or one.is_delegated_admin) if one.is_admin is not None else None,
            suspended=bool(one.suspended or one.archived) if one.suspended is not None else None,
        )
    ]


def _given(value: str | None) -> bool | None:
    return None if value is None else bool(value.strip())


def _signed_in(text: str | None, path: str, reading: Reading) -> tuple[datetime | None, bool | None]:
    if not text:
        return None, None
    if text.strip().lower() in _NEVER:
        return None, True
    time = read_time(text.replace("/", "-") if text[4:5] == "/" else text)
    if time is None:
        reading.wrong(path, BAD_VALUE, text)
    return (in_utc(time), False) if time else (None, None)


SHAPES: Final = (
    Shape(Row, ("Email Address [Required]",), _row, "users"),
    Shape(User, ("primaryEmail",), _user, "users"),
)
