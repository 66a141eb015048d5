"""Duo: authentication, administrator, activity and telephony logs of the Admin API.

Fields and values: https://duo.com/docs/adminapi#logs.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from msgspec import Struct

from tocsin.common.countries import country_code
from tocsin.formats.accounts.shape import UNKNOWN_VALUE, Format, Log, Reading, Shape, text_of
from tocsin.formats.accounts.words import factor_of
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "duo"
_RESULTS: Final = {
    "success": Status.SUCCESS, "denied": Status.FAILURE, "failure": Status.FAILURE, "fraud": Status.FAILURE,
    "error": Status.FAILURE,
}  # fmt: skip
_REASONS: Final = {
    **dict.fromkeys(("user_marked_fraud", "user_mistake", "user_cancelled"), Reason.FACTOR_DENIED),
    **dict.fromkeys(("no_response", "no_keys_pressed", "call_timed_out"), Reason.FACTOR_MISSING),
    **dict.fromkeys(("no_activated_duo_mobile_account", "deny_unenrolled_user"), Reason.FACTOR_MISSING),
    **dict.fromkeys(("invalid_passcode", "invalid_device", "verification_code_incorrect"), Reason.FACTOR_WRONG),
    "locked_out": Reason.LOCKED,
    "user_disabled": Reason.STOPPED,
    "anomalous_push": Reason.RISK,
    "error": Reason.OTHER,
}
"""Reasons of a failed authentication; all others are rules of the organisation."""
_ACTS: Final[dict[str, Act]] = {
    name: act
    for act, names in {
        Act.SIGN_IN: "admin_login admin_login_error azure_directory_sync_login",
        Act.SECOND_FACTOR: "admin_2fa_error admin_send_reset_password_email_2fa",
        Act.FACTOR_REMOVED: "bypass_create phone_delete phone_disassociate hardtoken_delete hardtoken_disassociate "
        "u2ftoken_delete webauthncredential_delete webauthn_credential_delete",
        Act.FACTOR_ADDED: "phone_create phone_associate hardtoken_create hardtoken_associate u2ftoken_create "
        "webauthncredential_create webauthn_credential_create activation_create_link activation_send_sms",
        Act.SECRET_READ: "bypass_view integration_skey_view integration_skey_bulk_view admin_view_skey",
        Act.ROLE_GIVEN: "admin_create admin_activate_duo_push admin_self_activate",
        Act.APP_PASSWORD: "integration_create",
        Act.PASSWORD_CHANGED: "admin_reset_password admin_change_password admin_self_reset_password",
        Act.ACCOUNT_STOPPED: "admin_lockout user_lock_out admin_deactivate",
        Act.ACCOUNT_MADE: "user_create user_import",
        Act.ACCOUNT_CHANGED: "user_update admin_update",
        Act.DELETED: "user_delete admin_delete user_pending_deletion integration_delete policy_delete",
        Act.EXPORTED: "log_export_start log_export_complete report_export",
        Act.PROTECTION_WEAKENED: "update_admin_factor_restrictions admin_factor_restrictions",
        Act.WARNING: "trust_monitor_event",
    }.items()
    for name in names.split()
}
_OFF: Final = ("disabled", "optional")
_SENT: Final = "admin_send_reset_password_email_2fa"
"""A challenge went out, and nobody has passed it yet."""


class Place(Struct, frozen=True, gc=False):
    """Where an address is thought to be."""

    city: str | None = None
    country: str | None = None


class Device(Struct, frozen=True, gc=False):
    """The device that is signed in from, or the one that answers."""

    ip: str | None = None
    os: str | None = None
    browser: str | None = None
    name: str | None = None
    epkey: str | None = None
    location: Place | None = None


class Named(Struct, frozen=True, gc=False):
    """A person, an application or a target."""

    name: str | None = None
    key: str | None = None
    type: str | None = None


class Authentication(Struct, frozen=True, gc=False):
    """An entry of the authentication log, version 2."""

    event_type: str
    result: str | None
    reason: str | None
    factor: str | None
    user: Named | None
    access_device: Device | None
    txid: str
    isotimestamp: datetime | None = None
    timestamp: int | float | str | None = None
    application: Named | None = None
    auth_device: Device | None = None
    email: str | None = None


class Administration(Struct, frozen=True, gc=False):
    """An entry of the administrator log."""

    action: str
    username: str | None
    isotimestamp: datetime | None = None
    object: str | None = None
    description: str | None = None
    timestamp: int | float | str | None = None


class Conduct(Struct, frozen=True, gc=False):
    """An entry of the activity log."""

    action: Named
    actor: Named | None
    ts: datetime | None
    target: Named | None = None
    activity_id: str | None = None
    access_device: Device | None = None


class Telephony(Struct, frozen=True, gc=False):
    """A text message or a call."""

    phone: str | None
    type: str | None
    context: str | None
    isotimestamp: datetime | None = None
    ts: datetime | None = None
    telephony_id: str | None = None


def _authentication(one: Authentication, reading: Reading) -> list[Activity]:
    device = one.access_device or Device()
    place = device.location or Place()
    user, application = one.user or Named(), one.application or Named()
    status = _RESULTS.get((one.result or "").lower())
    if status is None:
        reading.wrong("result", UNKNOWN_VALUE, one.result)
    reason = (one.reason or "").lower()
    return [
        Activity(
            time=reading.time(one.isotimestamp, "isotimestamp"),
            act=Act.FACTOR_ADDED if one.event_type == "enrollment" else Act.SECOND_FACTOR,
            provider=NAME,
            log="authentication",
            detail=reason,
            id=one.txid,
            person=(one.email or user.name or user.key or "").lower(),
            status=status or Status.UNKNOWN,
            reason=_REASONS.get(reason, Reason.POLICY) if status is Status.FAILURE else Reason.NONE,
            factor=_factor(one.factor or ""),
            ip=device.ip or "",
            country=country_code(place.country or ""),
            city=place.city or "",
            device=device.epkey or "",
            agent=" / ".join(filter(None, (device.browser, device.os))),
            app=application.key or "",
            app_name=application.name or "",
            object=(one.auth_device.name or "") if one.auth_device else "",
        )
    ]


def _factor(name: str) -> str:
    if name in ("remembered_device", "trusted_network", "not_available"):
        return ""
    return "other" if name == "bypass_code" else factor_of(name)


def _administration(one: Administration, reading: Reading) -> list[Activity]:
    said = (one.description or "").replace(" ", "").lower()
    return [
        _done(
            one.action,
            one.username or "",
            one.object or "",
            said,
            one.isotimestamp,
            "isotimestamp",
            "administrator",
            reading,
        )
    ]


def _conduct(one: Conduct, reading: Reading) -> list[Activity]:
    actor, target = one.actor or Named(), one.target or Named()
    return [
        _done(
            one.action.name or "",
            actor.name or actor.key or "",
            target.name or "",
            "",
            one.ts,
            "ts",
            "activity",
            reading,
        )
    ]


def _done(
    action: str, actor: str, target: str, said: str, time: datetime | None, path: str, log: str, reading: Reading
) -> Activity:  # fmt: skip
    act = _act(action, said)
    failed = action.endswith("_error") or action == "admin_lockout"
    return Activity(
        time=reading.time(time, path),
        act=act,
        provider=NAME,
        log=log,
        detail=action,
        person=(target if "@" in target or (target and action.startswith(("user_", "bypass_"))) else actor).lower(),
        actor=actor.lower(),
        status=Status.FAILURE if failed else Status.UNKNOWN if action == _SENT else Status.SUCCESS,
        reason=Reason.LOCKED if action == "admin_lockout" else Reason.OTHER if failed else Reason.NONE,
        factor=factor_of(_value(said, "factor")) if act is Act.SIGN_IN else "",
        ip=_value(said, "ip_address") if act is Act.SIGN_IN else "",
        object=target or _value(said, "name"),
    )


def _value(said: str, name: str) -> str:
    """Return a text from a description, which is JSON in most entries and broken JSON in some."""
    _, found, rest = said.partition(f'"{name}":"')
    return rest.partition('"')[0] if found else ""


def _act(action: str, said: str) -> Act:
    if action == "user_update" and '"status":"bypass"' in said:
        return Act.FACTOR_REMOVED
    if action == "user_update" and '"status":"disabled"' in said:
        return Act.ACCOUNT_STOPPED
    if action == "admin_update" and '"role":' in said:
        return Act.ROLE_GIVEN
    if action == "admin_single_sign_on_update":
        return Act.PROTECTION_WEAKENED if _value(said, "enforcement_status") in _OFF else Act.OTHER
    if action == "integration_create" and '"raw_type":"adminapi"' not in said:
        return Act.OTHER
    return _ACTS.get(action, Act.OTHER)


def _telephony(one: Telephony, reading: Reading) -> list[Activity]:
    return [
        Activity(
            time=reading.time(one.isotimestamp or one.ts, "isotimestamp"),
            act=Act.SECOND_FACTOR,
            provider=NAME,
            log="telephony",
            detail=text_of(one.context),
            id=one.telephony_id or "",
            factor="call" if one.type == "phone" else factor_of(one.type or ""),
            object=one.phone or "",
        )
    ]


def _is_administration(folded: Any) -> bool:
    return isinstance(folded["action"], str) and ("isotimestamp" in folded or "timestamp" in folded)


FORMAT: Final = Format(
    NAME,
    "Duo",
    (
        Shape(Authentication, ("event_type", "factor", "result"), _authentication, "authentication"),
        Shape(Administration, ("action", "username"), _administration, "administrator", _is_administration),
        Shape(Conduct, ("action", "actor", "ts"), _conduct, "activity", lambda f: isinstance(f["action"], dict)),
        Shape(Telephony, ("phone", "context", "type"), _telephony, "telephony"),
    ),
    (
        Log(
            "authentication",
            "Duo Admin Panel, Reports, Authentication Log, Export (JSON); or the Admin API, version 2.",
        ),
        Log("administrator", "The same, Administrator Actions; or the Admin API."),
        Log("activity", "The Admin API, `/admin/v2/logs/activity`."),
        Log("telephony", "The same, Telephony Log."),
    ),
    ("https://duo.com/docs/adminapi#logs",),
)
