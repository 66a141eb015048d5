"""Google Workspace: the CSV that the admin console's "Audit and investigation" exports, in English.

The console writes events in words. Columns: https://support.google.com/a/answer/11479100 (user log events) and its
neighbours; the export of a console in another language is not read.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec import Struct

from tocsin.formats.accounts.shape import Reading, Shape
from tocsin.formats.accounts.words import factor_of
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "google"
_EVENTS: Final[tuple[tuple[str, Act, Status, Reason], ...]] = (
    ("government", Act.WARNING, Status.UNKNOWN, Reason.NONE),
    ("suspicious", Act.WARNING, Status.UNKNOWN, Reason.NONE),
    ("leaked password", Act.WARNING, Status.UNKNOWN, Reason.NONE),
    ("failed login", Act.SIGN_IN, Status.FAILURE, Reason.NONE),
    ("login challenge", Act.SECOND_FACTOR, Status.UNKNOWN, Reason.NONE),
    ("login verification", Act.SECOND_FACTOR, Status.UNKNOWN, Reason.NONE),
    ("successful login", Act.SIGN_IN, Status.SUCCESS, Reason.NONE),
    ("logout", Act.SIGN_OUT, Status.SUCCESS, Reason.NONE),
    ("user suspended", Act.ACCOUNT_STOPPED, Status.SUCCESS, Reason.NONE),
    ("2-step verification disable", Act.FACTOR_REMOVED, Status.SUCCESS, Reason.NONE),
    ("2-step verification enroll", Act.FACTOR_ADDED, Status.SUCCESS, Reason.NONE),
    ("passkey enrolled", Act.FACTOR_ADDED, Status.SUCCESS, Reason.NONE),
    ("passkey removed", Act.FACTOR_REMOVED, Status.SUCCESS, Reason.NONE),
    ("account password change", Act.PASSWORD_CHANGED, Status.SUCCESS, Reason.NONE),
    ("account recovery", Act.RECOVERY_CHANGED, Status.SUCCESS, Reason.NONE),
    ("out of domain email forwarding enabled", Act.FORWARDING_SET, Status.SUCCESS, Reason.NONE),
    ("assign role", Act.ROLE_GIVEN, Status.SUCCESS, Reason.NONE),
    ("user creation", Act.ACCOUNT_MADE, Status.SUCCESS, Reason.NONE),
    ("api access authorized", Act.CONSENT, Status.SUCCESS, Reason.NONE),
    ("grant", Act.CONSENT, Status.SUCCESS, Reason.NONE),
)
"""Beginnings or parts of `Event` in lower case; the first that stands in it counts."""


class Row(Struct, frozen=True, kw_only=True):
    """A row; names of columns are compared folded."""

    date: datetime
    event: str
    description: str | None = None
    actor: str | None = None
    user: str | None = None
    ipaddress: str | None = None
    logintype: str | None = None
    challengetype: str | None = None
    affectedemailaddress: str | None = None
    emailforwardingaddress: str | None = None


def _row(one: Row, reading: Reading) -> list[Activity]:
    said = one.event.lower()
    known = (entry for entry in _EVENTS if entry[0] in said)
    _, act, status, reason = next(known, ("", Act.OTHER, Status.UNKNOWN, Reason.NONE))
    actor = (one.actor or one.user or "").lower()
    password = status is Status.SUCCESS and act is Act.SIGN_IN and (one.logintype or "").lower() == "google password"
    return [
        Activity(
            time=reading.time(one.date, "Date"),
            act=act,
            provider=NAME,
            log="console",
            detail=one.event,
            person=(one.affectedemailaddress or actor).lower(),
            actor=actor,
            status=status,
            reason=reason,
            password_right=True if password else None,
            factor=factor_of(one.challengetype or "") if act is Act.SECOND_FACTOR else "",
            ip=one.ipaddress or "",
            object=one.emailforwardingaddress or "",
        )
    ]


SHAPE: Final = Shape(Row, ("Date", "Event", "Description"), _row, "console", typed=False)
