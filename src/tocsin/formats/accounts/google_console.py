"""Google Workspace: the CSV that the admin console's "Audit and investigation" exports, in English.

The console writes events in words; which log a table is of, its columns say. Columns: the attributes of
https://support.google.com/a/answer/4580120 (user), /4579579 (admin), /6124308 (OAuth), /4579696 (Drive), /7007375
(SAML) and /11479100 (Gmail). The export of a console in another language is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final

from msgspec import Struct

from tocsin.formats.accounts.shape import UNKNOWN_VALUE, Reading, Shape
from tocsin.formats.accounts.words import factor_of
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "google"
LOGIN: Final = "login"
ACCOUNTS: Final = "user_accounts"
_COLUMNS: Final[Mapping[str, frozenset[str]]] = {
    "token": frozenset({"applicationid", "apimethod", "apiname", "clienttype", "scope", "scopes"}),
    "drive": frozenset({"documentid", "documenttype", "visibility", "priorvisibility"}),
    "gmail": frozenset({"messageid"}),
    "saml": frozenset({"initiatedby", "failuretype", "samlresponsestatus", "samlsecondlevelstatus"}),
    "admin": frozenset(
        {"settingname", "resourceid", "resourcetype", "resourcename", "rolename", "oldvalue", "newvalue"}
    ),
}
"""Columns, folded, of which one tells that a table is of a log. Any other is of the log of users."""
_USER: Final[tuple[tuple[str, str, Act, Status], ...]] = (
    ("government", LOGIN, Act.WARNING, Status.UNKNOWN),
    ("suspicious", LOGIN, Act.WARNING, Status.UNKNOWN),
    ("leaked password", LOGIN, Act.WARNING, Status.UNKNOWN),
    ("sensitive action", LOGIN, Act.WARNING, Status.UNKNOWN),
    ("failed login", LOGIN, Act.SIGN_IN, Status.FAILURE),
    ("login failure", LOGIN, Act.SIGN_IN, Status.FAILURE),
    ("login challenge", LOGIN, Act.SECOND_FACTOR, Status.UNKNOWN),
    ("login verification", LOGIN, Act.SECOND_FACTOR, Status.UNKNOWN),
    ("successful login", LOGIN, Act.SIGN_IN, Status.SUCCESS),
    ("login success", LOGIN, Act.SIGN_IN, Status.SUCCESS),
    ("logout", LOGIN, Act.SIGN_OUT, Status.SUCCESS),
    ("user suspended", LOGIN, Act.ACCOUNT_STOPPED, Status.SUCCESS),
    ("2-step verification disable", ACCOUNTS, Act.FACTOR_REMOVED, Status.SUCCESS),
    ("2-step verification enroll", ACCOUNTS, Act.FACTOR_ADDED, Status.SUCCESS),
    ("passkey enrolled", ACCOUNTS, Act.FACTOR_ADDED, Status.SUCCESS),
    ("passkey removed", ACCOUNTS, Act.FACTOR_REMOVED, Status.SUCCESS),
    ("account password change", ACCOUNTS, Act.PASSWORD_CHANGED, Status.SUCCESS),
    ("account recovery", ACCOUNTS, Act.RECOVERY_CHANGED, Status.SUCCESS),
    ("out of domain email forwarding enabled", ACCOUNTS, Act.FORWARDING_SET, Status.SUCCESS),
    ("out of domain email forwarding disabled", ACCOUNTS, Act.OTHER, Status.SUCCESS),
)
"""Parts of `Event` in lower case, of which log they are, and what they are; the first that stands in it counts."""
_ADMIN: Final[tuple[tuple[str, Act], ...]] = (
    ("unassign", Act.OTHER),
    ("assign role", Act.ROLE_GIVEN),
    ("admin privilege", Act.ROLE_GIVEN),
    ("role assign", Act.ROLE_GIVEN),
    ("user creation", Act.ACCOUNT_MADE),
    ("user deletion", Act.DELETED),
    ("user suspen", Act.ACCOUNT_STOPPED),
    ("api access authorized", Act.CONSENT),
    ("api client access", Act.CONSENT),
    ("trusted app", Act.CONSENT),
    ("password change", Act.PASSWORD_CHANGED),
    ("recovery email", Act.RECOVERY_CHANGED),
    ("recovery phone", Act.RECOVERY_CHANGED),
    ("enforcement", Act.OTHER),
    ("2-step verification", Act.FACTOR_REMOVED),
    ("security key revoke", Act.FACTOR_REMOVED),
    ("email monitor", Act.FORWARDING_SET),
    ("data export", Act.EXPORTED),
    ("setting", Act.OTHER),
)
_EXACT: Final[Mapping[str, Mapping[str, Act]]] = {
    "token": {"grant": Act.CONSENT, "revoke": Act.OTHER, "request": Act.OTHER, "activity": Act.TOKEN,
              "api call": Act.TOKEN},
    "drive": {"view": Act.FILE_READ, "preview": Act.FILE_READ, "download": Act.DOWNLOADED, "copy": Act.DOWNLOADED,
              "print": Act.DOWNLOADED, "source copy": Act.DOWNLOADED, "delete": Act.DELETED, "trash": Act.DELETED,
              "user sharing permissions change": Act.SHARED, "link sharing visibility change": Act.SHARED,
              "link sharing access type change": Act.SHARED, "edit": Act.OTHER, "create": Act.OTHER,
              "upload": Act.OTHER, "rename": Act.OTHER, "move": Act.OTHER, "untrash": Act.OTHER},
    "gmail": {"send": Act.MAIL_SENT, "receive": Act.MAIL_DELIVERED, "open": Act.MAIL_READ, "view": Act.MAIL_READ,
              "link click": Act.LINK_OPENED, "attachment link click": Act.LINK_OPENED,
              "attachment download": Act.DOWNLOADED, "move to trash": Act.DELETED},
    "saml": {"successful login": Act.SIGN_IN, "login success": Act.SIGN_IN, "failed login": Act.SIGN_IN,
             "login failure": Act.SIGN_IN},
}  # fmt: skip
"""Of the other logs: `Event` in lower case. OTHER are events that have no meaning here."""
_BARE: Final = frozenset("delete edit view create copy open move print rename request send receive upload".split())
"""Events that other logs have too: alone they do not tell whose they are."""
_VISIBLE: Final = ("public on the web", "people with link", "shared externally")
_WITHIN: Final = ("private", "shared internally", "people within domain with link")


class Row(Struct, frozen=True, kw_only=True):
    """A row; names of columns are compared folded."""

    date: datetime
    event: str
    description: str | None = None
    actor: str | None = None
    user: str | None = None
    ip_address: str | None = None
    login_type: str | None = None
    challenge_type: str | None = None
    affected_email_address: str | None = None
    user_email: str | None = None
    email_forwarding_address: str | None = None
    application_id: str | None = None
    application_name: str | None = None
    scope: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    title: str | None = None
    document_id: str | None = None
    visibility: str | None = None
    setting_name: str | None = None
    new_value: str | None = None
    role_name: str | None = None
    resource_name: str | None = None
    message_id: str | None = None
    from_header_address: str | None = None


def _read(log: str, one: Row, reading: Reading) -> list[Activity]:
    log, act, status = _event(log, one, reading)
    actor = (one.actor or one.user or "").lower()
    password = status is Status.SUCCESS and act is Act.SIGN_IN and (one.login_type or "").lower() == "google password"
    return [
        Activity(
            time=reading.time(one.date, "Date"),
            act=act,
            provider=NAME,
            log=log,
            detail=one.event,
            person=(one.affected_email_address or one.user_email or actor).lower(),
            actor=actor,
            status=status,
            reason=Reason.OTHER if log == "saml" and status is Status.FAILURE else Reason.NONE,
            password_right=True if password else None,
            factor=factor_of(one.challenge_type or "") if act is Act.SECOND_FACTOR else "",
            ip=one.ip_address or "",
            app=one.application_id or "",
            app_name=one.application_name or "",
            object=_object(one),
            scopes=tuple(scope for text in one.scope or one.scopes for scope in text.split()),
            message=one.message_id or "",
            external=_external(one.visibility or ""),
        )
    ]


def _event(log: str, one: Row, reading: Reading) -> tuple[str, Act, Status]:
    """Return of which log an event is, what it is, and how it ended."""
    said = one.event.strip().lower()
    if log == "admin":
        found = next((act for part, act in _ADMIN if part in said), None)
    else:
        found = _EXACT.get(log, {}).get(said)
    if found is not None:
        return log, found, Status.FAILURE if "fail" in said else Status.SUCCESS
    for part, whose, act, status in _USER if log == LOGIN else ():
        if part in said:
            return whose, act, status
    if log == LOGIN:  # a table with few columns tells its log by its events
        for other, events in _EXACT.items():
            if other != "saml" and said in events and said not in _BARE:
                return other, events[said], Status.SUCCESS
        if (found := next((act for part, act in _ADMIN if part in said), None)) is not None:
            return "admin", found, Status.SUCCESS
    reading.wrong("Event", UNKNOWN_VALUE, one.event)
    return log, Act.OTHER, Status.UNKNOWN


def _object(one: Row) -> str:
    if one.setting_name:
        return f"{one.setting_name}={one.new_value}" if one.new_value else one.setting_name
    named = (one.email_forwarding_address, one.title, one.document_id, one.role_name, one.resource_name)
    return next((text for text in named if text), one.from_header_address or "")


def _external(visibility: str) -> bool | None:
    said = visibility.lower()
    return True if said.startswith(_VISIBLE) else False if said.startswith(_WITHIN) else None


def _has_one(columns: frozenset[str]) -> Callable[[Mapping[str, Any]], bool]:
    return lambda folded: not columns.isdisjoint(folded)


_MARKS: Final = ("Date", "Event", "Description")
SHAPES: Final = (
    *(Shape(Row, _MARKS, partial(_read, log), log, _has_one(found), typed=False) for log, found in _COLUMNS.items()),
    Shape(Row, _MARKS, partial(_read, LOGIN), LOGIN, typed=False),
)
