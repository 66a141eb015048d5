"""Google Takeout and Microsoft account."""

from __future__ import annotations

import json

import pytest
from tests.unit.formats.accounts.reading import activities, activity

from tocsin.model.activity import Act, Reason, Status


def test_both_spellings_of_takeout_s_activities_are_read() -> None:
    new = activity("Gaia ID,Activity Timestamp,IP Address,Activity Country,Activity City,User Agent String,Product Name,Activity Type,Gmail Access Channel\n"
                   "1,2026-05-01 08:00:00 UTC,203.0.113.5,TN,Tunis,Mozilla/5.0,Gmail,Sync,IMAP\n")  # fmt: skip
    old = activity('Activity Timestamp,Country Code,City,Device Type,Device Model,Product Name,Activity Type\n'
                   '"May 1, 2026, 8:00:00 AM UTC",TN,Tunis,Phone,Example 3,Gmail,Sign in\n')  # fmt: skip
    assert (new.act, new.country, new.city, new.protocol, new.app_name) == (Act.TOKEN, "TN", "Tunis", "imap", "Gmail")
    assert (old.act, old.country, old.city, old.device, old.time) == (
        Act.SIGN_IN,
        "TN",
        "Tunis",
        "Phone Example 3",
        new.time,
    )


def test_devices_of_takeout_are_listed() -> None:
    one = activity(
        "Gaia ID,Device Type,Brand,Marketing Name,OS,Country,Device Last Activity Timestamp\n1,Phone,Example,X3,Android,TN,2026-05-01T08:00:00Z\n"
    )
    assert (one.log, one.device, one.country) == ("devices", "Phone Example X3", "TN")


@pytest.mark.parametrize(
    ("title", "act", "detail"),
    [
        ("Government-backed attackers may be trying to steal your password", Act.WARNING, "gov_attack_warning"),
        ("Recovery phone changed", Act.RECOVERY_CHANGED, "Recovery phone changed"),
    ],
)
def test_notices_of_the_account_are_read(title: str, act: Act, detail: str) -> None:
    one = activity(json.dumps([{"header": "Google Account", "title": title, "time": "2026-05-01T08:00:00Z"}]))
    assert (one.act, one.detail) == (act, detail)


def test_the_activity_of_a_microsoft_account_is_read_by_the_page_s_words() -> None:
    table = (
        "Date,Session activity,IP,Account alias,Device/platform,Browser/app,Location\n"
        '5/1/2026 8:00:00 AM,Incorrect password entered,203.0.113.5,Dana@example.org,Windows,Chrome,"Tunis, Tunisia"\n'
        '5/1/2026 8:01:00 AM,Successful sign-in,203.0.113.5,dana@example.org,Windows,Chrome,"Tunis, Tunisia"\n'
    )
    wrong, right = activities(table)
    assert (wrong.act, wrong.reason, wrong.password_right, wrong.country, wrong.city) == (
        Act.SIGN_IN, Reason.WRONG_PASSWORD, False, "TN", "Tunis",
    )  # fmt: skip
    assert (right.status, right.person, right.agent) == (Status.SUCCESS, "dana@example.org", "Chrome")
