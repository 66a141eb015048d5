"""Microsoft Entra: sign-ins and risk detections, from Graph, Azure Monitor's diagnostic settings, or the portal's CSV.

Fields: https://learn.microsoft.com/graph/api/resources/signin and /riskdetection; the envelope of diagnostic settings:
https://learn.microsoft.com/entra/identity/monitoring-health/concept-diagnostic-settings-logs-options.
Audit logs are in `entra_audit`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from tocsin.common.countries import country_code
from tocsin.formats.accounts import entra_audit
from tocsin.formats.accounts.aadsts import FACTOR_FAILED, Ending, ending_of, is_known
from tocsin.formats.accounts.shape import UNKNOWN_VALUE, Format, Log, Reading, Shape
from tocsin.formats.accounts.words import factor_of, protocol_of
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "entra"
_CATEGORIES: Final = frozenset(
    {"signinlogs", "noninteractiveusersigninlogs", "serviceprincipalsigninlogs", "managedidentitysigninlogs"}
)


class _Part(Struct, frozen=True, gc=False, rename="camel"):
    pass


class SignInStatus(_Part, frozen=True, gc=False):
    """How it ended."""

    error_code: int | str | None = 0
    failure_reason: str | None = None
    additional_details: str | None = None


class Device(_Part, frozen=True, gc=False):
    """What the person signed in with."""

    device_id: str | None = None
    display_name: str | None = None
    browser: str | None = None
    operating_system: str | None = None


class Coordinates(_Part, frozen=True, gc=False):
    """In degrees."""

    latitude: float | None = None
    longitude: float | None = None


class Location(_Part, frozen=True, gc=False):
    """Where the address is thought to be."""

    city: str | None = None
    country_or_region: str | None = None
    geo_coordinates: Coordinates | None = None


class Step(_Part, frozen=True, gc=False):
    """A step of the sign-in: password, then second factor."""

    authentication_method: str | None = None
    succeeded: bool | str | None = None
    authentication_step_result_detail: str | None = None


class MfaDetail(_Part, frozen=True, gc=False):
    """The second factor."""

    auth_method: str | None = None


class SignIn(_Part, frozen=True, gc=False):
    """A sign-in, as Graph's `signIn` resource (v1.0 and beta) has it."""

    app_id: str | None
    status: SignInStatus | None = None
    created_date_time: datetime | None = None
    id: str | None = None
    user_principal_name: str | None = None
    user_id: str | None = None
    app_display_name: str | None = None
    ip_address: str | None = None
    client_app_used: str | None = None
    is_interactive: bool | None = None
    device_detail: Device | None = None
    location: Location | None = None
    user_agent: str | None = None
    authentication_protocol: str | None = None
    original_transfer_method: str | None = None
    authentication_details: tuple[Step, ...] | str | None = None
    mfa_detail: MfaDetail | None = None
    autonomous_system_number: int | None = None
    session_id: str | None = None
    risk_state: str | None = None
    risk_level_during_sign_in: str | None = None
    risk_level_aggregated: str | None = None
    resource_display_name: str | None = None
    service_principal_id: str | None = None
    service_principal_name: str | None = None


class Diagnostic(_Part, frozen=True, gc=False):
    """The envelope of Azure Monitor around a sign-in."""

    time: datetime | None
    category: Literal[
        "SignInLogs", "NonInteractiveUserSignInLogs", "ServicePrincipalSignInLogs", "ManagedIdentitySignInLogs"
    ]
    properties: SignIn
    result_type: str | int | None
    caller_ip_address: str | None = None
    location: str | None = None
    result_description: str | None = None


class GraphSignIn(SignIn, frozen=True, kw_only=True):
    """A sign-in as Graph gives it, where these fields are always there."""

    created_date_time: datetime
    id: str
    user_principal_name: str | None
    status: SignInStatus
    ip_address: str | None


class PortalRow(Struct, frozen=True, kw_only=True):
    """A row of the CSV that the portal's "Download" gives; names of columns are compared folded."""

    dateutc: datetime
    requestid: str | None = None
    user: str | None = None
    username: str
    userid: str | None = None
    applicationid: str | None = None
    application: str | None = None
    ipaddress: str | None = None
    location: str | None = None
    status: str
    signinerrorcode: int | None = None
    failurereason: str | None = None
    clientapp: str | None = None
    deviceid: str | None = None
    browser: str | None = None
    operatingsystem: str | None = None
    useragent: str | None = None
    multifactorauthenticationresult: str | None = None
    multifactorauthenticationauthmethod: str | None = None
    authenticationprotocol: str | None = None
    autonomoussystemnumber: int | None = None
    sessionid: str | None = None


class Risk(_Part, frozen=True, gc=False):
    """A risk detection of Identity Protection."""

    risk_event_type: str
    detected_date_time: datetime
    id: str | None = None
    activity_date_time: datetime | None = None
    user_principal_name: str | None = None
    ip_address: str | None = None
    location: Location | None = None
    risk_level: str | None = None


_RISKY: Final = ("low", "medium", "high")
_WITH_PASSWORD: Final = ("imap", "pop3", "smtp")
"""Protocols in which a program signs in anew each time."""
_RISK_SETTLED: Final = ("dismissed", "remediated", "confirmedSafe")


def _graph(one: SignIn, reading: Reading) -> list[Activity]:
    interactive = one.is_interactive is not False
    return _with_warning(one, _activity(one, _graph_log(one), interactive, reading))


def _graph_log(one: SignIn) -> str:
    """Which log it is: Graph, as the portal, gives out each by itself, under the same name."""
    if one.service_principal_id and not one.user_principal_name:
        return "servicePrincipalSignIns"
    return "nonInteractiveSignIns" if one.is_interactive is False else "signIns"


def _diagnostic(one: Diagnostic, reading: Reading) -> list[Activity]:
    interactive = one.category != "NonInteractiveUserSignInLogs"
    return _with_warning(one.properties, _activity(one.properties, one.category, interactive, reading, one))


def _with_warning(one: SignIn, activity: Activity) -> list[Activity]:
    """Return a sign-in, and beside it Identity Protection's warning where it thinks it risky and nobody dismissed it."""
    level = next((one for one in (one.risk_level_during_sign_in, one.risk_level_aggregated) if one in _RISKY), "")
    if not level or one.risk_state in _RISK_SETTLED:
        return [activity]
    warning = replace(
        activity,
        act=Act.WARNING,
        id=activity.id and f"{activity.id}#risk",
        detail=f"sign-in risk {level}",
        reason=Reason.RISK,
    )
    return [activity, warning]


def _activity(one: SignIn, log: str, interactive: bool, reading: Reading, around: Diagnostic | None = None) -> Activity:
    code = _code(one, around)
    ending = _ending(code, one, around, reading)
    place = one.location
    spot = place.geo_coordinates if place else None
    device = one.device_detail
    factor, right = _steps(one, ending)
    country = (place.country_or_region if place else None) or (around.location if around else None) or ""
    return Activity(
        time=reading.time(one.created_date_time or (around.time if around else None), "createdDateTime"),
        act=Act.SIGN_IN if interactive or _by_password(one, ending) else Act.TOKEN,
        provider=NAME,
        log=log,
        detail=code,
        id=one.id or "",
        person=(
            one.user_principal_name or one.service_principal_name or one.user_id or one.service_principal_id or ""
        ).lower(),
        status=ending.status,
        reason=ending.reason,
        password_right=right,
        factor=factor,
        ip=one.ip_address or (around.caller_ip_address if around else None) or "",
        country=country if len(country) == 2 else country_code(country),
        city=(place.city if place else None) or "",
        latitude=spot.latitude if spot else None,
        longitude=spot.longitude if spot else None,
        asn=one.autonomous_system_number or 0,
        device=(device.device_id if device else None) or "",
        agent=one.user_agent or _agent(device),
        protocol="device-code" if _by_device_code(one) else protocol_of(one.client_app_used or ""),
        session=one.session_id or "",
        app=one.app_id or "",
        app_name=one.app_display_name or "",
        object=one.resource_display_name or "",
    )


def _by_password(one: SignIn, ending: Ending) -> bool:
    """Say whether a program gave a password rather than a token: it stands in the log of what is not interactive."""
    if one.authentication_protocol == "ropc" or protocol_of(one.client_app_used or "") in _WITH_PASSWORD:
        return True
    return ending.reason in (Reason.WRONG_PASSWORD, Reason.LOCKED)


def _by_device_code(one: SignIn) -> bool:
    """Say whether a device code was entered. Of how it was handed on, later tokens of the session tell as well."""
    transferred = one.original_transfer_method == "deviceCodeFlow" and one.is_interactive is not False
    return one.authentication_protocol == "deviceCode" or transferred


def _code(one: SignIn, around: Diagnostic | None) -> str:
    """Return the code as text: the envelope's where the sign-in has none of its own."""
    inner = one.status.error_code if one.status else None
    if not inner and around and around.result_type not in (None, ""):
        return str(around.result_type)
    return str(inner or 0)


def _ending(code: str, one: SignIn, around: Diagnostic | None, reading: Reading) -> Ending:
    if not code.isdecimal():
        if code.lower() in ("success", "failure"):
            return Ending(Status.SUCCESS if code.lower() == "success" else Status.FAILURE)
        reading.wrong("status.errorCode", UNKNOWN_VALUE, code)
        return Ending(Status.UNKNOWN)
    number = int(code[:12])
    if not is_known(number):
        reading.wrong("status.errorCode", UNKNOWN_VALUE, code)
    return ending_of(number, _details(one, around) if number == FACTOR_FAILED else "")


def _details(one: SignIn, around: Diagnostic | None) -> str:
    steps = one.authentication_details if isinstance(one.authentication_details, tuple) else ()
    said = [step.authentication_step_result_detail or "" for step in steps if not step.succeeded]
    own = [one.status.additional_details or "", one.status.failure_reason or ""] if one.status else []
    return "; ".join(own + said + ([around.result_description or ""] if around else []))


def _steps(one: SignIn, ending: Ending) -> tuple[str, bool | None]:
    """Return the second factor of the sign-in and whether the password was right."""
    factor = factor_of((one.mfa_detail.auth_method if one.mfa_detail else None) or "")
    right = ending.password_right
    steps = one.authentication_details
    if isinstance(steps, tuple):
        for step in steps:
            method = step.authentication_method or ""
            if method.startswith("Password") and step.succeeded is not None and right is None:
                right = step.succeeded is True or step.succeeded in ("true", "True")
            elif named := factor_of(method):
                factor = factor or named
    return factor, right


def _agent(device: Device | None) -> str:
    return " / ".join(filter(None, (device.browser, device.operating_system))) if device else ""


def _portal(one: PortalRow, reading: Reading) -> list[Activity]:
    code = one.signinerrorcode or 0
    if code and not is_known(code):
        reading.wrong("Sign-in error code", UNKNOWN_VALUE, code)
    ending = ending_of(code, one.multifactorauthenticationresult or "")
    if one.status.lower() == "interrupted" and ending.reason is Reason.OTHER:
        ending = Ending(Status.UNKNOWN)
    city, country = _portal_place(one.location or "")
    return [
        Activity(
            time=reading.time(one.dateutc, "Date (UTC)"),
            act=Act.SIGN_IN,
            provider=NAME,
            log="signIns",
            detail=str(code),
            id=one.requestid or "",
            person=(one.username or one.userid or "").lower(),
            status=ending.status,
            reason=ending.reason,
            password_right=ending.password_right,
            factor=factor_of(one.multifactorauthenticationauthmethod or ""),
            ip=one.ipaddress or "",
            country=country,
            city=city,
            asn=one.autonomoussystemnumber or 0,
            device=one.deviceid or "",
            agent=one.useragent or " / ".join(filter(None, (one.browser, one.operatingsystem))),
            protocol="device-code"
            if (one.authenticationprotocol or "").replace(" ", "").lower() == "devicecode"
            else protocol_of(one.clientapp or ""),
            session=one.sessionid or "",
            app=one.applicationid or "",
            app_name=one.application or "",
        )
    ]


def _portal_place(text: str) -> tuple[str, str]:
    """Return city and country of `Dublin, Dublin, IE`."""
    parts = [part.strip() for part in text.split(",")]
    country = parts[-1] if len(parts[-1]) == 2 else ""
    return (parts[0] if len(parts) > 1 else ""), country


def _risk(one: Risk, reading: Reading) -> list[Activity]:
    place = one.location
    return [
        Activity(
            time=reading.time(one.activity_date_time or one.detected_date_time, "detectedDateTime"),
            act=Act.WARNING,
            provider=NAME,
            log="riskDetections",
            detail=one.risk_event_type,
            id=one.id or "",
            person=(one.user_principal_name or "").lower(),
            ip=one.ip_address or "",
            country=country_code((place.country_or_region if place else None) or ""),
            city=(place.city if place else None) or "",
            object=one.risk_level or "",
        )
    ]


def _is_sign_in(folded: Mapping[str, Any]) -> bool:
    return str(folded["category"]).lower() in _CATEGORIES


FORMAT: Final = Format(
    NAME,
    "Microsoft Entra ID",
    (
        Shape(Diagnostic, ("category", "properties", "resultType"), _diagnostic, "SignInLogs", _is_sign_in),
        Shape(GraphSignIn, ("createdDateTime", "appId", "status", "ipAddress"), _graph, "signIns"),
        *entra_audit.SHAPES,
        Shape(PortalRow, ("Date (UTC)", "Request ID", "Username", "Status"), _portal, "signIns"),
        Shape(Risk, ("riskEventType", "detectedDateTime"), _risk, "riskDetections"),
    ),
    (
        Log(
            "signIns",
            "Entra admin centre, Monitoring, Sign-in logs, Download (JSON or CSV), or Graph auditLogs/signIns.",
        ),
        Log(
            "nonInteractiveSignIns",
            "Entra admin centre, Monitoring, Sign-in logs, User sign-ins (non-interactive), Download (JSON), or Graph "
            "auditLogs/signIns with signInEventTypes nonInteractiveUser.",
        ),
        Log("SignInLogs", "Entra admin centre, Diagnostic settings, to a storage account or event hub."),
        Log(
            "NonInteractiveUserSignInLogs",
            "Entra admin centre, Diagnostic settings, to a storage account or event hub.",
        ),
        Log("directoryAudits", "Entra admin centre, Monitoring, Audit logs, Download (JSON), or Graph."),
        Log("AuditLogs", "Entra admin centre, Diagnostic settings, to a storage account or event hub."),
        Log("riskDetections", "Graph identityProtection/riskDetections."),
    ),
    (
        "https://learn.microsoft.com/graph/api/resources/signin",
        "https://learn.microsoft.com/graph/api/resources/directoryaudit",
        "https://learn.microsoft.com/graph/api/resources/riskdetection",
        "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
        "https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities",
    ),
)
