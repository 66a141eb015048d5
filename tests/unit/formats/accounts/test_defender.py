from __future__ import annotations

from typing import Any

import pytest

from tocsin.formats.accounts import all_formats
from tocsin.formats.accounts.shape import Reading
from tocsin.model.activity import Act, Activity, Reason, Status

FORMAT = all_formats()["defender"]
EMAIL = {
    "Timestamp": "2026-10-05T09:00:00.123Z", "NetworkMessageId": "n-1", "InternetMessageId": "<m1@bad.test>",
    "RecipientEmailAddress": "Noor@harbour.example", "DeliveryAction": "Delivered", "DeliveryLocation": "Inbox/folder",
}  # fmt: skip
CLICK = {
    "Timestamp": "2026-10-05T09:05:00Z", "Url": "https://login.bad.test/x", "ActionType": "ClickBlocked",
    "AccountUpn": "noor@harbour.example", "IPAddress": "192.0.2.10", "IsClickedThrough": False, "ReportId": "r-1",
}  # fmt: skip
MOVED = {
    "Timestamp": "2026-10-05T10:00:00Z", "NetworkMessageId": "n-1", "InternetMessageId": "<m1@bad.test>",
    "RecipientEmailAddress": "noor@harbour.example", "ActionType": "Phish ZAP", "ActionTrigger": "SpecialAction",
    "ActionResult": "Success", "DeliveryLocation": "Quarantine",
}  # fmt: skip


def read(record: dict[str, Any], **changes: Any) -> Activity:
    reading = Reading()
    (one,) = FORMAT.read({**record, **changes}, reading)
    assert not reading.bad
    return one


@pytest.mark.parametrize(
    ("action", "latest", "status"),
    [
        ("Delivered", "", Status.SUCCESS),
        ("Junked", "", Status.SUCCESS),
        ("Blocked", "Quarantine", Status.FAILURE),
        ("Blocked", "Inbox/folder", Status.SUCCESS),
    ],
)
def test_a_message_is_delivered_or_held_back(action: str, latest: str, status: Status) -> None:
    one = read(EMAIL, DeliveryAction=action, LatestDeliveryLocation=latest)
    assert (one.act, one.status, one.log) == (Act.MAIL_DELIVERED, status, "EmailEvents")
    assert (one.person, one.message) == ("noor@harbour.example", "<m1@bad.test>")
    assert one.reason is (Reason.POLICY if status is Status.FAILURE else Reason.NONE)


@pytest.mark.parametrize(
    ("action", "through", "status"),
    [
        ("ClickBlocked", False, Status.FAILURE),
        ("ClickBlocked", True, Status.SUCCESS),
        ("ClickBlocked", "1", Status.SUCCESS),
        ("ClickAllowed", None, Status.SUCCESS),
        ("UrlErrorPage", False, Status.UNKNOWN),
    ],
)
def test_a_click_is_let_through_or_not(action: str, through: object, status: Status) -> None:
    one = read(CLICK, ActionType=action, IsClickedThrough=through)
    assert (one.act, one.status, one.ip, one.object) == (Act.LINK_OPENED, status, "192.0.2.10", CLICK["Url"])


def test_a_message_is_taken_back_or_released() -> None:
    taken = read(MOVED)
    assert (taken.act, taken.actor, taken.message) == (Act.DELETED, "specialaction", "<m1@bad.test>")
    assert read(MOVED, DeliveryLocation="Inbox/folder").act is Act.MAIL_DELIVERED
    assert read(MOVED, ActionResult="Error").status is Status.FAILURE


def test_a_value_that_is_not_documented_is_told() -> None:
    for record, field in ((EMAIL, "DeliveryAction"), (CLICK, "ActionType")):
        reading = Reading()
        (one,) = FORMAT.read({**record, field: "Sideways"}, reading)
        assert one.status is Status.UNKNOWN
        assert [bad.field for bad in reading.bad] == [field]
