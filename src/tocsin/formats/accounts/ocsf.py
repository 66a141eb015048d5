"""The Open Cybersecurity Schema Framework: Authentication, Account Change, User Access, API Activity, findings.

Classes and numbers: https://schema.ocsf.io/1.3.0/classes (authentication 3002, account_change 3001, ...).
"""

from __future__ import annotations

from typing import Any, Final

from msgspec import Struct

from tocsin.common.countries import country_code
from tocsin.formats.accounts.shape import UNKNOWN_VALUE, Format, Log, Reading, Shape
from tocsin.formats.accounts.times import read_time
from tocsin.formats.accounts.words import reason_of
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "ocsf"
_ACTS: Final[dict[tuple[int, int], Act]] = {
    (3001, 1): Act.ACCOUNT_MADE, (3001, 2): Act.ACCOUNT_CHANGED, (3001, 3): Act.PASSWORD_CHANGED,
    (3001, 4): Act.PASSWORD_CHANGED, (3001, 5): Act.ACCOUNT_STOPPED, (3001, 6): Act.DELETED, (3001, 7): Act.ROLE_GIVEN,
    (3001, 9): Act.ACCOUNT_STOPPED, (3001, 10): Act.FACTOR_ADDED, (3001, 11): Act.FACTOR_REMOVED,
    (3001, 12): Act.ACCOUNT_CHANGED,
    (3002, 1): Act.SIGN_IN, (3002, 2): Act.SIGN_OUT, (3002, 3): Act.TOKEN, (3002, 4): Act.TOKEN, (3002, 5): Act.TOKEN,
    (3002, 6): Act.SIGN_IN, (3002, 7): Act.TOKEN,
    (3003, 1): Act.ROLE_GIVEN, (3005, 1): Act.ROLE_GIVEN, (3006, 3): Act.ROLE_GIVEN,
    (4009, 1): Act.MAIL_SENT, (4009, 2): Act.MAIL_DELIVERED, (4009, 3): Act.MAIL_DELIVERED,
    (6001, 2): Act.FILE_READ, (6001, 4): Act.DELETED, (6003, 4): Act.DELETED, (6006, 14): Act.FILE_READ,
    (6006, 10): Act.DOWNLOADED, (6006, 11): Act.SHARED,
}  # fmt: skip
"""By class and activity."""
_FINDINGS: Final = range(2001, 2008)
_FACTORS: Final = {
    1: "sms", 3: "call", 4: "passkey", 5: "push", 6: "key", 7: "code", 8: "other", 9: "key", 10: "passkey",
}  # fmt: skip
"""`auth_factors[].factor_type_id`."""
_STATUS: Final = {0: Status.UNKNOWN, 1: Status.SUCCESS, 2: Status.FAILURE, 99: Status.UNKNOWN}


class User(Struct, frozen=True, gc=False):
    """A person."""

    name: str | None = None
    uid: str | None = None
    email_addr: str | None = None


class Session(Struct, frozen=True, gc=False):
    """A session."""

    uid: str | None = None
    is_mfa: bool | None = None


class Actor(Struct, frozen=True, gc=False):
    """Who did it."""

    user: User | None = None
    session: Session | None = None
    app_name: str | None = None


class Place(Struct, frozen=True, gc=False):
    """Where an address is thought to be; `coordinates` are longitude, latitude."""

    city: str | None = None
    country: str | None = None
    coordinates: tuple[float, ...] | None = None
    lat: float | None = None
    long: float | None = None


class Autonomous(Struct, frozen=True, gc=False):
    """A network."""

    number: int | None = None
    name: str | None = None


class Endpoint(Struct, frozen=True, gc=False):
    """From where."""

    ip: str | None = None
    location: Place | None = None
    autonomous_system: Autonomous | None = None
    uid: str | None = None


class Factor(Struct, frozen=True, gc=False):
    """A factor."""

    factor_type_id: int | None = None


class Named(Struct, frozen=True, gc=False):
    """A service, a product, an operation or a resource."""

    name: str | None = None
    uid: str | None = None
    operation: str | None = None


class Metadata(Struct, frozen=True, gc=False):
    """What is said of the record."""

    uid: str | None = None
    product: Named | None = None
    event_code: str | None = None


class Request(Struct, frozen=True, gc=False):
    """The request."""

    user_agent: str | None = None


class Event(Struct, frozen=True, gc=False):
    """An event of any class; what has no default is required by the schema."""

    class_uid: int
    activity_id: int
    time: int | str
    metadata: Metadata
    status_id: int | None = None
    status_detail: str | None = None
    status_code: str | None = None
    status: str | None = None
    user: User | None = None
    actor: Actor | None = None
    src_endpoint: Endpoint | None = None
    device: Endpoint | None = None
    session: Session | None = None
    service: Named | None = None
    auth_factors: tuple[Factor, ...] | None = None
    is_mfa: bool | None = None
    auth_protocol: str | None = None
    http_request: Request | None = None
    api: Named | None = None
    privileges: tuple[str, ...] | None = None
    type_name: str | None = None
    activity_name: str | None = None
    resources: tuple[Named, ...] | None = None
    finding_info: Any = None
    message: str | None = None


def _read(one: Event, reading: Reading) -> list[Activity]:
    actor = one.actor or Actor()
    by = _named(actor.user)
    source = one.src_endpoint or Endpoint()
    place, network = source.location or Place(), source.autonomous_system or Autonomous()
    spot = place.coordinates or ()
    session = one.session or actor.session or Session()
    status = _status(one, reading)
    failed = status is Status.FAILURE
    act = Act.WARNING if one.class_uid in _FINDINGS else _ACTS.get((one.class_uid, one.activity_id), Act.OTHER)
    reason = (reason_of(one.status_detail or one.status_code or "") or Reason.OTHER) if failed else Reason.NONE
    service = one.service or (one.metadata.product or Named())
    return [
        Activity(
            time=reading.time(read_time(one.time), "time"),
            act=act,
            provider=NAME,
            log=str(one.class_uid),
            detail=one.metadata.event_code
            or (one.api.operation if one.api else None)
            or one.activity_name
            or one.type_name
            or str(one.activity_id),
            id=one.metadata.uid or "",
            person=_named(one.user) or by,
            actor=by,
            status=status,
            reason=reason,
            password_right=False if reason is Reason.WRONG_PASSWORD and act is Act.SIGN_IN else None,
            factor=next(
                (
                    _FACTORS[f.factor_type_id or 0]
                    for f in one.auth_factors or ()
                    if (f.factor_type_id or 0) in _FACTORS
                ),
                "",
            ),
            ip=source.ip or "",
            country=country_code(place.country or ""),
            city=place.city or "",
            latitude=place.lat if place.lat is not None else spot[1] if len(spot) > 1 else None,
            longitude=place.long if place.long is not None else spot[0] if spot else None,
            asn=network.number or 0,
            network=network.name or "",
            device=(one.device.uid or "") if one.device else "",
            agent=(one.http_request.user_agent or "") if one.http_request else "",
            session=session.uid or "",
            app=service.uid or service.name or "",
            app_name=service.name or "",
            object=next((r.name or r.uid or "" for r in one.resources or ()), "") or "; ".join(one.privileges or ()),
        )
    ]


def _named(user: User | None) -> str:
    return (user.email_addr or user.name or user.uid or "").lower() if user else ""


def _status(one: Event, reading: Reading) -> Status:
    if one.status_id is None:
        return {"success": Status.SUCCESS, "failure": Status.FAILURE}.get((one.status or "").lower(), Status.UNKNOWN)
    if one.status_id not in _STATUS:
        reading.wrong("status_id", UNKNOWN_VALUE, one.status_id)
    return _STATUS.get(one.status_id, Status.UNKNOWN)


FORMAT: Final = Format(
    NAME,
    "OCSF",
    (Shape(Event, ("class_uid", "activity_id", "time"), _read),),
    (
        Log(
            "3001, 3002, 3003, 3005, 3006, 4009, 6001, 6003, 6006, 2001-2007", "Whatever writes OCSF, as lines of JSON."
        ),
    ),
    ("https://schema.ocsf.io/1.3.0/classes",),
)
