"""A person's own Microsoft account: the list of recent activity, as CSV or JSON.

Microsoft documents what the activities are called (https://support.microsoft.com/account-billing/what-is-the-recent-activity-page-23cf5556-3dbe-70da-82c8-bb3a8d9f8016)
but not the file, so columns are found by the names that the page itself uses.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from msgspec import Struct, field

from tocsin.common.countries import country_code
from tocsin.formats.accounts.shape import Format, Log, Reading, Shape
from tocsin.formats.accounts.words import plain_address
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "microsoft-account"
_ACTIVITIES: Final[tuple[tuple[tuple[str, ...], Act, Status, Reason, bool | None], ...]] = (
    (("nation-state", "state-sponsored", "nation state"), Act.WARNING, Status.UNKNOWN, Reason.NONE, None),
    (("unusual", "suspicious"), Act.WARNING, Status.UNKNOWN, Reason.NONE, None),
    (
        ("incorrect password", "wrong password", "unsuccessful sign-in"),
        Act.SIGN_IN,
        Status.FAILURE,
        Reason.WRONG_PASSWORD,
        False,
    ),
    (("sign-in blocked", "sign in blocked"), Act.SIGN_IN, Status.FAILURE, Reason.RISK, None),
    (("account locked", "account blocked"), Act.ACCOUNT_STOPPED, Status.SUCCESS, Reason.LOCKED, None),
    (("security challenge",), Act.SECOND_FACTOR, Status.UNKNOWN, Reason.NONE, True),
    (("additional verification", "code requested"), Act.SECOND_FACTOR, Status.UNKNOWN, Reason.NONE, None),
    (("successful sign-in", "signed in", "sign-in"), Act.SIGN_IN, Status.SUCCESS, Reason.NONE, None),
    (("automatic sync", "automatic sign-in"), Act.TOKEN, Status.SUCCESS, Reason.NONE, None),
    (("app password",), Act.APP_PASSWORD, Status.SUCCESS, Reason.NONE, None),
    (("app permission", "permissions given", "consent"), Act.CONSENT, Status.SUCCESS, Reason.NONE, None),
    (("password changed", "password reset"), Act.PASSWORD_CHANGED, Status.SUCCESS, Reason.NONE, None),
    (
        ("verification turned off", "verification app deleted", "passkey deleted"),
        Act.FACTOR_REMOVED,
        Status.SUCCESS,
        Reason.NONE,
        None,
    ),
    (
        ("verification turned on", "verification app added", "passkey added", "authenticator"),
        Act.FACTOR_ADDED,
        Status.SUCCESS,
        Reason.NONE,
        None,
    ),
    (
        ("phone number", "alternate email", "security info", "recovery code"),
        Act.RECOVERY_CHANGED,
        Status.SUCCESS,
        Reason.NONE,
        None,
    ),
    (("forwarding",), Act.FORWARDING_SET, Status.SUCCESS, Reason.NONE, None),
    (("alias", "name changed", "profile"), Act.ACCOUNT_CHANGED, Status.SUCCESS, Reason.NONE, None),
)
"""What the page calls the activities; the first that fits counts."""
_PROTOCOLS: Final = {"imap": "imap", "pop3": "pop3", "smtp": "smtp", "exchange activesync": "activesync"}
_TIMES: Final = ("datetime", "timestamp", "date", "time", "dateandtime", "signintime")
_KINDS: Final = ("activity", "activitytype", "sessionactivity", "event", "eventtype", "type", "description")


class Row(Struct, frozen=True):
    """A row, by any of the names that are in use; names are compared folded."""

    datetime_: datetime | None = field(default=None, name="datetime")
    timestamp: datetime | None = None
    date: datetime | None = None
    time: datetime | None = None
    dateandtime: datetime | None = None
    signintime: datetime | None = None
    activity: str | None = None
    activitytype: str | None = None
    sessionactivity: str | None = None
    event: str | None = None
    eventtype: str | None = None
    type: str | None = None
    description: str | None = None
    ip: str | None = None
    ipaddress: str | None = None
    accountalias: str | None = None
    alias: str | None = None
    account: str | None = None
    location: str | None = None
    approximatelocation: str | None = None
    country: str | None = None
    deviceplatform: str | None = None
    device: str | None = None
    browserapp: str | None = None
    browser: str | None = None
    app: str | None = None
    protocol: str | None = None


def _read(one: Row, reading: Reading) -> list[Activity]:
    time = one.datetime_ or one.timestamp or one.date or one.time or one.dateandtime or one.signintime
    name = (
        one.activity
        or one.activitytype
        or one.sessionactivity
        or one.event
        or one.eventtype
        or one.type
        or one.description
        or ""
    )
    said = name.lower()
    found = (entry for entry in _ACTIVITIES if any(word in said for word in entry[0]))
    _, act, status, reason, right = next(found, ((), Act.OTHER, Status.UNKNOWN, Reason.NONE, None))
    place = [part.strip() for part in (one.location or one.approximatelocation or "").split(",")]
    country = one.country or place[-1]
    return [
        Activity(
            time=reading.time(time, "date"),
            act=act,
            provider=NAME,
            log="activity",
            detail=name,
            person=(one.accountalias or one.alias or one.account or "").lower(),
            status=status,
            reason=reason,
            password_right=right,
            ip=plain_address(one.ip or one.ipaddress or ""),
            country=country_code(country),
            city=place[0] if len(place) > 1 else "",
            device=one.deviceplatform or one.device or "",
            agent=one.browserapp or one.browser or "",
            protocol=_PROTOCOLS.get((one.protocol or one.app or one.browserapp or "").lower(), ""),
        )
    ]


def _is_row(folded: Mapping[str, Any]) -> bool:
    timed = any(isinstance(folded.get(name), str) for name in _TIMES)
    kind = next((folded[name] for name in _KINDS if isinstance(folded.get(name), str)), "")
    from_where = "ip" in folded or "ipaddress" in folded
    known = any(word in kind.lower() for words, *_ in _ACTIVITIES for word in words)
    return timed and from_where and (known or "accountalias" in folded or "sessionactivity" in folded)


FORMAT: Final = Format(
    NAME,
    "Microsoft account (own export)",
    (Shape(Row, (), _read, "activity", _is_row, typed=False),),
    (Log("activity", "account.live.com/Activity, or account.microsoft.com, Privacy, Download your data."),),
    (
        "https://support.microsoft.com/account-billing/what-is-the-recent-activity-page-23cf5556-3dbe-70da-82c8-bb3a8d9f8016",
    ),
    own=True,
)
