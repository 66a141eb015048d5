"""OneLogin: the events API.

Fields and numbers of event types: https://developers.onelogin.com/api-docs/1/events/event-resource.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.formats.accounts.shape import MISSING, Format, Log, Reading, Shape
from tocsin.formats.accounts.times import read_time
from tocsin.formats.accounts.words import factor_of, reason_of
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "onelogin"
_ACTS: Final[dict[int, Act]] = {
    int(number): act
    for act, numbers in {
        Act.SIGN_IN: "5 6 68 69 86 122 123 129 130 140 141 153 154",
        Act.SECOND_FACTOR: "527 528",
        Act.TOKEN: "8 77 78 85 515 522",
        Act.SIGN_OUT: "7 29 516 523",
        Act.PASSWORD_CHANGED: "11 145 211 510 511 517 518",
        Act.FACTOR_ADDED: "22",
        Act.FACTOR_REMOVED: "24 36",
        Act.RECOVERY_CHANGED: "173",
        Act.APP_PASSWORD: "179 181",
        Act.ROLE_GIVEN: "70 72 151",
        Act.DELEGATE_ADDED: "3",
        Act.ACCOUNT_MADE: "13 101 115 533",
        Act.ACCOUNT_CHANGED: "12 14 16 32 529 532",
        Act.ACCOUNT_STOPPED: "15 19 21 35 526 531 551 553",
        Act.DELETED: "17 28 530 524",
        Act.PROTECTION_WEAKENED: "74 76 112 158 172 205",
        Act.SECRET_READ: "87 240",
        Act.WARNING: "90 401",
    }.items()
    for number in numbers.split()
}
"""Of 90 and 240 and above 535 the documents' list is not complete; their meaning is that of OneLogin's own console."""
_FAILURES: Final = frozenset(map(int, "6 9 69 77 85 86 123 129 141 154 401 517 518 522 523 524 526 527 532".split()))


class Event(Struct, frozen=True, gc=False):
    """An event."""

    event_type_id: int | str
    user_name: str | None
    actor_user_name: str | None
    ipaddr: str | None
    created_at: datetime | None = None
    id: int | str | None = None
    event_timestamp: str | None = None
    """As webhooks have it, in place of `created_at`."""
    uuid: str | None = None
    """As webhooks have it, in place of `id`."""
    user_id: int | str | None = None
    actor_user_id: int | str | None = None
    app_id: int | str | None = None
    app_name: str | None = None
    actor_system: str | None = None
    error_description: str | None = None
    otp_device_name: str | None = None
    privilege_name: str | None = None
    role_name: str | None = None
    policy_name: str | None = None
    notes: str | None = None
    risk_score: int | None = None
    user_agent: str | None = None
    login_name: str | None = None


_RISKY: Final = 50
"""Of 100; OneLogin's documents call more than this a high risk."""


def _read(one: Event, reading: Reading) -> list[Activity]:
    number = int(one.event_type_id) if str(one.event_type_id).isdecimal() else 0
    failed, act = number in _FAILURES, _ACTS.get(number, Act.OTHER)
    # Of a second factor that did not fail the documents do not say that it was passed: the sign-in (5) does.
    ended = Status.UNKNOWN if act is Act.SECOND_FACTOR else Status.SUCCESS
    if not (one.id or one.uuid):
        reading.wrong("id", MISSING)
    actor = str(one.actor_user_name or one.actor_user_id or one.actor_system or "").lower()
    made = [
        Activity(
            time=reading.time(one.created_at or read_time(one.event_timestamp), "created_at"),
            act=act,
            provider=NAME,
            log="events",
            detail=str(one.event_type_id),
            id=str(one.id or one.uuid or ""),
            person=str(one.login_name or one.user_name or one.user_id or "").lower() or actor,
            actor=actor,
            status=Status.FAILURE if failed else ended,
            reason=(reason_of(one.error_description or one.notes or "") or Reason.OTHER) if failed else Reason.NONE,
            factor=factor_of(one.otp_device_name or ""),
            ip=one.ipaddr or "",
            agent=one.user_agent or "",
            app=str(one.app_id or ""),
            app_name=one.app_name or "",
            object=one.privilege_name or one.role_name or one.policy_name or one.otp_device_name or "",
        )
    ]
    if (one.risk_score or 0) >= _RISKY:
        made.append(
            replace(
                made[0],
                act=Act.WARNING,
                id=made[0].id and f"{made[0].id}#risk",
                detail="risk_score",
                reason=Reason.RISK,
            )
        )
    return made


FORMAT: Final = Format(
    NAME,
    "OneLogin",
    (Shape(Event, ("event_type_id",), _read, "events"),),
    (Log("events", "OneLogin admin portal, Activity, Events, Export; or the Events API (JSON)."),),
    ("https://developers.onelogin.com/api-docs/1/events/event-resource",),
)
