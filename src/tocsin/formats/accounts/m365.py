"""Microsoft 365's unified audit log: the Management API's JSON, Purview's exports, and `AuditData` in the portal's CSV.

Fields: https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema; names of
operations: https://learn.microsoft.com/purview/audit-log-activities; MailItemsAccessed and its throttling:
https://learn.microsoft.com/purview/audit-log-investigate-accounts.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import Struct

from tocsin.formats.accounts import entra_audit, m365_acts
from tocsin.formats.accounts.aadsts import ERROR_NAMES, Ending, ending_of
from tocsin.formats.accounts.shape import BAD_VALUE, Format, Log, Reading, Shape, fold, folded_record, text_of, unquoted
from tocsin.formats.accounts.words import plain_address
from tocsin.formats.carriers.line import UNDECODABLE
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "m365"
_STATUS: Final = {
    "succeeded": Status.SUCCESS, "success": Status.SUCCESS, "true": Status.SUCCESS,
    "partiallysucceeded": Status.SUCCESS,
    "failed": Status.FAILURE, "failure": Status.FAILURE, "false": Status.FAILURE,
}  # fmt: skip
_PROTOCOLS: Final = (
    ("client=imap", "imap"), ("client=pop", "pop3"), ("client=owa", "browser"), ("client=activesync", "activesync"),
    ("client=microsoft.exchange.activesync", "activesync"), ("client=smtp", "smtp"), ("client=rest", "app"),
    ("client=outlookservice", "app"), ("client=mapi", "app"), ("client=webservices", "app"),
)  # fmt: skip
"""Beginnings of `ClientInfoString` of mailbox auditing."""


class _Part(Struct, frozen=True, gc=False, rename="pascal"):
    pass


class Pair(_Part, frozen=True, gc=False):
    """A parameter or property."""

    name: str | None = None
    value: Any = None


class Change(_Part, frozen=True, gc=False):
    """A property before and after."""

    name: str | None = None
    old_value: Any = None
    new_value: Any = None


class MailItem(_Part, frozen=True, gc=False):
    """A message."""

    internet_message_id: str | None = None
    subject: str | None = None


class Folder(_Part, frozen=True, gc=False):
    """A folder of which items were read."""

    folder_items: tuple[MailItem, ...] | None = None


class Identity(Struct, frozen=True, gc=False):
    """A person or app, by one of several kinds of id."""

    ID: str | None = None
    Type: int | str | None = None


class Access(Struct, frozen=True, gc=False):
    """The session of which the app acted."""

    AADSessionId: str | None = None
    ClientAppId: str | None = None


class Record(Struct, frozen=True, gc=False):
    """A record: the common schema, and of the others what matters here."""

    Id: str
    CreationTime: datetime | None
    Operation: str
    UserId: str | None
    Workload: str | None = None
    RecordType: int | str | None = None
    ResultStatus: str | None = None
    ClientIP: str | None = None
    ClientIPAddress: str | None = None
    ActorIpAddress: str | None = None
    ObjectId: str | None = None
    UserAgent: str | None = None
    ClientInfoString: str | None = None
    Parameters: tuple[Pair, ...] | None = None
    ExtendedProperties: tuple[Pair, ...] | None = None
    ModifiedProperties: tuple[Change | str, ...] | None = None
    OperationProperties: tuple[Pair, ...] | None = None
    DeviceProperties: tuple[Pair, ...] | None = None
    Target: tuple[Identity, ...] | None = None
    MailboxOwnerUPN: str | None = None
    LogonType: int | str | None = None
    Item: MailItem | None = None
    Folders: tuple[Folder, ...] | None = None
    AffectedItems: tuple[MailItem, ...] | None = None
    OperationCount: int | None = None
    SessionId: str | None = None
    AppAccessContext: Access | None = None
    ApplicationId: str | None = None
    AppId: str | None = None
    ClientAppId: str | None = None
    ApplicationDisplayName: str | None = None
    ErrorNumber: str | int | None = None
    LogonError: str | None = None
    TargetUserOrGroupName: str | None = None
    TargetUserOrGroupType: str | None = None
    ExternalAccess: bool | None = None
    Url: str | None = None
    InternetMessageId: str | None = None
    NetworkMessageId: str | None = None
    Recipients: tuple[str, ...] | None = None
    DeliveryAction: str | None = None
    EventData: str | None = None
    AlertId: str | None = None
    Name: str | None = None


class Exported(Struct, frozen=True, gc=False):
    """A row of the portal's CSV, or of Search-UnifiedAuditLog: the record is a JSON text in one column."""

    AuditData: Any


_records: Final = msgspec.json.Decoder(Record)


def _exported(one: Exported, reading: Reading) -> list[Activity]:
    inner = one.AuditData
    if isinstance(inner, str):
        try:
            return _read(_records.decode(inner), reading)
        except UNDECODABLE:
            inner = unquoted(inner)
    if not isinstance(inner, dict):
        reading.wrong("AuditData", BAD_VALUE, inner)
        return []
    text, reading.text = reading.text, False
    try:
        return _SHAPE.read(folded_record(inner), reading)
    finally:
        reading.text = text


class Row(Struct, frozen=True, gc=False):
    """A row of Azure Monitor's table OfficeActivity: the same record, flat, with JSON as text in some columns.

    Columns: https://learn.microsoft.com/azure/azure-monitor/reference/tables/officeactivity.
    """

    TimeGenerated: Any
    OfficeId: Any
    OfficeWorkload: Any
    Operation: Any
    UserId: Any
    RecordType: Any = None
    ResultStatus: Any = None
    ClientIP: Any = None
    Client_IPAddress: Any = None
    OfficeObjectId: Any = None
    UserAgent: Any = None
    ClientInfoString: Any = None
    Parameters: Any = None
    ExtendedProperties: Any = None
    ModifiedProperties: Any = None
    OperationProperties: Any = None
    MailboxOwnerUPN: Any = None
    Item: Any = None
    Folders: Any = None
    AffectedItems: Any = None
    SessionId: Any = None
    AppAccessContext: Any = None
    ApplicationId: Any = None
    AppId: Any = None
    ClientAppId: Any = None
    TargetUserOrGroupName: Any = None
    TargetUserOrGroupType: Any = None


_OF_ROW: Final = {
    "TimeGenerated": "CreationTime", "OfficeId": "Id", "OfficeWorkload": "Workload", "OfficeObjectId": "ObjectId",
    "Client_IPAddress": "ClientIPAddress",
}  # fmt: skip
"""Columns that have another name than the field of the record."""


def _row(one: Row, reading: Reading) -> list[Activity]:
    named = ((name, getattr(one, name)) for name in one.__struct_fields__)
    plain = {_OF_ROW.get(name, name): value for name, value in named if value not in (None, "")}
    return _SHAPE.read(folded_record(plain), reading)


def _read(one: Record, reading: Reading) -> list[Activity]:
    parameters = _by_name(one.Parameters)
    if one.Operation == "UpdateInboxRules":
        parameters |= _by_name(one.OperationProperties)
        actions = parameters.get("RuleActions", "")
        if m365_acts.recipients(actions) is None:
            reading.wrong("RuleActions", BAD_VALUE, actions)
    changes = _changes(one) if one.ModifiedProperties else ()
    act = m365_acts.act_of(one.Operation, parameters, changes)
    actor = (one.UserId or "").lower()
    ending = _ending(one, act)
    extra = {**_by_name(one.ExtendedProperties), **_by_name(one.DeviceProperties)}
    context = one.AppAccessContext
    return [
        Activity(
            time=reading.time(one.CreationTime, "CreationTime"),
            act=act,
            provider=NAME,
            log=one.Workload or "",
            detail=one.Operation,
            id=one.Id,
            person=_person(one, actor, act, parameters),
            actor=actor,
            status=ending.status,
            reason=ending.reason,
            password_right=ending.password_right,
            ip=plain_address(one.ClientIP or one.ClientIPAddress or one.ActorIpAddress or ""),
            device=extra.get("DeviceId") or extra.get("Id") or "",
            agent=one.UserAgent or extra.get("UserAgent") or one.ClientInfoString or "",
            protocol=_protocol(one.ClientInfoString or ""),
            session=(context.AADSessionId if context else None) or one.SessionId or extra.get("SessionId") or "",
            app=one.ApplicationId or one.AppId or one.ClientAppId or (context.ClientAppId if context else None) or "",
            app_name=one.ApplicationDisplayName or "",
            object=_object(one, act, parameters, changes),
            scopes=_scopes(changes) if changes else (),
            message=_message(one) if one.Item or one.Folders or one.AffectedItems else one.InternetMessageId or "",
            external=_external(one),
            throttled=_by_name(one.OperationProperties).get("IsThrottled", "").lower() == "true",
            count=max(one.OperationCount or _items(one), 1),
        )
    ]


def _by_name(pairs: tuple[Pair, ...] | None) -> dict[str, str]:
    return {pair.name or "": v if isinstance(v := pair.value, str) else text_of(v) for pair in pairs} if pairs else {}


def _scopes(changes: tuple[tuple[str, str, str], ...]) -> tuple[str, ...]:
    return entra_audit.scopes_of(new for name, _, new in changes if name in entra_audit.SCOPE_PROPERTIES)


def _changes(one: Record) -> tuple[tuple[str, str, str], ...]:
    found = one.ModifiedProperties or ()
    return tuple((c.name or "", text_of(c.old_value), text_of(c.new_value)) for c in found if isinstance(c, Change))


def _ending(one: Record, act: Act) -> Ending:
    code = str(one.ErrorNumber or "")
    named = ERROR_NAMES.get(fold(one.LogonError or ""))
    if one.Operation == "UserLoginFailed":
        number = int(code[:12]) if code.isdecimal() and code != "0" else named
        return ending_of(number) if number else Ending(Status.FAILURE, Reason.OTHER if one.LogonError else Reason.NONE)
    if one.Operation == "UserLoggedIn":
        return Ending(Status.SUCCESS)
    if act is Act.MAIL_DELIVERED and (one.DeliveryAction or "").lower() == "blocked":
        return Ending(Status.FAILURE, Reason.POLICY)
    if act is Act.LINK_OPENED:
        return Ending(Status.UNKNOWN)  # whether Safe Links let it through stands in Defender's tables
    said = (one.ResultStatus or "").lower()
    if said in _STATUS:
        return Ending(_STATUS[said])
    return Ending(Status.SUCCESS if act is not Act.SIGN_IN and not said else Status.UNKNOWN)


def _person(one: Record, actor: str, act: Act, parameters: dict[str, str]) -> str:
    """Return whose account it is: the mailbox's owner, or the one whom an administrator's act concerns."""
    if one.MailboxOwnerUPN:
        return one.MailboxOwnerUPN.lower()
    if act in (Act.FORWARDING_SET, Act.RULE_MADE, Act.DELEGATE_ADDED) and "TransportRule" not in one.Operation:
        named = parameters.get("Mailbox") or parameters.get("Identity") or ""
        if "@" in named:
            return named.partition("\\")[0].lower()
    for target in one.Target or ():
        if target.ID and "@" in target.ID and one.Workload == "AzureActiveDirectory":
            return target.ID.lower()
    if act is Act.MAIL_DELIVERED and one.Recipients:
        return one.Recipients[0].lower()
    return actor


def _object(one: Record, act: Act, parameters: dict[str, str], changes: tuple[tuple[str, str, str], ...]) -> str:
    if act is Act.FORWARDING_SET:
        return m365_acts.forwards_to(parameters)
    if act is Act.RULE_MADE:
        told = (f"{name}={value}" for name, value in parameters.items() if name not in ("Name", "Force", "Identity"))
        return "; ".join((parameters.get("Name") or parameters.get("Identity") or "", *told))
    if act is Act.DELEGATE_ADDED:
        return parameters.get("User") or parameters.get("Trustee") or one.ObjectId or ""
    if act is Act.ROLE_GIVEN:
        role = next((new.strip('"') for name, _, new in changes if name == "Role.DisplayName"), "")
        return role or one.ObjectId or ""
    if act is Act.SHARED:
        return " -> ".join(filter(None, (one.ObjectId, (one.TargetUserOrGroupName or "").lower())))
    return one.Url or one.ObjectId or one.Name or ""


def _items(one: Record) -> int:
    read = sum(len(folder.folder_items or ()) for folder in one.Folders or ())
    return read or len(one.AffectedItems or ())


def _message(one: Record) -> str:
    items = [item for folder in one.Folders or () for item in folder.folder_items or ()] or list(
        one.AffectedItems or ()
    )
    single = items[0].internet_message_id if len(items) == 1 else None
    return (one.Item.internet_message_id if one.Item else None) or single or ""


def _external(one: Record) -> bool | None:
    if one.Operation.startswith("AnonymousLink"):
        return True
    if one.TargetUserOrGroupType:
        return one.TargetUserOrGroupType == "Guest"
    return None


def _protocol(client: str) -> str:
    if not client:
        return ""
    said = client.lower()
    return next((word for begins, word in _PROTOCOLS if said.startswith(begins)), "")


_SHAPE: Final = Shape(Record, ("Operation", "UserId"), _read)
FORMAT: Final = Format(
    NAME,
    "Microsoft 365 unified audit log",
    (
        Shape(Exported, ("AuditData",), _exported),
        Shape(Row, ("OfficeWorkload", "TimeGenerated", "Operation", "UserId"), _row),
        Shape(
            Record,
            ("Operation", "UserId"),
            _read,
            "",
            lambda f: "workload" in f or "recordtype" in f or "creationtime" in f,
        ),
    ),
    (
        Log(
            "Exchange",
            "Purview portal, Audit, search, Export (CSV with a column AuditData); or the Management API (JSON).",
        ),
        Log("AzureActiveDirectory", "The same export."),
        Log("SharePoint, OneDrive", "The same export."),
        Log("ThreatIntelligence", "The same export, with Defender for Office 365: deliveries and opened links."),
    ),
    (
        "https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema",
        "https://learn.microsoft.com/purview/audit-log-activities",
    ),
)
