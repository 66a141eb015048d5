"""Gmail's log: of the Reports API and of the export to BigQuery, which have the same inner records.

Fields: https://support.google.com/a/answer/7230050 (schema of Gmail logs in BigQuery).
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from msgspec import Struct

from tocsin.formats.accounts.shape import Reading, Shape, text_of
from tocsin.formats.accounts.times import read_time
from tocsin.model.activity import Act, Activity, Status

NAME: Final = "google"
_EVENTS: Final = {
    1: Act.MAIL_SENT, 2: Act.MAIL_DELIVERED, 3: Act.MAIL_DELIVERED, 10: Act.MAIL_DELIVERED, 15: Act.MAIL_DELIVERED,
    17: Act.MAIL_DELIVERED, 29: Act.LINK_OPENED, 18: Act.MAIL_READ,
}  # fmt: skip


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
    event, mail = one.event_info, _mail(one.message_info)
    code = event.get("mail_event_type")
    number = int(code) if isinstance(code, int | str) and str(code).isdecimal() else 0
    destinations = one.message_info.get("destination")
    to = (
        [text_of(item.get("address")) for item in destinations if isinstance(item, dict)]
        if isinstance(destinations, list)
        else []
    )
    return [
        Activity(
            time=reading.time(_time(event.get("timestamp_usec")), "event_info.timestamp_usec"),
            act=_EVENTS.get(number, Act.OTHER),
            provider=NAME,
            log="gmail",
            detail=f"mail_event_type {number}",
            person=(to[0] if to else text_of(one.message_info.get("flattened_destinations"))).lower(),
            status=Status.FAILURE if event.get("success") is False else Status.SUCCESS,
            ip=mail.ip,
            country=mail.country,
            object=mail.object,
            message=mail.message,
            count=max(len(to), 1),
        )
    ]


def _time(value: Any) -> datetime | None:
    time = read_time(value)
    return time.astimezone(UTC) if time and time.tzinfo else time


SHAPES: Final = (Shape(Logged, ("event_info", "message_info"), _read, "gmail"),)
