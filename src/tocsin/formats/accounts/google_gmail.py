"""Gmail's log: of the Reports API and of the export to BigQuery, which have the same inner records; email log search.

Fields: https://support.google.com/a/answer/12384955 (schema of Gmail logs in BigQuery), and
https://support.google.com/a/answer/13828463 (export of Email log search). Subjects are never kept.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.formats.accounts.shape import BAD_VALUE, UNKNOWN_VALUE, Reading, Shape, text_of
from tocsin.formats.accounts.times import read_time
from tocsin.model.activity import Act, Activity, Status

NAME: Final = "google"
SEARCH: Final = "email-search"
"""The log of Email log search: it tells deliveries, and no clicks."""
_EVENTS: Final = {
    1: Act.MAIL_SENT, 2: Act.MAIL_DELIVERED, 5: Act.MAIL_DELIVERED, 6: Act.MAIL_DELIVERED, 7: Act.MAIL_READ, 10: Act.MAIL_SENT, 11: Act.MAIL_SENT, 13: Act.DELETED,
    15: Act.LINK_OPENED, 16: Act.LINK_OPENED, 17: Act.DOWNLOADED, 18: Act.DOWNLOADED,
}  # fmt: skip
"""`mail_event_type`: sent, received, quarantined, released, opened, forwarded (by hand, by a rule), to the bin, link followed (in the
message, in an attachment), attachments downloaded, saved to Drive."""
_QUARANTINED: Final = 5
_HELD_BACK: Final = ("bounce", "reject", "quarantin", "drop", "fail", "block")
_PASSING: Final = ("SMTP_IN", "LIST_SERVER", "ARCHIVE_LIST_SERVER")
"""Targets of Email log search on the way to a mailbox, whose row tells how it ended."""


class Mail(Struct, frozen=True):
    """What a record says of the message."""

    ip: str = ""
    country: str = ""
    message: str = ""
    object: str = ""


class Logged(Struct, frozen=True):
    """A row of the export to BigQuery."""

    event_info: dict[str, Any]
    message_info: dict[str, Any]


def from_parameters(parameters: dict[str, Any]) -> Mail | None:
    """Return what a record of the Reports API says of the message."""
    info = parameters.get("message_info")
    return _mail(info) if isinstance(info, dict) else None


def _mail(info: dict[str, Any]) -> Mail:
    connection, source = _inner(info, "connection_info"), _inner(info, "source")
    return Mail(
        text_of(connection.get("client_ip")),
        text_of(connection.get("ip_geo_country")),
        text_of(info.get("rfc2822_message_id")),
        text_of(source.get("address") or source.get("from_header_address")),
    )


def _inner(info: dict[str, Any], name: str) -> dict[str, Any]:
    found = info.get(name)
    return found if isinstance(found, dict) else {}


def _read(one: Logged, reading: Reading) -> list[Activity]:
    """One for each who got the message; what is sent is its sender's, once."""
    event, mail = one.event_info, _mail(one.message_info)
    code = event.get("mail_event_type")
    number = int(code) if isinstance(code, int | str) and str(code).isdecimal() else 0
    act = _EVENTS.get(number, Act.OTHER)
    to = _recipients(one.message_info.get("destination"), reading)
    first = (to[0] if to else text_of(one.message_info.get("flattened_destinations"))).lower()
    is_sent = act is Act.MAIL_SENT and bool(mail.object)
    made = Activity(
        time=reading.time(_time(event.get("timestamp_usec")), "event_info.timestamp_usec"),
        act=act,
        provider=NAME,
        log="gmail",
        detail=f"mail_event_type {number}",
        person=mail.object.lower() if is_sent else first,
        status=Status.FAILURE if event.get("success") is False or number == _QUARANTINED else Status.SUCCESS,
        ip=mail.ip,
        country=mail.country,
        object=first if is_sent else mail.object,
        message=mail.message,
        count=max(len(to), 1) if is_sent else 1,
    )
    if is_sent or not to:
        return [made]
    people = list(dict.fromkeys(address.lower() for address in to))
    if len(people) == 1:
        return [replace(made, person=people[0])]
    which = f"{mail.message}/{number}/{text_of(event.get('timestamp_usec'))}"
    return [replace(made, person=person, id=f"{which}/{person}") for person in people]


def _recipients(destinations: Any, reading: Reading) -> list[str]:
    """Return the addresses of destinations; what is none is told."""
    several = destinations if isinstance(destinations, list) else [] if destinations is None else [destinations]
    for item in several:
        if not isinstance(item, dict):
            reading.wrong("message_info.destination", BAD_VALUE, item)
    return [text_of(item.get("address")) for item in several if isinstance(item, dict)]


def _time(value: Any) -> datetime | None:
    time = read_time(value)
    return time.astimezone(UTC) if time and time.tzinfo else time


class Found(Struct, frozen=True, kw_only=True):
    """A row of Email log search: an event of a message, for a recipient. Of the columns, the subject is not read."""

    start_date: datetime | None = None
    event_date: datetime | None = None
    message_id: str
    sender: str | None = None
    recipient_address: str | None = None
    event_target: str | None = None
    event_status: str
    event_target_ip_address: str | None = None
    client_type: str | None = None
    device_user_session_id: str | None = None


def _found(one: Found, reading: Reading) -> list[Activity]:
    act, status = _happened(one.event_target or "", one.event_status, reading)
    sender, recipient = (one.sender or "").lower(), (one.recipient_address or "").lower()
    sent = act is Act.MAIL_SENT
    return [
        Activity(
            time=reading.time(one.event_date or one.start_date, "Event date"),
            act=act,
            provider=NAME,
            log=SEARCH,
            detail=f"{one.event_target or ''} {one.event_status}".strip(),
            person=sender if sent else recipient,
            status=status,
            ip=one.event_target_ip_address or "" if act is Act.MAIL_READ else "",
            session=one.device_user_session_id or "",
            agent=one.client_type or "",
            object=recipient if sent else sender,
            message=one.message_id,
        )
    ]


def _happened(target: str, status: str, reading: Reading) -> tuple[Act, Status]:
    said, place = status.strip().lower(), target.strip().upper()
    if said.startswith(_HELD_BACK):
        return (Act.MAIL_SENT if place == "SMTP_OUT" else Act.MAIL_DELIVERED), Status.FAILURE
    if said in ("viewed", "opened"):
        return Act.MAIL_READ, Status.SUCCESS
    if place in _PASSING:
        return Act.OTHER, Status.SUCCESS
    if said in (
        "delivered",
        "sent",
        "received",
        "inserted",
        "accepted",
        "marked spam",
    ):  # the spam folder is a mailbox's
        return (Act.MAIL_SENT if place == "SMTP_OUT" else Act.MAIL_DELIVERED), Status.SUCCESS
    reading.wrong("Event status", UNKNOWN_VALUE, status)
    return Act.OTHER, Status.UNKNOWN


SHAPES: Final = (
    Shape(Logged, ("event_info", "message_info"), _read, "gmail"),
    Shape(Found, ("Message ID", "Start date", "Sender", "Event status"), _found, SEARCH, typed=False),
)
