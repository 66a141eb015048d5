"""Azure's activity log and storage logs: what was done to subscriptions and what lies in them.

Fields: https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema; operations:
https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import Struct

from tocsin.formats.accounts.shape import BAD_VALUE, Format, Log, OtherShapeError, Reading, Shape, text_of
from tocsin.formats.accounts.words import plain_address
from tocsin.model.activity import Act, Activity, Status

NAME: Final = "azure"
_ENDS: Final[tuple[tuple[str, Act], ...]] = (
    ("authorization/roleassignments/write", Act.ROLE_GIVEN),
    ("authorization/roledefinitions/write", Act.ROLE_GIVEN),
    ("authorization/elevateaccess/action", Act.ROLE_GIVEN),
    ("rolebindings/write", Act.ROLE_GIVEN),
    ("insights/diagnosticsettings/delete", Act.LOGGING_STOPPED),
    ("insights/alertrules/delete", Act.LOGGING_STOPPED),
    ("insights/metricalerts/delete", Act.LOGGING_STOPPED),
    ("insights/activitylogalerts/delete", Act.LOGGING_STOPPED),
    ("insights/scheduledqueryrules/delete", Act.LOGGING_STOPPED),
    ("insights/actiongroups/delete", Act.LOGGING_STOPPED),
    ("securityinsights/alertrules/delete", Act.LOGGING_STOPPED),
    ("namespaces/eventhubs/delete", Act.LOGGING_STOPPED),
    ("eventhub/namespaces/delete", Act.LOGGING_STOPPED),
    ("operationalinsights/workspaces/delete", Act.LOGGING_STOPPED),
    ("network/networkwatchers/delete", Act.LOGGING_STOPPED),
    ("networkwatchers/flowlogs/delete", Act.LOGGING_STOPPED),
    ("authorization/locks/delete", Act.PROTECTION_WEAKENED),
    ("authorization/policyassignments/delete", Act.PROTECTION_WEAKENED),
    ("network/firewallpolicies/delete", Act.PROTECTION_WEAKENED),
    ("network/azurefirewalls/delete", Act.PROTECTION_WEAKENED),
    ("network/networksecuritygroups/delete", Act.PROTECTION_WEAKENED),
    ("networksecuritygroups/securityrules/delete", Act.PROTECTION_WEAKENED),
    ("containers/immutabilitypolicies/delete", Act.PROTECTION_WEAKENED),
    ("vaults/accesspolicies/write", Act.ROLE_GIVEN),
    ("vaults/secrets/getsecret/action", Act.SECRET_READ),
    ("vaults/secrets/recover/action", Act.SECRET_READ),
    ("vaults/certificates/read", Act.SECRET_READ),
    ("storage/storageaccounts/listkeys/action", Act.SECRET_READ),
    ("storage/storageaccounts/regeneratekey/action", Act.SECRET_READ),
    ("disks/begingetaccess/action", Act.EXPORTED),
    ("snapshots/begingetaccess/action", Act.EXPORTED),
    ("purge/action", Act.DELETED),
    ("policies/audit/action", Act.WARNING),
    ("policies/auditifnotexists/action", Act.WARNING),
    ("getblob", Act.DOWNLOADED),
    ("getfile", Act.DOWNLOADED),
    ("deleteblob", Act.DELETED),
    ("deletefile", Act.DELETED),
    ("deletecontainer", Act.DELETED),
    ("/delete", Act.DELETED),
)
"""Ends of operations in lower case; the first that fits counts."""
_LOOSE: Final = (
    ("isversioningenabled", False), ("supportshttpstrafficonly", False), ("allowblobpublicaccess", True),
    ("allowsharedkeyaccess", True), ("enablepurgeprotection", False), ("enablesoftdelete", False),
)  # fmt: skip
"""Settings in the body of a request to write, and the value that weakens."""
_STATUS: Final = {
    "success": Status.SUCCESS, "succeeded": Status.SUCCESS, "0": Status.SUCCESS, "failed": Status.FAILURE,
    "failure": Status.FAILURE,
}  # fmt: skip
_ENTRA: Final = "microsoft.aadiam"
_CLAIM: Final = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/"


class _Part(Struct, frozen=True, gc=False, rename="camel"):
    pass


class Value(_Part, frozen=True, gc=False):
    """A value beside its translation."""

    value: str | None = None


class Evidence(_Part, frozen=True, gc=False):
    """By which role it was allowed."""

    role: str | None = None


class Authorization(_Part, frozen=True, gc=False):
    """What was asked for."""

    evidence: Evidence | None = None


class Identity(_Part, frozen=True, gc=False):
    """Who asked."""

    claims: dict[str, Any] | None = None
    authorization: Authorization | None = None


class Record(_Part, frozen=True, gc=False):
    """A record of the activity log or of a storage account's log."""

    time: datetime | None
    operation_name: str | Value
    resource_id: str
    category: str | Value | None = None
    result_type: str | int | None = None
    caller_ip_address: str | None = None
    correlation_id: str | None = None
    identity: Identity | str | None = None
    properties: dict[str, Any] | str | None = None
    status_code: int | str | None = None
    caller: str | None = None
    event_data_id: str | None = None


def _read(one: Record, reading: Reading) -> list[Activity]:
    if _ENTRA in one.resource_id.lower():
        raise OtherShapeError("a record of Entra")
    operation = _text(one.operation_name)
    properties = _properties(one.properties, reading)
    person = _person(one)
    return [
        Activity(
            time=reading.time(one.time, "time"),
            act=_act(operation.lower(), properties),
            provider=NAME,
            log=_text(one.category),
            detail=operation,
            id=one.event_data_id or "",
            person=person,
            actor=person,
            status=_status(one, properties),
            ip=plain_address(one.caller_ip_address or ""),
            agent=text_of(properties.get("userAgentHeader")),
            app=text_of(_claims(one).get("appid")),
            object=_object(one, properties),
        )
    ]


def _properties(given: dict[str, Any] | str | None, reading: Reading) -> dict[str, Any]:
    """Return the properties, also where a table has them as JSON in a text; a text that is none is told."""
    if not isinstance(given, str) or not given.strip():
        return given if isinstance(given, dict) else {}
    try:
        return msgspec.json.decode(given, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError):
        reading.wrong("properties", BAD_VALUE, given)
        return {}


def _text(value: str | Value | None) -> str:
    return (value.value or "" if isinstance(value, Value) else value) or ""


def _claims(one: Record) -> dict[str, Any]:
    return (one.identity.claims or {}) if isinstance(one.identity, Identity) else {}


def _person(one: Record) -> str:
    claims = _claims(one)
    named = (
        claims.get(f"{_CLAIM}upn"),
        claims.get(f"{_CLAIM}name"),
        claims.get("upn"),
        claims.get("name"),
        claims.get("appid"),
    )
    return (one.caller or next(filter(None, map(text_of, named)), "")).lower()


def _act(operation: str, properties: dict[str, Any]) -> Act:
    found = next((act for end, act in _ENDS if operation.endswith(end)), Act.OTHER)
    if found is not Act.OTHER or not operation.endswith("/write"):
        return found
    return _written(text_of(properties.get("requestbody") or properties.get("requestBody")).replace(" ", "").lower())


def _written(body: str) -> Act:
    if '"publicaccess":"blob"' in body or '"publicaccess":"container"' in body:
        return Act.SHARED
    if any(f'"{name}":{str(value).lower()}' in body for name, value in _LOOSE):
        return Act.PROTECTION_WEAKENED
    retention = "deleteretentionpolicy" in body and '"enabled":false' in body
    return Act.PROTECTION_WEAKENED if retention or '"defaultaction":"allow"' in body else Act.OTHER


def _status(one: Record, properties: dict[str, Any]) -> Status:
    code = str(one.status_code or "")
    if code.isdecimal():
        return Status.SUCCESS if int(code[:4]) < 400 else Status.FAILURE
    if said := str(one.result_type or "").lower():
        return _STATUS.get(said, Status.UNKNOWN)
    response = text_of(properties.get("metricResponseType")).lower()
    if not response:
        return Status.UNKNOWN
    return Status.SUCCESS if "success" in response else Status.FAILURE


def _object(one: Record, properties: dict[str, Any]) -> str:
    evidence = (
        one.identity.authorization.evidence
        if isinstance(one.identity, Identity) and one.identity.authorization
        else None
    )
    where = text_of(properties.get("objectKey")) or one.resource_id
    return f"{evidence.role}: {where}" if evidence and evidence.role else where


def _is_azure(folded: Mapping[str, Any]) -> bool:
    return _ENTRA not in str(folded["resourceid"]).lower()


FORMAT: Final = Format(
    NAME,
    "Azure activity log",
    (Shape(Record, ("operationName", "resourceId"), _read, "Administrative", _is_azure),),
    (
        Log(
            "Administrative",
            "Azure portal, Monitor, Activity log, Export Activity Logs, to a storage account or event hub.",
        ),
        Log("StorageRead, StorageWrite, StorageDelete", "The same, by the diagnostic settings of a storage account."),
    ),
    (
        "https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema",
        "https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations",
    ),
)
