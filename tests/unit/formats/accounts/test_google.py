from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.unit.formats.accounts.reading import activities, activity, bad_fields, found, sample

from tocsin.model.activity import Act, Activity, BadField, Reason, Status


def event(name: str, kind: str = "login", log: str = "login", **parameters: Any) -> dict[str, Any]:
    listed = [
        {"name": key, "value" if isinstance(value, str) else "multiValue": value} for key, value in parameters.items()
    ]
    return sample(
        "google",
        id={"time": "2026-05-01T08:00:00.000Z", "uniqueQualifier": "1", "applicationName": log},
        events=[{"type": kind, "name": name, "parameters": listed}],
    )


@pytest.mark.parametrize(
    ("failure", "reason", "right"),
    [
        ("login_failure_invalid_password", Reason.WRONG_PASSWORD, False),
        ("login_failure_invalid_second_factor", Reason.FACTOR_WRONG, True),
        ("login_failure_account_disabled", Reason.STOPPED, None),
        ("login_failure_access_code_disallowed", Reason.POLICY, None),
        ("login_failure_unknown", Reason.OTHER, None),
    ],
)
def test_failures_say_why(failure: str, reason: Reason, right: bool | None) -> None:
    one = activity(event("login_failure", login_failure_type=failure))
    assert (one.act, one.status, one.reason, one.password_right) == (Act.SIGN_IN, Status.FAILURE, reason, right)


@pytest.mark.parametrize(
    ("name", "kind", "log", "act"),
    [
        ("gov_attack_warning", "attack_warning", "login", Act.WARNING),
        ("2sv_disable", "2sv_change", "user_accounts", Act.FACTOR_REMOVED),
        ("recovery_email_edit", "recovery_info_change", "user_accounts", Act.RECOVERY_CHANGED),
        ("email_forwarding_out_of_domain", "email_forwarding_change", "user_accounts", Act.FORWARDING_SET),
        ("authorize", "auth", "token", Act.CONSENT),
        ("ASSIGN_ROLE", "DELEGATED_ADMIN_SETTINGS", "admin", Act.ROLE_GIVEN),
        ("download", "access", "drive", Act.DOWNLOADED),
        ("COMPLETED_USER_TAKEOUT", "USER_TAKEOUT", "takeout", Act.EXPORTED),
        ("activity", "access", "groups", Act.OTHER),
    ],
)
def test_events_are_what_the_documents_say(name: str, kind: str, log: str, act: Act) -> None:
    assert activity(event(name, kind, log)).act is act


def test_a_consent_names_app_and_scopes() -> None:
    one = activity(event("authorize", "auth", "token", app_name="Reader", client_id="c1", scope=["mail", "drive"]))
    assert (one.app_name, one.app, one.scopes) == ("Reader", "c1", ("mail", "drive"))


def test_an_administrator_s_act_is_about_the_person_it_concerns() -> None:
    one = activity(event("CHANGE_PASSWORD", "USER_SETTINGS", "admin", USER_EMAIL="Sami@example.org"))
    assert (one.act, one.person, one.actor) == (Act.PASSWORD_CHANGED, "sami@example.org", "dana@example.org")


@pytest.mark.parametrize(
    ("setting", "new", "act"),
    [
        ("Password Management - Enforce strong password", "off", Act.PROTECTION_WEAKENED),
        ("Password Management - Enforce strong password", "on", Act.OTHER),
        ("AttachmentDeepScanningSettings", "false", Act.PROTECTION_WEAKENED),
        ("less_secure_apps_access", "allowed", Act.PROTECTION_WEAKENED),
    ],
)
def test_settings_are_weighed_by_what_they_were_set_to(setting: str, new: str, act: Act) -> None:
    one = activity(
        event("CHANGE_APPLICATION_SETTING", "APPLICATION_SETTINGS", "admin", SETTING_NAME=setting, NEW_VALUE=new)
    )
    assert one.act is act


def test_each_event_of_one_activity_has_an_id_of_its_own() -> None:
    record = sample("google")
    record["events"] *= 2
    first, second = activities(record)
    assert first.offset == second.offset
    assert first.id != second.id


def test_one_event_a_record_is_read_as_well() -> None:
    one = activity(sample("google-flat"))
    assert (one.act, one.person, one.object, one.external) == (Act.SHARED, "dana@example.org", "Plan", True)


def test_the_export_to_bigquery_tells_of_messages() -> None:
    one = activity(
        {
            "event_info": {"timestamp_usec": 1777622400000000, "success": True, "mail_event_type": 2},
            "message_info": {
                "rfc2822_message_id": "<a@example.net>", "source": {"address": "eve@example.net"},
                "destination": [{"address": "Dana@example.org"}], "connection_info": {"client_ip": "203.0.113.9"},
            },
        }
    )  # fmt: skip
    assert (one.act, one.person, one.message, one.object) == (
        Act.MAIL_DELIVERED, "dana@example.org", "<a@example.net>", "eve@example.net",
    )  # fmt: skip
    assert one.time == datetime(2026, 5, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (2, [("dana@example.org", "eve@example.net", 1), ("sami@example.org", "eve@example.net", 1)]),
        (1, [("eve@example.net", "dana@example.org", 3)]),
    ],
)
def test_a_message_to_several_is_of_each_who_got_it_and_once_of_who_sent_it(
    number: int, expected: list[tuple[str, str, int]]
) -> None:
    to = [{"address": name} for name in ("Dana@example.org", "sami@example.org", "dana@example.org")]
    found = activities(
        {
            "event_info": {"timestamp_usec": 1777622400000000, "mail_event_type": number},
            "message_info": {"source": {"address": "eve@example.net"}, "destination": to},
        }
    )
    assert [(one.person, one.object, one.count) for one in found] == expected


@pytest.mark.parametrize("odd", ["dana@example.org", [{"address": "dana@example.org"}, "eve@example.net"], 7])
def test_a_destination_that_is_none_is_told(odd: object) -> None:
    event = {"timestamp_usec": 1777622400000000, "mail_event_type": 2}
    (wrong,) = bad_fields({"event_info": event, "message_info": {"destination": odd}})
    assert (wrong.log, wrong.field, wrong.problem) == ("gmail", "message_info.destination", "bad-value")


@pytest.mark.parametrize(
    ("number", "act", "status"),
    [
        (1, Act.MAIL_SENT, Status.SUCCESS),
        (2, Act.MAIL_DELIVERED, Status.SUCCESS),
        (3, Act.OTHER, Status.SUCCESS),
        (5, Act.MAIL_DELIVERED, Status.FAILURE),
        (6, Act.MAIL_DELIVERED, Status.SUCCESS),
        (7, Act.MAIL_READ, Status.SUCCESS),
        (15, Act.LINK_OPENED, Status.SUCCESS),
        (17, Act.DOWNLOADED, Status.SUCCESS),
    ],
)
def test_types_of_mail_events_are_what_the_documents_say(number: int, act: Act, status: Status) -> None:
    record = {"event_info": {"timestamp_usec": 1777622400000000, "mail_event_type": number}, "message_info": {}}
    one = activity(record)
    assert (one.act, one.status) == (act, status)


SEARCHED = (
    "Message ID,Start date,End date,Sender,Message size,Subject,Direction,Attachments,Recipient address,Event target,"
    "Event date,Event status,Event target IP address,Has encryption,Event SMTP reply code,Event description,"
    "Client Type,Device User Session ID\n"
)


def _searched(target: str, status: str) -> str:
    return (
        SEARCHED + "<a@example.net>,2026/05/01 08:00:00 UTC,2026/05/01 08:00:02 UTC,Eve@example.net,2048,Secret plan,"
        f"Received,0,Dana@example.org,{target},2026/05/01 08:00:01 UTC,{status},192.0.2.4,Encrypted,250,Done,WEB,s1\n"
    )


@pytest.mark.parametrize(
    ("target", "status", "act", "ending"),
    [
        ("GMAIL_INBOX", "DELIVERED", Act.MAIL_DELIVERED, Status.SUCCESS),
        ("GMAIL_SPAM", "Marked spam", Act.MAIL_DELIVERED, Status.SUCCESS),
        ("SMTP_IN", "REJECTED", Act.MAIL_DELIVERED, Status.FAILURE),
        ("GMAIL_INBOX", "Quarantined", Act.MAIL_DELIVERED, Status.FAILURE),
        ("SMTP_IN", "DELIVERED", Act.OTHER, Status.SUCCESS),
        ("GMAIL_INBOX", "VIEWED", Act.MAIL_READ, Status.SUCCESS),
    ],
)
def test_email_log_search_tells_what_became_of_a_message(target: str, status: str, act: Act, ending: Status) -> None:
    one = activity(_searched(target, status))
    assert (one.log, one.act, one.status, one.person) == ("email-search", act, ending, "dana@example.org")
    assert (one.message, one.object, one.time.second) == ("<a@example.net>", "eve@example.net", 1)
    assert "Secret plan" not in str(one), "subjects are not kept"


def test_what_was_sent_is_of_the_one_who_sent_it() -> None:
    one = activity(_searched("SMTP_OUT", "DELIVERED"))
    assert (one.act, one.person, one.object) == (Act.MAIL_SENT, "eve@example.net", "dana@example.org")


def test_a_status_that_is_not_known_is_told() -> None:
    (one,) = bad_fields(_searched("GMAIL_INBOX", "ABDUCTED"))
    assert (one.log, one.field, one.problem) == ("email-search", "Event status", "unknown-value")


@pytest.mark.parametrize(
    ("columns", "values", "log", "act"),
    [
        ("Application ID,Application name,Scope", "Grant,c1,Reader,mail", "token", Act.CONSENT),
        ("Application ID,Application name,Scope", "API call,c1,Reader,mail", "token", Act.TOKEN),
        ("Setting name,New value", "Application setting change,2SV,off", "admin", Act.OTHER),
        ("Setting name,New value", "Admin privileges grant,,", "admin", Act.ROLE_GIVEN),
        ("Document ID,Title,Visibility", "Download,d1,Plan,Private", "drive", Act.DOWNLOADED),
        ("Initiated by,Application name", "Successful login,,Desk", "saml", Act.SIGN_IN),
        ("Login type", "Successful login,Google password", "login", Act.SIGN_IN),
        ("Login type", "2-step verification disable,", "user_accounts", Act.FACTOR_REMOVED),
        ("Message ID", "Link click,<a@example.net>", "gmail", Act.LINK_OPENED),
        ("Actor name", "Grant,Dana", "token", Act.CONSENT),
    ],
)
def test_the_console_s_tables_are_of_the_log_that_their_columns_say(
    columns: str, values: str, log: str, act: Act
) -> None:
    event, rest = values.split(",", 1)
    table = (
        f"Date,Description,Actor,Event,{columns}\n2026-05-01T08:00:00Z,It was done,dana@example.org,{event},{rest}\n"
    )
    assert [(one.log, one.act) for one in activities(table)] == [(log, act)]


def test_the_console_s_consents_settings_and_documents_keep_what_they_are_about() -> None:
    head = "Date,Event,Description,Actor,"
    row = "2026-05-01T08:00:00Z,{},It was done,dana@example.org,"
    granted = activity(
        head + "Application ID,Application name,Scopes\n" + row.format("Grant") + 'c1,Reader,"mail.read,\ndrive"\n'
    )
    assert (granted.app, granted.app_name, granted.scopes) == ("c1", "Reader", ("mail.read", "drive"))
    changed = activity(head + "Setting name,New value\n" + row.format("Change application setting") + "2SV,off\n")
    assert changed.object == "2SV=off"
    shared = activity(
        head + "Document ID,Title,Visibility\n"
        + row.format("User sharing permissions change") + "d1,Plan,Shared externally\n"
    )  # fmt: skip
    assert (shared.act, shared.object, shared.external) == (Act.SHARED, "Plan", True)


def test_an_event_of_the_console_that_is_not_known_is_told() -> None:
    table = "Date,Event,Description,Login type\n2026-05-01T08:00:00Z,Teleported,Dana teleported,\n"
    wrong, one, _ = found(table)
    assert isinstance(wrong, BadField)
    assert (wrong.log, wrong.field, wrong.problem) == ("login", "Event", "unknown-value")
    assert isinstance(one, Activity)
    assert one.act is Act.OTHER


@pytest.mark.parametrize(
    ("event", "act"),
    [
        ("Unassign role", Act.OTHER),
        ("Assign role", Act.ROLE_GIVEN),
        ("Allow 2-step verification enforcement", Act.OTHER),
        ("2-step verification disabled for user", Act.FACTOR_REMOVED),
    ],
)
def test_a_role_taken_away_and_a_rule_for_all_are_nobody_s_gain(event: str, act: Act) -> None:
    head = "Date,Event,Description,Actor,Setting name,New value\n"
    assert activity(f"{head}2026-05-01T08:00:00Z,{event},It was done,dana@example.org,,\n").act is act


@pytest.mark.parametrize("event", ["Delete", "Edit", "View", "Open", "Send"])
def test_an_event_that_many_logs_have_does_not_tell_whose_it_is(event: str) -> None:
    (wrong,) = bad_fields(f"Date,Event,Description,Actor\n2026-05-01T08:00:00Z,{event},It was done,dana@example.org\n")
    assert (wrong.field, wrong.problem) == ("Event", "unknown-value")


def test_the_console_s_table_is_read() -> None:
    table = (
        "Date,Event,Description,Actor,IP address,Login type\n"
        "2026-05-01T11:00:00+03:00,Failed Login,Dana failed to login,Dana@example.org,203.0.113.9,Google password\n"
        '"May 1, 2026, 11:05:00 AM GMT+3",Government-backed attack,Dana may be a target,dana@example.org,,\n'
    )
    failed, warned = activities(table)
    assert (failed.act, failed.status, failed.time) == (
        Act.SIGN_IN,
        Status.FAILURE,
        datetime(2026, 5, 1, 8, tzinfo=UTC),
    )
    assert (warned.act, warned.time.minute) == (Act.WARNING, 5)
