"""Elastic Common Schema: events of the categories authentication, iam, session, email and file, nested or dotted.

Fields: https://www.elastic.co/guide/en/ecs/current/ecs-field-reference.html; the values of categorisation:
https://www.elastic.co/guide/en/ecs/current/ecs-category-field-values-reference.html.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from msgspec import Struct, field

from tocsin.formats.accounts.shape import Format, Log, Reading, Shape
from tocsin.formats.accounts.words import factor_of, reason_of
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "ecs"
_STATUS: Final = {"success": Status.SUCCESS, "failure": Status.FAILURE, "unknown": Status.UNKNOWN}
_IAM: Final = (
    (("mfa", "factor", "2sv", "authenticator"), {"creation": Act.FACTOR_ADDED, "deletion": Act.FACTOR_REMOVED}),
    (("password",), {"change": Act.PASSWORD_CHANGED}),
    (("role", "privilege", "admin"), {"change": Act.ROLE_GIVEN, "creation": Act.ROLE_GIVEN}),
)
"""By words of `event.action`, then by `event.type`."""
_TYPES: Final = {"creation": Act.ACCOUNT_MADE, "deletion": Act.DELETED, "change": Act.ACCOUNT_CHANGED}
Words = tuple[str, ...] | str | None


class Event(Struct, frozen=True, gc=False):
    """What kind of event."""

    category: tuple[str, ...] | str
    type: Words = None
    action: str | None = None
    outcome: str | None = None
    id: str | None = None
    reason: str | None = None
    dataset: str | None = None
    module: str | None = None
    code: str | None = None


class Target(Struct, frozen=True, gc=False):
    """A person."""

    name: str | None = None
    email: str | None = None
    id: str | None = None


class User(Target, frozen=True, gc=False):
    """A person, and the one to whom it was done."""

    target: Target | None = None


class Spot(Struct, frozen=True, gc=False):
    """In degrees."""

    lat: float | None = None
    lon: float | None = None


class Geography(Struct, frozen=True, gc=False):
    """Where an address is thought to be."""

    country_iso_code: str | None = None
    city_name: str | None = None
    location: Spot | None = None


class Organization(Struct, frozen=True, gc=False):
    """Whose network."""

    name: str | None = None


class Autonomous(Struct, frozen=True, gc=False):
    """A network."""

    number: int | None = None
    organization: Organization | None = None


class Source(Struct, frozen=True, gc=False):
    """From where."""

    ip: str | None = None
    geo: Geography | None = None
    as_: Autonomous | None = field(default=None, name="as")


class Agent(Struct, frozen=True, gc=False):
    """The client's program."""

    original: str | None = None
    name: str | None = None


class Document(Struct, frozen=True, gc=False):
    """An event of ECS."""

    time: datetime | None = field(name="@timestamp")
    event: Event
    user: User | None = None
    source: Source | None = None
    client: Source | None = None
    user_agent: Agent | None = None
    message: str | None = None


class Found(Struct, frozen=True, gc=False):
    """An event as Elasticsearch exports it."""

    source: Document = field(name="_source")


def _found(one: Found, reading: Reading) -> list[Activity]:
    return _read(one.source, reading)


def _read(one: Document, reading: Reading) -> list[Activity]:
    event, user = one.event, one.user or User()
    source = one.source or one.client or Source()
    geography, network = source.geo or Geography(), source.as_ or Autonomous()
    spot = geography.location or Spot()
    status = _STATUS.get((event.outcome or "unknown").lower(), Status.UNKNOWN)
    failed = status is Status.FAILURE
    act = _act(event)
    reason = (reason_of(event.reason or (one.message or "")[:200]) or Reason.OTHER) if failed else Reason.NONE
    return [
        Activity(
            time=reading.time(one.time, "@timestamp"),
            act=act,
            provider=NAME,
            log=event.dataset or event.module or "",
            detail=event.action or event.code or "",
            id=event.id or "",
            person=_named(user.target) or _named(user),
            actor=_named(user),
            status=status,
            reason=reason,
            password_right=False if reason is Reason.WRONG_PASSWORD and act is Act.SIGN_IN else None,
            factor=factor_of(event.action or "")
            if act in (Act.FACTOR_ADDED, Act.FACTOR_REMOVED, Act.SECOND_FACTOR)
            else "",
            ip=source.ip or "",
            country=geography.country_iso_code or "",
            city=geography.city_name or "",
            latitude=spot.lat,
            longitude=spot.lon,
            asn=network.number or 0,
            network=(network.organization.name or "") if network.organization else "",
            agent=(one.user_agent.original or one.user_agent.name or "") if one.user_agent else "",
        )
    ]


def _named(user: Target | None) -> str:
    return (user.email or user.name or user.id or "").lower() if user else ""


def _words(value: Words) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(word.strip().lower() for word in value.strip("[]").replace('"', "").split(","))
    return tuple(word.lower() for word in value or ())


def _act(event: Event) -> Act:
    categories, types, action = _words(event.category), _words(event.type), (event.action or "").lower()
    if "authentication" in categories or "session" in categories:
        if "end" in types or "logout" in action or "logoff" in action:
            return Act.SIGN_OUT
        return Act.SECOND_FACTOR if "mfa" in action else Act.SIGN_IN
    if "iam" in categories:
        named = next((acts for words, acts in _IAM if any(word in action for word in words)), {})
        return next((acts[kind] for acts in (named, _TYPES) for kind in types if kind in acts), Act.OTHER)
    if "email" in categories:
        return Act.MAIL_DELIVERED
    if "file" in categories:
        return Act.DELETED if "deletion" in types else Act.FILE_READ if "access" in types else Act.OTHER
    return Act.OTHER


def _nested(folded: Mapping[str, Any]) -> bool:
    return isinstance(folded["event"], dict) and "category" in folded["event"]


FORMAT: Final = Format(
    NAME,
    "Elastic Common Schema",
    (
        Shape(Document, ("@timestamp", "event"), _read, "", _nested),
        Shape(Found, ("_source",), _found, "", lambda f: isinstance(f["source"], dict) and "@timestamp" in f["source"]),
    ),
    (Log("authentication, iam, session, email, file", "Elasticsearch or an agent's output, as lines of JSON."),),
    ("https://www.elastic.co/guide/en/ecs/current/ecs-field-reference.html",),
)
