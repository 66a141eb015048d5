"""Lines of logs, as readers would hand them on. All people and places are synthetic."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from tocsin.identify.outcome import chain
from tocsin.identify.outcome.lines import Lines
from tocsin.identify.outcome.logs import Reach
from tocsin.model.activity import Act, Activity, Coverage, Reason, Status
from tocsin.model.outcome import Attempt, Outcome, Stage, StageState, Told

DAY = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
"""The message arrives."""
AS_OF = DAY + timedelta(days=6)
PERSON = "noor@harbour.example"
HOME, EVIL = "192.0.2.10", "203.0.113.66"
URL = "https://login.bad.test/x"
ATTEMPT = Attempt(
    "m-1", PERSON, DAY, message="m1@bad.test", sender="desk@bad.test", urls=(URL,), hosts=("login.bad.test",)
)
LOGS = (
    ("entra", "SignInLogs"), ("entra", "NonInteractiveUserSignInLogs"), ("entra", "AuditLogs"), ("m365", "Exchange"),
    ("m365", "SharePoint"), ("gateway", "clicks"),
)  # fmt: skip


def at(minutes: float) -> datetime:
    """So many minutes after the message."""
    return DAY + timedelta(minutes=minutes)


def line(act: Act, minutes: float, provider: str = "entra", **fields: Any) -> Activity:
    """A line of a log; its id tells what it is."""
    given = {"person": PERSON, "status": Status.SUCCESS, "id": f"{provider}-{act}-{minutes}", **fields}
    logs = {"entra": "SignInLogs", "m365": "Exchange", "gateway": "clicks"}
    return Activity(at(minutes), act, provider, given.pop("log", logs.get(provider, "")), **given)


def sign_in(minutes: float, ip: str = EVIL, reason: Reason = Reason.NONE, **fields: Any) -> Activity:
    """A sign-in from an address: the attacker's unless said otherwise."""
    status = Status.FAILURE if reason else Status.SUCCESS
    country = "NL" if ip == HOME else "RO"
    return line(Act.SIGN_IN, minutes, **{"ip": ip, "country": country, "status": status, "reason": reason, **fields})


def usual(days: int = 10) -> list[Activity]:
    """The days before: sign-ins from home."""
    return [sign_in(-1440 * day, HOME, device="laptop", agent="Firefox") for day in range(1, days + 1)]


def clicked(minutes: float = 30, **fields: Any) -> Activity:
    """A click on the message's link."""
    return line(Act.LINK_OPENED, minutes, "gateway", **{"object": URL, "ip": HOME, **fields})


def delivered(**fields: Any) -> Activity:
    """The message lies in the mailbox."""
    given = {"message": "<m1@bad.test>", "log": "deliveries", **fields}
    return line(Act.MAIL_DELIVERED, 0, "gateway", **given)


def read_mail(minutes: float, ip: str, **fields: Any) -> Activity:
    """A line of MailItemsAccessed."""
    return line(Act.MAIL_READ, minutes, "m365", ip=ip, **fields)


def covered(logs: Iterable[tuple[str, str]] = LOGS, days: float = 6) -> tuple[Coverage, ...]:
    """Logs that were read from long before the message until some days after it."""
    return tuple(Coverage(*log, DAY - timedelta(days=20), DAY + timedelta(days=days), 100) for log in logs)


def judged(
    *lines: Activity,
    coverage: Iterable[Coverage] | None = None,
    told: Iterable[Told] = (),
    attempt: Attempt = ATTEMPT,
    as_of: datetime = AS_OF,
) -> Outcome:
    """The outcome of an attempt, with the days before it and someone else's mail reading in the logs."""
    others = [line(Act.MAIL_READ, -100, "m365", ip="192.0.2.99", person="sami@harbour.example")]
    reach = Reach(covered() if coverage is None else coverage)
    return chain.judge(attempt, Lines([*usual(), *others, *lines]), reach, told, as_of=as_of)


def stage(outcome: Outcome, name: Stage) -> StageState:
    """One stage."""
    return next(state for state in outcome.stages if state.stage is name)
