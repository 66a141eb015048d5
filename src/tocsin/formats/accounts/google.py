"""Google Workspace: activities of the Reports API, nested as Google gives them or one event a record.

Fields: https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list; the events of each
application: https://developers.google.com/workspace/admin/reports/v1/appendix/activity/login and its neighbours.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from msgspec import Struct

from tocsin.formats.accounts import google_acts, google_console, google_gmail
from tocsin.formats.accounts.shape import Format, Log, Reading, Shape, text_of
from tocsin.formats.accounts.words import factor_of
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "google"
Parameters = dict[str, Any]
_FAILURES: Final = {
    "login_failure_invalid_password": Reason.WRONG_PASSWORD,
    "login_failure_account_disabled": Reason.STOPPED,
    "login_failure_access_code_disallowed": Reason.POLICY,
    "login_failure_invalid_second_factor": Reason.FACTOR_WRONG,
    "login_failure_unknown": Reason.OTHER,
}
_VISIBILITY: Final = {
    **dict.fromkeys(("external", "shared_externally", "people_with_link", "public_on_the_web"), True),
    **dict.fromkeys(("internal", "private", "shared_internally", "people_within_domain_with_link"), False),
}
_PERSONS: Final = frozenset({"USER_EMAIL", "affected_email_address"})
_DEVICES: Final = frozenset({"DEVICE_ID", "device_id"})
_APPS: Final = frozenset({"client_id", "CLIENT_ID", "OAUTH2_APP_ID"})
_APP_NAMES: Final = frozenset({"app_name", "OAUTH2_APP_NAME", "application_name", "APPLICATION_NAME"})


class _Part(Struct, frozen=True, gc=False, rename="camel"):
    pass


class Heading(_Part, frozen=True, gc=False):
    """When, and in which log."""

    time: datetime | None
    application_name: str
    unique_qualifier: str | int | None = None


class Actor(_Part, frozen=True, gc=False):
    """Who did it."""

    email: str | None = None
    profile_id: str | None = None
    caller_type: str | None = None
    key: str | None = None


class Network(_Part, frozen=True, gc=False):
    """The network of the address."""

    ip_asn: tuple[int, ...] | None = None
    region_code: str | None = None
    subdivision_code: str | None = None


class Parameter(_Part, frozen=True, gc=False):
    """A parameter of an event, whose value is in one of five fields."""

    name: str | None = None
    value: str | None = None
    int_value: str | int | None = None
    bool_value: bool | None = None
    multi_value: tuple[str, ...] | None = None
    message_value: Any = None
    multi_message_value: Any = None
    multi_int_value: Any = None


class Event(_Part, frozen=True, gc=False):
    """One event of an activity."""

    name: str
    type: str | None = None
    parameters: tuple[Parameter, ...] | None = None


class Nested(_Part, frozen=True, gc=False):
    """An activity as the Reports API gives it."""

    id: Heading
    events: tuple[Event, ...]
    actor: Actor | None = None
    ip_address: str | None = None
    network_info: Network | None = None


class Flat(_Part, frozen=True, gc=False):
    """One event of an activity, its parameters by their names, as collectors store it."""

    id: Heading
    name: str | None
    actor: Actor | None = None
    type: str | None = None
    parameters: Parameters | None = None
    ip_address: str | None = None
    network_info: Network | None = None


def _nested(one: Nested, reading: Reading) -> list[Activity]:
    several = len(one.events) > 1
    found = []
    for number, event in enumerate(one.events):
        parameters = {item.name or "": _value(item) for item in event.parameters or ()}
        suffix = f"/{number}" if several else ""
        found.append(
            _activity(
                one.id, one.actor, event.name, event.type, parameters, one.ip_address, one.network_info, suffix, reading
            )
        )
    return found


def _flat(one: Flat, reading: Reading) -> list[Activity]:
    name = one.name or ("rule_trigger" if (one.parameters or {}).get("triggered_actions") else "")
    return [
        _activity(
            one.id, one.actor, name, one.type, one.parameters or {}, one.ip_address, one.network_info, "", reading
        )
    ]


def _value(item: Parameter) -> Any:
    if item.value is not None:
        return item.value
    if item.message_value is not None:
        return _message(item.message_value)
    for one in (item.int_value, item.bool_value, item.multi_value, item.multi_message_value, item.multi_int_value):
        if one is not None:
            return one
    return None


def _message(value: Any) -> Any:
    """Return a nested message by the names of its parameters."""
    inner = value.get("parameter") if isinstance(value, dict) else None
    if not isinstance(inner, list):
        return value
    found: dict[str, Any] = {}
    for one in inner:
        if isinstance(one, dict) and isinstance(one.get("name"), str):
            found[one["name"]] = next((v for k, v in one.items() if k != "name" and k.lower().endswith("value")), None)
    return found


def _activity(
    heading: Heading, actor: Actor | None, name: str, kind: str | None, parameters: Parameters,
    ip: str | None, network: Network | None, suffix: str, reading: Reading,
) -> Activity:  # fmt: skip
    name = name.strip()
    log = heading.application_name
    by = ((actor.email or actor.key or actor.profile_id) if actor else None) or ""
    act = google_acts.act_of(log, kind or "", name, parameters)
    status, reason, right = _ending(log, name, act, parameters)
    mail = google_gmail.from_parameters(parameters) if log == "gmail" else None
    qualifier = heading.unique_qualifier
    time = reading.time(heading.time, "id.time")
    return Activity(
        time=time,
        act=act,
        provider=NAME,
        log=log,
        detail=name or kind or "",
        id=f"{qualifier}/{time.timestamp():.6f}{suffix}" if qualifier else "",
        person=_person(parameters, by),
        actor=by.lower(),
        status=status,
        reason=reason,
        password_right=right,
        factor=_factor(name, parameters),
        ip=(mail.ip if mail else "") or ip or "",
        country=(network.region_code or "" if network else "") or (mail.country if mail else ""),
        asn=network.ip_asn[0] if network and network.ip_asn else 0,
        device=_first(parameters, _DEVICES),
        agent=text_of(parameters.get("user_agent")),
        app=_first(parameters, _APPS),
        app_name=_first(parameters, _APP_NAMES),
        object=google_acts.object_of(name, parameters) or (mail.object if mail else ""),
        scopes=_scopes(parameters.get("scope") or parameters.get("API_SCOPES")),
        message=mail.message if mail else "",
        external=_external(parameters),
    )


def _first(parameters: Parameters, names: frozenset[str]) -> str:
    """Return the first parameter of these names that says something."""
    if names.isdisjoint(parameters):
        return ""
    return next((text for name in names & parameters.keys() if (text := text_of(parameters[name]))), "")


def _person(parameters: Parameters, by: str) -> str:
    return (_first(parameters, _PERSONS) or by).lower()


def _ending(log: str, name: str, act: Act, parameters: Parameters) -> tuple[Status, Reason, bool | None]:
    kind = text_of(parameters.get("login_type"))
    if name == "login_failure":
        failure = text_of(parameters.get("login_failure_type"))
        reason = _FAILURES.get(failure, Reason.OTHER if failure else Reason.NONE)
        right = {Reason.WRONG_PASSWORD: False, Reason.FACTOR_WRONG: True}.get(reason)
        return Status.FAILURE, reason, right
    if name == "login_success":
        is_risky = text_of(parameters.get("is_suspicious")).lower() == "true"
        reason = Reason.RISK if is_risky else Reason.NONE
        return Status.SUCCESS, reason, True if kind in ("google_password", "exchange") else None
    if name in ("login_challenge", "login_verification"):
        passed = text_of(parameters.get("login_challenge_status")).lower()
        if not passed:
            return Status.UNKNOWN, Reason.NONE, True
        good = "pass" in passed
        return (Status.SUCCESS if good else Status.FAILURE), (Reason.NONE if good else Reason.FACTOR_WRONG), True
    if name in ("risky_sensitive_action_blocked", "suspicious_login_blocked"):
        return Status.FAILURE, Reason.RISK, None
    if log == "gmail" and isinstance(info := parameters.get("event_info"), dict) and info.get("success") is False:
        return Status.FAILURE, Reason.NONE, None
    if log == "saml":
        return (
            (Status.FAILURE if "fail" in name else Status.SUCCESS),
            (Reason.OTHER if "fail" in name else Reason.NONE),
            None,
        )
    return (Status.UNKNOWN if act is Act.WARNING else Status.SUCCESS), Reason.NONE, None


def _factor(name: str, parameters: Parameters) -> str:
    methods = parameters.get("login_challenge_method")
    for one in methods if isinstance(methods, list | tuple) else (methods,):
        if factor := factor_of(text_of(one)):
            return factor
    return "key" if name.startswith(("titanium", "passkey")) else ""


def _scopes(found: Any) -> tuple[str, ...]:
    if not found:
        return ()
    return (
        tuple(map(text_of, found))
        if isinstance(found, list | tuple)
        else tuple(text_of(found).replace(",", " ").split())
    )


def _external(parameters: Parameters) -> bool | None:
    visibility = parameters.get("visibility_change") or parameters.get("visibility")
    return _VISIBILITY.get(visibility) if isinstance(visibility, str) else None


FORMAT: Final = Format(
    NAME,
    "Google Workspace",
    (
        Shape(Nested, ("id", "events"), _nested, "", lambda f: isinstance(f["id"], dict)),
        Shape(Flat, ("id",), _flat, "", lambda f: isinstance(f["id"], dict) and "applicationName" in f["id"]),
        *google_gmail.SHAPES,
        *google_console.SHAPES,
    ),
    (
        Log(
            "login",
            "Admin console, Reporting, Audit and investigation, User log events, Export; or the Reports API (JSON).",
        ),
        Log("admin", "Admin console, as above, Admin log events; or the Reports API, application admin."),
        Log("token", "Admin console, as above, OAuth log events; or the Reports API, application token."),
        Log("drive", "Admin console, as above, Drive log events; or the Reports API, application drive."),
        Log(
            "user_accounts", "Admin console, as above, User log events; or the Reports API, application user_accounts."
        ),
        Log("saml", "Admin console, as above, SAML log events; or the Reports API, application saml."),
        Log("groups", "The Reports API, application groups."),
        Log(
            "gmail",
            "Admin console, Reporting, Gmail log events, Export; or the Reports API, application gmail; or the Gmail "
            "logs exported to BigQuery, as JSON.",
        ),
        Log(google_gmail.SEARCH, "Admin console, Reporting, Email log search, Download (CSV)."),
    ),
    (
        "https://developers.google.com/workspace/admin/reports/v1/appendix/activity/login",
        "https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-event-names",
        "https://support.google.com/a/answer/7230050",
    ),
)
