"""Okta's System Log.

Fields: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SystemLog/; types of events:
https://developer.okta.com/docs/reference/api/event-types/.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from msgspec import Struct

from tocsin.common.countries import country_code
from tocsin.formats.accounts.shape import (
    BAD_VALUE,
    UNKNOWN_VALUE,
    Format,
    Log,
    Reading,
    Shape,
    folded_record,
    text_of,
)
from tocsin.formats.accounts.words import factor_of, reason_of
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "okta"
_SIGN_INS: Final = frozenset(
    "user.session.start user.authentication.verify user.authentication.auth_via_AD_agent "
    "user.authentication.auth_via_IDP "
    "user.authentication.auth_via_LDAP_agent user.authentication.auth_via_inbound_SAML "
    "user.authentication.auth_via_iwa "
    "user.authentication.auth_via_radius user.authentication.auth_via_social user.authentication.auth_via_richclient "
    "user.authentication.auth_unconfigured_identifier".split()
)
_ACTS: Final[dict[str, Act]] = {
    name: act
    for act, names in {
        Act.SIGN_IN: " ".join(_SIGN_INS),
        Act.SECOND_FACTOR: "user.authentication.auth_via_mfa user.mfa.okta_verify.deny_push user.mfa.okta_verify "
        "system.push.send_factor_verify_push user.mfa.okta_verify.deny_push_upgrade_needed "
        "system.sms.send_factor_verify_message system.voice.send_mfa_challenge_call "
        "system.email.send_factor_verify_message user.mfa.attempt_bypass",
        Act.TOKEN: "user.authentication.sso app.oauth2.authorize.code app.oauth2.token.grant "
        "app.oauth2.token.grant.access_token app.oauth2.token.grant.id_token app.oauth2.token.grant.refresh_token "
        "app.oauth2.as.authorize app.oauth2.as.authorize.code app.oauth2.as.token.grant "
        "app.oauth2.as.token.grant.access_token app.oauth2.as.token.grant.id_token "
        "app.oauth2.as.token.grant.refresh_token "
        "app.oauth2.authorize.implicit.access_token app.oauth2.authorize.implicit.id_token",
        Act.SIGN_OUT: "user.session.end user.session.clear user.session.expire user.authentication.slo",
        Act.PASSWORD_CHANGED: "user.account.update_password user.account.reset_password user.account.expire_password "
        "user.credential.reset_by_admin",
        Act.FACTOR_ADDED: "user.mfa.factor.activate user.credential.enroll user.mfa.factor.unsuspend",
        Act.FACTOR_REMOVED: "user.mfa.factor.deactivate user.mfa.factor.reset_all user.mfa.factor.suspend "
        "user.credential.revoke",
        Act.RECOVERY_CHANGED: "user.account.update_secondary_email user.account.update_primary_email "
        "user.account.update_phone "
        "user.account.update_recovery_question",
        Act.APP_PASSWORD: "system.api_token.create app.oauth2.client.lifecycle.create "
        "app.oauth2.client.privilege.grant oauth2.client.secret.create",
        Act.CONSENT: "app.oauth2.as.consent.grant app.oauth2.consent.grant user.consent.grant",
        Act.ROLE_GIVEN: "user.account.privilege.grant group.privilege.grant iam.role.assign "
        "iam.resourceset.bindings.add "
        "app.oauth2.client.privilege.grant",
        Act.DELEGATE_ADDED: "user.session.impersonation.grant user.session.impersonation.initiate "
        "user.session.impersonation.extend",
        Act.ACCOUNT_MADE: "user.lifecycle.create user.lifecycle.activate",
        Act.ACCOUNT_CHANGED: "user.account.update_profile user.account.update_user_name user.account.unlock "
        "user.account.unlock_by_admin user.account.unlock_token user.lifecycle.unsuspend user.lifecycle.reactivate "
        "user.account.privilege.revoke",
        Act.ACCOUNT_STOPPED: "user.account.lock user.account.lock.limit user.lifecycle.suspend "
        "user.lifecycle.deactivate "
        "user.lifecycle.jit.error.read_only",
        Act.DELETED: "user.lifecycle.delete.initiated user.lifecycle.delete.completed user.lifecycle.delete "
        "application.lifecycle.delete group.lifecycle.delete",
        Act.LOGGING_STOPPED: "system.log_stream.lifecycle.deactivate system.log_stream.lifecycle.delete "
        "event_hook.deactivated event_hook.deleted",
        Act.PROTECTION_WEAKENED: "policy.lifecycle.deactivate policy.lifecycle.delete policy.rule.deactivate "
        "policy.rule.delete zone.deactivate zone.delete system.mfa.factor.deactivate network_zone.rule.disabled "
        "security.threat.configuration.update system.idp.lifecycle.deactivate",
        Act.SECRET_READ: "application.user_membership.show_password app.generic.show_password",
        Act.EXPORTED: "analytics.reports.export.download system.csv.export",
        Act.WARNING: "security.threat.detected user.account.report_suspicious_activity_by_enduser user.risk.detect "
        "user.risk.change policy.auth_reevaluate.fail security.attack.start security.breached_credential.detected app.token.reuse "
        "app.oauth2.token.detect_reuse app.oauth2.as.token.detect_reuse security.session.detect_client_roaming "
        "app.generic.unauth_app_access_attempt user.session.context.change system.operation.rate_limit.violation "
        "system.org.rate_limit.violation",
    }.items()
    for name in names.split()
}
_SENT: Final = frozenset(
    {
        "system.push.send_factor_verify_push", "system.sms.send_factor_verify_message",
        "system.voice.send_mfa_challenge_call", "system.email.send_factor_verify_message",
    }
)  # fmt: skip
"""A challenge went out: a success of these says that it was sent, not that anybody passed it."""
_STATUS: Final = {
    "SUCCESS": Status.SUCCESS, "ALLOW": Status.SUCCESS, "FAILURE": Status.FAILURE, "DENY": Status.FAILURE,
    "CHALLENGE": Status.UNKNOWN, "SKIPPED": Status.UNKNOWN, "UNKNOWN": Status.UNKNOWN, "RATE_LIMIT": Status.FAILURE,
    "ABANDONED": Status.FAILURE, "UNANSWERED": Status.FAILURE, "DEFERRED": Status.UNKNOWN, "SCHEDULED": Status.UNKNOWN,
}  # fmt: skip


class _Part(Struct, frozen=True, gc=False, rename="camel"):
    pass


class Party(_Part, frozen=True, gc=False):
    """Who did it, or what it was done to."""

    id: str | None = None
    type: str | None = None
    alternate_id: str | None = None
    display_name: str | None = None
    detail_entry: dict[str, Any] | None = None


class Agent(_Part, frozen=True, gc=False):
    """The client's program."""

    raw_user_agent: str | None = None
    browser: str | None = None
    os: str | None = None


class Spot(_Part, frozen=True, gc=False):
    """In degrees."""

    lat: float | None = None
    lon: float | None = None


class Geography(_Part, frozen=True, gc=False):
    """Where the address is thought to be."""

    city: str | None = None
    country: str | None = None
    geolocation: Spot | None = None


class Client(_Part, frozen=True, gc=False):
    """From where it was done."""

    user_agent: Agent | None = None
    ip_address: str | None = None
    geographical_context: Geography | None = None
    device: str | None = None


class Outcome(_Part, frozen=True, gc=False):
    """How it ended."""

    result: str | None
    reason: str | None = None


class Authentication(_Part, frozen=True, gc=False):
    """The session."""

    external_session_id: str | None = None
    credential_type: str | None = None


class Security(_Part, frozen=True, gc=False):
    """The network."""

    as_number: int | None = None
    as_org: str | None = None


class Debug(_Part, frozen=True, gc=False):
    """What Okta adds without promise."""

    debug_data: dict[str, Any] | None = None


class OktaDevice(_Part, frozen=True, gc=False):
    """A device that Okta knows."""

    id: str | None = None
    name: str | None = None


class Event(_Part, frozen=True, gc=False):
    """An event. What has no default here is in every event that Okta writes."""

    event_type: str
    published: datetime | None
    uuid: str
    actor: Party | None
    outcome: Outcome | None
    client: Client | None
    target: tuple[Party, ...] | None
    authentication_context: Authentication | None
    security_context: Security | None
    debug_context: Debug | None = None
    device: OktaDevice | None = None


class Row(Struct, frozen=True, kw_only=True):
    """A row of the CSV, its columns (`actor.alternate_id`, `target0.type`) nested as the event's fields are."""

    event_type: str
    timestamp: datetime
    uuid: str
    outcome: Outcome
    actor: Party
    client: Client | None = None
    target: tuple[Party, ...] | None = None
    authentication_context: Authentication | None = None
    security_context: Security | None = None


def _row(one: Row, reading: Reading) -> list[Activity]:
    event = Event(
        one.event_type, one.timestamp, one.uuid, one.actor, one.outcome, one.client, one.target,
        one.authentication_context, one.security_context,
    )  # fmt: skip
    return _read(event, reading)


def _read(one: Event, reading: Reading) -> list[Activity]:
    actor, client = one.actor or Party(), one.client or Client()
    place = client.geographical_context or Geography()
    spot, security = place.geolocation or Spot(), one.security_context or Security()
    debug = (one.debug_context.debug_data if one.debug_context else None) or {}
    targets = one.target or ()
    person, by = _parties(actor, targets)
    status, reason = _ending(one, reading)
    act = _act(one, status)
    factor = factor_of(_factor_name(one, debug))
    app = next((target for target in targets if target.type in ("AppInstance", "PublicClientApp")), None)
    agent = client.user_agent or Agent()
    return [
        Activity(
            time=reading.time(one.published, "published"),
            act=act,
            provider=NAME,
            log="system",
            detail=one.event_type,
            id=one.uuid,
            person=person,
            actor=by,
            status=status,
            reason=reason,
            password_right=_password_right(one, act, status, reason),
            factor=factor,
            ip=client.ip_address or "",
            country=country_code(place.country or ""),
            city=place.city or "",
            latitude=spot.lat,
            longitude=spot.lon,
            asn=security.as_number or 0,
            network=security.as_org or "",
            device=(one.device.id or one.device.name or "") if one.device else "",
            agent=agent.raw_user_agent or " / ".join(filter(None, (agent.browser, agent.os))),
            session=_known(one.authentication_context.external_session_id if one.authentication_context else None),
            app=(app.id or "") if app else "",
            app_name=(app.display_name or app.alternate_id or "") if app else "",
            object=_object(one, targets, debug),
            scopes=tuple(text_of(debug.get("requestedScopes") or debug.get("grantedScopes")).replace(",", " ").split()),
        )
    ]


def _known(text: str | None) -> str:
    return "" if text in (None, "unknown") else text or ""


def _parties(actor: Party, targets: tuple[Party, ...]) -> tuple[str, str]:
    """Return whose account it is and who acted: a person's own act has that person as both."""
    by = (_known(actor.alternate_id) or actor.display_name or actor.id or "").lower()
    for target in targets:
        if target.type == "User" and (name := _known(target.alternate_id) or target.display_name or target.id or ""):
            return name.lower(), by
    return by, by


def _ending(one: Event, reading: Reading) -> tuple[Status, Reason]:
    if one.outcome is None:
        return Status.UNKNOWN, Reason.NONE
    status = _STATUS.get(one.outcome.result or "UNKNOWN")
    if status is None:
        reading.wrong("outcome.result", UNKNOWN_VALUE, one.outcome.result)
        return Status.UNKNOWN, Reason.NONE
    if "deny_push" in one.event_type:
        return Status.FAILURE, Reason.FACTOR_DENIED
    if one.event_type in _SENT and status is Status.SUCCESS:
        return Status.UNKNOWN, Reason.NONE
    if status is not Status.FAILURE:
        return status, Reason.NONE
    said = (one.outcome.reason or "").lower()
    reason = reason_of(said)
    if one.outcome.result == "UNANSWERED" or one.outcome.result == "ABANDONED":
        return status, Reason.FACTOR_MISSING
    if reason is Reason.WRONG_PASSWORD and one.event_type == "user.authentication.auth_via_mfa":
        return status, Reason.FACTOR_WRONG
    if reason in (Reason.OTHER, Reason.NONE) and one.event_type == "user.authentication.auth_via_mfa":
        return status, Reason.FACTOR_WRONG
    return status, Reason.POLICY if reason is Reason.OTHER and one.outcome.result == "DENY" else reason


def _act(one: Event, status: Status) -> Act:
    if one.event_type == "policy.evaluate_sign_on":
        return Act.SIGN_IN if status is Status.FAILURE else Act.OTHER
    return _ACTS.get(one.event_type, Act.OTHER)


def _password_right(one: Event, act: Act, status: Status, reason: Reason) -> bool | None:
    """Okta says so only of a wrong password; that a second factor is asked for may follow any first one."""
    if reason is Reason.WRONG_PASSWORD and act is Act.SIGN_IN:
        return False
    credential = one.authentication_context.credential_type if one.authentication_context else None
    return True if act is Act.SIGN_IN and status is Status.SUCCESS and credential == "PASSWORD" else None


def _factor_name(one: Event, debug: dict[str, Any]) -> str:
    if named := text_of(debug.get("factor") or debug.get("authenticatorKey")):
        return named
    if "push" in one.event_type or "okta_verify" in one.event_type:
        return "push"
    if one.event_type.startswith(("system.sms.", "system.voice.")):
        return one.event_type.split(".")[1]
    if ".factor." in one.event_type or one.event_type.startswith("user.authentication.auth_via_mfa"):
        return (one.outcome.reason or "") if one.outcome and "factor" in (one.outcome.reason or "").lower() else ""
    return ""


def _object(one: Event, targets: tuple[Party, ...], debug: dict[str, Any]) -> str:
    if "privilege.grant" in one.event_type and (role := text_of(debug.get("privilegeGranted"))):
        return role
    named = [
        target.display_name or target.alternate_id or "" for target in targets if target.type not in ("User", "AppUser")
    ]
    return next(filter(None, named), "")


_USUAL: Final = frozenset(
    {"published", "legacyeventtype", "displaymessage", "actor", "client", "outcome", "uuid", "target"}
)


def _is_event(folded: Mapping[str, Any]) -> bool:
    return len(_USUAL & folded.keys()) > 2


_EVENT: Final = Shape(Event, ("eventType",), _read, "system", _is_event)


class Delivery(_Part, frozen=True):
    """What lies in the message of an event hook."""

    events: tuple[dict[str, Any], ...]


class Hook(_Part, frozen=True):
    """A message of an event hook: https://developer.okta.com/docs/concepts/event-hooks/#sample-event-delivery-payload."""

    event_id: str
    data: Delivery


class Bus(Struct, frozen=True, rename={"detail_type": "detail-type"}):
    """An event on Amazon EventBridge: https://help.okta.com/oie/en-us/content/topics/reports/log-streaming/add-aws-eb-log-stream.htm."""

    detail_type: str
    source: str
    detail: dict[str, Any]


def _inside(records: Iterable[dict[str, Any]], reading: Reading, path: str) -> list[Activity]:
    found: list[Activity] = []
    for folded in map(folded_record, records):
        if _EVENT.fits(folded):
            found += _EVENT.read(folded, reading)
        else:
            reading.wrong(path, BAD_VALUE, folded)
    return found


def _hook(one: Hook, reading: Reading) -> list[Activity]:
    return _inside(one.data.events, reading, "data.events")


def _bus(one: Bus, reading: Reading) -> list[Activity]:
    return _inside([one.detail], reading, "detail")


FORMAT: Final = Format(
    NAME,
    "Okta",
    (
        Shape(Row, ("event_type", "timestamp", "actor", "outcome"), _row, "system"),
        _EVENT,
        Shape(Hook, ("eventId", "eventType", "data"), _hook, "system", lambda f: "okta" in str(f["eventtype"])),
        Shape(Bus, ("detail-type", "detail"), _bus, "system", lambda f: "okta" in str(f.get("source"))),
    ),
    (
        Log(
            "system",
            "Okta admin console, Reports, System Log, Download CSV; or the API `/api/v1/logs` (JSON); or what event hooks "
            "and log streaming to EventBridge deliver.",
        ),
    ),
    (
        "https://developer.okta.com/docs/reference/api/event-types/",
        "https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SystemLog/",
    ),
)
