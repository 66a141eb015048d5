"""Microsoft Defender's advanced hunting: what became of messages, and which links were followed.

Columns: https://learn.microsoft.com/defender-xdr/advanced-hunting-emailevents-table, -emailpostdeliveryevents-table and
-urlclickevents-table. As JSON or CSV, as the portal's "Export" and the API give them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec import Struct, field

from tocsin.formats.accounts.shape import UNKNOWN_VALUE, Format, Log, Reading, Shape
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "defender"
_DELIVERY: Final = {
    "delivered": Status.SUCCESS, "junked": Status.SUCCESS, "replaced": Status.SUCCESS,
    "deliveredasspam": Status.SUCCESS, "blocked": Status.FAILURE,
}  # fmt: skip
"""Values of DeliveryAction. Mail in the junk folder lies in the mailbox."""
_CLICKS: Final = {
    "clickallowed": Status.SUCCESS, "clickblocked": Status.FAILURE, "clickblockedbytenantpolicy": Status.FAILURE,
    "urlerrorpage": Status.UNKNOWN, "urlscaninprogress": Status.UNKNOWN,
}  # fmt: skip
"""Values of ActionType of clicks."""
_PLACES: Final = ("inbox", "junk")
"""Beginnings of where a message was moved to that its recipient looks into."""


class _Row(Struct, frozen=True, gc=False, rename="pascal"):
    pass


class Email(_Row, frozen=True):
    """A row of EmailEvents: a message for one recipient."""

    timestamp: datetime
    network_message_id: str
    internet_message_id: str | None
    recipient_email_address: str | None
    delivery_action: str
    delivery_location: str | None = None
    latest_delivery_location: str | None = None


class PostDelivery(_Row, frozen=True):
    """A row of EmailPostDeliveryEvents: a message was moved or removed later."""

    timestamp: datetime
    network_message_id: str
    internet_message_id: str | None
    recipient_email_address: str | None
    action_type: str
    action_trigger: str | None = None
    action_result: str | None = None
    delivery_location: str | None = None


class UrlClick(_Row, frozen=True):
    """A row of UrlClickEvents: a link was followed."""

    timestamp: datetime
    url: str
    action_type: str
    account_upn: str | None
    ip_address: str | None = field(default=None, name="IPAddress")
    is_clicked_through: bool | int | str | None = None
    network_message_id: str | None = None
    report_id: str | None = None


def _email(one: Email, reading: Reading) -> list[Activity]:
    """A message that was held back and lies in the mailbox by now was released."""
    status = _DELIVERY.get(one.delivery_action.lower().replace(" ", ""))
    if status is None:
        reading.wrong("DeliveryAction", UNKNOWN_VALUE, one.delivery_action)
    if (one.latest_delivery_location or "").lower().startswith(_PLACES):
        status = Status.SUCCESS
    return [
        Activity(
            time=reading.time(one.timestamp, "Timestamp"),
            act=Act.MAIL_DELIVERED,
            provider=NAME,
            log="EmailEvents",
            detail=one.delivery_action,
            id=_id(one.network_message_id, one.recipient_email_address),
            person=(one.recipient_email_address or "").lower(),
            status=status or Status.UNKNOWN,
            reason=Reason.POLICY if status is Status.FAILURE else Reason.NONE,
            message=one.internet_message_id or "",
            object=one.latest_delivery_location or one.delivery_location or "",
        )
    ]


def _post(one: PostDelivery, reading: Reading) -> list[Activity]:
    """A message that is moved out of sight is taken back; one that is moved to the inbox was released."""
    place = (one.delivery_location or "").lower()
    failed = (one.action_result or "success").lower() not in ("success", "succeeded")
    time = reading.time(one.timestamp, "Timestamp")
    return [
        Activity(
            time=time,
            act=Act.MAIL_DELIVERED if place.startswith(_PLACES) else Act.DELETED,
            provider=NAME,
            log="EmailPostDeliveryEvents",
            detail=one.action_type,
            id=_id(one.network_message_id, one.recipient_email_address, time.isoformat()),
            person=(one.recipient_email_address or "").lower(),
            actor=(one.action_trigger or one.action_type).lower(),
            status=Status.FAILURE if failed else Status.SUCCESS,
            message=one.internet_message_id or "",
            object=one.delivery_location or "",
        )
    ]


def _click(one: UrlClick, reading: Reading) -> list[Activity]:
    through = str(one.is_clicked_through).lower() in ("true", "1")
    status = _CLICKS.get(one.action_type.lower())
    if status is None:
        reading.wrong("ActionType", UNKNOWN_VALUE, one.action_type)
        status = Status.UNKNOWN
    return [
        Activity(
            time=reading.time(one.timestamp, "Timestamp"),
            act=Act.LINK_OPENED,
            provider=NAME,
            log="UrlClickEvents",
            detail=one.action_type,
            id=one.report_id or "",
            person=(one.account_upn or "").lower(),
            status=Status.SUCCESS if through else status,
            reason=Reason.POLICY if status is Status.FAILURE and not through else Reason.NONE,
            ip=one.ip_address or "",
            object=one.url,
        )
    ]


def _id(*parts: str | None) -> str:
    return "/".join(part or "" for part in parts)


FORMAT: Final = Format(
    NAME,
    "Microsoft Defender, advanced hunting",
    (
        Shape(UrlClick, ("Timestamp", "Url", "ActionType", "AccountUpn"), _click, "UrlClickEvents"),
        Shape(
            PostDelivery, ("Timestamp", "NetworkMessageId", "RecipientEmailAddress", "ActionType"), _post,
            "EmailPostDeliveryEvents", lambda folded: "deliveryaction" not in folded,
        ),
        Shape(Email, ("Timestamp", "NetworkMessageId", "DeliveryAction"), _email, "EmailEvents"),
    ),
    (
        Log("EmailEvents", "Defender portal, Hunting, Advanced hunting, query the table, Export."),
        Log("EmailPostDeliveryEvents", "The same."),
        Log("UrlClickEvents", "The same, with Safe Links."),
    ),
    (
        "https://learn.microsoft.com/defender-xdr/advanced-hunting-emailevents-table",
        "https://learn.microsoft.com/defender-xdr/advanced-hunting-emailpostdeliveryevents-table",
        "https://learn.microsoft.com/defender-xdr/advanced-hunting-urlclickevents-table",
    ),
)  # fmt: skip
