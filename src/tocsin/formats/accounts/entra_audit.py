"""Microsoft Entra's audit logs. The same names of activities stand in the unified audit log of Microsoft 365.

Names: https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities; fields:
https://learn.microsoft.com/graph/api/resources/directoryaudit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Literal

from msgspec import Struct

from tocsin.formats.accounts.shape import UNKNOWN_VALUE, Reading, Shape, text_of
from tocsin.model.activity import Act, Activity, Status

NAME: Final = "entra"
ACTS: Final[dict[str, Act]] = {
    name.lower(): act
    for act, names in {
        Act.CONSENT: (
            "Consent to application", "Add delegated permission grant", "Add app role assignment to service principal",
            "Add OAuth2PermissionGrant",
        ),
        Act.ROLE_GIVEN: (
            "Add member to role", "Add eligible member to role", "Add scoped member to role",
            "Add eligible member to role in PIM completed (permanent)",
            "Add eligible member to role in PIM completed (timebound)",
            "Add member to role in PIM completed (permanent)", "Add member to role in PIM completed (timebound)",
            "Add member to role completed (PIM activation)", "Add partner to company",
            "Add member to role outside of PIM (permanent)", "Add owner to service principal",
            "Add owner to application",
        ),
        Act.FACTOR_ADDED: (
            "User registered security info", "User registered all required security info",
            "Admin registered security info",
            "Enable Strong Authentication", "Add Passkey (device-bound)", "Add FIDO2 security key",
            "Add Windows Hello for Business credential", "Create temporary access pass method for user",
            "Admin registered temporary access pass method for user", "Register temporary access pass method for user",
        ),
        Act.FACTOR_REMOVED: (
            "User deleted security info", "Admin deleted security info", "Disable Strong Authentication",
            "Delete Passkey (device-bound)", "Delete FIDO2 security key",
            "Delete Windows Hello for Business credential",
        ),
        Act.RECOVERY_CHANGED: ("User changed default security info", "User updated security info",
            "Admin updated security info"),
        Act.PASSWORD_CHANGED: (
            "Reset password (by admin)", "Reset user password", "Change user password",
            "Change password (self-service)",
            "Reset password (self-service)", "Set force change user password",
        ),
        Act.APP_PASSWORD: (
            "Create application password for user", "Add service principal credentials",
            "Update application – Certificates and secrets management",
        ),
        Act.ACCOUNT_MADE: (
            "Add user", "Invite external user", "Invite Internal User", "Bulk create users - finished (bulk)",
            "Bulk invite users - finished (bulk)", "Restore user",
        ),
        Act.ACCOUNT_STOPPED: ("Disable account",),
        Act.SIGN_OUT: ("Update StsRefreshTokenValidFrom Timestamp",),
        Act.DELETED: ("Delete user", "Hard Delete user", "Delete application", "Hard Delete application",
            "Delete group",
                      "Bulk delete users - finished (bulk)", "Delete device"),
        Act.EXPORTED: ("Bulk download users - finished (bulk)", "Download users - finished (bulk)"),
        Act.ACCOUNT_CHANGED: ("Update user", "Enable account", "Unlock user account (self-service)",
            "Set user manager"),
        Act.PROTECTION_WEAKENED: (
            "Delete conditional access policy", "Delete policy", "Set federation settings on domain",
            "Set domain authentication",
            "Disable Desktop Sso", "Disable Desktop Sso for a specific domain", "Delete named location",
            "Update security defaults",
        ),
        Act.WARNING: (
            "Fraud reported - user is blocked for MFA", "Fraud reported - no action taken",
            "Suspicious activity reported",
            "User reported suspicious activity",
        ),
    }.items()
    for name in names
}  # fmt: skip
_POLICY_UPDATES: Final = frozenset({"update conditional access policy", "update policy"})
_STATE: Final = re.compile(r'"state"\s*:\s*"(\w+)"', re.IGNORECASE)
_EXCLUDED: Final = re.compile(
    r'"exclude(?:Users|Groups|Roles|Locations|Applications)"\s*:\s*\[([^\]]*)\]', re.IGNORECASE
)
_CONTROLS: Final = re.compile(r'"(?:builtInControls|Control)"\s*:\s*\[([^\]]*)\]', re.IGNORECASE)
_SCOPE: Final = re.compile(r"Scope:\s*([^\]]*?)(?:,\s*(?:CreatedDateTime|LastModifiedDateTime)\b|\]|$)")
_ENDINGS: Final = {
    "success": Status.SUCCESS, "failure": Status.FAILURE, "failed": Status.FAILURE, "timeout": Status.FAILURE,
    "clienterror": Status.FAILURE, "unknownfuturevalue": Status.UNKNOWN, "0": Status.SUCCESS, "": Status.UNKNOWN,
}  # fmt: skip
_FACTOR_PROPERTIES: Final = ("StrongAuthenticationMethod", "StrongAuthenticationRequirement", "SearchableDeviceKey")
_RECOVERY_PROPERTIES: Final = (
    "StrongAuthenticationUserDetails",
    "AlternateEmail",
    "OtherMails",
    "StrongAuthenticationPhone",
)


class _Part(Struct, frozen=True, rename="camel"):
    pass


class User(_Part, frozen=True):
    """Who did it."""

    id: str | None = None
    user_principal_name: str | None = None
    display_name: str | None = None
    ip_address: str | None = None


class App(_Part, frozen=True):
    """The app that did it."""

    app_id: str | None = None
    display_name: str | None = None
    service_principal_id: str | None = None


class Initiator(_Part, frozen=True):
    """Person or app."""

    user: User | None = None
    app: App | None = None


class Change(_Part, frozen=True):
    """A property before and after."""

    display_name: str | None = None
    old_value: Any = None
    new_value: Any = None


class Target(_Part, frozen=True):
    """What it was done to."""

    id: str | None = None
    display_name: str | None = None
    type: str | None = None
    user_principal_name: str | None = None
    modified_properties: tuple[Change, ...] | None = None


class Pair(_Part, frozen=True):
    """A further detail."""

    key: str | None = None
    value: Any = None


class Audit(_Part, frozen=True):
    """An entry of the directory's audit log."""

    activity_display_name: str | None
    activity_date_time: datetime | None
    initiated_by: Initiator | None = None
    target_resources: tuple[Target, ...] | None = None
    result: str | None = None
    id: str | None = None
    result_reason: str | None = None
    category: str | None = None
    logged_by_service: str | None = None
    additional_details: tuple[Pair, ...] | None = None


class GraphAudit(Audit, frozen=True, kw_only=True):
    """An entry as Graph gives it, where these fields are always there."""

    id: str
    result: str
    initiated_by: Initiator | None
    target_resources: tuple[Target, ...] | None


class DiagnosticAudit(_Part, frozen=True):
    """The envelope of Azure Monitor around an entry."""

    time: datetime | None
    category: Literal["AuditLogs"]
    properties: Audit
    operation_name: str | None = None
    caller_ip_address: str | None = None
    result_type: str | int | None = None


def _graph(one: Audit, reading: Reading) -> list[Activity]:
    return [_activity(one, "directoryAudits", reading)]


def _diagnostic(one: DiagnosticAudit, reading: Reading) -> list[Activity]:
    return [_activity(one.properties, "AuditLogs", reading, one)]


def _activity(one: Audit, log: str, reading: Reading, around: DiagnosticAudit | None = None) -> Activity:
    name = (one.activity_display_name or (around.operation_name if around else None) or "").rstrip(". ")
    user = one.initiated_by.user if one.initiated_by else None
    app = one.initiated_by.app if one.initiated_by else None
    targets = one.target_resources or ()
    changes = tuple(change for target in targets for change in target.modified_properties or ())
    actor = (
        (user.user_principal_name or user.id if user else None)
        or (app.display_name or app.app_id if app else None)
        or ""
    ).lower()
    extra = {pair.key: text_of(pair.value) for pair in one.additional_details or ()}
    said = str(one.result or (around.result_type if around else None) or "").lower()
    if said not in _ENDINGS:
        reading.wrong("result", UNKNOWN_VALUE, said)
    return Activity(
        time=reading.time(one.activity_date_time or (around.time if around else None), "activityDateTime"),
        act=act_of(
            name,
            tuple(
                (change.display_name or "", text_of(change.old_value), text_of(change.new_value)) for change in changes
            ),
        ),
        provider=NAME,
        log=log,
        detail=name,
        id=one.id or "",
        person=(
            next((target.user_principal_name for target in targets if target.user_principal_name), None)
            or extra.get("invitedUserEmailAddress")
            or actor
        ).lower(),
        actor=actor,
        status=_ENDINGS.get(said, Status.UNKNOWN),
        ip=(user.ip_address if user else None)
        or (around.caller_ip_address if around else None)
        or extra.get("ipaddr")
        or "",
        agent=extra.get("User-Agent", ""),
        app=(app.app_id if app else None) or "",
        object=_object(targets, changes),
        scopes=scopes_of(text_of(change.new_value) for change in changes if change.display_name in SCOPE_PROPERTIES),
    )


SCOPE_PROPERTIES: Final = (
    "ConsentAction.Permissions", "DelegatedPermissionGrant.Scope", "AppRole.Value",
    "TargetId.ServicePrincipalNames.Scope",
)  # fmt: skip
_OBJECT_PROPERTIES: Final = ("Role.DisplayName", "AppRole.Value")


def _object(targets: tuple[Target, ...], changes: tuple[Change, ...]) -> str:
    """Return what it was done to: the role that was given, else the first thing with a name that is no person."""
    for change in changes:
        if change.display_name in _OBJECT_PROPERTIES and (value := text_of(change.new_value).strip('"')):
            return value
    named = [target.display_name or target.id or "" for target in targets if target.type != "User"]
    return next(filter(None, named), "") or next(
        (t.user_principal_name or t.display_name or t.id or "" for t in targets), ""
    )


def act_of(name: str, changes: tuple[tuple[str, str, str], ...] = ()) -> Act:
    """Return what an activity of this name is; `changes` are (property, old, new)."""
    said = name.lower()
    if said in _POLICY_UPDATES:
        return Act.PROTECTION_WEAKENED if any(_loosened(old, new) for _, old, new in changes) else Act.OTHER
    if said == "update user":
        return _user_change(changes)
    return ACTS.get(said, Act.OTHER)


def _user_change(changes: tuple[tuple[str, str, str], ...]) -> Act:
    for name, old, new in changes:
        if name.startswith(_FACTOR_PROPERTIES):
            return Act.FACTOR_ADDED if len(new) >= len(old) else Act.FACTOR_REMOVED
        if name.startswith(_RECOVERY_PROPERTIES):
            return Act.RECOVERY_CHANGED
        if name == "AccountEnabled" and "false" in new.lower():
            return Act.ACCOUNT_STOPPED
    return Act.ACCOUNT_CHANGED


def _loosened(old: str, new: str) -> bool:
    """Say whether a policy asks less than before: switched off, more excluded, or fewer controls."""
    old, new = old.replace('\\"', '"'), new.replace('\\"', '"')
    before, after = _STATE.search(old), _STATE.search(new)
    if before and after and before[1].lower() == "enabled" and after[1].lower() != "enabled":
        return True
    if after is None or before is None:
        return False
    more_out = sum(map(len, _EXCLUDED.findall(new))) > sum(map(len, _EXCLUDED.findall(old)))
    return more_out or sum(map(len, _CONTROLS.findall(new))) < sum(map(len, _CONTROLS.findall(old)))


def scopes_of(values: Any) -> tuple[str, ...]:
    """Return the permissions that values of a consent name."""
    found: dict[str, None] = {}
    for value in values:
        text = value.replace('\\"', '"').strip('"[] ')
        listed = _SCOPE.findall(text) or [text]
        found.update(dict.fromkeys(one for part in listed for one in part.replace(",", " ").split() if one))
    return tuple(found)


def _is_audit(folded: Mapping[str, Any]) -> bool:
    return str(folded["category"]).lower() == "auditlogs"


SHAPES: Final = (
    Shape(DiagnosticAudit, ("category", "properties", "operationName"), _diagnostic, "AuditLogs", _is_audit),
    Shape(GraphAudit, ("activityDisplayName", "activityDateTime"), _graph, "directoryAudits"),
)
